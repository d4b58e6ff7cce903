//! One worksheet being filled.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::model::{Block, Document, Location, Part, Reason, TableBuilder, Warned};
use crate::read::refusal;

/// Places of one sheet: a quarter of a gigabyte.
const PLACES: usize = 48 << 20;
/// A cell so many empty rows below the others, or so far to the right, is litter.
const FAR_ROWS: u32 = 50_000;
const FAR_COLUMN: u32 = 2_048;
/// Merged regions may cover so many places together.
const MERGED_PLACES: usize = 16 << 20;

/// A merged region in the worksheet's own numbers; both ends belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) rows: (u32, u32),
    pub(super) columns: (u32, u32),
}

/// Collects cells of one worksheet, row by row.
#[derive(Debug)]
pub(super) struct Sheet {
    name: String,
    builder: TableBuilder,
    regions: Vec<Region>,
    /// Texts at the anchors of merged regions.
    anchors: HashMap<(u32, u32), String>,
    first_row: Option<u32>,
    last_row: u32,
    last_column: u32,
    row_width: usize,
    places: usize,
    far: usize,
    cut: bool,
    /// Rows that are not shown.
    hidden: HashSet<u32>,
    /// Those of them that hold something.
    left_out: BTreeSet<u32>,
}

impl Sheet {
    /// An empty sheet with its merged regions.
    pub(super) fn new(name: &str, regions: Vec<Region>) -> Self {
        let anchors = regions.iter().map(|region| ((region.rows.0, region.columns.0), String::new())).collect();
        Self {
            name: name.to_owned(),
            builder: TableBuilder::new(),
            regions,
            anchors,
            first_row: None,
            last_row: 0,
            last_column: 0,
            row_width: 0,
            places: 0,
            far: 0,
            cut: false,
            hidden: HashSet::new(),
            left_out: BTreeSet::new(),
        }
    }

    /// Leaves these rows out.
    pub(super) fn hide(&mut self, rows: HashSet<u32>) {
        self.hidden = rows;
    }

    /// Puts a text where it stands in the worksheet (from 0).
    pub(super) fn put(&mut self, row: u32, column: u32, text: &str) -> Result<(), Reason> {
        if text.is_empty() {
            return Ok(());
        }
        if self.hidden.contains(&row) {
            self.left_out.insert(row);
            // A merged region that goes on below is seen there.
            if let Some(anchor) = self.anchors.get_mut(&(row, column)) {
                text.clone_into(anchor);
            }
            return Ok(());
        }
        let first = *self.first_row.get_or_insert(row);
        if row < first || column >= FAR_COLUMN || (row > self.last_row && row - self.last_row.max(first) > FAR_ROWS) {
            self.far += 1;
            return Ok(());
        }
        if row != self.last_row {
            self.row_width = 0;
        }
        let width = column as usize + 1;
        self.places += width.saturating_sub(self.row_width);
        self.row_width = self.row_width.max(width);
        if self.places > PLACES {
            return Err(refusal::TOO_LARGE.reason());
        }
        self.last_row = self.last_row.max(row);
        self.last_column = self.last_column.max(column);
        if let Some(anchor) = self.anchors.get_mut(&(row, column)) {
            text.clone_into(anchor);
        }
        self.builder.put((row - first) as usize, column as usize, text);
        Ok(())
    }

    /// Adds a merged region found on the way, with the text of its anchor.
    pub(super) fn merge(&mut self, region: Region, text: &str) {
        self.anchors.insert((region.rows.0, region.columns.0), text.to_owned());
        self.regions.push(region);
    }

    /// The rest of the sheet cannot be read.
    pub(super) fn lose_rest(&mut self) {
        self.cut = true;
    }

    /// Adds the sheet to the document. A sheet without a text is no part.
    pub(super) fn finish(mut self, document: &mut Warned<Document>) -> Result<(), Reason> {
        let place = Location::default().in_sheet(Some(&self.name));
        if self.cut {
            let message = format!("Лист «{}» повреждён: прочитано только начало.", self.name);
            document.warn_at("lost-cells", message, place.clone());
        }
        if self.far > 0 {
            let message = format!("На листе «{}» не прочитаны ячейки вдали от таблицы: {}.", self.name, self.far);
            document.warn_at("lost-cells", message, place.clone());
        }
        if !self.left_out.is_empty() {
            document.warn_at("hidden-rows", hidden_rows(&self.name, &self.left_out), place);
        }
        let Some(first) = self.first_row else { return Ok(()) };
        self.merge_all(first);
        self.builder.origin(first as usize, 0);
        let table = self.builder.finish().map_err(|_| refusal::TOO_LARGE.reason())?;
        document.value.parts.push(Part { name: Some(self.name), blocks: vec![Block::Table(table)] });
        Ok(())
    }

    /// Merges what lies within the used cells: regions over whole columns are usual.
    fn merge_all(&mut self, first: u32) {
        let mut left = MERGED_PLACES;
        for region in std::mem::take(&mut self.regions) {
            let (top, bottom) = (region.rows.0, region.rows.1.min(self.last_row));
            let (begin, end) = (region.columns.0, region.columns.1.min(self.last_column));
            if top < first || bottom < top || end < begin || (bottom, end) == (top, begin) {
                continue;
            }
            let (rows, columns) = ((bottom - top + 1) as usize, (end - begin + 1) as usize);
            let Some(rest) = left.checked_sub(rows * columns) else { return };
            left = rest;
            let text = self.anchors.get(&(top, begin)).map_or("", String::as_str);
            self.builder.put_merged((top - first) as usize, begin as usize, rows, columns, text);
        }
    }
}

/// «На листе «План» не прочитаны скрытые строки: 6, 9.»
fn hidden_rows(sheet: &str, rows: &BTreeSet<u32>) -> String {
    const NAMED: usize = 10;
    let named = rows.iter().take(NAMED).map(|row| (row + 1).to_string()).collect::<Vec<_>>().join(", ");
    let more = rows.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" и ещё {more}") } else { String::new() };
    format!("На листе «{sheet}» не прочитаны скрытые строки: {named}{more}. Если они нужны, отобразите их.")
}
