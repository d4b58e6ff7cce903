//! Markdown tables: cells between `|`, a ruler under the header.

use super::{Found, inline};
use crate::model::TableBuilder;

/// A table of pipes at the beginning of the lines.
pub(super) fn find(lines: &[&str], _: usize) -> Option<Found> {
    let first = lines.first()?;
    let count = if first.trim_start().starts_with('|') {
        lines.iter().take_while(|line| line.trim_start().starts_with('|')).count()
    } else {
        bare(lines)?
    };
    let rows: Vec<Vec<String>> = lines[..count].iter().map(|line| cells(line)).collect();
    let ruled: Vec<bool> = rows.iter().zip(lines).map(|(row, line)| is_ruler(row) || is_crossed(line)).collect();
    let has_ruler = ruled.contains(&true);
    if !has_ruler && (count < 2 || rows.iter().all(|row| row.len() < 2)) {
        return Some(Found::Lines(count));
    }
    let mut builder = TableBuilder::new();
    for row in rows.iter().zip(&ruled).filter(|(_, ruled)| !**ruled).map(|(row, _)| row) {
        // Markdown cannot do without a header; where the table has none, writers leave it empty.
        if builder.rows() == 0 && has_ruler && row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let at = builder.rows();
        builder.touch(at);
        for (column, cell) in row.iter().enumerate() {
            builder.put(at, column, &inline::render(cell));
        }
    }
    Some(Found::Table(builder, count))
}

/// Lines without pipes at the ends: a ruler in the second line, or the same number of pipes, at least two, in each.
fn bare(lines: &[&str]) -> Option<usize> {
    let pipes = |line: &&&str| line.bytes().filter(|&byte| byte == b'|').count();
    let first = pipes(&lines.first()?);
    if first == 0 {
        return None;
    }
    if lines.get(1).is_some_and(|line| is_crossed(line) || (line.contains('|') && is_ruler(&cells(line)))) {
        return Some(lines.iter().take_while(|line| line.contains('|') || is_crossed(line)).count());
    }
    let same = lines.iter().take_while(|line| pipes(line) == first).count();
    (first >= 2 && same >= 2).then_some(same)
}

/// The cells of a line; `\|` and pipes within backticks belong to the text.
fn cells(line: &str) -> Vec<String> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut cells = vec![String::new()];
    let (mut escaped, mut code) = (false, false);
    for c in line.chars() {
        match c {
            '|' if !escaped && !code => cells.push(String::new()),
            _ => {
                code ^= c == '`' && !escaped;
                if let Some(cell) = cells.last_mut() {
                    cell.push(c);
                }
            }
        }
        escaped = c == '\\' && !escaped;
    }
    if line.ends_with('|') && cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    cells
}

/// A ruler drawn as databases do: `---+----`.
fn is_crossed(line: &str) -> bool {
    let line = line.trim();
    line.contains('+') && line.contains("--") && line.chars().all(|c| matches!(c, '-' | '+' | '|' | '='))
}

fn is_ruler(cells: &[String]) -> bool {
    let dashes = |cell: &String| {
        let cell = cell.trim();
        cell.contains('-') && cell.chars().all(|c| matches!(c, '-' | ':' | '='))
    };
    !cells.is_empty() && cells.iter().all(dashes)
}
