//! What the values inside a matched phrase say: units, counts, days of the month, and where its condition begins.

use super::ranges::limits;
use super::statement::{How, On, Recurrence, What};
use super::time::Unit;
use super::token::{Class, Item, Items};
use crate::model::PeriodUnit;

/// The unit with a number; see the lexicon.
pub(super) fn unit(value: i32) -> Option<PeriodUnit> {
    use PeriodUnit::{Day, HalfYear, Month, Quarter, Trimester, Week, WorkingDay, Year};
    [Day, WorkingDay, Week, Month, Quarter, Trimester, HalfYear, Year].into_iter().find(|unit| *unit as i32 == value)
}

/// The unit that the last unit word names.
pub(super) fn unit_word(items: &[Item]) -> Option<PeriodUnit> {
    let named = items.iter().find_map(|item| match item.class {
        Class::Day => Some(PeriodUnit::Day),
        Class::Week => Some(PeriodUnit::Week),
        Class::Month => Some(PeriodUnit::Month),
        Class::Quarter | Class::Term => Some(PeriodUnit::Quarter),
        Class::Trimester => Some(PeriodUnit::Trimester),
        Class::HalfYear => Some(PeriodUnit::HalfYear),
        Class::Year | Class::Time => Some(PeriodUnit::Year),
        Class::Hour => Some(PeriodUnit::Day),
        _ => None,
    })?;
    Some(if named == PeriodUnit::Day && items.has(Class::Working) { PeriodUnit::WorkingDay } else { named })
}

pub(super) fn each_unit(items: &[Item]) -> Option<What> {
    let count = items.value_of(Class::Number).unwrap_or(1);
    (1..100).contains(&count).then_some(What::Every(Recurrence::every(unit_word(items)?, count)))
}

/// «1 раз в 2 года», «2 раза в год», «1–2 раза в месяц»
pub(super) fn times_per_unit(items: &[Item]) -> Option<What> {
    let at = items.iter().position(|item| item.class == Class::Times)?;
    let times = match items[at].value {
        0 => items[..at].value_of(Class::Number).unwrap_or(1),
        times => times,
    };
    let per = items.last()?.time;
    if per.is_some_and(|time| !matches!(time.last.unit, Unit::Year | Unit::SchoolYear | Unit::PlanYear)) {
        return None;
    }
    let count = items[at..].value_of(Class::Number).unwrap_or(1);
    if !(1..=366).contains(&times) || !(1..100).contains(&count) {
        return None;
    }
    let least = items.has(Class::Least);
    Some(What::Every(Recurrence { least, ..Recurrence::shared(unit_word(&items[at..])?, count, times) }))
}

pub(super) fn nth(items: &[Item]) -> Option<i8> {
    let first = items.iter().find(|item| matches!(item.class, Class::Number | Class::Ordinal | Class::Last))?;
    match (first.class, first.value) {
        (Class::Last, _) => Some(-1),
        (_, nth @ 1..=5) => Some(nth as i8),
        _ => None,
    }
}

pub(super) fn month_day(day: i32) -> Option<On> {
    (1..=31).contains(&day).then(|| On::MonthDays(1 << day))
}

/// «до 25 числа каждого месяца», «не позднее 3 числа, следующего за отчётным кварталом»
pub(super) fn day_of_month(items: &[Item]) -> Option<What> {
    let day = items.iter().find(|item| matches!(item.class, Class::Number | Class::Ordinal))?.value;
    let on = month_day(day)?;
    let of = |class: Class| {
        items.iter().rev().find(|item| item.class == Class::Reported).is_some_and(|r| r.value == class as i32)
            || items.has(class)
    };
    let unit = if of(Class::Quarter) {
        PeriodUnit::Quarter
    } else if of(Class::HalfYear) {
        PeriodUnit::HalfYear
    } else if of(Class::Month) || items.has(Class::Reported) || items.has(Class::Each) {
        PeriodUnit::Month
    } else {
        return Some(What::Anchor(on));
    };
    Some(What::Every(Recurrence { on, ..Recurrence::every(unit, 1) }))
}

/// «до 1 марта каждого года»
pub(super) fn yearly(items: &[Item]) -> Option<What> {
    let limit = items.iter().find(|item| item.time.is_some())?;
    let how = if limit.class == Class::Limit { how(limit) } else { How::Within };
    Some(What::Yearly(limit.time?, how))
}

pub(super) fn how(limit: &Item) -> How {
    match limit.value {
        limits::THROUGH => How::Through,
        limits::BY => How::By,
        _ => How::Until,
    }
}

/// «в конце каждого квартала», «по итогам полугодия», «в начале месяца»
pub(super) fn end_of_unit(items: &[Item]) -> Option<What> {
    let unit = unit_word(items)?;
    let start = items.has(Class::Start);
    let each = items.has(Class::Reported) || items.has(Class::Each);
    if (items.has(Class::Before) || items.has(Class::Through)) && !each {
        return None;
    }
    Some(What::Every(Recurrence { on: if start { On::Start } else { On::End }, ..Recurrence::every(unit, 1) }))
}

/// «в течение 10 рабочих дней со дня …»
pub(super) fn counted(items: &[Item]) -> Option<What> {
    let at = items.iter().position(|item| COUNTED_UNITS.contains(&item.class))?;
    let head = &items[..=at];
    let number = head.last_of(Class::Number).or(head.last_of(Class::Ordinal));
    let introduced = head.iter().any(|item| {
        matches!(
            item.class,
            Class::Within | Class::Through | Class::NoLater | Class::Before | Class::Deadline | Class::Least
        )
    });
    let has_event = items.len() > at + 1;
    // «до 5 лет» is an age, «5 дней» alone is no term.
    if !introduced && (number.is_none() || !has_event) || head.first()?.class == Class::Until && !has_event {
        return None;
    }
    let count = number.map_or(1, |item| item.value);
    let count = if items[at].class == Class::Hour { count / 24 + i32::from(count % 24 > 0) } else { count };
    // «за день» is before the event even where nobody names it.
    let count = if items.has(Class::Before) && !has_event { -count } else { count };
    (-10_000..10_000).contains(&count).then_some(What::Counted(unit_word(head)?, count))
}

/// Words that a term is counted in.
const COUNTED_UNITS: &[Class] = &[
    Class::Day,
    Class::Week,
    Class::Month,
    Class::Quarter,
    Class::Trimester,
    Class::HalfYear,
    Class::Year,
    Class::Hour,
];

/// Where the event or condition that a phrase names begins: the first item after what counts the time.
pub(super) fn condition_of(what: &What, items: &[Item]) -> Option<usize> {
    match what {
        What::If | What::Elsewhere => items.first().map(|item| item.start as usize),
        What::Counted(..) => {
            let last = |item: &Item| {
                COUNTED_UNITS.contains(&item.class)
                    || matches!(item.class, Class::AtOnce | Class::UnitAdjective | Class::Moment)
            };
            let at = items.iter().position(last)?;
            let at = if items[at].class == Class::UnitAdjective {
                at + items[at..].iter().position(|i| i.class == Class::Deadline)?
            } else {
                at
            };
            // «в кратчайшие сроки»
            let event = items.get(at + 1).filter(|item| !matches!(item.class, Class::Deadline | Class::Span))?;
            Some(event.start as usize)
        }
        _ => None,
    }
}
