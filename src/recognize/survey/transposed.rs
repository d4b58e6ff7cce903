//! Check-lists with items down and organizations across, or with one organization whose marks stand in one column.

use super::checklist::{LEAST_ITEMS, is_marked};
use super::wording::Wording;
use super::{Sheet, roles, topics};
use crate::language::fold::one_line;
use crate::language::yes_no::{self, YesNo};
use crate::model::{CheckTopic, Recognized, Table, Warned};

/// The sheet as a transposed check-list, if it is that.
pub(super) fn recognize(sheet: &Sheet<'_>) -> Warned<Option<Recognized>> {
    Warned::clean(read(sheet))
}

/// No list of items is longer; a longer sheet has respondents or organizations down.
const MOST_ROWS: usize = 1_000;

fn read(sheet: &Sheet<'_>) -> Option<Recognized> {
    let table = sheet.table;
    if table.rows() > MOST_ROWS {
        return None;
    }
    // Items are words in one of the first columns; marks stand to the right of them.
    let column = (0..table.columns().min(3)).max_by_key(|&column| words(table, column))?;
    let marks = column + 1;
    let items = items(table, column)?;
    let topics: std::collections::BTreeSet<CheckTopic> = items.iter().map(|(_, topic, _)| *topic).collect();
    if items.len() < LEAST_ITEMS || topics.len() < 2 {
        return None;
    }
    let marked = |row: usize| (marks..table.columns()).map(move |column| table.text(row, column));
    let filled: Vec<&str> =
        items.iter().flat_map(|(row, _, _)| marked(*row)).filter(|text| !text.trim().is_empty()).collect();
    let told = filled.iter().filter(|text| matches!(yes_no::read(text), Some(YesNo::Yes | YesNo::No)));
    if told.count() * 2 <= filled.len() || !is_marked(&filled) {
        return None;
    }
    let first = items.first().map(|(row, _, _)| *row)?;
    let names = (0..first).rev().find(|&row| {
        let texts: Vec<&str> =
            (marks..table.columns()).map(|c| table.text(row, c)).filter(|t| !t.trim().is_empty()).collect();
        let named = texts.iter().filter(|text| roles::names_organization(text)).count();
        named > 0 && named * 2 >= texts.len()
    });
    let mut titled = Vec::new();
    for row in 0..first {
        titled.extend(table.row(row).map(|cell| one_line(cell.text)));
    }
    let named = match names {
        Some(_) => None,
        None => titled
            .iter()
            .rev()
            .find_map(|title| super::organization_in(title))
            .map(|name| (name, crate::model::NamedBy::Title))
            .or_else(|| sheet.named(None)),
    };
    Some(Recognized::CheckList {
        part: sheet.part,
        block: sheet.block,
        header_rows: marks,
        organization: names,
        named,
        items,
        transposed: true,
    })
}

/// How many cells of a column hold words rather than marks and numbers. A group that spans its items is one.
fn words(table: &Table, column: usize) -> usize {
    (0..table.rows()).filter(|&row| is_words(table.own_text(row, column))).count()
}

fn is_words(text: &str) -> bool {
    let long = text.split_whitespace().count() > 3;
    (long || yes_no::read(text).is_none()) && text.chars().filter(|c| c.is_alphabetic()).count() >= 4
}

/// The rows with items: under the heading of a group, or items that name themselves.
fn items(table: &Table, column: usize) -> Option<Vec<(usize, CheckTopic, String)>> {
    let mut items = Vec::new();
    let mut topic = None;
    for row in 0..table.rows() {
        let text = one_line(table.text(row, column));
        let marked = (column + 1..table.columns()).any(|c| {
            let mark = table.own_text(row, c);
            !mark.trim().is_empty() && yes_no::read(mark).is_some()
        });
        // The group stands in a row of its own, or in a merged cell to the left of its items.
        let beside = (0..column).rev().find_map(|c| topics::of_group(&Wording::new(table.text(row, c))));
        if let Some((group, item)) = text.split_once('[')
            && marked
        {
            let topic = topics::of_group(&Wording::new(group))?;
            items.push((row, topic, item.trim_end().trim_end_matches(']').trim().to_owned()));
        } else if marked && is_words(&text) {
            let own = || topics::of_item(&Wording::new(&text));
            if let Some(topic) = beside.or(topic).or_else(own) {
                items.push((row, topic, text));
            }
        } else if is_words(&text) || beside.is_some() {
            let group = topics::of_group(&Wording::new(&text)).or(beside);
            topic = group.or(if is_section(&text) { None } else { topic });
        }
    }
    Some(items)
}

/// A numbered heading that opens another section.
fn is_section(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}
