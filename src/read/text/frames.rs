//! Tables drawn with lines: `│ ─ ┼`, `¦`, `+---+---+`.
//!
//! A cell is wrapped over several lines of text, rows are parted by drawn lines. A drawn line that leaves a column out
//! lets the cell of that column go on, which makes a merged cell.

use super::{Found, inline};
use crate::model::TableBuilder;
use crate::read::marks;

const VERTICALS: &str = "│┃║¦|┆┊";
const HORIZONTALS: &str = "─━═-=┄";
const JUNCTIONS: &str = "┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╓╥╖╟╫╢╙╨╜╭╮╰╯+";

/// A drawn table at the beginning of the lines.
pub(super) fn find(lines: &[&str], _: usize) -> Option<Found> {
    if !lines.first().is_some_and(|line| is_drawn(line)) {
        return None;
    }
    let count = lines.iter().take_while(|line| is_drawn(line)).count();
    let lines = &lines[..count];
    // Without a ruler of its own kind `|` means Markdown.
    let drawn = lines.iter().any(|line| is_ruler(line) || line.trim_start().starts_with(['│', '┃', '║', '¦']));
    if !drawn || count < 2 {
        return None;
    }
    let edges = edges(lines);
    if edges.len() < 3 {
        return Some(Found::Lines(count));
    }
    Some(Found::Table(lay_out(&rows(lines, &edges), edges.len() - 1), count))
}

/// One row as drawn: the wrapped lines of each column, and which columns go on from the row above.
#[derive(Debug, Default)]
struct Row {
    /// First column, column behind the last, text.
    cells: Vec<(usize, usize, String)>,
    /// Columns whose upper border is not drawn.
    open: Vec<usize>,
}

fn is_drawn(line: &str) -> bool {
    let first = line.trim_start().chars().next();
    first.is_some_and(|c| VERTICALS.contains(c) || (JUNCTIONS.contains(c) && (c != '+' || is_ruler(line))))
}

/// A line of nothing but drawing, beginning with a corner or with a vertical other than Markdown's.
fn is_ruler(line: &str) -> bool {
    let line = line.trim();
    let drawing = |c: char| HORIZONTALS.contains(c) || JUNCTIONS.contains(c) || VERTICALS.contains(c);
    !line.starts_with('|')
        && line.chars().all(drawing)
        && line.chars().filter(|&c| HORIZONTALS.contains(c)).count() >= 3
}

/// Where the columns begin and end, counted in characters: the line with the most borders tells.
fn edges(lines: &[&str]) -> Vec<usize> {
    let of_texts = lines.iter().filter(|line| !is_ruler(line)).map(|line| borders(line)).max_by_key(Vec::len);
    let of_rulers = lines.iter().filter(|line| is_ruler(line)).map(|line| borders(line)).max_by_key(Vec::len);
    match (of_texts, of_rulers) {
        (Some(texts), Some(rulers)) if rulers.len() > texts.len() && rulers.first() == texts.first() => rulers,
        (Some(texts), _) => texts,
        (None, rulers) => rulers.unwrap_or_default(),
    }
}

fn borders(line: &str) -> Vec<usize> {
    line.trim_end()
        .chars()
        .enumerate()
        .filter(|&(_, c)| VERTICALS.contains(c) || JUNCTIONS.contains(c))
        .map(|(at, _)| at)
        .collect()
}

fn rows(lines: &[&str], edges: &[usize]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut current = Row::default();
    let mut in_header = lines.iter().any(|line| is_ruler(line));
    let inner_rulers = lines.iter().filter(|line| is_ruler(line)).count() > 3;
    for line in lines {
        if is_ruler(line) {
            in_header &= current.cells.is_empty();
            rows.extend(finished(&mut current));
            continue;
        }
        let segments = segments(line, edges);
        let ruled = |text: &str| text.chars().count() >= 2 && text.chars().all(|c| HORIZONTALS.contains(c));
        if segments.iter().any(|(_, _, text)| ruled(text)) {
            rows.extend(finished(&mut current));
            let open = segments.iter().filter(|(_, _, text)| !ruled(text));
            current.open = open.clone().flat_map(|&(from, to, _)| from..to).collect();
            current.cells = open.cloned().collect();
            continue;
        }
        // Where only the header is ruled off, a number in the first column begins a row, and so does a full line.
        let begins = segments.first().is_some_and(|(_, _, text)| {
            marks::is_mark_alone(text) || (!text.is_empty() && text.chars().all(|c| c.is_ascii_digit()))
        }) || segments.iter().all(|(_, _, text)| !text.is_empty());
        if !inner_rulers && !in_header && begins && !current.cells.is_empty() {
            rows.extend(finished(&mut current));
        }
        for (from, to, text) in segments {
            match current.cells.iter_mut().find(|(first, last, _)| (*first, *last) == (from, to)) {
                Some((_, _, above)) => append(above, &text),
                None => current.cells.push((from, to, text)),
            }
        }
    }
    rows.extend(finished(&mut current));
    rows
}

fn finished(row: &mut Row) -> Option<Row> {
    (!row.cells.is_empty()).then(|| std::mem::take(row))
}

/// The texts between the borders of a line, each with the columns it covers.
fn segments(line: &str, edges: &[usize]) -> Vec<(usize, usize, String)> {
    let mut segments = Vec::new();
    let mut text = String::new();
    let mut from = None;
    let width = edges.len() - 1;
    for (at, c) in line.trim_end().chars().enumerate() {
        if VERTICALS.contains(c) || (JUNCTIONS.contains(c) && c != '+') {
            let edge = nearest(edges, at);
            if let Some(from) = from.filter(|&from: &usize| from < edge) {
                segments.push((from, edge, inline::render(&text)));
            }
            text.clear();
            from = Some(edge);
        } else {
            text.push(c);
        }
    }
    // A line whose last border was lost.
    if let Some(from) = from.filter(|&from| from < width && !text.trim().is_empty()) {
        segments.push((from, width, inline::render(&text)));
    }
    segments
}

/// The index of the edge closest to a place: wrapped lines are often a character too long or too short.
fn nearest(edges: &[usize], at: usize) -> usize {
    let right = edges.partition_point(|&edge| edge < at).min(edges.len() - 1);
    if right > 0 && at.abs_diff(edges[right - 1]) < at.abs_diff(edges[right]) { right - 1 } else { right }
}

/// Adds a wrapped line. A hyphen at the end stays where it was, without a space behind it.
pub(super) fn append(above: &mut String, line: &str) {
    if line.is_empty() {
        return;
    }
    let hyphenated = above.ends_with('-') && above.chars().rev().nth(1).is_some_and(char::is_alphabetic);
    if !above.is_empty() && !hyphenated {
        above.push(' ');
    }
    above.push_str(line);
}

/// Rows to a grid; what goes on from above is added to the cell above and merged with it.
fn lay_out(rows: &[Row], width: usize) -> TableBuilder {
    struct Cell {
        row: usize,
        rows: usize,
        from: usize,
        to: usize,
        text: String,
    }
    let mut cells: Vec<Cell> = Vec::new();
    let mut last: Vec<Option<usize>> = vec![None; width];
    for (at, row) in rows.iter().enumerate() {
        for (from, to, text) in &row.cells {
            let above = last.get(*from).copied().flatten().filter(|_| row.open.contains(from));
            if let Some(cell) = above.and_then(|index| cells.get_mut(index)) {
                append(&mut cell.text, text);
                cell.rows = at + 1 - cell.row;
            } else {
                last[*from..*to].fill(Some(cells.len()));
                cells.push(Cell { row: at, rows: 1, from: *from, to: *to, text: text.clone() });
            }
        }
    }
    let mut builder = TableBuilder::new();
    if let Some(last) = rows.len().checked_sub(1) {
        builder.touch(last);
    }
    for cell in cells {
        builder.put_merged(cell.row, cell.from, cell.rows, cell.to - cell.from, &cell.text);
    }
    builder
}
