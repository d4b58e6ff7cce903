//! Office Open XML workbooks.

use std::collections::{HashMap, HashSet};
use std::io::Cursor;

use calamine::{Reader, Xlsx, XlsxError};

use super::sheet::{Region, Sheet};
use super::value::Shown;
use super::{contained, fill, hidden, visible};
use crate::model::{Document, Reason, Warned};
use crate::read::package::Package;
use crate::read::refusal;

/// Reads a workbook, streaming its cells.
pub(in crate::read) fn read(bytes: &[u8]) -> Result<Warned<Document>, Reason> {
    let mut package = Package::open(bytes)?;
    package.refuse_bomb()?;
    // The library looks for merged cells in a second walk over the whole sheet: survey exports are spared it.
    let merged = package.any_holds("xl/", b"mergeCell ");
    let hidden = hidden::rows(&mut package)?;
    contained(|| read_sheets(bytes, merged, hidden))
}

fn read_sheets(
    bytes: &[u8],
    merged: bool,
    mut hidden: HashMap<String, HashSet<u32>>,
) -> Result<Warned<Document>, Reason> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => refusal::ENCRYPTED.reason(),
        _ => refusal::WORKBOOK_BROKEN.reason(),
    })?;
    let mut document = Warned::clean(Document::default());
    for name in visible(workbook.sheets_metadata(), &mut document) {
        let regions = if merged { workbook.merge_cells_by_sheet_name(&name).unwrap_or_default() } else { Vec::new() };
        let regions = regions.iter().map(|d| Region { rows: (d.start.0, d.end.0), columns: (d.start.1, d.end.1) });
        let mut sheet = Sheet::new(&name, regions.collect());
        sheet.hide(hidden.remove(&name).unwrap_or_default());
        match workbook.worksheet_cells_reader(&name) {
            Ok(mut cells) => {
                let formats: Vec<Shown> = cells
                    .styles()
                    .iter()
                    .map(|style| style.number_format.as_ref().map_or(Shown::Plain, |format| kind(&format.format_code)))
                    .collect();
                fill(&mut sheet, || {
                    let cell = cells.next_cell_with_style_id()?;
                    Ok::<_, XlsxError>(
                        cell.map(|(cell, style)| (cell, formats.get(style).copied().unwrap_or_default())),
                    )
                })?;
            }
            Err(_) => sheet.lose_rest(),
        }
        sheet.finish(&mut document)?;
    }
    Ok(document)
}

/// What a number format shows, by its letters outside quotes, escapes and the brackets of locales and colours.
fn kind(format: &str) -> Shown {
    let (mut quoted, mut escaped, mut bracketed) = (false, false, false);
    let mut letters = String::new();
    for c in format.chars() {
        let literal = quoted || bracketed || std::mem::take(&mut escaped);
        match c {
            '"' => quoted = !quoted,
            '\\' | '_' if !quoted => escaped = true,
            '[' if !quoted => bracketed = true,
            ']' if !quoted => bracketed = false,
            // The second section is for negative numbers.
            ';' if !literal => break,
            _ if !literal => letters.extend(c.to_lowercase()),
            _ => {}
        }
    }
    let has = |wanted: &[char]| letters.contains(wanted);
    if has(&['%']) {
        Shown::Percent
    } else if has(&['m']) && has(&['y']) && !has(&['d', 'h', 's']) {
        Shown::Month
    } else {
        Shown::Plain
    }
}

#[cfg(test)]
mod tests {
    use super::{Shown, kind};

    #[test]
    fn letters_in_quotes_and_brackets_are_a_text() {
        for (format, expected) in [
            ("0%", Shown::Percent),
            ("0.00%", Shown::Percent),
            ("0\"%\"", Shown::Plain),
            ("0\\%", Shown::Plain),
            ("General", Shown::Plain),
            ("mmmm yyyy", Shown::Month),
            ("[$-419]mmmm\\ yyyy;@", Shown::Month),
            ("MM.YYYY \"г.\"", Shown::Month),
            ("DD.MM.YYYY", Shown::Plain),
            ("[h]:mm", Shown::Plain),
        ] {
            assert_eq!(kind(format), expected, "{format}");
        }
    }
}
