//! Tables that only spaces keep together: every cell begins under its heading, and a long one goes on below it.

use super::frames::append;
use super::{Found, inline, is_number_heading};
use crate::model::TableBuilder;
use crate::read::marks;

/// Fewer columns are two stamps side by side, or a signature.
const FEWEST_COLUMNS: usize = 3;

/// A cell may begin so many places beside its heading.
const SLACK: usize = 2;

/// So many lines may be tried again from the next one.
const LONGEST_TRIAL: usize = 100;

/// A text of a line between wide gaps.
struct Piece {
    /// Place of its first letter.
    start: usize,
    /// Place after its last letter.
    end: usize,
    text: String,
}

/// A row while its lines are collected.
enum Row {
    /// Cells by column.
    Cells(Vec<String>),
    /// One text over all columns.
    Wide(String),
}

/// A table whose first line has headings with wide gaps, and whose other lines keep to them.
pub(super) fn find(lines: &[&str], _: usize) -> Option<Found> {
    let headings = lines.first().filter(|line| line.contains("  ")).map(|line| pieces(line))?;
    if headings.len() < FEWEST_COLUMNS {
        return None;
    }
    let starts: Vec<usize> = headings.iter().map(|piece| piece.start).collect();
    let numbered = is_number_heading(&headings[0].text);
    let mut rows = vec![Row::Cells(headings.into_iter().map(|piece| piece.text).collect())];
    let mut taken = 1;
    while let Some(line) = lines.get(taken) {
        // An empty line may part two rows.
        if line.trim().is_empty() && lines.get(taken + 1).is_some_and(|next| pieces(next).len() > 1) {
            taken += 1;
            continue;
        }
        let Some(row) = fitted(line, &starts) else { break };
        match (row, rows.last_mut()) {
            (Row::Cells(cells), Some(Row::Cells(above))) if !begins_row(&cells, numbered) => {
                above.iter_mut().zip(&cells).for_each(|(above, below)| append(above, below));
            }
            (row, _) => rows.push(row),
        }
        taken += 1;
    }
    if rows.iter().filter(|row| matches!(row, Row::Cells(_))).count() < 3 {
        // A long block is not looked at again from each of its lines.
        return (taken > LONGEST_TRIAL).then_some(Found::Lines(taken));
    }
    let mut builder = TableBuilder::new();
    for (at, row) in rows.iter().enumerate() {
        builder.touch(at);
        match row {
            Row::Cells(cells) => {
                cells.iter().enumerate().for_each(|(column, text)| builder.put(at, column, &inline::render(text)));
            }
            Row::Wide(text) => builder.put_merged(at, 0, 1, starts.len(), &inline::render(text)),
        }
    }
    Some(Found::Table(builder, taken))
}

/// The texts of a line that gaps of two spaces or more keep apart.
fn pieces(line: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut gap = usize::MAX;
    for (at, c) in line.chars().enumerate() {
        if c.is_whitespace() {
            gap = gap.saturating_add(1);
            continue;
        }
        match pieces.last_mut().filter(|_| gap < 2) {
            Some(piece) => {
                piece.text.extend(std::iter::repeat_n(' ', gap));
                piece.text.push(c);
                piece.end = at + 1;
            }
            None => pieces.push(Piece { start: at, end: at + 1, text: c.to_string() }),
        }
        gap = 0;
    }
    pieces
}

/// The cells of a line under the headings that begin at `starts`; `None` where it does not keep to them.
fn fitted(line: &str, starts: &[usize]) -> Option<Row> {
    let pieces = pieces(line);
    let next_column = |column: usize| starts.get(column + 1).copied().unwrap_or(usize::MAX);
    let column_of = |piece: &Piece| starts.iter().rposition(|&start| start <= piece.start + SLACK).unwrap_or(0);
    if let [only] = pieces.as_slice()
        && only.end > next_column(column_of(only))
    {
        let begins = only.start <= starts[1] + SLACK && only.text.contains(char::is_alphabetic);
        return begins.then(|| Row::Wide(only.text.clone()));
    }
    let mut cells = vec![String::new(); starts.len()];
    for piece in &pieces {
        let column = column_of(piece);
        let goes_on = !cells[column].is_empty();
        if piece.end > next_column(column) || !goes_on && piece.start.abs_diff(starts[column]) > SLACK {
            return None;
        }
        append(&mut cells[column], &piece.text);
    }
    (!pieces.is_empty()).then_some(Row::Cells(cells))
}

/// A number begins a row of a numbered table; in others a line with hardly an empty cell does.
fn begins_row(cells: &[String], numbered: bool) -> bool {
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let number = |text: &str| {
        marks::is_mark_alone(text) || !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '.')
    };
    if numbered { number(&cells[0]) } else { !cells[0].is_empty() && filled + 1 >= cells.len().max(3) }
}
