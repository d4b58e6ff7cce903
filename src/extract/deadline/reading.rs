//! How a text was understood, in one Russian sentence or two that a clerk would accept.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate};

use super::Context;
use super::recurrence;
use super::statement::{How, On, Recurrence};
use super::time::{Time, Unit};
use super::years::{Origin, Settled};
use crate::language::month::GENITIVE;
use crate::model::{Deadline, DeadlineKind, PeriodUnit};

/// Without end and without a beginning.
pub(super) const CONTINUOUS: &str = "Выполняется постоянно, срок не конкретный.";
/// As in the row above.
pub(super) const DITTO: &str = "Срок тот же, что в предыдущей строке.";
/// No deadline.
pub(super) const ABSENT: &str = "Срок не указан.";
/// Not understood.
pub(super) const UNRECOGNIZED: &str = "Срок не распознан, текст оставлен как есть.";
/// Dates of signatures.
pub(super) const SIGNATURE: &str = "Это сведения об электронной подписи, а не срок.";

/// «1 июля 2026 года»
///
/// Every deadline with a date is told with it, so the parts are put together without the formatting machinery, here and in
/// [`dated`]: that takes a tenth off the reading of a cell.
pub(super) fn day(date: NaiveDate) -> String {
    [&date.day().to_string(), GENITIVE[date.month0() as usize], &date.year().to_string(), "года"].join(" ")
}

/// «Не позднее 1 июля 2026 года.» with what was inferred.
pub(super) fn dated(row: &mut Deadline, how: How, settled: &Settled, context: &Context) {
    let mut text = match (row.kind, row.start_date, row.end_date) {
        (DeadlineKind::Date, _, Some(end)) if row.bound == Some(crate::model::Bound::On) => {
            ["В день ", &day(end), "."].concat()
        }
        (DeadlineKind::Date, _, Some(end)) => ["Не позднее ", &day(end), "."].concat(),
        (DeadlineKind::Period, Some(start), Some(end)) => ["С ", &day(start), " по ", &day(end), "."].concat(),
        (DeadlineKind::Continuous, start, _) => since(start),
        _ => "Срок указан без года, и взять год неоткуда.".to_owned(),
    };
    origin(&mut text, settled, context);
    if row.ambiguous {
        text.push_str(match (row.kind, how) {
            (DeadlineKind::Date, How::Until | How::By) if !settled.time.is_day() => {
                " «До» понято как «до начала»; возможно, имелся в виду конец этого срока."
            }
            (DeadlineKind::Continuous, _) => " Окончание не указано.",
            _ if settled.time.first.is_local_custom() => {
                " Границы приблизительны: точные дни организация назначает сама."
            }
            _ => " Возможно и другое прочтение.",
        });
    }
    row.reading = text;
}

/// «Постоянно с …»
pub(super) fn since(start: Option<NaiveDate>) -> String {
    start.map_or_else(|| CONTINUOUS.to_owned(), |start| format!("Постоянно, начиная с {}.", day(start)))
}

fn origin(text: &mut String, settled: &Settled, context: &Context) {
    if matches!(settled.origin, Origin::Stated | Origin::Unknown) {
        return;
    }
    let years = match (settled.start.map(|d| d.year()), settled.end.map(|d| d.year())) {
        (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
        (Some(year), _) | (_, Some(year)) => year.to_string(),
        _ => return,
    };
    let whole_plan = matches!(settled.time.first.unit, Unit::Plan | Unit::PlanYear);
    let _ = match settled.origin {
        Origin::Stated | Origin::Unknown => Ok(()),
        Origin::Neighbour => write!(text, " Год не указан, взят из соседней даты: {years}."),
        Origin::Section => write!(text, " Год не указан, взят из заголовка раздела: {years}."),
        Origin::Plan if whole_plan => write!(text, " Границы взяты из срока плана."),
        Origin::Plan if context.period.is_some_and(|period| period.school_year) => {
            write!(text, " Год не указан, взят из учебного года плана: {years}.")
        }
        Origin::Plan => write!(text, " Год не указан, взят из срока плана: {years}."),
        Origin::Approval => write!(text, " Год не указан, взят из даты утверждения плана: {years}."),
    };
}

/// A day that does not exist, or an end before its beginning.
pub(super) fn invalid(settled: &Settled) -> String {
    match (settled.start, settled.end) {
        (Some(start), Some(end)) => format!("Срок с {} кончается раньше, чем начинается: {}.", day(start), day(end)),
        _ => "Такой даты нет в календаре.".to_owned(),
    }
}

/// «В течение 10 рабочих дней со дня изменения.»
pub(super) fn relative(unit: PeriodUnit, count: i32, event: Option<&str>) -> String {
    let mut text = match count {
        0 => "Сразу".to_owned(),
        ..0 => format!("Не позднее чем за {}", units(unit, -count)),
        _ => format!("В течение {}", units_of(unit, count)),
    };
    match event {
        Some(event) => {
            text.push(' ');
            text.push_str(event);
            text.push('.');
        }
        None => text.push_str("; событие, от которого считать, не названо."),
    }
    text
}

/// «Зависит от условия: …»
pub(super) fn conditional(words: &str) -> String {
    format!("Дата не названа, срок зависит от условия: {words}.")
}

/// «Срок установлен другим документом: …»
pub(super) fn elsewhere(words: &str) -> String {
    format!("Срок установлен другим документом: {words}.")
}

/// «Каждый месяц, не позднее 25-го числа, с …»
pub(super) fn recurring(
    recurrence: &Recurrence,
    anchors: &[Time],
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
) -> String {
    let mut text = match (recurrence.times, recurrence.count) {
        (1, 1) => each(recurrence.unit).to_owned(),
        (1, count) => format!("Один раз в {}", units(recurrence.unit, count)),
        (times, count) => format!("{} в {}", plural(times, ["раз", "раза", "раз"]), units(recurrence.unit, count)),
    };
    match recurrence.on {
        On::End => {}
        On::Start => text.push_str(", в начале"),
        On::MonthDays(days) => {
            let days: Vec<String> = recurrence::month_days(days).map(|day| format!("{day}-го")).collect();
            let _ = write!(text, ", не позднее {} числа", days.join(" и "));
        }
        On::DayOfLastMonth(day) => {
            let _ = write!(text, ", не позднее {day}-го числа последнего месяца");
        }
        On::Weekdays(days) => {
            let names = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"];
            let named: Vec<&str> =
                names.iter().enumerate().filter(|(i, _)| days >> i & 1 == 1).map(|(_, name)| *name).collect();
            let _ = write!(text, ", день недели: {}", named.join(", "));
        }
        On::NthWeekday(..) | On::Week(_) => text.push_str(", в названный день"),
    }
    if !anchors.is_empty() {
        let last: Vec<String> = anchors.iter().map(recurrence::due_text).collect();
        let _ = write!(text, ", не позднее {}", last.join(" и "));
    }
    if let Some(start) = start {
        let _ = write!(text, ", с {}", day(start));
    }
    if let Some(end) = end {
        let _ = write!(text, ", по {}", day(end));
    }
    text.push('.');
    text
}

/// «10 мая», «конца мая»
pub(super) fn day_of_year(month: u8, day: i32) -> String {
    let month = GENITIVE[usize::from(month.clamp(1, 12)) - 1];
    if day > 0 { format!("{day} {month}") } else { format!("конца {month}") }
}

fn each(unit: PeriodUnit) -> &'static str {
    match unit {
        PeriodUnit::Day => "Каждый день",
        PeriodUnit::WorkingDay => "Каждый рабочий день",
        PeriodUnit::Week => "Каждую неделю",
        PeriodUnit::Month => "Каждый месяц",
        PeriodUnit::Quarter => "Каждый квартал",
        PeriodUnit::Trimester => "Каждый триместр",
        PeriodUnit::HalfYear => "Каждое полугодие",
        PeriodUnit::Year => "Каждый год",
    }
}

/// «5 рабочих дней», accusative.
fn units(unit: PeriodUnit, count: i32) -> String {
    plural(
        count,
        match unit {
            PeriodUnit::Day => ["день", "дня", "дней"],
            PeriodUnit::WorkingDay => ["рабочий день", "рабочих дня", "рабочих дней"],
            PeriodUnit::Week => ["неделю", "недели", "недель"],
            PeriodUnit::Month => ["месяц", "месяца", "месяцев"],
            PeriodUnit::Quarter => ["квартал", "квартала", "кварталов"],
            PeriodUnit::Trimester => ["триместр", "триместра", "триместров"],
            PeriodUnit::HalfYear => ["полугодие", "полугодия", "полугодий"],
            PeriodUnit::Year => ["год", "года", "лет"],
        },
    )
}

/// «5 рабочих дней», genitive.
fn units_of(unit: PeriodUnit, count: i32) -> String {
    plural(
        count,
        match unit {
            PeriodUnit::Day => ["дня", "дней", "дней"],
            PeriodUnit::WorkingDay => ["рабочего дня", "рабочих дней", "рабочих дней"],
            PeriodUnit::Week => ["недели", "недель", "недель"],
            PeriodUnit::Month => ["месяца", "месяцев", "месяцев"],
            PeriodUnit::Quarter => ["квартала", "кварталов", "кварталов"],
            PeriodUnit::Trimester => ["триместра", "триместров", "триместров"],
            PeriodUnit::HalfYear => ["полугодия", "полугодий", "полугодий"],
            PeriodUnit::Year => ["года", "лет", "лет"],
        },
    )
}

fn plural(count: i32, [one, few, many]: [&str; 3]) -> String {
    let form = match (count % 100, count % 10) {
        (11..=14, _) => many,
        (_, 1) => one,
        (_, 2..=4) => few,
        _ => many,
    };
    format!("{count} {form}")
}
