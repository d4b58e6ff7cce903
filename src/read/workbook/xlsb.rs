//! Binary Office Open XML workbooks.

use std::io::Cursor;

use calamine::{Reader, Xlsb, XlsbError};

use super::sheet::Sheet;
use super::{contained, fill, visible};
use crate::model::{Document, Reason, Warned};
use crate::read::package::Package;
use crate::read::refusal;

/// Reads a workbook, streaming its cells. Merged regions are not told by the library: each cell stands alone.
pub(in crate::read) fn read(bytes: &[u8]) -> Result<Warned<Document>, Reason> {
    Package::open(bytes)?.refuse_bomb()?;
    contained(|| read_sheets(bytes))
}

fn read_sheets(bytes: &[u8]) -> Result<Warned<Document>, Reason> {
    let mut workbook: Xlsb<_> = Xlsb::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsbError::Password => refusal::ENCRYPTED.reason(),
        _ => refusal::WORKBOOK_BROKEN.reason(),
    })?;
    let mut document = Warned::clean(Document::default());
    for name in visible(&workbook.sheets_metadata().to_vec(), &mut document) {
        let mut sheet = Sheet::new(&name, Vec::new());
        match workbook.worksheet_cells_reader(&name) {
            Ok(mut cells) => fill(&mut sheet, || Ok::<_, XlsbError>(cells.next_cell()?.map(|cell| (cell, false))))?,
            Err(_) => sheet.lose_rest(),
        }
        sheet.finish(&mut document)?;
    }
    Ok(document)
}
