//! The workbooks: `register.xlsx` with everything a clerk looks up, `rankings.xlsx` with the ranking and the findings.

mod outlook;
mod plans;
mod results;
mod sheet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::view::View;
use super::{OutputFile, WriteError};
use crate::model::Report;

use sheet::Sheet;

/// Both workbooks.
pub(super) fn write(report: &Report) -> Result<Vec<OutputFile>, WriteError> {
    let view = View::of(report);
    let register = [
        results::overview(&view),
        results::ranking(&view),
        plans::measures(&view),
        plans::deadlines(&view),
        plans::officers(&view),
        results::disclosures(&view),
        results::findings(&view),
        results::files(&view),
        results::method(&view),
        outlook::gains(&view),
        outlook::means(&view),
    ];
    let rankings = [results::ranking(&view), results::findings(&view), outlook::gains(&view), outlook::means(&view)];
    Ok(vec![file("register.xlsx", report, &register)?, file("rankings.xlsx", report, &rankings)?])
}

fn file(path: &str, report: &Report, sheets: &[Sheet]) -> Result<OutputFile, WriteError> {
    let bytes = workbook(report, sheets).map_err(|error| WriteError::new(path, &error))?;
    Ok(OutputFile::new(path, bytes))
}

fn workbook(report: &Report, sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The library would write the hour of the run; equal inputs must give equal bytes.
    let created = ExcelDateTime::parse_from_str(&report.as_of.to_string())?;
    workbook.set_properties(&DocProperties::new().set_author("svod").set_creation_datetime(&created));
    for sheet in sheets {
        sheet.write(workbook.add_worksheet())?;
    }
    workbook.save_to_buffer()
}
