//! The levels that read years, and the points of the calendar: days, months, quarters and the like.

use super::cascade::Rule;
use super::time::{Part, Time, Unit, Year};
use super::token::{Class, Item, Items};

/// Years with the words around them.
pub(super) const YEARS: &[Rule] = &[
    Rule {
        name: "school-years",
        example: "2024-2025 уч. год",
        pattern: "digits4 slash|dash digits4|number school year* years?",
        build: school_years,
    },
    Rule {
        name: "years-of-school",
        example: "2024/2025",
        pattern: "digits4 slash digits4|number year* years?",
        build: school_years,
    },
    Rule {
        name: "school-year",
        example: "2025 учебный год",
        pattern: "digits4 school year",
        build: |items| year(Unit::SchoolYear, Year::School(items.value_of(Class::Digits4)?)),
    },
    Rule {
        name: "calendar-year",
        example: "2025 г.",
        pattern: "digits4 calendar? year* years?",
        build: |items| year(Unit::Year, Year::Is(items.value_of(Class::Digits4)?)),
    },
    Rule { name: "short-years", example: "2025-26 гг.", pattern: "digits4 dash number years", build: short_years },
    Rule {
        name: "lost-hyphen", example: "2009 2011 годы", pattern: "digits4 digits4 years|year", build: lost_hyphen
    },
    Rule {
        name: "this-year",
        example: "текущего года",
        pattern: "this|reported calendar? year",
        build: |_| year(Unit::Year, Year::This),
    },
    Rule {
        name: "next-year",
        example: "в следующем году",
        pattern: "next calendar? year",
        build: |_| year(Unit::Year, Year::Next),
    },
    Rule {
        name: "this-school-year",
        example: "учебный год",
        pattern: "this|all|reported? school year",
        build: |_| year(Unit::SchoolYear, Year::ThisSchool),
    },
    Rule {
        name: "next-school-year",
        example: "в новом учебном году",
        pattern: "next school year",
        build: |_| year(Unit::SchoolYear, Year::NextSchool),
    },
    Rule {
        name: "all-year",
        example: "всего года",
        pattern: "all this|calendar|reported* year",
        build: |_| year(Unit::PlanYear, Year::Missing),
    },
];

/// Days, months, quarters and the like, with their year where it is named.
pub(super) const POINTS: &[Rule] = &[
    Rule {
        name: "numeric-year",
        example: "до 01.05 2025 года",
        pattern: "time year-of|year*",
        build: numeric_with_year,
    },
    Rule {
        name: "day",
        example: "5-го мая 2025 г.",
        pattern: "number|ordinal day-number? month-name month? year-of|year?",
        build: |items| named(items, day),
    },
    Rule {
        name: "day-short-year",
        example: "5 мая 25 г.",
        pattern: "number|ordinal month-name number year",
        build: |items| short_year(items, day(items)?),
    },
    Rule {
        name: "roman-date",
        example: "15/III-2025",
        pattern: "number slash ordinal slash|dash? year-of",
        build: |items| {
            let (day, month) = (items.first()?, items.get(2)?);
            let year = items.last()?.time?.first.year;
            let fits = (1..=12).contains(&month.value) && month.digits == 0;
            fits.then(|| of(Time::of(Unit::Day { month: month.value as u8, day: day.value.clamp(0, 99) as u8 }, year)))
        },
    },
    Rule {
        name: "first-months-of-year",
        example: "9 месяцев 2025 года",
        pattern: "ordinal? number month year-of",
        build: |items| {
            let months = items.value_of(Class::Number).filter(|months| [3, 6, 9, 12].contains(months))?;
            let year = items.last()?.time?.first.year;
            let calendar = matches!(year, Year::Is(_) | Year::This | Year::Next);
            calendar.then(|| of(Time::of(Unit::Month(1), year).to(Time::of(Unit::Month(months as u8), year))))
        },
    },
    Rule { name: "roman-month", example: "VI.2025", pattern: "ordinal year-of", build: roman_month },
    Rule {
        name: "spaced-date",
        example: "05 06 2025",
        pattern: "number|ordinal number|ordinal year-of",
        build: spaced_date,
    },
    Rule {
        name: "month",
        example: "май 2025 г.",
        pattern: "month-name month? year-of?",
        build: |items| named(items, |items| Some(Unit::Month(items.value_of(Class::MonthName)? as u8))),
    },
    Rule {
        name: "month-short-year",
        example: "май 25 г.",
        pattern: "month-name number year",
        build: |items| short_year(items, Unit::Month(items.value_of(Class::MonthName)? as u8)),
    },
    Rule {
        name: "quarter",
        example: "III кв. 2025 г.",
        pattern: "number|ordinal quarter year-of?",
        build: |items| named(items, |items| Some(Unit::Quarter(stroke_number(items.first()?)))),
    },
    Rule {
        name: "quarter-and-number",
        example: "квартал 3",
        pattern: "quarter number|ordinal year-of?",
        build: |items| named(items, |items| Some(Unit::Quarter(stroke_number(items.get(1)?)))),
    },
    Rule {
        name: "quarters-and-numbers",
        example: "кв. III–IV 2025 г.",
        pattern: "quarter number|ordinal dash number|ordinal year-of?",
        build: quarters,
    },
    Rule {
        name: "quarter-short-year",
        example: "III кв. 25 г.",
        pattern: "number|ordinal quarter number year",
        build: |items| short_year(items, Unit::Quarter(stroke_number(items.first()?))),
    },
    Rule {
        name: "half-year",
        example: "первое полугодие",
        pattern: "number|ordinal half-year year-of?",
        build: |items| named(items, |items| Some(Unit::HalfYear(stroke_number(items.first()?)))),
    },
    Rule {
        name: "trimester",
        example: "I триместр",
        pattern: "number|ordinal trimester year-of?",
        build: |items| named(items, |items| Some(Unit::Trimester(stroke_number(items.first()?)))),
    },
    Rule {
        name: "term",
        example: "2 четверть",
        pattern: "number|ordinal school? term year-of?",
        build: |items| named(items, |items| Some(Unit::Term(stroke_number(items.first()?)))),
    },
    Rule {
        name: "season",
        example: "летний период 2025 г.",
        pattern: "season span|month? year-of?",
        build: |items| named(items, |items| Some(Unit::Season(items.value_of(Class::Season)? as u8))),
    },
    Rule {
        name: "winter-of-two-years",
        example: "зима 2024-2025",
        pattern: "season span? year-of dash year-of",
        build: winter,
    },
    Rule {
        name: "season-holidays",
        example: "осенние каникулы",
        pattern: "season school? holidays year-of?",
        build: |items| named(items, |items| Some(Unit::Holidays(items.value_of(Class::Season)? as u8))),
    },
    Rule {
        name: "weekday-of-month",
        example: "первый понедельник мая",
        pattern: "number|ordinal|last weekday month-name year-of?",
        build: weekday,
    },
    Rule {
        name: "week-of-month",
        example: "вторая неделя мая",
        pattern: "number|ordinal|last week month-name year-of?",
        build: week,
    },
    Rule {
        name: "first-weeks",
        example: "первые две недели мая",
        pattern: "ordinal number week|day month-name year-of?",
        build: first_weeks,
    },
    Rule {
        name: "feast",
        example: "Международный день инвалидов",
        pattern: "feast-kind? day feast word? word? year-of?",
        build: |items| named(items, feast),
    },
    Rule {
        name: "month-and-its-week",
        example: "сентябрь (1-я неделя)",
        pattern: "month-name year-of? comma|bracket number|ordinal|last week|decade bracket?",
        build: month_and_week,
    },
    Rule {
        name: "decade-of-month",
        example: "2 декада мая",
        pattern: "number|ordinal|last decade month-name year-of?",
        build: decade,
    },
    Rule {
        name: "last-day-of-month",
        example: "последний рабочий день мая",
        pattern: "last working? day|day-number month-name year-of?",
        build: |items| {
            Some(part(time(named(items, |i| Some(Unit::Month(i.value_of(Class::MonthName)? as u8)))?)?, Part::End))
        },
    },
];

/// An item that is a time.
pub(super) fn of(time: Time) -> Item {
    let mut item = Item::new(Class::Time, 0, 0, 0);
    item.time = Some(time);
    item
}

fn time(item: Item) -> Option<Time> {
    item.time
}

fn part(time: Time, part: Part) -> Item {
    of(time.with_part(part))
}

fn year(unit: Unit, year: Year) -> Option<Item> {
    let mut item = of(Time::of(unit, year));
    item.class = Class::YearOf;
    Some(item)
}

/// «2024/2025 уч. год», «2024-25 уч. г.»
fn school_years(items: &[Item]) -> Option<Item> {
    let first = items.first()?.value;
    let second = items.get(2)?;
    let second = if second.digits == 4 { second.value } else { first / 100 * 100 + second.value };
    match second - first {
        1 => year(Unit::SchoolYear, Year::School(first)),
        2..=10 if items.has(Class::School) => {
            let mut item = year(Unit::SchoolYear, Year::School(first))?;
            item.time = Some(
                Time::of(Unit::SchoolYear, Year::School(first))
                    .to(Time::of(Unit::SchoolYear, Year::School(second - 1))),
            );
            Some(item)
        }
        _ => None,
    }
}

/// «2009 2011 годы»
fn lost_hyphen(items: &[Item]) -> Option<Item> {
    let (first, last) = (items.first()?.value, items.get(1)?.value);
    let mut item = of(Time::of(Unit::Year, Year::Is(first)).to(Time::of(Unit::Year, Year::Is(last))));
    item.repaired = true;
    (first < last).then_some(item)
}

/// «2025-26 гг.»: calendar years, the second without its century.
fn short_years(items: &[Item]) -> Option<Item> {
    let (first, last) = (items.first()?.value, items.get(2)?);
    let second = first / 100 * 100 + last.value;
    let fits = last.digits == 2 && (1..=10).contains(&(second - first));
    fits.then(|| of(Time::of(Unit::Year, Year::Is(first)).to(Time::of(Unit::Year, Year::Is(second)))))
}

/// «кв. III–IV 2025 г.»
fn quarters(items: &[Item]) -> Option<Item> {
    let (first, last) = (stroke_number(items.get(1)?), stroke_number(items.get(3)?));
    let year = items.last_of(Class::YearOf).and_then(|item| item.time).map_or(Year::Missing, |time| time.first.year);
    (first < last && last <= 4)
        .then(|| of(Time::of(Unit::Quarter(first), year).to(Time::of(Unit::Quarter(last), year))))
}

/// A unit with the year that follows it, or without one.
fn named(items: &[Item], unit: impl Fn(&[Item]) -> Option<Unit>) -> Option<Item> {
    let year = items.last_of(Class::YearOf).and_then(|item| item.time).map_or(Year::Missing, |time| time.first.year);
    let time = match (unit(items)?, year) {
        // Half of a school year, not of the calendar's.
        (Unit::HalfYear(half @ 1..=2), Year::School(_) | Year::ThisSchool | Year::NextSchool) => {
            Time::of(Unit::SchoolYear, year).with_part(Part::Half(half))
        }
        (unit, _) => Time::of(unit, year),
    };
    let mut item = of(time);
    item.repaired = items.first()?.digits > 1 && !items.has(Class::MonthName) && items.first()?.class == Class::Number;
    Some(item)
}

fn day(items: &[Item]) -> Option<Unit> {
    let day = u8::try_from(items.first()?.value).unwrap_or(u8::MAX);
    Some(Unit::Day { month: items.value_of(Class::MonthName)? as u8, day })
}

/// «15 мая 25 г.»
fn short_year(items: &[Item], unit: Unit) -> Option<Item> {
    let number = items.last_of(Class::Number).filter(|item| item.digits == 2)?;
    Some(of(Time::of(unit, Year::Is(2000 + number.value))))
}

/// «01 06 2025», «15 IX 2025 г.», «I.VI.2025»
fn spaced_date(items: &[Item]) -> Option<Item> {
    let [day, month, year] = items else { return None };
    let Year::Is(year) = year.time?.first.year else { return None };
    let all_roman = day.class == Class::Ordinal && day.digits == 0 && month.digits == 0 && day.end == month.start;
    let fits = ((1..=2).contains(&day.digits) && day.class == Class::Number || all_roman)
        && (1..=12).contains(&month.value)
        && (month.digits == 2 || month.class == Class::Ordinal);
    let mut item = of(Time::day(year, month.value as u8, u8::try_from(day.value).ok()?));
    item.repaired = true;
    fits.then_some(item)
}

/// «VI.2025»: nothing but the stop stands between the two.
fn roman_month(items: &[Item]) -> Option<Item> {
    let [month, year] = items else { return None };
    let fits = (1..=12).contains(&month.value) && month.digits == 0 && month.end == year.start;
    fits.then(|| of(Time::of(Unit::Month(month.value as u8), year.time.map_or(Year::Missing, |time| time.first.year))))
}

/// The number of a quarter or a half, also where Roman strokes were read as ones: «111 квартал» is the third.
pub(super) fn stroke_number(item: &Item) -> u8 {
    match (item.digits, item.value) {
        (2, 11) => 2,
        (3, 111) => 3,
        (_, value) => u8::try_from(value).unwrap_or(u8::MAX),
    }
}

/// «01.08 2025 г.», «05.03.2025 года»
fn numeric_with_year(items: &[Item]) -> Option<Item> {
    let mut item = *items.first()?;
    if let Some(year) = items.first_of(Class::YearOf).and_then(|item| item.time) {
        if item.time?.first.year != Year::Missing {
            return None;
        }
        item.time = Some(item.time?.with_year(year.first.year));
    }
    (items.len() > 1).then_some(item)
}

/// «зима 2024–2025»
fn winter(items: &[Item]) -> Option<Item> {
    let season = items.value_of(Class::Season)? as u8;
    let (first, last) = (items.first_of(Class::YearOf)?.time?, items.last_of(Class::YearOf)?.time?);
    match (season, first.first.year, last.first.year) {
        (1, Year::Is(from), Year::Is(to)) if to == from + 1 => Some(of(Time::of(Unit::Season(1), Year::School(from)))),
        _ => None,
    }
}

fn weekday(items: &[Item]) -> Option<Item> {
    let nth = nth(items)?;
    let (weekday, month) = (items.value_of(Class::Weekday)? as u8, items.value_of(Class::MonthName)? as u8);
    named(items, |_| Some(Unit::Weekday { nth, weekday, month }))
}

fn week(items: &[Item]) -> Option<Item> {
    let week = nth(items)?.max(0) as u8;
    let month = named(items, |items| Some(Unit::Month(items.value_of(Class::MonthName)? as u8)))?;
    Some(part(month.time?, Part::Week(week)))
}

/// «первые две недели сентября», «первые 10 дней мая»
fn first_weeks(items: &[Item]) -> Option<Item> {
    let count =
        items.value_of(Class::Number).filter(|count| items.first().is_some_and(|i| i.value == 1) && *count > 0)?;
    let days = if items.has(Class::Week) { count * 7 } else { count };
    let last_day = u8::try_from(days).ok().filter(|days| *days <= 28)?;
    let month = items.value_of(Class::MonthName)? as u8;
    let day = |day| move |_: &[Item]| Some(Unit::Day { month, day });
    let (first, last) = (named(items, day(1))?.time?, named(items, day(last_day))?.time?);
    Some(of(first.to(last)))
}

/// «День Победы»
fn feast(items: &[Item]) -> Option<Unit> {
    let day = u8::try_from(items.value_of(Class::Feast)? % 100).ok()?;
    Some(Unit::Day { month: u8::try_from(items.value_of(Class::Feast)? / 100).ok()?, day })
}

/// «сентябрь (1-я неделя)»
fn month_and_week(items: &[Item]) -> Option<Item> {
    let at = items.iter().position(|item| matches!(item.class, Class::Comma | Class::Bracket))?;
    let month = named(items, |items| Some(Unit::Month(items.value_of(Class::MonthName)? as u8)))?.time?;
    let nth = nth(&items[at + 1..])?;
    Some(part(
        month,
        match (items.has(Class::Decade), nth) {
            (true, -1 | 3) => Part::Decade(3),
            (true, nth @ 1..=2) => Part::Decade(nth as u8),
            (true, _) => return None,
            (false, nth) => Part::Week(nth.max(0) as u8),
        },
    ))
}

fn decade(items: &[Item]) -> Option<Item> {
    let decade = nth(items).filter(|n| *n < 4)?.max(0) as u8;
    let month = named(items, |items| Some(Unit::Month(items.value_of(Class::MonthName)? as u8)))?;
    Some(part(month.time?, Part::Decade(if decade == 0 { 3 } else { decade })))
}

/// 1 to 5, or -1 for the last.
fn nth(items: &[Item]) -> Option<i8> {
    let first = items.first()?;
    if first.class == Class::Last {
        return Some(-1);
    }
    let nth = i32::from(stroke_number(first));
    (1..=5).contains(&nth).then_some(nth as i8)
}
