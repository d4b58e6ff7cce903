//! RFC 5545 rules of what recurs.

use chrono::NaiveDate;

use super::statement::{On, Recurrence};
use super::time::{Part, Time, Unit};
use crate::model::PeriodUnit;

/// The rule, without `RRULE:`. `anchors` are the times of the year that the text names; `until` is the last day.
///
/// What names no day is due by the end of its unit, so that any program that reads such rules finds the same days.
pub(super) fn rule(recurrence: &Recurrence, anchors: &[Time], until: Option<NaiveDate>) -> String {
    let mut rule = match recurrence.unit {
        PeriodUnit::Day => frequency("DAILY", recurrence.count),
        PeriodUnit::WorkingDay => "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR".to_owned(),
        PeriodUnit::Week => {
            let days = match recurrence.on {
                On::Weekdays(days) => weekdays(days),
                On::Start => "MO".to_owned(),
                _ => "FR".to_owned(),
            };
            format!("{};BYDAY={days}", frequency("WEEKLY", recurrence.count))
        }
        _ if !anchors.is_empty() => yearly(recurrence, anchors),
        PeriodUnit::Month => format!("{};{}", frequency("MONTHLY", recurrence.count), day_of_month(recurrence.on)),
        unit => {
            let months = months_of(unit, recurrence.on);
            format!("{};BYMONTH={months};{}", frequency("YEARLY", years(recurrence)), day_of_month(recurrence.on))
        }
    };
    if rule == "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1" || rule.ends_with("BYMONTH=12;BYMONTHDAY=-1") {
        rule.truncate(rule.len() - 2);
        rule.push_str("31");
    }
    if let Some(until) = until {
        rule.push_str(&until.format(";UNTIL=%Y%m%d").to_string());
    }
    rule
}

fn frequency(name: &str, interval: i32) -> String {
    if interval > 1 { format!("FREQ={name};INTERVAL={interval}") } else { format!("FREQ={name}") }
}

/// Interval in years of a rule that is told by months of the year.
fn years(recurrence: &Recurrence) -> i32 {
    if recurrence.unit == PeriodUnit::Year { recurrence.count } else { 1 }
}

/// «ежегодно, в апреле и октябре»
fn yearly(recurrence: &Recurrence, anchors: &[Time]) -> String {
    let mut months = Vec::new();
    let mut days = Vec::new();
    for anchor in anchors {
        let (month, day) = last_month_and_day(anchor);
        months.push(month);
        days.push(day);
    }
    months.sort_unstable();
    months.dedup();
    let months: Vec<String> = months.iter().map(ToString::to_string).collect();
    let day = if days.windows(2).all(|pair| pair[0] == pair[1]) { days[0] } else { -1 };
    let on = match recurrence.on {
        On::End if day > 0 => format!("BYMONTHDAY={day}"),
        on => day_of_month(on),
    };
    format!("{};BYMONTH={};{on}", frequency("YEARLY", years(recurrence)), months.join(","))
}

/// The last month of a time and its last day, -1 for the end of the month.
fn last_month_and_day(time: &Time) -> (u8, i32) {
    match (time.last.unit, time.last.part) {
        (Unit::Day { month, day }, _) => (month, i32::from(day)),
        (Unit::Month(month), Part::Decade(1) | Part::Start) => (month, 10),
        (Unit::Month(month), Part::Decade(2) | Part::Middle) => (month, 20),
        (Unit::Month(month), Part::Half(1)) => (month, 15),
        (Unit::Month(month) | Unit::Weekday { month, .. }, _) => (month, -1),
        (Unit::Quarter(quarter), _) => (quarter.saturating_mul(3).min(12), -1),
        (Unit::HalfYear(half), _) => (half.saturating_mul(6).min(12), -1),
        (Unit::Season(1), _) => (2, -1),
        (Unit::Season(season), _) => (season.saturating_mul(3).saturating_sub(1).min(12), -1),
        (Unit::Trimester(n), _) => ([11, 2, 5][usize::from(n.clamp(1, 3)) - 1], -1),
        (Unit::Term(n), _) => ([10, 12, 3, 5][usize::from(n.clamp(1, 4)) - 1], -1),
        (Unit::Holidays(season), _) => ([1, 3, 8, 11][usize::from(season.clamp(1, 4)) - 1], -1),
        (Unit::SchoolYear, Part::Start) => (9, -1),
        (Unit::SchoolYear, _) => (8, -1),
        (Unit::Year, Part::Start) => (3, -1),
        (Unit::Year | Unit::PlanYear | Unit::Plan, _) => (12, -1),
    }
}

/// Months in which a unit ends, or in which the one after it begins where a day of the month is named: a report on a quarter «до
/// 10 числа» is due in the month after it.
fn months_of(unit: PeriodUnit, on: On) -> &'static str {
    let next = matches!(on, On::MonthDays(_) | On::Start);
    match (unit, next) {
        (PeriodUnit::Quarter, false) => "3,6,9,12",
        (PeriodUnit::Quarter, true) => "1,4,7,10",
        (PeriodUnit::Trimester, false) => "2,5,11",
        (PeriodUnit::Trimester, true) => "3,9,12",
        (PeriodUnit::HalfYear, false) => "6,12",
        (PeriodUnit::HalfYear, true) => "1,7",
        (_, false) => "12",
        (_, true) => "1",
    }
}

fn day_of_month(on: On) -> String {
    match on {
        On::End | On::Week(-1) => "BYMONTHDAY=-1".to_owned(),
        On::Start => "BYMONTHDAY=10".to_owned(),
        On::MonthDays(days) => {
            let days: Vec<String> = month_days(days).map(|day| day.to_string()).collect();
            format!("BYMONTHDAY={}", days.join(","))
        }
        On::DayOfLastMonth(day) => format!("BYMONTHDAY={day}"),
        On::Week(week) => format!("BYMONTHDAY={}", (i32::from(week) * 7).min(28)),
        On::Weekdays(days) => format!("BYDAY={}", weekdays(days)),
        On::NthWeekday(nth, weekday) => format!("BYDAY={nth}{}", weekdays(1 << (weekday.clamp(1, 7) - 1))),
    }
}

/// Days of the month that are set.
pub(super) fn month_days(days: u32) -> impl Iterator<Item = u32> {
    (1..32).filter(move |day| days >> day & 1 == 1)
}

fn weekdays(days: u8) -> String {
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    names.iter().enumerate().filter(|(i, _)| days >> i & 1 == 1).map(|(_, name)| *name).collect::<Vec<_>>().join(",")
}

/// The day of the year by which an anchor is due: «1 марта», «конца мая».
pub(super) fn due_text(anchor: &Time) -> String {
    let (month, day) = last_month_and_day(anchor);
    super::reading::day_of_year(month, day)
}
