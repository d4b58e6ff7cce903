//! A compact grid of texts: strings interned, spans kept apart.

use std::collections::HashMap;

/// The first bit of a slot that a merged cell covers; the other bits are the index of the span.
const COVERED: u32 = 1 << 31;

/// A rectangular grid of texts. A merged cell is kept once, at its anchor; [`Table::text`] answers for every place it
/// covers. Rows and columns count from 0 here; a `Location` counts from 1.
///
/// Memory is four bytes a slot plus every distinct string once, so that a sheet of ten million cells fits in about
/// 100 MiB.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    columns: usize,
    slots: Vec<u32>,
    texts: String,
    ends: Vec<u32>,
    spans: Vec<Span>,
    nested: Vec<((usize, usize), Table)>,
    /// Where the grid's own row 0 and column 0 stand in the worksheet (0-based), for sheets that do not begin at A1.
    origin: (usize, usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    row: u32,
    column: u32,
    row_span: u32,
    column_span: u32,
    text: u32,
}

/// One cell as kept: its anchor, its extent and its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// Row of the anchor.
    pub row: usize,
    /// Column of the anchor.
    pub column: usize,
    /// How many rows it covers, at least 1.
    pub row_span: usize,
    /// How many columns it covers, at least 1.
    pub column_span: usize,
    /// The text; paragraphs are separated by `\n`, list marks are part of it.
    pub text: &'a str,
}

impl Table {
    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.slots.len().checked_div(self.columns).unwrap_or(0)
    }

    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The worksheet's row and column (0-based) at which the grid begins; (0, 0) in text documents.
    pub fn origin(&self) -> (usize, usize) {
        self.origin
    }

    /// The cell that stands at a place, or covers it. A place outside the grid is an empty cell.
    pub fn at(&self, row: usize, column: usize) -> Cell<'_> {
        let alone = |text| Cell { row, column, row_span: 1, column_span: 1, text };
        if row >= self.rows() || column >= self.columns {
            return alone("");
        }
        let slot = self.slots[row * self.columns + column];
        if slot & COVERED == 0 {
            return alone(self.string(slot));
        }
        let Some(span) = self.spans.get((slot & !COVERED) as usize) else { return alone("") };
        let (anchor_row, anchor_column) = (span.row as usize, span.column as usize);
        Cell {
            row: anchor_row,
            column: anchor_column,
            row_span: span.row_span as usize,
            column_span: span.column_span as usize,
            text: self.string(span.text),
        }
    }

    /// The text at a place, answered for covered places too.
    pub fn text(&self, row: usize, column: usize) -> &str {
        self.at(row, column).text
    }

    /// The text of a place that is its own anchor; empty where another cell covers it.
    pub fn own_text(&self, row: usize, column: usize) -> &str {
        let cell = self.at(row, column);
        if (cell.row, cell.column) == (row, column) { cell.text } else { "" }
    }

    /// The cells anchored in one row, from left to right.
    pub fn row(&self, row: usize) -> impl Iterator<Item = Cell<'_>> {
        (0..self.columns)
            .map(move |column| self.at(row, column))
            .enumerate()
            .filter_map(move |(column, cell)| ((cell.row, cell.column) == (row, column)).then_some(cell))
    }

    /// The cells that a person sees along one row, from left to right: those anchored in it and those that reach into it
    /// from above.
    pub fn across(&self, row: usize) -> impl Iterator<Item = Cell<'_>> {
        let mut column = 0;
        std::iter::from_fn(move || {
            let cell = (column < self.columns && row < self.rows()).then(|| self.at(row, column))?;
            column = (cell.column + cell.column_span).max(column + 1);
            Some(cell)
        })
    }

    /// Tables that stand inside a cell, in order. Their text is part of the cell's text too.
    pub fn nested(&self, row: usize, column: usize) -> impl Iterator<Item = &Table> {
        self.nested.iter().filter(move |(place, _)| *place == (row, column)).map(|(_, table)| table)
    }

    /// Whether any cell holds a table.
    pub fn has_nested(&self) -> bool {
        !self.nested.is_empty()
    }

    fn string(&self, id: u32) -> &str {
        if id == 0 {
            return "";
        }
        let id = id as usize - 1;
        let start = if id == 0 { 0 } else { self.ends[id - 1] as usize };
        &self.texts[start..self.ends[id] as usize]
    }
}

/// More slots than this are refused: 64 Mi slots are 256 MiB, far beyond any submitted sheet.
const SLOT_LIMIT: usize = 64 << 20;

/// The grid that cells would need is too large: a sparse or hostile sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("таблица слишком велика: {rows} строк на {columns} столбцов")]
pub struct TooLarge {
    /// Rows the grid would have.
    pub rows: usize,
    /// Columns the grid would have.
    pub columns: usize,
}

/// Collects cells in any order, then becomes a [`Table`].
#[derive(Debug, Default)]
pub struct TableBuilder {
    rows: Vec<Vec<u32>>,
    interned: HashMap<u64, u32>,
    table: Table,
}

impl TableBuilder {
    /// An empty grid.
    pub fn new() -> Self {
        Self::default()
    }

    /// A grid from texts, row by row, without merged cells.
    pub fn from_rows<R, C>(rows: impl IntoIterator<Item = R>) -> Self
    where
        R: IntoIterator<Item = C>,
        C: AsRef<str>,
    {
        let mut builder = Self::new();
        for (row, cells) in rows.into_iter().enumerate() {
            builder.touch(row);
            for (column, text) in cells.into_iter().enumerate() {
                builder.put(row, column, text.as_ref());
            }
        }
        builder
    }

    /// Makes a row exist even when all its cells are empty.
    pub fn touch(&mut self, row: usize) {
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
    }

    /// Puts a text into one cell.
    pub fn put(&mut self, row: usize, column: usize, text: &str) {
        let id = self.intern(text);
        self.set(row, column, id);
    }

    /// Puts a text into a merged cell. Spans of zero count as one. Where two merged cells overlap, the later one keeps
    /// only its anchor if that is still free.
    pub fn put_merged(&mut self, row: usize, column: usize, row_span: usize, column_span: usize, text: &str) {
        let (row_span, column_span) = (row_span.max(1), column_span.max(1));
        if (row_span, column_span) == (1, 1) || row_span.saturating_mul(column_span) > SLOT_LIMIT {
            self.put(row, column, text);
            return;
        }
        let span = Span {
            row: row as u32,
            column: column as u32,
            row_span: row_span as u32,
            column_span: column_span as u32,
            text: self.intern(text),
        };
        let slot = COVERED | self.table.spans.len() as u32;
        self.table.spans.push(span);
        for r in row..row + row_span {
            for c in column..column + column_span {
                self.set(r, c, slot);
            }
        }
    }

    /// Puts a table into a cell; the caller puts the table's text into the cell's text.
    pub fn nest(&mut self, row: usize, column: usize, table: Table) {
        self.table.nested.push(((row, column), table));
    }

    /// Says where in the worksheet row 0 and column 0 of this grid stand (0-based).
    pub fn origin(&mut self, row: usize, column: usize) {
        self.table.origin = (row, column);
    }

    /// Number of rows so far.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// Lays the cells out.
    ///
    /// # Errors
    /// When the grid would be larger than any honest sheet.
    pub fn finish(mut self) -> Result<Table, TooLarge> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let rows = self.rows.len();
        if rows.saturating_mul(columns) > SLOT_LIMIT {
            return Err(TooLarge { rows, columns });
        }
        self.table.columns = columns;
        self.table.slots = Vec::with_capacity(rows * columns);
        for row in self.rows.drain(..) {
            self.table.slots.extend_from_slice(&row);
            self.table.slots.resize(self.table.slots.len() + columns - row.len(), 0);
        }
        Ok(self.table)
    }

    fn set(&mut self, row: usize, column: usize, slot: u32) {
        if slot == 0 && self.rows.get(row).is_none_or(|cells| cells.len() <= column) {
            self.touch(row);
            return;
        }
        self.touch(row);
        let cells = &mut self.rows[row];
        if cells.len() <= column {
            cells.resize(column + 1, 0);
        }
        cells[column] = slot;
    }

    fn intern(&mut self, text: &str) -> u32 {
        if text.is_empty() {
            return 0;
        }
        let key = hash(text);
        if let Some(&id) = self.interned.get(&key)
            && self.table.string(id) == text
        {
            return id;
        }
        self.table.texts.push_str(text);
        self.table.ends.push(self.table.texts.len() as u32);
        let id = self.table.ends.len() as u32;
        self.interned.insert(key, id);
        id
    }
}

fn hash(text: &str) -> u64 {
    use std::hash::{Hash, Hasher};
    let mut hasher = std::hash::DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_merged_cell_answers_for_every_place_it_covers() {
        let mut builder = TableBuilder::new();
        builder.put(0, 0, "№");
        builder.put_merged(0, 1, 2, 2, "Срок");
        builder.put(2, 2, "план");
        let table = builder.finish().expect("small");
        assert_eq!((table.rows(), table.columns()), (3, 3));
        assert_eq!(table.text(1, 2), "Срок");
        assert_eq!(table.own_text(1, 2), "");
        assert_eq!(table.row(0).map(|c| c.text).collect::<Vec<_>>(), ["№", "Срок"]);
        assert_eq!(table.text(2, 1), "");
        assert_eq!(table.text(9, 9), "");
    }

    #[test]
    fn a_sheet_with_one_far_cell_is_refused() {
        let mut builder = TableBuilder::new();
        builder.put(1_048_575, 0, "x");
        builder.put(0, 16_383, "y");
        assert!(builder.finish().is_err());
    }

    #[test]
    fn equal_texts_are_kept_once() {
        let table = TableBuilder::from_rows([["Да", "Нет"], ["Да", "Да"]]).finish().expect("small");
        assert_eq!(table.texts, "ДаНет");
    }
}
