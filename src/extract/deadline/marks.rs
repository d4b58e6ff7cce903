//! The first level: words that mean one thing together («не позднее чем до», «со дня»), numbers in words, times of day.

use super::cascade::Rule;
use super::token::{Class, Item, Items};

/// Words that are one mark.
pub(super) const MARKS: &[Rule] = &[
    Rule {
        name: "within", example: "в течение 5 дней", pattern: "in|on? course", build: |_| mark(Class::Within, 0)
    },
    Rule {
        name: "no-later",
        example: "в срок не позднее чем до 1 мая",
        pattern: "in? deadline? filler* colon? not later comma? than? until?",
        build: |_| mark(Class::NoLater, 0),
    },
    Rule {
        name: "no-sooner", example: "не ранее 1 мая", pattern: "not sooner than?", build: |_| mark(Class::From, 2)
    },
    Rule {
        name: "until",
        example: "в срок до 1 мая",
        pattern: "in? deadline filler* colon? until",
        build: |items| mark(Class::Until, items.value_of(Class::Until)?),
    },
    Rule {
        name: "after-a-time",
        example: "по истечении 10 дней",
        pattern: "by through",
        build: |_| mark(Class::Through, 0),
    },
    Rule {
        name: "starting-from", example: "начиная с мая", pattern: "from from", build: |_| mark(Class::From, 0)
    },
    Rule {
        name: "since", example: "со дня обращения", pattern: "from day|moment", build: |_| mark(Class::Since, 0)
    },
    Rule {
        name: "least",
        example: "не реже 1 раза в год",
        pattern: "filler? not? least comma? than? not?",
        build: |_| mark(Class::Least, 0),
    },
    Rule {
        name: "number-in-brackets",
        example: "5 (пяти) дней",
        pattern: "number bracket number|ordinal bracket",
        build: |items| Some(*items.first()?),
    },
    Rule {
        name: "tens", example: "двадцать пятого мая", pattern: "number ordinal|number", build: tens
    },
    Rule { name: "broken-year", example: "май 202 5 г.", pattern: "number number", build: broken_year },
    Rule {
        name: "following-reported",
        example: "до 5 числа месяца, следующего за отчетным кварталом",
        pattern: "comma? next before reported unit?",
        build: |items| mark(Class::Reported, items.last()?.class as i32),
    },
    Rule {
        name: "after-reported",
        example: "до 5 числа месяца, следующего за кварталом",
        pattern: "comma? next before unit",
        build: |items| mark(Class::Reported, items.last()?.class as i32),
    },
    Rule {
        name: "clock",
        example: "в 15 час. 30 мин. 5 мая",
        pattern: "in|on? number hour number? hour?",
        build: clock,
    },
    Rule { name: "clock-in", example: "в 10:00", pattern: "in|on clock", build: |_| mark(Class::Clock, 0) },
    Rule {
        name: "clocks",
        example: "с 9:00 до 18:00",
        pattern: "from? clock dash|until clock",
        build: |_| mark(Class::Clock, 1),
    },
];

fn mark(class: Class, value: i32) -> Option<Item> {
    Some(Item::new(class, value, 0, 0))
}

/// «Двадцать пятого»: tens and units in words.
fn tens(items: &[Item]) -> Option<Item> {
    let [tens, units] = items else { return None };
    let in_words = tens.digits == 0 && units.digits == 0 && [20, 30].contains(&tens.value) && units.value < 10;
    in_words.then(|| Item::new(units.class, tens.value + units.value, 0, 0))
}

/// «202 5»: a year with a space inside.
fn broken_year(items: &[Item]) -> Option<Item> {
    let [head, tail] = items else { return None };
    let value = match (head.digits, tail.digits, head.value) {
        (3, 1, 199..=209) => head.value * 10 + tail.value,
        (1, 3, 2) if tail.value < 100 => 2000 + tail.value,
        (2, 2, 20) if tail.value >= 10 && tail.value < 40 => 2000 + tail.value,
        _ => return None,
    };
    let mut year = Item::new(Class::Digits4, value, 0, 0);
    (year.digits, year.repaired) = (4, true);
    Some(year)
}

/// «15 час. 30 мин.»
fn clock(items: &[Item]) -> Option<Item> {
    // «В течение 24 часов» is a term, not a time of day: only «в 15 часов» and what stands beside a date is one.
    let number = items.first_of(Class::Number)?;
    (number.value < 24).then(|| Item::new(Class::Clock, 0, 0, 0))
}
