//! The texts around a plan's measures as lines, stamps that stand side by side kept apart.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::language::fold::{clean, one_line};
use crate::model::{Block, Document, Located, Location, PlanHead, Table};

/// One line of text around the measures.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// On one line, without emphasis marks.
    pub(super) text: String,
    /// As the source has it, with the spaces that set columns.
    pub(super) raw: String,
    /// Where it stands.
    pub(super) place: Location,
    /// Lines of one cell, or of running text, share a group: a stamp does not leave its cell.
    pub(super) group: usize,
}

/// More lines than this are no head of a plan.
const MOST_LINES: usize = 400;

/// The lines before the measures, those nearest to them where there are too many.
pub(super) fn before(document: &Document, head: &PlanHead) -> Vec<Line> {
    let mut lines = of_blocks(document, head.part, &head.before);
    add_grid(&head.grid_before, &mut lines);
    let surplus = lines.len().saturating_sub(MOST_LINES);
    lines.drain(..surplus);
    lines
}

/// The lines after the measures.
pub(super) fn after(document: &Document, head: &PlanHead) -> Vec<Line> {
    let mut lines = Vec::new();
    add_grid(&head.grid_after, &mut lines);
    lines.extend(of_blocks(document, head.part, &head.after));
    lines.truncate(MOST_LINES);
    lines
}

fn of_blocks(document: &Document, part: usize, range: &Range<usize>) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut tables, mut paragraphs) = (0, 0);
    for (index, part_of_file) in document.parts.iter().enumerate() {
        for (at, block) in part_of_file.blocks.iter().enumerate() {
            let wanted = index == part && range.contains(&at);
            match block {
                Block::Paragraph(paragraph) => {
                    paragraphs += 1;
                    if wanted {
                        let place = Location::paragraph(paragraphs).in_sheet(part_of_file.name.as_deref());
                        push(&paragraph.full_text(), &place, 0, &mut lines);
                    }
                }
                Block::Table(table) => {
                    tables += 1;
                    if wanted {
                        let place = Location::table(tables).in_sheet(part_of_file.name.as_deref());
                        of_table(table, &place, &mut lines);
                    }
                }
            }
        }
        if index >= part {
            break;
        }
    }
    lines
}

/// A table of stamps is read column by column, since a stamp goes down its column; any other table row by row.
fn of_table(table: &Table, place: &Location, lines: &mut Vec<Line>) {
    let group = lines.last().map_or(0, |line| line.group) + 1;
    let cells = || (0..table.rows()).flat_map(|row| table.row(row));
    let stamps = cells().any(|cell| super::stamp::is_stamp(cell.text));
    let mut ordered: Vec<_> = cells().filter(|cell| !cell.text.trim().is_empty()).collect();
    if stamps {
        ordered.sort_by_key(|cell| (cell.column, cell.row));
    }
    for cell in ordered.into_iter().take(MOST_LINES) {
        let group = if stamps { group + cell.column } else { group };
        let place = place.at_row(cell.row as u32 + 1).at_column(cell.column as u32 + 1);
        push(cell.text, &place, group, lines);
    }
}

fn add_grid(texts: &[Located<String>], lines: &mut Vec<Line>) {
    // A worksheet's stamp goes down one column, too; its title is a column of its own.
    let group = lines.last().map_or(0, |line| line.group) + 1;
    for text in texts {
        push(&text.value, &text.place, group + text.place.column.unwrap_or(0) as usize, lines);
    }
}

fn push(text: &str, place: &Location, group: usize, lines: &mut Vec<Line>) {
    for raw in text.split(['\n', '\r', '\u{2028}', '\u{b}']) {
        let one = one_line(&clean(raw));
        let one = one.trim_matches(['*', '#', '|', ' ']);
        if !one.is_empty() {
            lines.push(Line { text: letters_together(one), raw: raw.to_owned(), place: place.clone(), group });
        }
    }
}

/// «П Л А Н» is a word set in spaced letters.
fn letters_together(text: &str) -> String {
    static SPACED: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^(?:\p{Lu} ){2,}\p{Lu}\b").expect("a constant pattern"));
    SPACED.replace(text, |found: &regex::Captures<'_>| found[0].replace(' ', "")).into_owned()
}
