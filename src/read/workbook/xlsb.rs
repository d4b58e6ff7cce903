//! Binary Office Open XML workbooks.

use std::collections::HashMap;
use std::io::Cursor;

use calamine::{Reader, Xlsb, XlsbError};

use super::sheet::{Region, Sheet};
use super::value::Shown;
use super::{contained, fill, visible};
use crate::model::{Document, Reason, Warned};
use crate::read::ole::u32_at;
use crate::read::package::Package;
use crate::read::{refusal, relations};

/// Kinds of records, by [MS-XLSB].
const MERGE_CELL: u16 = 176;
const BUNDLE_SHEET: u16 = 156;

/// Records of one part that are looked at for merged regions, which the library does not tell.
const RECORDS: usize = 64 << 20;

/// Reads a workbook, streaming its cells.
pub(in crate::read) fn read(bytes: &[u8]) -> Result<Warned<Document>, Reason> {
    let mut package = Package::open(bytes)?;
    package.refuse_bomb()?;
    let parts = sheet_parts(&mut package)?;
    contained(|| read_sheets(bytes, &mut package, &parts))
}

fn read_sheets(
    bytes: &[u8],
    package: &mut Package<'_>,
    parts: &HashMap<String, String>,
) -> Result<Warned<Document>, Reason> {
    let mut workbook: Xlsb<_> = Xlsb::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsbError::Password => refusal::ENCRYPTED.reason(),
        _ => refusal::WORKBOOK_BROKEN.reason(),
    })?;
    let mut document = Warned::clean(Document::default());
    for name in visible(workbook.sheets_metadata(), &mut document) {
        let part = parts.get(&name).map(|part| package.part(part)).transpose()?.flatten();
        let mut sheet = Sheet::new(&name, part.map(|part| regions(&part.bytes)).unwrap_or_default());
        match workbook.worksheet_cells_reader(&name) {
            Ok(mut cells) => {
                fill(&mut sheet, || Ok::<_, XlsbError>(cells.next_cell()?.map(|cell| (cell, Shown::Plain))))?
            }
            Err(_) => sheet.lose_rest(),
        }
        sheet.finish(&mut document)?;
    }
    Ok(document)
}

/// The part of each sheet, by the sheet's name.
fn sheet_parts(package: &mut Package<'_>) -> Result<HashMap<String, String>, Reason> {
    const WORKBOOK: &str = "xl/workbook.bin";
    let relations = relations::of(package, WORKBOOK)?;
    let Some(workbook) = package.part(WORKBOOK)? else { return Ok(HashMap::new()) };
    let sheet = |data: &[u8]| {
        let (id, next) = wide_text(data, 8)?;
        let (name, _) = wide_text(data, next)?;
        let relation = relations.iter().find(|relation| relation.id == id)?;
        Some((name, relation.part.clone()))
    };
    Ok(Records { bytes: &workbook.bytes, at: 0 }
        .take(RECORDS)
        .filter(|(kind, _)| *kind == BUNDLE_SHEET)
        .filter_map(|(_, data)| sheet(data))
        .collect())
}

fn regions(part: &[u8]) -> Vec<Region> {
    let region = |data: &[u8]| {
        Some(Region { rows: (u32_at(data, 0)?, u32_at(data, 4)?), columns: (u32_at(data, 8)?, u32_at(data, 12)?) })
    };
    Records { bytes: part, at: 0 }
        .take(RECORDS)
        .filter(|(kind, _)| *kind == MERGE_CELL)
        .filter_map(|(_, data)| region(data))
        .collect()
}

/// A text preceded by its length in UTF-16 units, and the place behind it.
fn wide_text(data: &[u8], at: usize) -> Option<(String, usize)> {
    let end = (at + 4).checked_add((u32_at(data, at)? as usize).checked_mul(2)?)?;
    let units = data.get(at + 4..end)?.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    Some((String::from_utf16_lossy(&units.collect::<Vec<_>>()), end))
}

/// The records of a part: a kind of one or two bytes, a length of one to four, data.
struct Records<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let mut byte = || {
            let byte = self.bytes.get(self.at).copied();
            self.at += 1;
            byte
        };
        let mut kind = u16::from(byte()?);
        if kind & 0x80 != 0 {
            kind = (kind & 0x7f) | (u16::from(byte()? & 0x7f) << 7);
        }
        let mut length = 0_usize;
        for shift in [0, 7, 14, 21] {
            let next = byte()?;
            length |= usize::from(next & 0x7f) << shift;
            if next & 0x80 == 0 {
                break;
            }
        }
        let data = self.bytes.get(self.at..self.at + length)?;
        self.at += length;
        Some((kind, data))
    }
}
