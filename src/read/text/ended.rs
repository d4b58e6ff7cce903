//! Tables whose cells end with a pipe, as pages of acts are saved: a cell may take several lines, and in some every cell has
//! lines of its own.
//!
//! How many columns there are is told by the row of headings, or, where every cell stands alone, by the row that numbers
//! the columns or by the first number of an item.

use super::{Found, inline, is_number_heading};
use crate::model::TableBuilder;
use crate::read::marks;

/// A cell goes on over no more lines than this without a pipe.
const LONGEST_CELL: usize = 40;

/// More headings are none.
const MOST_COLUMNS: usize = 15;

/// A cell and whether its pipe ended the line.
struct Cell {
    text: String,
    ends_line: bool,
}

/// A table whose first line ends with a pipe and does not begin with one.
pub(super) fn find(lines: &[&str], _: usize) -> Option<Found> {
    let first = lines.first()?.trim();
    if !first.ends_with('|') || first.starts_with('|') {
        return None;
    }
    let pipes = first.matches('|').count();
    let (rows, taken) = if pipes > 1 { rows_of_lines(lines, pipes) } else { rows_of_cells(lines) };
    if rows.iter().filter(|row| row.len() > 1).count() < 3 {
        // A long run of cells is not looked through again from each of them.
        return (taken > LONGEST_CELL && pipes == 1).then_some(Found::Lines(taken));
    }
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut builder = TableBuilder::new();
    for (at, row) in rows.iter().enumerate() {
        builder.touch(at);
        match row.as_slice() {
            [only] => builder.put_merged(at, 0, 1, width, &inline::render(only)),
            many => many.iter().enumerate().for_each(|(column, text)| {
                let lines = text.lines().map(inline::render).filter(|line| !line.is_empty()).collect::<Vec<_>>();
                builder.put(at, column, &lines.join("\n"));
            }),
        }
    }
    Some(Found::Table(builder, taken))
}

/// The cells of the lines until they are enough, and how many lines they take.
fn cells(lines: &[&str], enough: impl Fn(&[Cell]) -> bool) -> (Vec<Cell>, usize) {
    let mut cells = Vec::new();
    let mut open = String::new();
    let mut taken = 0;
    for (at, line) in lines.iter().enumerate() {
        if at > taken + LONGEST_CELL || enough(&cells) {
            break;
        }
        let line = line.trim();
        let parts = line.split('|').collect::<Vec<_>>();
        for (index, part) in parts.iter().enumerate() {
            if !open.is_empty() {
                open.push('\n');
            }
            open.push_str(part.trim());
            if index + 1 < parts.len() {
                let ends_line = index + 2 == parts.len() && line.ends_with('|');
                cells.push(Cell { text: std::mem::take(&mut open).trim().to_owned(), ends_line });
                taken = at + 1;
            }
        }
    }
    (cells, taken)
}

/// Rows that end with a line: as many cells as the headings, or one over all columns; up to the first that is neither.
fn rows_of_lines(lines: &[&str], width: usize) -> (Vec<Vec<String>>, usize) {
    let wide = |cells: &[Cell]| matches!(cells, [one] if one.ends_line && !is_number(&one.text));
    let numbered = lines.first().is_some_and(|line| is_number_heading(line.trim()));
    // Lines before the first pipe that are no cell stand between two tables.
    let torn = |cell: &Cell| cell.text.contains("\n\n") || numbered && cell.text.contains('\n');
    let mut rows = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let (cells, taken) = cells(&lines[at..], |cells| cells.len() >= width || wide(cells));
        let ends = cells.last().is_some_and(|cell| cell.ends_line);
        if !ends || cells.len() != width && !wide(&cells) || cells.first().is_some_and(torn) {
            break;
        }
        rows.push(texts(&cells));
        at += taken;
    }
    (rows, at)
}

fn texts(cells: &[Cell]) -> Vec<String> {
    cells.iter().map(|cell| cell.text.clone()).collect()
}

/// Rows of a table whose every cell stands alone. Without a row that numbers the columns, the headings are those that let
/// all cells fall into rows.
fn rows_of_cells(lines: &[&str]) -> (Vec<Vec<String>>, usize) {
    let (cells, taken) = cells(lines, |_| false);
    let text = |at: usize| cells.get(at).map_or("", |cell| cell.text.as_str());
    let numbers_columns = |width: usize| (0..width).all(|i| text(width + i).parse() == Ok(i + 1));
    let counted = (2..=MOST_COLUMNS).find(|&width| numbers_columns(width));
    let rows = match counted {
        Some(width) => rows_of(&cells, width),
        None => (3..=MOST_COLUMNS)
            .find(|&at| is_number(text(at)))
            .filter(|_| is_number_heading(text(0)))
            .and_then(|first_number| (3..=first_number).rev().find_map(|width| rows_of(&cells, width))),
    };
    (rows.unwrap_or_default(), taken)
}

/// Rows of a width: a number, or an empty cell, begins one; any other is a heading over all columns.
fn rows_of(cells: &[Cell], width: usize) -> Option<Vec<Vec<String>>> {
    let mut rows = Vec::new();
    let mut at = 0;
    while at < cells.len() {
        let begins = at == 0 || cells[at].text.is_empty() || is_number(&cells[at].text);
        let length = if begins { width } else { 1 };
        rows.push(texts(cells.get(at..at + length)?));
        at += length;
    }
    Some(rows)
}

fn is_number(text: &str) -> bool {
    marks::is_mark_alone(text)
        || text.starts_with(|c: char| c.is_ascii_digit())
            && text.chars().all(|c| c.is_ascii_digit() || ".)".contains(c))
}
