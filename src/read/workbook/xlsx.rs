//! Office Open XML workbooks.

use std::io::Cursor;

use calamine::{Reader, Xlsx, XlsxError};

use super::sheet::{Region, Sheet};
use super::{contained, fill, visible};
use crate::model::{Document, Reason, Warned};
use crate::read::package::Package;
use crate::read::refusal;

/// Reads a workbook, streaming its cells.
pub(in crate::read) fn read(bytes: &[u8]) -> Result<Warned<Document>, Reason> {
    let mut package = Package::open(bytes)?;
    package.refuse_bomb()?;
    // The library looks for merged cells in a second walk over the whole sheet: survey exports are spared it.
    let merged = package.any_holds("xl/", b"mergeCell ");
    contained(|| read_sheets(bytes, merged))
}

fn read_sheets(bytes: &[u8], merged: bool) -> Result<Warned<Document>, Reason> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => refusal::ENCRYPTED.reason(),
        _ => refusal::WORKBOOK_BROKEN.reason(),
    })?;
    let mut document = Warned::clean(Document::default());
    for name in visible(workbook.sheets_metadata(), &mut document) {
        let regions = if merged { workbook.merge_cells_by_sheet_name(&name).unwrap_or_default() } else { Vec::new() };
        let regions = regions.iter().map(|d| Region { rows: (d.start.0, d.end.0), columns: (d.start.1, d.end.1) });
        let mut sheet = Sheet::new(&name, regions.collect());
        match workbook.worksheet_cells_reader(&name) {
            Ok(mut cells) => {
                let percent: Vec<bool> = cells
                    .styles()
                    .iter()
                    .map(|style| style.number_format.as_ref().is_some_and(|format| is_percent(&format.format_code)))
                    .collect();
                fill(&mut sheet, || {
                    let cell = cells.next_cell_with_style_id()?;
                    Ok::<_, XlsxError>(cell.map(|(cell, style)| (cell, percent.get(style).copied().unwrap_or(false))))
                })?;
            }
            Err(_) => sheet.lose_rest(),
        }
        sheet.finish(&mut document)?;
    }
    Ok(document)
}

/// A percent sign outside quotes and escapes.
fn is_percent(format: &str) -> bool {
    let (mut quoted, mut escaped) = (false, false);
    format.chars().any(|c| {
        let literal = quoted || std::mem::take(&mut escaped);
        match c {
            '"' => quoted = !quoted,
            '\\' if !quoted => escaped = true,
            _ => {}
        }
        c == '%' && !literal
    })
}

#[cfg(test)]
mod tests {
    use super::is_percent;

    #[test]
    fn a_quoted_percent_sign_is_a_text() {
        for (format, expected) in
            [("0%", true), ("0.00%", true), ("0\"%\"", false), ("0\\%", false), ("General", false)]
        {
            assert_eq!(is_percent(format), expected, "{format}");
        }
    }
}
