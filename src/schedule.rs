//! When a deadline falls due: its dates between two days, the next one, and whether the last one has passed.
//!
//! Recurrence rules are expanded here and not by a library of RFC 5545: the ones at hand bring a time-zone database for times of day
//! that no plan states, while the grammar writes whole days in six shapes.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::law::calendar::Calendar;
use crate::model::{Deadline, DeadlineKind, PeriodUnit, Warned};

/// The days on which a deadline falls due between two days, both included, in order.
///
/// What recurs is due by its rule within its own bounds; where nothing says from when «раз в два года» counts, it counts from the
/// year of `from`. What depends on an event, a condition or another document has no days of its own: see [`due_after`].
pub fn due_dates(deadline: &Deadline, from: NaiveDate, to: NaiveDate, calendar: &Calendar) -> Vec<NaiveDate> {
    match deadline.kind {
        DeadlineKind::Date | DeadlineKind::Period => {
            deadline.end_date.filter(|end| (from..=to).contains(end)).into_iter().collect()
        }
        DeadlineKind::Recurring => {
            let first = deadline.start_date.map_or(from, |start| start.max(from));
            let last = deadline.end_date.map_or(to, |end| end.min(to));
            let Some(rule) = deadline.rrule.as_deref().and_then(Rule::parse) else { return Vec::new() };
            let begin = deadline.start_date.unwrap_or(from);
            let working = deadline.period_unit == Some(PeriodUnit::WorkingDay);
            rule.days(begin, first, last).filter(|day| !working || calendar.is_working(*day)).collect()
        }
        _ => Vec::new(),
    }
}

/// The first day on or after `as_of` on which a deadline falls due.
pub fn next_due(deadline: &Deadline, as_of: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
    if deadline.kind != DeadlineKind::Recurring {
        return deadline.end_date.filter(|end| *end >= as_of).filter(|_| is_dated(deadline));
    }
    let years = deadline.period_count.unwrap_or(1).clamp(1, 100) as u32 + 1;
    due_dates(deadline, as_of, as_of.checked_add_months(Months::new(12 * years))?, calendar).first().copied()
}

/// The first day of a recurrence rule on or after `start`; `None` where the rule is not understood or has no such day.
pub fn first_of(rule: &str, start: NaiveDate) -> Option<NaiveDate> {
    let rule = Rule::parse(rule)?;
    let months = 12 * (rule.interval.clamp(1, 100) as u32 + 1);
    rule.days(start, start, start.checked_add_months(Months::new(months))?).next()
}

/// Whether the last day of a deadline has passed. What recurs, goes on without end or depends on an event is never
/// overdue by this function.
pub fn is_overdue(deadline: &Deadline, as_of: NaiveDate) -> bool {
    is_dated(deadline) && deadline.end_date.is_some_and(|end| end < as_of)
}

/// The last day of a relative term whose event happened on a day. A term counted in days, weeks or months that would end on a day off ends
/// on the next working day (ГК РФ, статья 193). A warning says so where there is no production calendar for a year it touches.
pub fn due_after(deadline: &Deadline, event: NaiveDate, calendar: &Calendar) -> Warned<Option<NaiveDate>> {
    let mut due = Warned::clean(None);
    let (DeadlineKind::Relative, Some(unit), Some(count)) =
        (deadline.kind, deadline.period_unit, deadline.period_count)
    else {
        return due;
    };
    let months = |each: u32| {
        let months = Months::new(count.unsigned_abs().saturating_mul(each));
        if count < 0 { event.checked_sub_months(months) } else { event.checked_add_months(months) }
    };
    let days = |each: u64| {
        let days = Days::new(u64::from(count.unsigned_abs()) * each);
        if count < 0 { event.checked_sub_days(days) } else { event.checked_add_days(days) }
    };
    let end = match unit {
        PeriodUnit::WorkingDay => calendar.add_working_days(event, count),
        PeriodUnit::Day => days(1),
        PeriodUnit::Week => days(7),
        PeriodUnit::Month => months(1),
        PeriodUnit::Quarter | PeriodUnit::Trimester => months(3),
        PeriodUnit::HalfYear => months(6),
        PeriodUnit::Year => months(12),
    };
    due.value = end.map(|end| if count > 0 { calendar.working_day_from(end) } else { end });
    if let Some(end) = due.value
        && let Some(year) =
            (event.year().min(end.year())..=event.year().max(end.year())).find(|year| !calendar.covers(*year))
    {
        due.warn(
            "no-calendar",
            format!("Производственного календаря на {year} год нет: выходными считаются только субботы и воскресенья."),
        );
    }
    due
}

fn is_dated(deadline: &Deadline) -> bool {
    matches!(deadline.kind, DeadlineKind::Date | DeadlineKind::Period)
}

/// A recurrence rule of whole days.
#[derive(Debug, Default, PartialEq, Eq)]
struct Rule {
    frequency: Frequency,
    interval: i32,
    months: Vec<u32>,
    /// Days of the month; -1 is the last.
    month_days: Vec<i32>,
    /// Days of the week from 1, with which of the month they are: 0 for all, -1 for the last.
    weekdays: Vec<(i32, u32)>,
    until: Option<NaiveDate>,
}

#[derive(Debug, Default, PartialEq, Eq)]
enum Frequency {
    #[default]
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

impl Rule {
    fn parse(text: &str) -> Option<Self> {
        let mut rule = Self { interval: 1, ..Self::default() };
        for part in text.split(';') {
            let (name, value) = part.split_once('=')?;
            match name {
                "FREQ" => {
                    rule.frequency = match value {
                        "DAILY" => Frequency::Daily,
                        "WEEKLY" => Frequency::Weekly,
                        "MONTHLY" => Frequency::Monthly,
                        "YEARLY" => Frequency::Yearly,
                        _ => return None,
                    }
                }
                "INTERVAL" => rule.interval = value.parse().ok().filter(|n| *n > 0)?,
                "BYMONTH" => rule.months = value.split(',').map(|n| n.parse().ok()).collect::<Option<_>>()?,
                "BYMONTHDAY" => rule.month_days = value.split(',').map(|n| n.parse().ok()).collect::<Option<_>>()?,
                "BYDAY" => rule.weekdays = value.split(',').map(weekday).collect::<Option<_>>()?,
                "UNTIL" => rule.until = Some(NaiveDate::parse_from_str(value, "%Y%m%d").ok()?),
                _ => return None,
            }
        }
        Some(rule)
    }

    /// The days of the rule between two days, counting intervals from `begin`.
    fn days(&self, begin: NaiveDate, first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = NaiveDate> + '_ {
        let last = self.until.map_or(last, |until| until.min(last));
        first.iter_days().take_while(move |day| *day <= last).filter(move |day| self.holds(begin, *day))
    }

    fn holds(&self, begin: NaiveDate, day: NaiveDate) -> bool {
        let elapsed = match self.frequency {
            Frequency::Daily => (day - begin).num_days() as i32,
            Frequency::Weekly => {
                let monday = begin - Days::new(u64::from(begin.weekday().num_days_from_monday()));
                ((day - monday).num_days() / 7) as i32
            }
            Frequency::Monthly => (day.year() - begin.year()) * 12 + day.month() as i32 - begin.month() as i32,
            Frequency::Yearly => day.year() - begin.year(),
        };
        // A day of the month that a short month lacks is its last one: the 31st of June is due on the 30th.
        let length = i32::from(day.num_days_in_month());
        let month_day =
            |&wanted: &i32| if wanted < 0 { length + 1 + wanted } else { wanted.min(length) } == day.day() as i32;
        elapsed >= 0
            && elapsed % self.interval == 0
            && (self.months.is_empty() || self.months.contains(&day.month()))
            && (self.month_days.is_empty() || self.month_days.iter().any(month_day))
            && (self.weekdays.is_empty() || self.weekdays.iter().any(|wanted| is_weekday(*wanted, day)))
    }
}

/// «MO», «-1FR»
fn weekday(text: &str) -> Option<(i32, u32)> {
    let (nth, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let number = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].iter().position(|known| *known == name)? as u32 + 1;
    Some((if nth.is_empty() { 0 } else { nth.parse().ok()? }, number))
}

fn is_weekday((nth, number): (i32, u32), day: NaiveDate) -> bool {
    let week = day.day0() as i32 / 7 + 1;
    let from_end = (i32::from(day.num_days_in_month()) - day.day() as i32) / 7 + 1;
    day.weekday().number_from_monday() == number && (nth == 0 || nth == week || -nth == from_end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::deadline::{Context, read};
    use crate::law;

    fn calendar() -> Calendar {
        law::calendar::parse(&law::built_in()).expect("the built-in calendars are sound")
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn deadline(text: &str) -> Deadline {
        let period = crate::model::Period { start: date("2025-01-01"), end: date("2025-12-31"), school_year: false };
        read(text, &Context { period: Some(period), ..Context::default() }).remove(0)
    }

    #[test]
    fn a_rule_begins_on_one_of_its_days() {
        let cases = [
            ("FREQ=MONTHLY", "2026-01-09", Some("2026-01-09")),
            ("FREQ=MONTHLY;BYMONTHDAY=25", "2026-01-26", Some("2026-02-25")),
            ("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-02-03", Some("2026-02-28")),
            ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "2026-01-01", Some("2026-03-31")),
            ("FREQ=WEEKLY;BYDAY=FR", "2026-01-03", Some("2026-01-09")),
            ("FREQ=YEARLY;BYMONTH=5;UNTIL=20260401", "2026-01-01", None),
            ("по пятницам", "2026-01-01", None),
        ];
        for (rule, start, expected) in cases {
            assert_eq!(first_of(rule, date(start)), expected.map(date), "{rule}");
        }
    }

    #[test]
    fn what_recurs_is_due_by_its_rule() {
        for (text, expected) in [
            ("до 1 июля 2025 года", "2025-07-01"),
            ("II квартал", "2025-06-30"),
            ("ежеквартально", "2025-03-31 2025-06-30 2025-09-30 2025-12-31"),
            ("ежегодно до 1 марта", "2025-03-01"),
            ("2 раза в год (апрель, октябрь)", "2025-04-30 2025-10-31"),
            ("ежеквартально, последняя среда", "2025-03-26 2025-06-25 2025-09-24 2025-12-31"),
            ("ежемесячно с 01.10.2025", "2025-10-31 2025-11-30 2025-12-31"),
            ("ежемесячно до 31.03.2025", "2025-01-31 2025-02-28 2025-03-31"),
            ("ежемесячно до 31 числа с 01.10.2025", "2025-10-31 2025-11-30 2025-12-31"),
            ("постоянно", ""),
            ("по мере необходимости", ""),
            ("в течение 3 дней", ""),
        ] {
            let due = due_dates(&deadline(text), date("2025-01-01"), date("2025-12-31"), &calendar());
            let due: Vec<String> = due.iter().map(ToString::to_string).collect();
            assert_eq!(due.join(" "), expected, "{text}");
        }
    }

    #[test]
    fn working_days_follow_the_calendar() {
        let due = due_dates(&deadline("каждый рабочий день"), date("2025-04-30"), date("2025-05-12"), &calendar());
        let due: Vec<String> = due.iter().map(ToString::to_string).collect();
        assert_eq!(due.join(" "), "2025-04-30 2025-05-05 2025-05-06 2025-05-07 2025-05-12");
    }

    #[test]
    fn the_next_day_may_be_years_ahead() {
        let every_three = deadline("1 раз в 3 года");
        assert_eq!(next_due(&every_three, date("2025-06-01"), &calendar()), Some(date("2025-12-31")));
        assert_eq!(next_due(&deadline("до 01.03.2025"), date("2025-03-02"), &calendar()), None);
        assert_eq!(next_due(&deadline("до 01.03.2025"), date("2025-03-01"), &calendar()), Some(date("2025-03-01")));
        assert_eq!(next_due(&deadline("с 1 марта 2025 г. постоянно"), date("2025-01-01"), &calendar()), None);
    }

    #[test]
    fn only_dates_and_periods_are_overdue() {
        assert!(is_overdue(&deadline("до 01.03.2025"), date("2025-03-02")));
        assert!(!is_overdue(&deadline("до 01.03.2025"), date("2025-03-01")));
        assert!(!is_overdue(&deadline("ежемесячно до 31.03.2025"), date("2025-06-01")));
    }

    #[test]
    fn relative_terms_end_on_working_days() {
        for (text, event, expected) in [
            ("в течение 5 рабочих дней со дня получения", "2025-04-28", "2025-05-07"),
            ("в течение 3 дней со дня получения", "2025-04-29", "2025-05-05"),
            ("в месячный срок", "2025-01-31", "2025-02-28"),
            ("за 5 рабочих дней до заседания", "2025-05-12", "2025-04-29"),
            ("немедленно", "2025-05-01", "2025-05-01"),
        ] {
            let due = due_after(&deadline(text), date(event), &calendar());
            assert_eq!((due.value, due.warnings.len()), (Some(date(expected)), 0), "{text}");
        }
        let far = due_after(&deadline("в течение 5 рабочих дней со дня получения"), date("2035-03-01"), &calendar());
        assert_eq!(far.warnings.len(), 1);
    }
}
