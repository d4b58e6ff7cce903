//! Workbooks: every visible worksheet is a part with one table.
//!
//! Cells of xlsx, xlsb and xls come from calamine, streamed where it can. It trusts what files state about their own size, so
//! that what would allocate without bounds is refused before it is asked, and a panic inside it is one broken workbook.

pub(super) mod ods;
pub(super) mod xls;
pub(super) mod xlsb;
pub(super) mod xlsx;

mod hidden;
mod sheet;
mod value;

use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Cell, DataRef, Sheet as SheetInfo, SheetType, SheetVisible};

use self::sheet::Sheet;
use self::value::Shown;
use super::refusal;
use crate::model::{Document, Location, Reason, Warned};

/// Runs a reader that may panic on a broken file.
fn contained<T>(read: impl FnOnce() -> Result<T, Reason>) -> Result<T, Reason> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(refusal::WORKBOOK_BROKEN.reason()))
}

/// Names of the worksheets a person sees; hidden ones are warned about.
fn visible(sheets: &[SheetInfo], document: &mut Warned<Document>) -> Vec<String> {
    let mut names = Vec::new();
    for sheet in sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        if sheet.visible == SheetVisible::Visible {
            names.push(sheet.name.clone());
        } else {
            warn_hidden(document, &sheet.name);
        }
    }
    names
}

fn warn_hidden(document: &mut Warned<Document>, name: &str) {
    let place = Location::default().in_sheet(Some(name));
    document.warn_at(
        "hidden-sheet",
        format!("Скрытый лист «{name}» не прочитан. Если он нужен, отобразите его."),
        place,
    );
}

/// Fills a sheet from a stream of cells. An error in the middle loses the rest of the sheet, not the file.
fn fill<'a, E>(
    sheet: &mut Sheet,
    mut next: impl FnMut() -> Result<Option<(Cell<DataRef<'a>>, Shown)>, E>,
) -> Result<(), Reason> {
    loop {
        match next() {
            Ok(Some((cell, format))) => {
                let (row, column) = cell.get_position();
                sheet.put(row, column, &value::shown(cell.get_value(), format))?;
            }
            Ok(None) => return Ok(()),
            Err(_) => {
                sheet.lose_rest();
                return Ok(());
            }
        }
    }
}
