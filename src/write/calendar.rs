//! `calendar/<ИНН>.ics` and `calendar/all.ics`: dated and recurring deadlines as RFC 5545 knows them.
//!
//! Deadlines that depend on an event or have no date are no calendar entries. A calendar without entries is not written,
//! because the standard allows none.

use std::fmt::Write;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::rows::MeasureRow;
use super::view::{State, View};
use super::{OutputFile, WriteError, files, words};
use crate::model::{self, Bound, Deadline, DeadlineKind, Report};

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
    for (property, value) in [("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", "-//svod//plans//RU")] {
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
            let bounded = rule.contains("UNTIL=") || rule.contains("COUNT=");
            let until = end.filter(|_| !bounded).map(|end| format!(";UNTIL={}", end.format("%Y%m%d")));
            Some(Entry { day: first_on(rule, start), rule: Some(format!("{rule}{}", until.unwrap_or_default())) })
        }
        _ => None,
    }
}

/// Whether a text can stand after `RRULE:`.
fn is_rule(rule: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b"=;,+-".contains(&b);
    rule.starts_with("FREQ=") && rule.bytes().all(allowed)
}

/// The first day on or after `start` that a rule's `BYMONTHDAY` allows: the standard wants the first entry to be one of
/// the recurrences.
fn first_on(rule: &str, start: NaiveDate) -> NaiveDate {
    let by_month_day = rule.split(';').find_map(|part| part.strip_prefix("BYMONTHDAY="));
    let Some(Ok(day)) = by_month_day.map(str::parse::<i32>) else { return start };
    let month = start.with_day(1).unwrap_or(start);
    (0..14)
        .filter_map(|n| month.checked_add_months(Months::new(n)))
        .filter_map(|month| match u32::try_from(day) {
            Ok(day) => month.with_day(day),
            Err(_) => (month + Months::new(1)).checked_sub_days(Days::new(u64::from(day.unsigned_abs()))),
        })
        .find(|date| *date >= start)
        .unwrap_or(start)
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

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date of the test")
    }

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
    fn the_first_entry_is_one_of_the_recurrences() {
        let cases = [
            ("FREQ=MONTHLY", day(2026, 1, 9), day(2026, 1, 9)),
            ("FREQ=MONTHLY;BYMONTHDAY=25", day(2026, 1, 26), day(2026, 2, 25)),
            ("FREQ=MONTHLY;BYMONTHDAY=31", day(2026, 2, 1), day(2026, 3, 31)),
            ("FREQ=MONTHLY;BYMONTHDAY=-1", day(2026, 2, 3), day(2026, 2, 28)),
            ("FREQ=MONTHLY;BYMONTHDAY=1,15", day(2026, 2, 3), day(2026, 2, 3)),
        ];
        for (rule, start, expected) in cases {
            assert_eq!(first_on(rule, start), expected, "{rule}");
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
