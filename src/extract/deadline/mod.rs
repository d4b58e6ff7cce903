//! What a text says about time: a table of phrases, each with its examples.
//!
//! A cascade of small grammars, each over what the one below left:
//!
//! 1. `lex`: text to tokens; words are looked up in `lexicon`, `numbers` reads figures, damage of typing and scanning is
//!    repaired.
//! 2. `cascade`: tokens to stretches of the calendar (`time`) by the tables of `marks`, `times` and `ranges`.
//! 3. `phrases`: stretches and words to statements. **A new way to write a deadline is one entry there.** What the values in a
//!    phrase say is in `says`.
//! 4. `combine`: the statements of a cell to deadlines; `lists` completes items by their neighbours, `years` fills in the
//!    years that were left out, `recurrence` writes RFC 5545 rules, `reading` says how all of it was understood.
//!
//! `pattern` matches all tables in one pass without backtracking, so that time grows with the length of the text only. `find`
//! and `locate` apply the same grammar to texts that hold other things as well.

use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::model::{Deadline, DeadlineKind, Grade, Period};

mod cascade;
mod combine;
mod find;
mod lex;
mod lexicon;
mod lists;
mod locate;
mod marks;
mod numbers;
mod pattern;
mod phrases;
mod ranges;
mod reading;
mod recurrence;
mod says;
mod statement;
mod time;
mod times;
mod token;
mod years;

#[cfg(test)]
mod tests;

use cascade::Compiled;
use phrases::PHRASES;
use says::condition_of;
use statement::Statement;
use token::{Class, Item};

pub use find::find;
pub use locate::locate;

/// What the plan around a deadline says about time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The time the plan covers.
    pub period: Option<Period>,
    /// When the plan was approved.
    pub approved_on: Option<NaiveDate>,
    /// Year and month that a section row names («Сентябрь 2025»), from 1 to 12.
    pub month: Option<(Option<i32>, u32)>,
    /// Whether the column names days of events («Дата проведения»): a bare date is then the day itself.
    pub event: bool,
}

/// Longer texts, in bytes, are pages and not deadlines: they are not read at all.
const LONGEST: usize = 16 << 10;

/// Rule of a cell that repeats the one above; the caller resolves it.
pub const DITTO: &str = "ditto";

/// Reads a deadline cell: one reading per stated deadline, at least one.
pub fn read(text: &str, context: &Context) -> Vec<Deadline> {
    if text.len() > LONGEST {
        return vec![unrecognized(text, "too-long", reading::UNRECOGNIZED)];
    }
    if let Some(deadline) = without_letters(text) {
        return vec![deadline];
    }
    let mut items = lex::lex(text);
    if items.iter().any(|item| item.class == Class::Signature) {
        return vec![unrecognized(text, "signature", reading::SIGNATURE)];
    }
    if let Some(deadline) = excel_serial(text, &items) {
        return vec![deadline];
    }
    cascade::reduce(&mut items);
    let (statements, unread) = statements(&items);
    let mut deadlines = combine::combine(text, &statements, context);
    if deadlines.is_empty() {
        return vec![unrecognized(text, "unrecognized", reading::UNRECOGNIZED)];
    }
    if unread {
        for deadline in deadlines.iter_mut().filter(|deadline| deadline.grade != Grade::Absent) {
            deadline.grade = Grade::C;
            deadline.reading.push_str(" Часть слов в ячейке не относится к сроку или не понята.");
        }
    }
    if let [only] = deadlines.as_mut_slice() {
        only.raw = text.trim().to_owned();
    }
    deadlines
}

fn unrecognized(text: &str, rule: &str, reading: &str) -> Deadline {
    let mut deadline = Deadline::new(DeadlineKind::Unrecognized, text.trim(), rule);
    deadline.reading = reading.to_owned();
    deadline.grade = Grade::C;
    deadline
}

/// Cells of marks only: empty and dashes are no deadline, quotes and slashes are the row above.
fn without_letters(text: &str) -> Option<Deadline> {
    let mut quotes = false;
    for c in text.chars() {
        match c {
            '/' | '"' | '»' | '«' | '″' | '”' | '“' | '„' | '〃' | '\\' => quotes = true,
            _ if c.is_ascii_digit() || numbers::is_letter(c) => {
                let lone = matches!(text.trim(), "х" | "Х" | "x" | "X" | "0");
                if !lone {
                    return None;
                }
            }
            _ => {}
        }
    }
    let (kind, rule, reading, grade) = if quotes {
        (DeadlineKind::ByReference, DITTO, reading::DITTO, Grade::A)
    } else {
        (DeadlineKind::Absent, "empty", reading::ABSENT, Grade::Absent)
    };
    let mut deadline = Deadline::new(kind, text.trim(), rule);
    (deadline.reading, deadline.grade) = (reading.to_owned(), grade);
    Some(deadline)
}

/// A date as spreadsheets keep it: days since 30 December 1899.
fn excel_serial(text: &str, items: &[Item]) -> Option<Deadline> {
    let [Item { class: Class::Number, digits: 5, value: days @ 36_526..=73_050, .. }] = items else { return None };
    let date = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(chrono::Days::new(*days as u64))?;
    let mut deadline = Deadline::new(DeadlineKind::Date, text.trim(), "spreadsheet-number");
    deadline.bound = Some(crate::model::Bound::Until);
    deadline.end_date = Some(date);
    deadline.precision = Some(crate::model::Precision::Day);
    deadline.reading = format!("Не позднее {}. Дата записана числом электронной таблицы.", reading::day(date));
    deadline.grade = Grade::B;
    Some(deadline)
}

static COMPILED: LazyLock<Compiled> = LazyLock::new(|| Compiled::new(PHRASES.iter().map(|phrase| phrase.pattern)));

/// The statements of a reduced text, and whether words were left that no phrase takes.
fn statements(items: &[Item]) -> (Vec<Statement>, bool) {
    let mut statements = Vec::with_capacity(4);
    let mut unread = false;
    let mut at = 0;
    while at < items.len() {
        match statement(&items[at..]) {
            Some((taken, statement)) => {
                statements.push(statement);
                at += taken;
            }
            None => {
                unread |= !is_filler(items[at].class) || is_torn(items, at);
                at += 1;
            }
        }
    }
    (statements, unread)
}

/// Whether a dash between two times was not read as a range.
fn is_torn(items: &[Item], at: usize) -> bool {
    let is_time = |i: usize| items.get(i).is_some_and(|item| item.class == Class::Time);
    items[at].class == Class::Dash && at > 0 && is_time(at - 1) && is_time(at + 1)
}

/// The statement that the items begin with, and how many it takes.
fn statement(items: &[Item]) -> Option<(usize, Statement)> {
    COMPILED.best(items, |phrase, matched| {
        let what = (PHRASES[phrase].read)(matched)?;
        let (first, last) = (matched.first()?, matched.last()?);
        let end = last.end as usize;
        Some(Statement {
            rule: PHRASES[phrase].name,
            what,
            start: first.start as usize,
            end,
            condition: condition_of(&what, matched).unwrap_or(end),
            repaired: matched.iter().any(|item| item.repaired && item.class != Class::Word),
        })
    })
}

/// Words and marks that say nothing about time by themselves.
fn is_filler(class: Class) -> bool {
    matches!(
        class,
        Class::Filler
            | Class::In
            | Class::On
            | Class::And
            | Class::Or
            | Class::Comma
            | Class::Stop
            | Class::Colon
            | Class::Bracket
            | Class::Dash
            | Class::Slash
            | Class::Deadline
            | Class::Realization
            | Class::Span
            | Class::Inclusive
            | Class::Least
            | Class::Not
    )
}
