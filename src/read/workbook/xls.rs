//! BIFF workbooks of Excel 5 to 2003.
//!
//! The library lays every sheet out as a full rectangle while it opens the file, formulas once more, and reserves what the
//! file states as its dimensions. One stray cell, or one false number, would ask for gigabytes: the records are measured
//! first.

use std::io::Cursor;

use calamine::{Reader, Xls, XlsError};

use super::sheet::{Region, Sheet};
use super::{contained, value, visible};
use crate::model::{Document, Reason, Warned};
use crate::read::ole::{Compound, u16_at, u32_at};
use crate::read::refusal;

/// Places of all sheets together that the library may lay out; some fifty bytes each.
const PLACES: u64 = 8 << 20;
/// Places that a sheet may state: a whole sheet of the format.
const STATED_PLACES: u64 = 65_536 * 256;
/// Records looked at while measuring, over all sheets.
const RECORDS: usize = 64 << 20;

mod record {
    pub(super) const BOUND_SHEET: u16 = 0x0085;
    pub(super) const FILE_PASS: u16 = 0x002f;
    pub(super) const BOF: u16 = 0x0809;
    pub(super) const EOF: u16 = 0x000a;
    pub(super) const DIMENSIONS: u16 = 0x0200;
    pub(super) const MULTIPLE_RK: u16 = 0x00bd;
    /// Records that hold one cell and begin with its row and column.
    pub(super) const CELLS: [u16; 7] = [0x0006, 0x00d6, 0x00fd, 0x0203, 0x0204, 0x0205, 0x027e];
}

/// Reads a workbook.
pub(in crate::read) fn read(bytes: &[u8]) -> Result<Warned<Document>, Reason> {
    let file = Compound::open(bytes).ok_or_else(|| refusal::WORKBOOK_BROKEN.reason())?;
    let stream = file.stream("Workbook").or_else(|| file.stream("Book"));
    let stream = stream.unwrap_or_default();
    if is_encrypted(&stream) {
        return Err(refusal::ENCRYPTED.reason());
    }
    if measure(&stream).is_none_or(|places| places > PLACES) {
        return Err(refusal::TOO_LARGE.reason());
    }
    contained(|| read_sheets(bytes))
}

fn read_sheets(bytes: &[u8]) -> Result<Warned<Document>, Reason> {
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => refusal::ENCRYPTED.reason(),
        _ => refusal::WORKBOOK_BROKEN.reason(),
    })?;
    let mut document = Warned::clean(Document::default());
    for name in visible(workbook.sheets_metadata(), &mut document) {
        let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let regions = merged.iter().map(|d| Region { rows: (d.start.0, d.end.0), columns: (d.start.1, d.end.1) });
        let mut sheet = Sheet::new(&name, regions.collect());
        match workbook.worksheet_range(&name) {
            Ok(range) => {
                let (first_row, first_column) = range.start().unwrap_or_default();
                for (row, column, cell) in range.used_cells() {
                    let (row, column) = (first_row + row as u32, first_column + column as u32);
                    sheet.put(row, column, &value::shown_owned(cell))?;
                }
            }
            Err(_) => sheet.lose_rest(),
        }
        sheet.finish(&mut document)?;
    }
    Ok(document)
}

/// Whether the global records name an encryption: what follows them is noise.
fn is_encrypted(stream: &[u8]) -> bool {
    Records { stream, at: 0 }.take_while(|(kind, _)| *kind != record::EOF).any(|(kind, data)| {
        kind == record::FILE_PASS && u16_at(data, 0).is_some_and(|kind| kind != 0 || data.len() > 2)
    })
}

/// Places that the sheets of a workbook stream would take when laid out; `None` when a sheet states more than the format
/// has, or measuring takes too long.
fn measure(stream: &[u8]) -> Option<u64> {
    let mut left = RECORDS;
    let sheets: Vec<usize> = Records { stream, at: 0 }
        .take_while(|(kind, _)| *kind != record::EOF)
        .filter(|(kind, _)| *kind == record::BOUND_SHEET)
        .filter_map(|(_, data)| u32_at(data, 0).map(|at| at as usize))
        .collect();
    let mut total = 0_u64;
    for at in sheets {
        let mut extent = Extent::default();
        let mut depth = 0_usize;
        for (kind, data) in (Records { stream, at }) {
            left = left.checked_sub(1)?;
            match kind {
                record::BOF => depth += 1,
                record::EOF if depth <= 1 => break,
                record::EOF => depth -= 1,
                // Charts inside a sheet have cells of their own kind.
                _ if depth > 1 => {}
                record::DIMENSIONS if stated(data) > STATED_PLACES => return None,
                record::MULTIPLE_RK => extent.add(u16_at(data, 0), u16_at(data, data.len().saturating_sub(2))),
                kind if record::CELLS.contains(&kind) => extent.add(u16_at(data, 0), u16_at(data, 2)),
                _ => {}
            }
        }
        total = total.saturating_add(extent.places());
    }
    Some(total)
}

/// Places that a record of dimensions states.
fn stated(data: &[u8]) -> u64 {
    let number = |at| u16_at(data, at).map_or(0, u64::from);
    let wide = |at| u32_at(data, at).map_or(0, u64::from);
    let (first_row, last_row, first_column, last_column) = match data.len() {
        10 => (number(0), number(2), number(4), number(6)),
        _ => (wide(0), wide(4), number(8), number(10)),
    };
    let first_column = if first_column > 0xff || last_column < first_column { 0 } else { first_column };
    last_row.saturating_sub(first_row).saturating_mul(last_column - first_column)
}

/// The rectangle around cells.
#[derive(Default)]
struct Extent {
    rows: Option<(u16, u16)>,
    columns: Option<(u16, u16)>,
}

impl Extent {
    fn add(&mut self, row: Option<u16>, column: Option<u16>) {
        let (Some(row), Some(column)) = (row, column) else { return };
        let widen =
            |range: Option<(u16, u16)>, at: u16| range.map_or((at, at), |(low, high)| (low.min(at), high.max(at)));
        self.rows = Some(widen(self.rows, row));
        self.columns = Some(widen(self.columns, column));
    }

    fn places(&self) -> u64 {
        let length = |range: Option<(u16, u16)>| range.map_or(0, |(low, high)| u64::from(high - low) + 1);
        length(self.rows) * length(self.columns)
    }
}

/// The records of a stream: kind, length, data.
struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let kind = u16_at(self.stream, self.at)?;
        let length = usize::from(u16_at(self.stream, self.at + 2)?);
        let start = self.at + 4;
        let end = (start + length).min(self.stream.len());
        self.at = start + length;
        Some((kind, &self.stream[start..end]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(records: &[(u16, &[u8])]) -> Vec<u8> {
        records
            .iter()
            .flat_map(|(kind, data)| [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat())
            .collect()
    }

    #[test]
    fn sheets_are_measured_by_their_cells() {
        let mut stream = bytes(&[(record::BOF, &[0; 4]), (record::BOUND_SHEET, &[20, 0, 0, 0]), (record::EOF, &[])]);
        assert_eq!(stream.len(), 20);
        let far = [[9, 0], [4, 0]].concat();
        stream.extend(bytes(&[(record::BOF, &[0; 4]), (0x0203, &[0; 14]), (0x0203, &far), (record::EOF, &[])]));
        assert_eq!(measure(&stream), Some(50));
    }

    #[test]
    fn false_dimensions_are_refused() {
        let mut stream = bytes(&[(record::BOF, &[0; 4]), (record::BOUND_SHEET, &[20, 0, 0, 0]), (record::EOF, &[])]);
        let stated = [[0; 4], [0xff; 4], [0, 0, 0xff, 0], [0; 4]].concat();
        stream.extend(bytes(&[(record::BOF, &[0; 4]), (record::DIMENSIONS, &stated[..14]), (record::EOF, &[])]));
        assert_eq!(measure(&stream), None);
    }
}
