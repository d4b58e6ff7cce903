//! Tables without headings: the rest of a table that a page break cut.

use super::header;
use super::table::{tail, texts};
use crate::model::{ColumnRole, Location, PlanTable, Table};

use ColumnRole as R;

/// A table without headings that goes on with the plan of the table before it: as many columns, and no headings that
/// say something else.
pub(super) fn without_headings(table: &Table, place: &Location, before: &PlanTable) -> Option<PlanTable> {
    if table.rows() == 0 || before.edges.len() < 2 {
        return None;
    }
    let alike = (0..table.rows()).filter(|&row| table.across(row).count() == before.edges.len()).count();
    let full = (0..table.rows()).filter(|&row| table.across(row).count() == 1).count();
    if alike == 0 || alike + full < table.rows().div_ceil(2) {
        return None;
    }
    // The headings may be left as an empty row.
    let first = (0..table.rows()).find(|&row| !texts(table, row).is_empty())?;
    let last = tail(table, first, table.rows());
    let skipped = (first..last).filter(|&row| header::numbers_columns(table, row)).collect::<Vec<_>>();
    let first_data = (first..last).find(|row| skipped.binary_search(row).is_err())?;
    let edges = (0..table.rows())
        .map(|row| table.across(row).map(|c| c.column).collect::<Vec<_>>())
        .find(|edges| edges.len() == before.edges.len())?;
    let columns = before
        .columns
        .iter()
        .filter_map(|(edge, role)| before.edges.iter().position(|e| e == edge).map(|i| (edges[i], *role)))
        .collect::<Vec<_>>();
    Some(PlanTable {
        place: place.clone(),
        rows: first..last,
        continues: goes_on(table, first_data, &edges, &columns),
        headings: before.headings.clone(),
        columns,
        skipped,
        edges,
        ..PlanTable::default()
    })
}

/// Whether a row is the rest of the row before the page break: no number of its own, no term and nobody responsible,
/// and words that go on.
pub(super) fn goes_on(table: &Table, row: usize, edges: &[usize], columns: &[(usize, ColumnRole)]) -> bool {
    let across = table.across(row).collect::<Vec<_>>();
    if across.len() != edges.len() {
        return false;
    }
    let text = |role: ColumnRole| {
        columns
            .iter()
            .find(|(_, r)| *r == role)
            .and_then(|(edge, _)| across.iter().find(|c| c.column == *edge))
            .map(|c| c.text.trim())
    };
    let empty = |role: ColumnRole| text(role).is_none_or(str::is_empty);
    let measure = text(R::Measure).or_else(|| text(R::MeasureAndOfficer)).unwrap_or("");
    let small =
        measure.chars().next().is_some_and(|c| c.is_lowercase() || !c.is_alphanumeric() && !"«\"•-–—".contains(c));
    let numbered = columns.iter().any(|(_, r)| *r == R::Number);
    let first_empty = across.first().is_some_and(|c| c.text.trim().is_empty());
    let bare = empty(R::Deadline) && empty(R::Officer) && empty(R::DeadlineAndOfficer);
    let lone = across.iter().filter(|c| !c.text.trim().is_empty()).count() == 1;
    empty(R::Number)
        && ((small && bare)
            || (numbered && first_empty && bare && !lone)
            || (small && first_empty && numbered)
            || (lone && numbered && first_empty && measure.ends_with(['.', ';']))
            || measure.is_empty() && !lone)
}
