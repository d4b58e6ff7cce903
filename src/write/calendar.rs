//! `calendar/<ИНН>.ics` and `calendar/all.ics`: dated and recurring deadlines as RFC 5545 knows them.
//!
//! Deadlines that depend on an event or have no date are no calendar entries. A calendar without entries is not written,
//! because the standard allows none.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate};

use super::rows::MeasureRow;
use super::view::{State, View};
use super::{OutputFile, WriteError, files, words};
use crate::model::{self, Bound, Deadline, DeadlineKind, Report};
use crate::schedule;

/// Octets of a line before it must be folded.
const LINE: usize = 75;
/// Characters of a measure that fit a summary.
const SUMMARY: usize = 160;

/// All calendars.
pub(super) fn write(report: &Report) -> Result<Vec<OutputFile>, WriteError> {
    let view = View::of(report);
    let mut written = Vec::new();
    for organization in &report.organizations {
        let path = format!("calendar/{}.ics", files::stem(&organization.id));
        written.extend(calendar(&view, &path, words::name(organization), view.measures(&organization.id)));
    }
    written.extend(calendar(&view, "calendar/all.ics", "Планы по устранению недостатков", report.measure_rows()));
    Ok(written)
}

fn calendar<'a>(
    view: &View<'a>,
    path: &str,
    name: &str,
    measures: impl Iterator<Item = MeasureRow<'a>>,
) -> Option<OutputFile> {
    let mut events = String::new();
    for row in measures.filter(|row| view.state(*row) != State::Done) {
        for (ordinal, deadline) in (1..).zip(&row.measure.deadlines) {
            let entry = entry(deadline, row, view.report.as_of);
            // The format writes a year in four digits.
            if let Some(entry) = entry.filter(|entry| (1..=9999).contains(&entry.day.year())) {
                event(&mut events, view, row, ordinal, deadline, &entry);
            }
        }
    }
    if events.is_empty() {
        return None;
    }
    let mut out = String::new();
    for (property, value) in
        [("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", "-//svod//plans//RU"), ("CALSCALE", "GREGORIAN")]
    {
        line(&mut out, property, value);
    }
    line(&mut out, "X-WR-CALNAME", &escape(name));
    out.push_str(&events);
    line(&mut out, "END", "VCALENDAR");
    Some(OutputFile::new(path, out))
}

/// When an entry stands in the calendar: its first day, and how it recurs.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    day: NaiveDate,
    rule: Option<String>,
}

fn entry(deadline: &Deadline, row: MeasureRow<'_>, as_of: NaiveDate) -> Option<Entry> {
    match deadline.kind {
        DeadlineKind::Date | DeadlineKind::Period | DeadlineKind::Conditional => {
            let first = if deadline.bound == Some(Bound::From) { deadline.start_date } else { None };
            Some(Entry { day: first.or(deadline.end_date)?, rule: None })
        }
        DeadlineKind::Recurring => {
            let rule = deadline.rrule.as_deref().filter(|rule| is_rule(rule))?;
            let period = row.plan.plan.period;
            let start = deadline.start_date.or(period.map(|period| period.start)).unwrap_or(as_of);
            let end = deadline.end_date.or(period.map(|period| period.end)).filter(|end| *end >= start);
            // The standard wants the first entry to be one of the recurrences.
            let day = schedule::first_of(rule, start).filter(|day| end.is_none_or(|end| *day <= end))?;
            let bounded = rule.contains("UNTIL=") || rule.contains("COUNT=");
            let until = end.filter(|_| !bounded).map(|end| format!(";UNTIL={}", end.format("%Y%m%d")));
            Some(Entry { day, rule: Some(format!("{}{}", in_short_months(rule), until.unwrap_or_default())) })
        }
        _ => None,
    }
}

/// Whether a text can stand after `RRULE:`.
fn is_rule(rule: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b"=;,+-".contains(&b);
    rule.starts_with("FREQ=") && rule.bytes().all(allowed)
}

/// A rule for a day that some months lack: it means their last day, while the standard would leave such months out.
fn in_short_months(rule: &str) -> String {
    let parts: Vec<_> = rule.split(';').collect();
    let wanted = parts.iter().find_map(|part| part.strip_prefix("BYMONTHDAY=")?.parse::<u32>().ok());
    let Some(wanted) = wanted.filter(|day| (29..=31).contains(day) && !rule.contains("INTERVAL=")) else {
        return rule.to_owned();
    };
    let days: Vec<_> = (28..=wanted).map(|day| day.to_string()).collect();
    let part = |part: &&str| match *part {
        // Positions are counted within a period of the rule, and the last of a month is meant.
        "FREQ=YEARLY" => "FREQ=MONTHLY".to_owned(),
        part if part.starts_with("BYMONTHDAY=") => format!("BYMONTHDAY={};BYSETPOS=-1", days.join(",")),
        part => part.to_owned(),
    };
    parts.iter().map(part).collect::<Vec<_>>().join(";")
}

fn event(out: &mut String, view: &View<'_>, row: MeasureRow<'_>, ordinal: usize, deadline: &Deadline, entry: &Entry) {
    let measure = row.measure;
    let id = format!("{}/{ordinal}", row.measure_id());
    let organization = row.plan.organization_id.and_then(|id| view.organization(id));
    let name = organization.map(words::name).or(row.plan.plan.organization.as_ref().map(|name| name.value.as_str()));
    let short = words::beginning(&measure.text, SUMMARY);
    let summary = name.map_or_else(|| short.clone(), |name| format!("{name}: {short}"));
    let officers: Vec<_> = measure.officers.iter().map(|officer| officer.raw.as_str()).collect();
    let mut description = vec![measure.text.clone(), deadline.reading.clone()];
    if !deadline.raw.is_empty() {
        description.push(format!("В документе: «{}»", deadline.raw));
    }
    if !officers.is_empty() {
        description.push(format!("Ответственные: {}", officers.join("; ")));
    }
    description.push(format!("{}, {}", row.plan.submission_id(), measure.place));

    line(out, "BEGIN", "VEVENT");
    line(out, "UID", &format!("{}@svod", &model::sha256(id.as_bytes())[..32]));
    line(out, "DTSTAMP", &format!("{}T000000Z", view.report.as_of.format("%Y%m%d")));
    line(out, "DTSTART;VALUE=DATE", &entry.day.format("%Y%m%d").to_string());
    if let Some(rule) = &entry.rule {
        line(out, "RRULE", rule);
    }
    line(out, "SUMMARY", &escape(&summary));
    line(out, "DESCRIPTION", &escape(&description.join("\n")));
    line(out, "CATEGORIES", &escape(view.state(row).title()));
    line(out, "TRANSP", "TRANSPARENT");
    line(out, "END", "VEVENT");
}

fn escape(text: &str) -> String {
    words::tame(text).replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// One property, folded to lines of 75 octets between characters.
fn line(out: &mut String, property: &str, value: &str) {
    let mut width = 0;
    let mut folded = String::new();
    for c in format!("{property}:{value}").chars() {
        if width + c.len_utf8() > LINE {
            folded.push_str("\r\n ");
            width = 1;
        }
        folded.push(c);
        width += c.len_utf8();
    }
    let _ = write!(out, "{folded}\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters() {
        let mut out = String::new();
        line(&mut out, "SUMMARY", &"ы".repeat(100));
        assert!(out.lines().all(|line| line.trim_end_matches('\r').len() <= LINE), "{out}");
        assert_eq!(out.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", "ы".repeat(100)));
    }

    #[test]
    fn marks_of_the_format_are_escaped() {
        assert_eq!(escape("а;б,в\\г\nд\u{202e}"), "а\\;б\\,в\\\\г\\nд\u{fffd}");
    }

    #[test]
    fn a_day_that_months_lack_is_their_last() {
        let cases = [
            ("FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"),
            (
                "FREQ=YEARLY;BYMONTH=2,6;BYMONTHDAY=30;UNTIL=20261231",
                "FREQ=MONTHLY;BYMONTH=2,6;BYMONTHDAY=28,29,30;BYSETPOS=-1;UNTIL=20261231",
            ),
            ("FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYMONTHDAY=-1"),
            ("FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=31", "FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=31"),
            ("FREQ=WEEKLY;BYDAY=FR", "FREQ=WEEKLY;BYDAY=FR"),
        ];
        for (rule, expected) in cases {
            assert_eq!(in_short_months(rule), expected, "{rule}");
        }
    }

    #[test]
    fn only_rules_stand_as_rules() {
        assert!(is_rule("FREQ=YEARLY;INTERVAL=2"));
        for text in ["", "INTERVAL=2", "FREQ=DAILY\r\nATTENDEE:x", "FREQ=daily"] {
            assert!(!is_rule(text), "{text}");
        }
    }
}
