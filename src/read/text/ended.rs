//! Tables whose cells end with a pipe, as pages of acts are saved: a cell may take several lines, and in some every cell has
//! lines of its own.
//!
//! How many columns there are is told by the row of headings, or, where every cell stands alone, by the row that numbers
//! the columns or by the first number of an item.

use super::{Found, inline};
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
    let (cells, taken) = cells(lines);
    let pipes = first.matches('|').count();
    let rows = if pipes > 1 { rows_of_lines(&cells, pipes) } else { rows_of_cells(&cells) };
    let full = |rows: &[Vec<&str>]| rows.iter().filter(|row| row.len() > 1).count();
    let Some(rows) = rows.filter(|rows| full(rows) > 2) else {
        return (taken > LONGEST_CELL && pipes == 1).then_some(Found::Lines(taken));
    };
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

/// The cells of the lines up to the last pipe, and how many lines they take.
fn cells(lines: &[&str]) -> (Vec<Cell>, usize) {
    let mut cells = Vec::new();
    let mut open = String::new();
    let mut taken = 0;
    for (at, line) in lines.iter().enumerate() {
        if at > taken + LONGEST_CELL {
            break;
        }
        let mut parts = line.trim().split('|').peekable();
        while let Some(part) = parts.next() {
            if !open.is_empty() {
                open.push(if part.is_empty() { ' ' } else { '\n' });
            }
            open.push_str(part.trim());
            if let Some(next) = parts.peek() {
                let ends_line = next.trim().is_empty() && line.trim_end().ends_with('|');
                cells.push(Cell { text: std::mem::take(&mut open).trim().to_owned(), ends_line });
                taken = at + 1;
                if ends_line && parts.clone().count() == 1 {
                    break;
                }
            }
        }
    }
    (cells, taken)
}

/// Rows that end with a line: as many cells as the headings, or one over all columns.
fn rows_of_lines(cells: &[Cell], width: usize) -> Option<Vec<Vec<&str>>> {
    let mut rows: Vec<Vec<&str>> = Vec::new();
    let mut row = Vec::new();
    for cell in cells {
        row.push(cell.text.as_str());
        let wide = row.len() == 1 && cell.ends_line && !is_number(&cell.text);
        if row.len() == width || wide {
            // A row of another length means that the pipes are no borders.
            if !cell.ends_line {
                return None;
            }
            rows.push(std::mem::take(&mut row));
        }
    }
    row.is_empty().then_some(rows)
}

/// Rows of a table whose every cell stands alone. Without a row that numbers the columns, the headings are those that let
/// all cells fall into rows.
fn rows_of_cells(cells: &[Cell]) -> Option<Vec<Vec<&str>>> {
    let text = |at: usize| cells.get(at).map_or("", |cell| cell.text.as_str());
    let numbers_columns = |width: usize| (0..width).all(|i| text(width + i).parse() == Ok(i + 1));
    if let Some(width) = (2..=MOST_COLUMNS).find(|&width| numbers_columns(width)) {
        return rows_of(cells, width);
    }
    let first_number = (3..=MOST_COLUMNS).find(|&at| is_number(text(at))).filter(|_| is_number_heading(text(0)))?;
    (3..=first_number).rev().find_map(|width| rows_of(cells, width))
}

/// Rows of a width: a number, or an empty cell, begins one; any other is a heading over all columns.
fn rows_of(cells: &[Cell], width: usize) -> Option<Vec<Vec<&str>>> {
    let mut rows = Vec::new();
    let mut at = 0;
    while at < cells.len() {
        let begins = at == 0 || cells[at].text.is_empty() || is_number(&cells[at].text);
        let length = if begins { width } else { 1 };
        let row = cells.get(at..at + length)?;
        rows.push(row.iter().map(|cell| cell.text.as_str()).collect());
        at += length;
    }
    Some(rows)
}

fn is_number(text: &str) -> bool {
    marks::is_mark_alone(text)
        || text.starts_with(|c: char| c.is_ascii_digit())
            && text.chars().all(|c| c.is_ascii_digit() || ".)".contains(c))
}

fn is_number_heading(text: &str) -> bool {
    text.starts_with(['№', 'N', 'n']) || text.to_lowercase().starts_with("п/п")
}
