//! Streams every cell of a workbook through calamine and does nothing with it: the floor under any reader of such files.
//!
//! `benches/xlsx_peer.py` runs it beside svod. `cargo run --release --example cells -- FILE.xlsx`

use std::process::ExitCode;

use calamine::{DataRef, Reader, Xlsx, open_workbook};

#[expect(clippy::print_stdout, reason = "the count is what it is run for")]
fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: cells FILE.xlsx");
        return ExitCode::from(2);
    };
    match count(&path) {
        Ok(filled) => {
            println!("{filled}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{path}: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The number of filled cells in all worksheets.
fn count(path: &str) -> Result<u64, calamine::XlsxError> {
    let mut workbook: Xlsx<_> = open_workbook(path)?;
    let mut filled = 0;
    for sheet in workbook.sheet_names() {
        let mut cells = workbook.worksheet_cells_reader(&sheet)?;
        while let Some(cell) = cells.next_cell()? {
            filled += u64::from(!matches!(cell.get_value(), DataRef::Empty));
        }
    }
    Ok(filled)
}
