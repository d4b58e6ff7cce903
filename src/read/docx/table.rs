//! Cells of a Word table on their grid.

use std::collections::HashMap;

use crate::model::Table;
use crate::read::grid::{self, GridCell, Widths};
use crate::read::story::CellContent;

/// A column narrower than this (in twentieths of a point, some two millimetres) is a moved border, not a column.
const SLIVER: u64 = 113;
/// Word allows 63 columns; other writers are given more, hostile ones are not given all they state.
const COLUMNS: usize = 4096;

/// A table being read.
#[derive(Debug, Default)]
pub(super) struct WordTable {
    grid: Vec<u64>,
    cells: Vec<GridCell>,
    rows: usize,
    row: Row,
    /// The cell of each grid column that may go on downwards.
    above: HashMap<usize, usize>,
}

/// The row being read.
#[derive(Debug, Default)]
struct Row {
    first_cell: usize,
    column: usize,
    deleted: bool,
}

/// What a cell says about its place.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CellPlace {
    /// How many grid columns it covers.
    pub(super) span: Option<usize>,
    /// Whether it goes on the cell above it.
    pub(super) down: Merge,
    /// Whether it goes on the cell to the left.
    pub(super) right: Merge,
}

/// A merge in one direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Merge {
    /// The cell stands alone.
    #[default]
    None,
    /// The first of several.
    Restart,
    /// Goes on the one before.
    Continue,
}

impl WordTable {
    /// Adds a column of the grid, with its width.
    pub(super) fn grid_column(&mut self, width: Option<u64>) {
        if self.grid.len() < COLUMNS {
            self.grid.push(width.unwrap_or(0).min(1 << 20));
        }
    }

    pub(super) fn open_row(&mut self) {
        self.row = Row { first_cell: self.cells.len(), ..Row::default() };
    }

    /// Grid columns left out at the beginning of the row.
    pub(super) fn skip(&mut self, columns: usize) {
        self.row.column = (self.row.column + columns).min(COLUMNS);
    }

    /// The row was deleted by an editor.
    pub(super) fn delete_row(&mut self) {
        self.row.deleted = true;
    }

    pub(super) fn put(&mut self, place: CellPlace, content: CellContent) {
        let from = self.row.column;
        let to = (from + place.span.unwrap_or(1).max(1)).min(COLUMNS);
        self.row.column = to;
        if place.right == Merge::Continue
            && self.cells.len() > self.row.first_cell
            && let Some(left) = self.cells.last_mut()
        {
            left.to = to;
            return;
        }
        if place.down == Merge::Continue
            && let Some(above) = self.above.get(&from).and_then(|&index| self.cells.get_mut(index))
        {
            above.row_span = self.rows + 1 - above.row;
            return;
        }
        if place.down == Merge::None {
            self.above.remove(&from);
        } else {
            self.above.insert(from, self.cells.len());
        }
        let CellContent { text, nested } = content;
        self.cells.push(GridCell { row: self.rows, row_span: 1, from, to, text, nested });
    }

    pub(super) fn close_row(&mut self) {
        if self.row.deleted {
            self.cells.truncate(self.row.first_cell);
            for cell in &mut self.cells {
                cell.row_span = cell.row_span.min(self.rows - cell.row);
            }
            self.above.retain(|_, &mut index| index < self.row.first_cell);
        } else {
            self.rows += 1;
        }
    }

    /// The table; `None` when it is larger than any honest one.
    pub(super) fn finish(self) -> Option<Table> {
        // A grid that says nothing of widths, or is shorter than the rows, is only counted.
        let used = self.cells.iter().map(|cell| cell.to).max().unwrap_or(0);
        let told = self.grid.len() >= used && self.grid.iter().any(|&width| width >= SLIVER);
        let widths = told.then_some(Widths { columns: &self.grid, least: SLIVER });
        grid::lay_out(self.cells, self.rows, widths)
    }
}
