//! Deadlines hidden in a measure's own text: only where the words make a date the term of doing something.
//!
//! A measure names dates of many kinds: of laws, of reports («за 2021 год»), of programmes («Стратегия до 2030 года»). Here a date
//! counts where a limit to the day or to the month, «в течение», «в период» or the word «срок» stands before it; a recurrence where
//! it is an adverb; a condition where it is about money.

use std::sync::LazyLock;

use regex::Regex;

use super::statement::{How, Recurrence, Statement, What};
use super::time::{Part, Time, Year};
use super::token::{Class, Item};
use super::years::has_season;
use super::{Context, LONGEST, cascade, combine, lex, statement};
use crate::model::{Deadline, Grade, PeriodUnit};

/// Deadlines hidden in a measure's own text, grade B; empty where there is none.
pub fn find(text: &str, context: &Context) -> Vec<Deadline> {
    if text.len() > LONGEST {
        return Vec::new();
    }
    let mut items = lex::lex(text);
    if items.iter().any(|item| item.class == Class::Signature) {
        return Vec::new();
    }
    cascade::reduce(&mut items);
    let found = terms(text, &items);
    let mut deadlines = combine::combine(text, &found, context);
    for deadline in &mut deadlines {
        if deadline.grade == Grade::A {
            deadline.grade = Grade::B;
        }
        deadline.reading.push_str(" Срок найден в тексте мероприятия.");
    }
    deadlines
}

/// The statements that are terms. What has a date goes before what only recurs or depends on money, unless they touch.
fn terms(text: &str, items: &[Item]) -> Vec<Statement> {
    let mut found: Vec<Statement> = Vec::new();
    let mut at = 0;
    while at < items.len() {
        match statement(&items[at..]) {
            Some((taken, statement)) if is_term(text, items, at, taken, &statement) => {
                found.push(statement);
                at += taken;
            }
            Some((taken, Statement { what: What::Aside, .. })) => at += taken,
            _ => at += 1,
        }
    }
    if found.iter().any(|statement| matches!(statement.what, What::At(..) | What::Yearly(..))) {
        let touches = |i: usize| {
            let near = |a: &Statement, b: &Statement| b.start.saturating_sub(a.end) < 4;
            i > 0 && near(&found[i - 1], &found[i]) || i + 1 < found.len() && near(&found[i], &found[i + 1])
        };
        let keep: Vec<bool> = (0..found.len())
            .map(|i| matches!(found[i].what, What::At(..) | What::Yearly(..) | What::If) || touches(i))
            .collect();
        let mut keep = keep.into_iter();
        found.retain(|_| keep.next().unwrap_or(true));
    }
    found
}

fn is_term(text: &str, items: &[Item], at: usize, taken: usize, statement: &Statement) -> bool {
    let before = at.checked_sub(1).map(|i| items[i].class);
    if matches!(before, Some(Class::Act | Class::NumberSign)) {
        return false;
    }
    match statement.what {
        What::At(time, How::Until | How::Through) => is_day_or_month(&time) && (time.is_day() || names_year(&time)),
        What::At(time, How::By) => is_day_or_month(&time) && names_year(&time),
        What::At(time, How::Within) => {
            let last = &items[at + taken - 1];
            names_year(&time) && last.value == 1
                || after_term_word(&items[..at])
                || is_day_or_month(&time)
                    && (is_remark(items, at, taken)
                        || at == 0 && begins_with_time(text)
                        || names_year(&time)
                            && closes(items, at + taken)
                            && begins_with_time(&text[statement.start..])
                            && does_once(&text[..statement.start]))
        }
        What::Yearly(..) => true,
        What::Every(Recurrence { .. }) => is_adverb(text, statement) && statement.rule != "end-of-each-unit",
        // «Постоянно следить за …», not «Постоянные посетители …».
        What::Always => at == 0 && opens_as_adverb(text),
        // «В течение 10 рабочих дней разместить …»: the measure begins with its term.
        What::Counted(..) if at == 0 && items[0].class == Class::Within => true,
        What::Counted(..) if items[at].class == Class::Within && closes(items, at + taken) => {
            statement.condition < statement.end || does_once(&text[..statement.start])
        }
        What::Counted(unit, count) => count != 0 && statement.condition < statement.end && unit != PeriodUnit::Year,
        What::If => is_about_money(&text[statement.start..statement.end]),
        _ => false,
    }
}

/// «В мае 2024 года обновить …»
fn begins_with_time(text: &str) -> bool {
    ["в ", "В ", "во ", "Во "].iter().any(|word| text.trim_start().starts_with(word))
}

/// «… (июль)»: a term that has brackets of its own and closes the text.
fn is_remark(items: &[Item], at: usize, taken: usize) -> bool {
    let bracket = |i: usize| items.get(i).is_some_and(|item| item.class == Class::Bracket);
    at > 0 && bracket(at - 1) && bracket(at + taken) && closes(items, at + taken + 1)
}

/// Whether nothing but marks follows.
fn closes(items: &[Item], end: usize) -> bool {
    items[end..].iter().all(|item| matches!(item.class, Class::Stop | Class::Comma))
}

/// «Заменить стулья в коридоре …»: a measure that is done once, so that the time at its end is its term. What is done all
/// the time («отвечать на обращения …») has its own pace, and behind a participle («недостатки, выявленные …») the time
/// is that of something else.
fn does_once(before: &str) -> bool {
    static ONCE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^\W*\p{L}{2,}(?:ить|сти|зти|ыть|нуть)(?:ся)?\s").expect("a constant pattern")
    });
    static OFTEN: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^\W*\p{L}*(?:водить|носить|ходить|возить|следить|хранить)\s").expect("a constant pattern")
    });
    static PARTICIPLE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\p{L}(?:нн|вш|ющ|ащ|ящ|ущ|им|ем)(?:ый|ий|ая|ую|ое|ее|ые|ие|ых|их|ого|его|ому|ему|ым|им|ыми|ими|ом|ой|ей)\b")
            .expect("a constant pattern")
    });
    let clause = before.rsplit(',').next().unwrap_or(before);
    ONCE.is_match(before) && !OFTEN.is_match(before) && !PARTICIPLE.is_match(clause)
}

/// «срок – …», «(срок: …»
fn after_term_word(items: &[Item]) -> bool {
    items
        .iter()
        .rev()
        .take(4)
        .take_while(|item| {
            matches!(item.class, Class::Deadline | Class::Dash | Class::Colon | Class::In | Class::Filler)
        })
        .any(|item| item.class == Class::Deadline)
}

fn names_year(time: &Time) -> bool {
    !matches!(time.last.year, Year::Missing)
}

/// Not «до 2030 года», which is the name of a programme more often than a term.
fn is_day_or_month(time: &Time) -> bool {
    has_season(&time.last) || time.last.part == Part::End
}

/// Whether a text opens with a word that says how long: «Постоянно …». What is done regularly is done at times.
fn opens_as_adverb(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or_default().trim_end_matches(',').to_lowercase();
    ["постоянно", "непрерывно", "бессрочно", "всегда"].contains(&word.as_str())
}

/// «Ежемесячно публиковать», not «на ежемесячной планёрке».
fn is_adverb(text: &str, statement: &Statement) -> bool {
    let words = text[statement.start..statement.end].trim_end();
    statement.rule != "every" || words.ends_with(['о', 'О'])
}

fn is_about_money(words: &str) -> bool {
    let words = words.to_lowercase();
    ["средств", "финансир", "ассигнов", "субсиди"].iter().any(|stem| words.contains(stem))
}
