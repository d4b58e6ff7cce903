//! The same respondents in two sheets of one file: programs for surveys export codes in one and words in the other.

use std::collections::BTreeSet;

use super::headings;
use crate::language::fold::one_line;
use crate::model::{Block, ColumnRole, Document, Location, Recognized, Table, Warned};

/// Leaves one of every two sheets that hold the same respondents: the one with words. Counting both would count everybody
/// twice.
pub(super) fn drop(document: &Document, found: &mut Warned<Vec<Recognized>>) {
    let mut dropped: Vec<usize> = Vec::new();
    for later in 0..found.value.len() {
        for earlier in 0..later {
            if dropped.contains(&earlier) || dropped.contains(&later) {
                continue;
            }
            let Some((one, other)) = sheet(document, &found.value[earlier]).zip(sheet(document, &found.value[later]))
            else {
                continue;
            };
            if !one.holds_the_respondents_of(&other) || !one.answers_correspond(&other) {
                continue;
            }
            let (kept, copy, at) =
                if other.words() > one.words() { (&other, &one, earlier) } else { (&one, &other, later) };
            let text = format!(
                "{} содержит те же анкеты, что и {}, кодами вместо слов; он не учтён, чтобы не посчитать их дважды.",
                copy.title(),
                kept.title()
            );
            dropped.push(at);
            found.warn_at("same-respondents", text, Location::default().in_sheet(copy.name));
        }
    }
    let mut index = 0;
    found.value.retain(|_| {
        index += 1;
        !dropped.contains(&(index - 1))
    });
}

/// One sheet of answers.
struct Sheet<'a> {
    table: &'a Table,
    name: Option<&'a str>,
    first: usize,
    headings: &'a [String],
    columns: &'a [(usize, ColumnRole)],
}

fn sheet<'a>(document: &'a Document, recognized: &'a Recognized) -> Option<Sheet<'a>> {
    let Recognized::Answers { part, block, header_rows, headings, columns, .. } = recognized else { return None };
    let part = document.parts.get(*part)?;
    let Some(Block::Table(table)) = part.blocks.get(*block) else { return None };
    Some(Sheet { table, name: part.name.as_deref(), first: *header_rows, headings, columns })
}

/// Whether the sheet with fewer headings has none of its own.
fn same_headings(one: &[String], other: &[String]) -> bool {
    let (fewer, more) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    fewer.iter().all(|heading| more.contains(heading))
}

impl Sheet<'_> {
    /// Whether both have the same questions, and a column of numbers of forms that is the same row by row.
    fn holds_the_respondents_of(&self, other: &Self) -> bool {
        let rows = self.table.rows() - self.first;
        rows == other.table.rows() - other.first
            && rows > 1
            && same_headings(self.headings, other.headings)
            && (0..headings::KEYS.min(self.table.columns()).min(other.table.columns())).any(|column| {
                let key = |sheet: &Self, row: usize| one_line(sheet.table.text(sheet.first + row, column));
                if !(0..rows).all(|row| key(self, row) == key(other, row)) {
                    return false;
                }
                let mut keys: Vec<String> =
                    (0..rows).map(|row| key(self, row)).filter(|text| !text.is_empty()).collect();
                let filled = keys.len();
                keys.sort_unstable();
                keys.dedup();
                // A row below may sum up, or go on with the headings.
                keys.len() == filled && filled > 1 && filled + 2 >= rows
            })
    }

    /// Whether every answer in one sheet stands for one and the same in the other: codes for words. Numbers of forms alone
    /// prove nothing: two organizations with equally many respondents both count from 1.
    fn answers_correspond(&self, other: &Self) -> bool {
        let rows = self.table.rows() - self.first;
        let asked = |sheet: &Self, heading: &str| {
            let columns = sheet.headings.iter().zip(sheet.columns);
            let asks = |role: &ColumnRole| matches!(role, ColumnRole::Asks(_));
            columns.filter(|(own, (_, role))| *own == heading && asks(role)).map(|(_, (column, _))| *column).next()
        };
        let both = self.headings.iter().filter_map(|heading| asked(self, heading).zip(asked(other, heading)));
        both.into_iter().all(|(one, two)| {
            let pairs: BTreeSet<(String, String)> = (0..rows)
                .map(|row| (self.table.text(self.first + row, one), other.table.text(other.first + row, two)))
                .map(|(one, two)| (one_line(one), one_line(two)))
                .collect();
            let distinct = |texts: BTreeSet<&String>| texts.len() == pairs.len();
            distinct(pairs.iter().map(|(one, _)| one).collect()) || distinct(pairs.iter().map(|(_, two)| two).collect())
        })
    }

    /// How many answers are written in words.
    fn words(&self) -> usize {
        let asked = self.columns.iter().filter(|(_, role)| matches!(role, ColumnRole::Asks(_)));
        let wordy = |column: usize, row: usize| self.table.text(row, column).chars().any(char::is_alphabetic);
        asked.map(|(column, _)| (self.first..self.table.rows()).filter(|&row| wordy(*column, row)).count()).sum()
    }

    fn title(&self) -> String {
        self.name.map_or_else(|| "Одна из таблиц".to_owned(), |name| format!("Лист «{name}»"))
    }
}
