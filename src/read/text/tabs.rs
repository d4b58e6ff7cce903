//! Tables made of tabs: a row on a line, or a cell on a line (what Word writes when a table is saved as text).

use super::{Found, inline};
use crate::model::TableBuilder;
use crate::read::marks;

/// A table whose rows are lines with the same number of tabs. After an empty line a table goes on in lines of the same
/// width, even in a single one.
pub(super) fn find(lines: &[&str], above: usize) -> Option<Found> {
    let count = lines.iter().take_while(|line| line.contains('\t')).count();
    if count == 0 {
        return None;
    }
    let rows: Vec<Vec<&str>> = lines[..count].iter().map(|line| line.split('\t').collect()).collect();
    let goes_on = above > 2 && rows.iter().all(|row| row.len() == above);
    if !goes_on && !is_table(&rows) {
        return Some(Found::Lines(count));
    }
    let mut builder = TableBuilder::new();
    for row in &rows {
        let at = builder.rows();
        builder.touch(at);
        for (column, cell) in row.iter().enumerate() {
            builder.put(at, column, &inline::render(cell));
        }
    }
    Some(Found::Table(builder, count))
}

/// Lines most of which are alike, with tabs that part texts instead of indenting them. One line is enough where it parts
/// three texts. A list whose numbers are followed by tabs is no table.
fn is_table(rows: &[Vec<&str>]) -> bool {
    let mut widths: Vec<usize> = rows.iter().map(Vec::len).collect();
    widths.sort_unstable();
    let usual = widths.chunk_by(|a, b| a == b).max_by_key(|group| group.len());
    let Some((&usual, alike)) = usual.and_then(|group| Some((group.first()?, group.len()))) else { return false };
    let texts = |row: &Vec<&str>| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let parted = rows.iter().filter(|row| texts(row) >= 2).count();
    let listed = rows.iter().filter(|row| row.first().is_some_and(|cell| marks::is_mark_alone(cell))).count();
    if usual == 2 && listed * 5 >= alike * 4 {
        return false;
    }
    match rows {
        [row] => texts(row) >= 3,
        _ => alike >= 2 && alike * 5 >= rows.len() * 3 && parted >= if usual > 2 { 1 } else { 2 },
    }
}

/// A table whose every cell begins a line with a tab and whose rows are parted by empty lines.
pub(super) fn find_vertical(lines: &[&str], _: usize) -> Option<Found> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut at = 0;
    let mut end = 0;
    while let Some((cells, count)) = row_of_lines(&lines[at..]) {
        if rows.first().is_some_and(|first| first.len() != cells.len()) {
            break;
        }
        rows.push(cells);
        end = at + count;
        at = end + lines[end..].iter().take_while(|line| is_blank(line)).count();
    }
    if rows.len() < 2 || rows.first().is_none_or(|row| row.len() < 2) {
        // Not looked at again line by line: a block of lines led by tabs may be long.
        let block = lines.iter().take_while(|line| is_led(line)).count();
        return (block > 1).then_some(Found::Lines(block));
    }
    Some(Found::Table(TableBuilder::from_rows(rows), end))
}

/// The cells of one row: lines up to an empty one. A line without a tab goes on the cell above it.
fn row_of_lines(lines: &[&str]) -> Option<(Vec<String>, usize)> {
    if !lines.first().is_some_and(|line| is_led(line)) {
        return None;
    }
    let count = lines.iter().take_while(|line| !is_blank(line)).count();
    let mut cells: Vec<String> = Vec::new();
    for line in &lines[..count] {
        match line.strip_prefix('\t') {
            Some(rest) if rest.contains('\t') => return None,
            Some(rest) => cells.push(inline::render(rest)),
            None if line.contains('\t') => return None,
            None => {
                let cell = cells.last_mut()?;
                if !cell.is_empty() {
                    cell.push('\n');
                }
                cell.push_str(&inline::render(line));
            }
        }
    }
    Some((cells, count))
}

fn is_led(line: &str) -> bool {
    line.strip_prefix('\t').is_some_and(|rest| !rest.contains('\t'))
}

/// Without even a tab: a tab alone is an empty cell.
fn is_blank(line: &str) -> bool {
    !line.contains('\t') && line.trim().is_empty()
}
