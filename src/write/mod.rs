//! The one [`Report`] to files: one file per output, one registry. Writers see nothing but the report.

mod by_rule;
mod calendar;
mod docx;
pub mod figures;
mod files;
pub mod findings;
mod funnel;
mod ledger;
mod manifest;
mod package;
mod reproduce;
mod rows;
mod site;
mod source;
pub mod tables;
mod tiers;
mod view;
mod words;

mod workbook;

pub use manifest::{MANIFEST, Manifest, Output};
pub use words::unmatched as unmatched_names;

use crate::model::{self, Report};

/// A file to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Path below the output folder, with `/`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Number of rows, for a table.
    pub rows: Option<u64>,
}

impl OutputFile {
    /// A file that is not a table.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into(), rows: None }
    }
}

/// Why an output could not be made: our own error.
#[derive(Debug, thiserror::Error)]
#[error("{output}: {message}")]
pub struct WriteError {
    /// The output.
    pub output: String,
    /// What went wrong.
    pub message: String,
}

impl WriteError {
    /// A failure of one output.
    pub fn new(output: &str, message: &impl ToString) -> Self {
        Self { output: output.to_owned(), message: message.to_string() }
    }
}

/// One kind of output.
#[derive(Debug)]
pub struct Writer {
    /// Its name, as messages give it.
    pub name: &'static str,
    /// The writing itself.
    pub write: fn(&Report) -> Result<Vec<OutputFile>, WriteError>,
}

/// All writers, in the order they run.
pub const WRITERS: &[Writer] = &[
    Writer { name: "tables", write: tables::write },
    Writer { name: "reproduction", write: reproduce::write },
    Writer { name: "site", write: site::write },
    Writer { name: "workbooks", write: workbook::write },
    Writer { name: "documents", write: docx::write },
    Writer { name: "calendars", write: calendar::write },
    Writer { name: "findings", write: findings::write },
];

/// Runs every writer, checks that no row was lost on the way, and adds the description of what was written.
///
/// # Errors
/// The first writer that fails, or the ledger that does not balance; nothing is published then.
pub fn all(report: &Report) -> Result<Vec<OutputFile>, WriteError> {
    seal(report, run(report)?)
}

/// Runs every writer. What they wrote must be sealed before it is published.
///
/// # Errors
/// The first writer that fails.
pub fn run(report: &Report) -> Result<Vec<OutputFile>, WriteError> {
    let mut files = Vec::new();
    for writer in WRITERS {
        files.extend((writer.write)(report)?);
    }
    Ok(files)
}

/// Checks that no row was lost on the way, and adds the description and the manifest of all files.
///
/// # Errors
/// The ledger that does not balance.
pub fn seal(report: &Report, mut files: Vec<OutputFile>) -> Result<Vec<OutputFile>, WriteError> {
    let ledger = ledger::balance(report, &files)?;
    files.push(package::describe(report, &files)?);
    files.push(manifest::seal(report, ledger, &files)?);
    Ok(files)
}

/// Identity of a run: equal for equal inputs, law, date, rounding, edition and program, whatever the machine and the hour.
pub fn run_id(report: &Report) -> String {
    let branches = report.branches.as_str();
    let mut lines = format!("{}\n{}\n{}\n{branches}\n", env!("CARGO_PKG_VERSION"), report.as_of, report.rounding);
    for submission in &report.submissions {
        let source = &submission.facts.source;
        lines.push_str(&format!("{} {}\n", source.sha256, source.path));
    }
    for file in &report.law_files {
        lines.push_str(&format!("{} {}\n", file.sha256, file.path));
    }
    lines.extend(report.previous.iter().map(|previous| format!("{previous} previous\n")));
    lines.push_str(if report.public { "public\n" } else { "" });
    model::sha256(lines.as_bytes())[..16].to_owned()
}
