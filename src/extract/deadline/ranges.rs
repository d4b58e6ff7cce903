//! The levels that read parts of what has been read, ranges, limits and beginnings.

use super::cascade::Rule;
use super::time::{Part, Stretch, Time, Unit, Year};
use super::times::{of, stroke_number};
use super::token::{Class, Item, Items};

/// Parts of what the levels before read, and years that stand alone.
pub(super) const PARTS: &[Rule] = &[
    Rule {
        name: "start",
        example: "начало мая",
        pattern: "start time|year-of|year",
        build: |items| part_of(items, Part::Start),
    },
    Rule {
        name: "completion",
        example: "до окончания 2025 года",
        pattern: "until|no-later completion time|year-of|year",
        build: completion,
    },
    Rule {
        name: "middle",
        example: "середина мая",
        pattern: "middle time|year-of|year",
        build: |items| part_of(items, Part::Middle),
    },
    Rule {
        name: "end",
        example: "конец мая",
        pattern: "end time|year-of|year",
        build: |items| part_of(items, Part::End),
    },
    Rule {
        name: "half",
        example: "первая половина мая",
        pattern: "number|ordinal half time|year-of|year",
        build: |items| {
            part_of(items, Part::Half(u8::try_from(items.first()?.value).ok().filter(|n| (1..3).contains(n))?))
        },
    },
    Rule { name: "year", example: "2025 год", pattern: "year-of", build: |items| Some(of(items.first()?.time?)) },
];

/// Ranges, limits and beginnings.
pub(super) const RANGES: &[Rule] = &[
    Rule {
        name: "range",
        example: "май – июнь",
        pattern: "within|in? span? time dash|by time inclusive?",
        build: range,
    },
    Rule {
        name: "range-from",
        example: "с мая по июнь",
        pattern: "within|in? span? from time dash|by|until time inclusive?",
        build: range,
    },
    Rule {
        name: "between", example: "между 25 мая и 5 июня", pattern: "between time and time", build: range
    },
    Rule {
        name: "short-between",
        example: "между 10 и 20 июня",
        pattern: "between number|ordinal and time",
        build: short_range,
    },
    Rule {
        name: "months-of-years",
        example: "май – июнь 2025–2027",
        pattern: "time dash time dash time",
        build: months_of_years,
    },
    Rule {
        name: "chain", example: "июнь-июль-август", pattern: "time dash time dash time", build: chain
    },
    Rule {
        name: "short-range",
        example: "5-9 мая",
        pattern: "within|in? span? number|ordinal dash time inclusive?",
        build: short_range,
    },
    Rule {
        name: "short-range-from",
        example: "с 5 по 9 мая",
        pattern: "within|in? span? from number|ordinal dash|by|until time inclusive?",
        build: short_range,
    },
    Rule {
        name: "within", example: "в течение мая", pattern: "within|in? span? time inclusive?", build: within
    },
    Rule { name: "range-of", example: "от 5 мая до 9 июня", pattern: "act time until time", build: range },
    Rule {
        name: "short-range-of",
        example: "от 5 до 9 мая",
        pattern: "act number|ordinal until time",
        build: short_range,
    },
    Rule {
        name: "limit",
        example: "до 5 мая включительно",
        pattern: "until|no-later|by clock? time clock? inclusive?",
        build: limit,
    },
    Rule {
        name: "limit-of-range",
        example: "до 5-9 мая",
        pattern: "until|no-later number dash time inclusive?",
        build: limit,
    },
    Rule { name: "beginning", example: "с 5 мая", pattern: "from time", build: beginning },
    Rule { name: "timed", example: "10:00 5 мая", pattern: "clock time", build: |items| items.last().copied() },
    Rule { name: "at-time", example: "5 мая 10:00", pattern: "time clock", build: |items| items.first().copied() },
];

fn part_of(items: &[Item], which: Part) -> Option<Item> {
    let whole = items.last()?;
    let time = whole.time.unwrap_or(Time::of(Unit::Year, Year::Missing));
    (time.is_single() && time.first.part == Part::Whole && !time.is_day()).then(|| of(time.with_part(which)))
}

/// «с 1 марта по 15 апреля», «апрель – май 2021 г.»
fn range(items: &[Item]) -> Option<Item> {
    let first = items.iter().find(|item| item.class == Class::Time)?;
    let last = items.last_of(Class::Time)?;
    let mut item = of(first.time?.to(last.time?));
    // «май 2025–2027 гг.» may as well be each May.
    item.repaired = first.time?.first.unit != Unit::Year && last.time?.last.unit == Unit::Year;
    item.value = i32::from(items.has(Class::Within) || items.has(Class::Span));
    Some(item)
}

/// «июнь-июль-август 2025 г.»: months or quarters one after another.
fn chain(items: &[Item]) -> Option<Item> {
    let times = items.iter().filter_map(|item| item.time).collect::<Vec<_>>();
    let number = |time: &Time| match time.first.unit {
        Unit::Month(number) | Unit::Quarter(number) if time.is_single() => Some(number),
        _ => None,
    };
    let numbers = times.iter().map(number).collect::<Option<Vec<_>>>()?;
    let alike = times.windows(2).all(|pair| pair[0].first.precision() == pair[1].first.precision());
    let goes_up = numbers.windows(2).all(|pair| pair[1] == pair[0] + 1);
    (alike && goes_up).then(|| of(times[0].to(times[2])))
}

/// «май–июнь 2025–2027 гг.»: from the first month of the first year to the last month of the last one; it may as well be
/// these months of each year.
fn months_of_years(items: &[Item]) -> Option<Item> {
    let [first, _, last, _, year] = items else { return None };
    let (first, mut last, year) = (first.time?, last.time?, year.time?);
    let fits = matches!(last.last.unit, Unit::Month(_) | Unit::Quarter(_)) && first.last.year == Year::Missing;
    let (Year::Is(from), Year::Is(_), Unit::Year, true) = (last.last.year, year.last.year, year.last.unit, fits) else {
        return None;
    };
    last.last.year = year.last.year;
    let mut item = of(first.with_year(Year::Is(from)).to(last));
    item.repaired = true;
    Some(item)
}

/// «в течение мая 2025 года»; the value says that the words make it a term, not only a date.
fn within(items: &[Item]) -> Option<Item> {
    let mut item = *items.last_of(Class::Time)?;
    item.value = item.value.max(i32::from(items.has(Class::Within) || items.has(Class::Span)));
    Some(item)
}

/// «15–30 июня», «30-1.10.14», «II–III кв.», «с 1 по 15 мая»: the left end lacks what the right end names.
fn short_range(items: &[Item]) -> Option<Item> {
    let left = items.iter().find(|item| matches!(item.class, Class::Number | Class::Ordinal))?;
    let right = items.last_of(Class::Time)?.time?;
    let number = stroke_number(left);
    let unit = match right.first.unit {
        Unit::Day { month, day } if left.digits < 3 => {
            let month = if number <= day { month } else { (month + 10) % 12 + 1 };
            Unit::Day { month, day: number }
        }
        Unit::Quarter(_) => Unit::Quarter(number),
        Unit::HalfYear(_) => Unit::HalfYear(number),
        Unit::Trimester(_) => Unit::Trimester(number),
        Unit::Term(_) => Unit::Term(number),
        unit @ Unit::Month(_) => match right.first.part {
            Part::Decade(_) | Part::Week(_) => unit,
            _ => return None,
        },
        _ => return None,
    };
    let part = match right.first.part {
        Part::Decade(_) => Part::Decade(number),
        Part::Week(_) => Part::Week(number),
        part => part,
    };
    let year = match (right.first.year, unit, right.first.unit) {
        (Year::Is(year), Unit::Day { month: 12, .. }, Unit::Day { month: 1, .. }) => Year::Is(year - 1),
        (year, ..) => year,
    };
    Some(of(Time { first: Stretch { unit, part, year }, last: right.last }))
}

/// How a limit is to be taken; the value of [`Class::Limit`].
pub(super) mod limits {
    /// «до»: of a stretch longer than a day, before it begins.
    pub(in super::super) const UNTIL: i32 = 0;
    /// «не позднее», «по», «включительно»: the last day counts.
    pub(in super::super) const THROUGH: i32 = 1;
    /// «к»: as «до», and by the first day of a school year.
    pub(in super::super) const BY: i32 = 2;
}

fn limit(items: &[Item]) -> Option<Item> {
    let through = items.has(Class::Inclusive) || !items.has(Class::Until);
    let mut item = *items.last_of(Class::Time)?;
    if let (Some(time), true) = (item.time, items.has(Class::Dash)) {
        item.time = Some(Time { first: time.last, last: time.last });
    }
    item.class = Class::Limit;
    item.value = match items.value_of(Class::Until) {
        _ if through => limits::THROUGH,
        Some(1) => limits::BY,
        _ => limits::UNTIL,
    };
    Some(item)
}

/// «до окончания III квартала»
fn completion(items: &[Item]) -> Option<Item> {
    let mut item = part_of(items, Part::End)?;
    item.class = Class::Limit;
    item.value = limits::THROUGH;
    Some(item)
}

fn beginning(items: &[Item]) -> Option<Item> {
    let mut item = *items.last()?;
    item.class = Class::Beginning;
    item.value = items.first()?.value;
    Some(item)
}
