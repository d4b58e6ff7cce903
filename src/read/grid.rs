//! Cells on a ragged grid to a [`Table`] whose columns are those a person sees.
//!
//! Word and its html draw every border on a grid of their own: a border moved by a hair makes a column of its own, and
//! hidden columns stand between visible ones. Columns in which no cell begins, and slivers without text, are not
//! columns to a person.

use crate::model::{Table, TableBuilder};

/// Text documents have no tables with more places than this.
const PLACES: usize = 16 << 20;

/// A cell as the source places it.
#[derive(Debug, Default)]
pub(super) struct GridCell {
    /// Row, from 0.
    pub(super) row: usize,
    /// How many rows it covers.
    pub(super) row_span: usize,
    /// The grid column where it begins.
    pub(super) from: usize,
    /// The grid column behind it.
    pub(super) to: usize,
    /// Its text.
    pub(super) text: String,
    /// Tables inside it.
    pub(super) nested: Vec<Table>,
}

/// Widths of grid columns and the least width a person sees, in the same unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Widths<'a> {
    /// Width of each grid column.
    pub(super) columns: &'a [u64],
    /// Anything narrower is a sliver.
    pub(super) least: u64,
}

/// Lays cells out; `None` when the grid would be larger than any honest table of a text.
pub(super) fn lay_out(cells: Vec<GridCell>, rows: usize, widths: Option<Widths<'_>>) -> Option<Table> {
    let columns = Columns::new(&cells, widths);
    if rows.saturating_mul(columns.count()) > PLACES {
        return None;
    }
    let mut builder = TableBuilder::new();
    if let Some(last) = rows.checked_sub(1) {
        builder.touch(last);
    }
    for cell in cells {
        let (from, to) = (columns.index(cell.from), columns.index(cell.to));
        if to <= from && cell.text.is_empty() {
            continue;
        }
        let row_span = cell.row_span.clamp(1, (rows - cell.row).max(1));
        builder.put_merged(cell.row, from, row_span, to.saturating_sub(from), &cell.text);
        for table in cell.nested {
            builder.nest(cell.row, from, table);
        }
    }
    builder.finish().ok()
}

/// The visible columns: each is a cluster of grid places where cells begin.
struct Columns {
    /// Every place where a cell begins, with the index of its cluster; sorted.
    starts: Vec<(usize, usize)>,
}

impl Columns {
    fn new(cells: &[GridCell], widths: Option<Widths<'_>>) -> Self {
        let mut places: Vec<usize> = cells.iter().map(|cell| cell.from).collect();
        places.sort_unstable();
        places.dedup();
        let position = |place: usize| match widths {
            Some(w) if place <= w.columns.len() => w.columns[..place].iter().sum(),
            _ => u64::MAX,
        };
        let least = widths.map_or(0, |w| w.least);
        // A sliver with text is a column all the same, and so is what follows it.
        let sliver = |c: &&GridCell| !c.text.is_empty() && position(c.to).saturating_sub(position(c.from)) < least;
        let mut kept: Vec<usize> =
            if least == 0 { Vec::new() } else { cells.iter().filter(sliver).flat_map(|c| [c.from, c.to]).collect() };
        kept.sort_unstable();
        let mut starts: Vec<(usize, usize)> = Vec::with_capacity(places.len());
        let mut cluster_position = 0;
        for place in places {
            let here = position(place);
            let apart = here == u64::MAX || here.saturating_sub(cluster_position) >= least;
            match starts.last() {
                Some(&(_, index)) if !apart && kept.binary_search(&place).is_err() => starts.push((place, index)),
                last => {
                    let index = last.map_or(0, |&(_, index)| index + 1);
                    starts.push((place, index));
                    cluster_position = here;
                }
            }
        }
        Self { starts }
    }

    fn count(&self) -> usize {
        self.starts.last().map_or(0, |&(_, index)| index + 1)
    }

    /// The visible column that begins at a grid place, or the first one behind it.
    fn index(&self, place: usize) -> usize {
        match self.starts.binary_search_by_key(&place, |&(start, _)| start) {
            Ok(at) => self.starts[at].1,
            Err(0) => 0,
            Err(at) => self.starts[at - 1].1 + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(row: usize, from: usize, to: usize, text: &str) -> GridCell {
        GridCell { row, row_span: 1, from, to, text: text.to_owned(), nested: Vec::new() }
    }

    fn texts(table: &Table) -> Vec<Vec<&str>> {
        (0..table.rows()).map(|row| (0..table.columns()).map(|column| table.text(row, column)).collect()).collect()
    }

    #[test]
    fn hidden_columns_and_moved_borders_do_not_shift_columns() {
        let widths = Widths { columns: &[500, 0, 3000, 20, 2000], least: 100 };
        let cells = vec![
            cell(0, 0, 1, "№"),
            cell(0, 1, 4, "Мера"),
            cell(0, 4, 5, "Срок"),
            cell(1, 0, 2, "1"),
            cell(1, 2, 3, "сайт"),
            cell(1, 3, 5, "май"),
        ];
        let table = lay_out(cells, 2, Some(widths)).expect("small");
        assert_eq!(texts(&table), [["№", "Мера", "Срок"], ["1", "сайт", "май"]]);
    }

    #[test]
    fn columns_in_which_nothing_begins_are_none() {
        let table = lay_out(vec![cell(0, 0, 3, "а"), cell(0, 3, 9, "б"), cell(1, 0, 9, "в")], 2, None).expect("small");
        assert_eq!(texts(&table), [["а", "б"], ["в", "в"]]);
    }

    #[test]
    fn a_sliver_with_text_is_a_column() {
        let widths = Widths { columns: &[500, 20, 3000], least: 100 };
        let table = lay_out(vec![cell(0, 0, 1, "а"), cell(0, 1, 2, "!"), cell(0, 2, 3, "б")], 1, Some(widths));
        assert_eq!(texts(&table.expect("small")), [["а", "!", "б"]]);
    }
}
