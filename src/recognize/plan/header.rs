//! The heading rows of a table: where they stand, how many they are, what each column holds.

use super::columns::{self, Strength};
use super::term_columns;
use crate::language::fold::{fold, one_line};
use crate::model::{ColumnRole, Table};

/// Headings stand among the first rows; titles and stamps of worksheets may stand above them.
const SEARCHED: usize = 40;

/// A heading of several rows has no more than this.
const DEEPEST: usize = 4;

/// A cell longer than this is text, not a heading; the longest heading of the official form has 150 letters.
const LONGEST: usize = 260;

/// One column as its heading describes it.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// The grid column at which it begins.
    pub(super) edge: usize,
    /// The heading on one line; merged headings come first: «Срок / факт».
    pub(super) heading: String,
    /// What it holds, where the wording is known.
    pub(super) role: Option<(ColumnRole, Strength)>,
}

/// The heading rows of a table.
#[derive(Clone, Debug)]
pub(super) struct Header {
    /// The first heading row.
    pub(super) first: usize,
    /// The row after the last heading row.
    pub(super) end: usize,
    /// All columns, from left to right.
    pub(super) columns: Vec<Column>,
}

/// The first rows from `from` that are headings of a plan.
pub(super) fn find(table: &Table, from: usize) -> Option<Header> {
    (from..table.rows().min(from + SEARCHED)).find_map(|row| at(table, row))
}

/// The headings that begin at a row, if they do.
pub(super) fn at(table: &Table, row: usize) -> Option<Header> {
    let cells = table.across(row).filter(|cell| cell.row == row).collect::<Vec<_>>();
    let filled = cells.iter().filter(|cell| !cell.text.trim().is_empty()).count();
    let numbered = cells.iter().find(|cell| !cell.text.trim().is_empty()).is_some_and(|cell| is_number(cell.text));
    if filled < 2 || numbered || cells.iter().any(|cell| cell.text.chars().count() > LONGEST) {
        return None;
    }
    // Tables of every kind name organizations.
    let told = cells.iter().filter_map(|c| columns::role(c.text)).map(|(role, _)| role);
    let mut roles: Vec<ColumnRole> = told.filter(|role| *role != ColumnRole::Organization).collect();
    roles.sort_unstable();
    roles.dedup();
    let telling = roles.iter().filter(|role| !matches!(role, ColumnRole::Number | ColumnRole::Other)).count();
    if roles.len() < 2 || telling == 0 || !roles.iter().any(|role| speaks_of_plans(*role)) {
        return None;
    }
    let end = end(table, row);
    Some(Header { first: row, end, columns: columns_of(table, row, end) })
}

/// A row that begins with a number is data.
fn is_number(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(|c| c.is_ascii_digit() || ".) ".contains(c))
}

/// Roles that no heading row of a plan lacks altogether.
fn speaks_of_plans(role: ColumnRole) -> bool {
    use ColumnRole as R;
    matches!(
        role,
        R::Measure
            | R::MeasureAndOfficer
            | R::Deadline
            | R::DeadlineStart
            | R::DeadlineEnd
            | R::DeadlineAndOfficer
            | R::EventDate
            | R::Officer
            | R::ExpectedResult
    )
}

/// The row after the headings: below vertically merged cells, or below a row of sub-headings.
fn end(table: &Table, row: usize) -> usize {
    let deepest = table.row(row).map(|cell| cell.row_span).max().unwrap_or(1);
    // A heading merged downwards over data, or over the whole sheet, says nothing of depth.
    let merged = if deepest <= DEEPEST { row + deepest } else { row + 1 };
    if merged > row + 1 {
        return merged.min(table.rows());
    }
    if is_sub_heading(table, row, row + 1) { row + 2 } else { row + 1 }
}

/// Whether a row only divides the headings above it: «план | факт» under «Срок».
fn is_sub_heading(table: &Table, above: usize, row: usize) -> bool {
    if row >= table.rows() {
        return false;
    }
    let mut divides = false;
    for cell in table.across(row) {
        let text = fold(cell.text);
        if text.is_empty() {
            continue;
        }
        let parent = table.at(above, cell.column);
        let divided = parent.text.trim().is_empty()
            || parent.column_span > 1
            || table.at(above, cell.column + 1).text.trim().is_empty();
        let known = matches!(text.as_str(), "план" | "факт" | "с" | "по" | "начало" | "окончание" | "дата" | "срок")
            || columns::role(cell.text).is_some() && text.chars().count() <= 120
            || term_columns::is_term(cell.text);
        if !divided || !known || parent.column_span >= table.columns() {
            return false;
        }
        divides = true;
    }
    divides
}

fn columns_of(table: &Table, first: usize, end: usize) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    let mut parent = String::new();
    for cell in table.across(end - 1) {
        let mut parts: Vec<String> = Vec::new();
        for row in first..end {
            let text = one_line(table.text(row, cell.column));
            if !text.is_empty() && parts.last() != Some(&text) {
                parts.push(text);
            }
        }
        // A merged heading whose merge was lost stands over its first column only.
        let top = one_line(table.text(first, cell.column));
        if top.is_empty() && end - first > 1 && !parts.is_empty() {
            parts.insert(0, parent.clone());
        } else {
            parent = top;
        }
        let heading = parts.join(" / ");
        let role = role_of(&parts, &heading);
        columns.push(Column { edge: cell.column, heading, role });
    }
    columns
}

/// All headings together decide, then the lowest alone, then the highest.
fn role_of(parts: &[String], heading: &str) -> Option<(ColumnRole, Strength)> {
    columns::role(heading)
        .or_else(|| parts.last().and_then(|lowest| columns::role(lowest)))
        .or_else(|| parts.first().and_then(|highest| columns::role(highest)))
}

/// Whether a row repeats the headings.
pub(super) fn repeats(table: &Table, row: usize, header: &Header) -> bool {
    let here = header_texts(table, row);
    let there = header.columns.iter().map(|c| fold(&c.heading)).collect::<Vec<_>>();
    let filled = here.iter().filter(|text| !text.is_empty()).count();
    filled >= 2
        && here.len() == there.len()
        && here.iter().zip(&there).filter(|(a, b)| !a.is_empty() && (a == b || b.starts_with(a.as_str()))).count()
            == filled
}

fn header_texts(table: &Table, row: usize) -> Vec<String> {
    table.across(row).map(|cell| fold(cell.text)).collect()
}

/// Whether a row numbers the columns: «1 | 2 | 3 | 4», «А | Б | 1 | 2».
pub(super) fn numbers_columns(table: &Table, row: usize) -> bool {
    let texts = table.across(row).map(|cell| fold(cell.text)).filter(|text| !text.is_empty()).collect::<Vec<_>>();
    let number = |text: &String| text.trim_matches(|c: char| !c.is_alphanumeric()).parse::<usize>().ok();
    let letters = texts.iter().zip(["а", "б", "в", "г", "д", "е"]).take_while(|(text, letter)| text == letter).count();
    let texts = &texts[letters..];
    letters >= 2 && texts.is_empty()
        || texts.len() + letters >= 2
            && texts
                .iter()
                .map(number)
                .collect::<Option<Vec<_>>>()
                .is_some_and(|n| n[0] <= 1 && n.windows(2).all(|w| w[1] == w[0] + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TableBuilder;

    fn has(header: &Header, role: ColumnRole) -> bool {
        header.columns.iter().any(|c| c.role.is_some_and(|(r, _)| r == role))
    }

    fn headings(header: &Header) -> Vec<&str> {
        header.columns.iter().map(|c| c.heading.as_str()).collect()
    }

    #[test]
    fn two_rows_with_a_merged_heading() {
        let mut builder = TableBuilder::new();
        builder.put_merged(0, 0, 2, 1, "№");
        builder.put_merged(0, 1, 2, 1, "Мероприятие");
        builder.put_merged(0, 2, 1, 2, "Срок");
        builder.put(1, 2, "план");
        builder.put(1, 3, "факт");
        builder.put(2, 0, "1");
        let header = find(&builder.finish().expect("small"), 0).expect("a header");
        assert_eq!((header.first, header.end), (0, 2));
        assert_eq!(headings(&header), ["№", "Мероприятие", "Срок / план", "Срок / факт"]);
        assert!(has(&header, ColumnRole::Completed) && has(&header, ColumnRole::Deadline));
    }

    #[test]
    fn the_merge_of_a_heading_may_be_lost() {
        let table = TableBuilder::from_rows([
            ["План работы", "", "", ""],
            ["№", "Мероприятие", "Срок", ""],
            ["", "", "начало", "окончание"],
            ["1", "Провести опрос", "01.02.2025", "01.03.2025"],
        ])
        .finish()
        .expect("small");
        let header = find(&table, 0).expect("a header");
        assert_eq!((header.first, header.end), (1, 3));
        assert!(has(&header, ColumnRole::DeadlineStart) && has(&header, ColumnRole::DeadlineEnd));
    }

    #[test]
    fn numbering_rows() {
        let table = TableBuilder::from_rows([["1", "2", "3"], ["1", "Провести", "2025"]]).finish().expect("small");
        assert!(numbers_columns(&table, 0));
        assert!(!numbers_columns(&table, 1));
        let table =
            TableBuilder::from_rows([["А", "Б", "В"], ["А", "Б", "1"], ["А", "Игра", "1"]]).finish().expect("small");
        assert!(numbers_columns(&table, 0) && numbers_columns(&table, 1));
        assert!(!numbers_columns(&table, 2));
    }

    #[test]
    fn data_is_no_heading() {
        let table =
            TableBuilder::from_rows([["1", "Назначить ответственных за сайт", "до 1 марта"]]).finish().expect("small");
        assert!(find(&table, 0).is_none());
    }
}
