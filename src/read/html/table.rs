//! Cells of an html table on their grid, by the standard's algorithm.

use scraper::node::Element;

use crate::model::Table;
use crate::read::grid::{self, GridCell};
use crate::read::story::CellContent;

/// The standard's limits of spans.
const COLUMN_SPAN: usize = 1000;
const ROW_SPAN: usize = 65_534;
/// No page has a wider table; beyond it cells are not placed.
const WIDTH: usize = 16_384;

/// A table being read.
#[derive(Debug, Default)]
pub(super) struct HtmlTable {
    cells: Vec<GridCell>,
    /// Rows begun so far.
    rows: usize,
    /// The grid column after the last cell of the row.
    column: usize,
    /// For each grid column, the first row that no cell from above covers.
    free_from: Vec<usize>,
}

impl HtmlTable {
    pub(super) fn open_row(&mut self) {
        self.rows += 1;
        self.column = 0;
    }

    /// Puts a cell behind the last one, past what merged cells from above cover.
    pub(super) fn put(&mut self, element: &Element, content: CellContent) {
        let row = self.rows.saturating_sub(1);
        while self.free_from.get(self.column).is_some_and(|&free| free > row) {
            self.column += 1;
        }
        let column_span = span(element, "colspan", COLUMN_SPAN).max(1);
        let row_span = match span(element, "rowspan", ROW_SPAN) {
            0 => ROW_SPAN,
            rows => rows,
        };
        let (from, to) = (self.column, self.column + column_span);
        if to > WIDTH {
            return;
        }
        if self.free_from.len() < to {
            self.free_from.resize(to, 0);
        }
        self.free_from[from..to].fill(row + row_span);
        self.column = to;
        self.cells.push(GridCell { row, row_span, from, to, text: content.text, nested: content.nested });
    }

    /// The table; `None` when it is too large. Word closes tables with a row that only sets widths: empty rows at the
    /// end are left out.
    pub(super) fn finish(mut self) -> Option<Table> {
        let filled = self.cells.iter().filter(|cell| !cell.text.is_empty()).map(|cell| cell.row + 1).max().unwrap_or(0);
        self.cells.retain(|cell| cell.row < filled);
        grid::lay_out(self.cells, filled, None)
    }
}

fn span(element: &Element, name: &str, limit: usize) -> usize {
    element.attr(name).and_then(|value| value.trim().parse::<usize>().ok()).unwrap_or(1).min(limit)
}
