//! The one [`Report`] to files: one file per output, one registry. Writers see nothing but the report.

use crate::model::Report;

/// A file to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Path below the output folder, with `/`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
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

/// One kind of output.
#[derive(Debug)]
pub struct Writer {
    /// Its name, as messages give it.
    pub name: &'static str,
    /// The writing itself.
    pub write: fn(&Report) -> Result<Vec<OutputFile>, WriteError>,
}

/// All writers, in the order they run.
pub const WRITERS: &[Writer] = &[];

/// Runs every writer.
///
/// # Errors
/// The first writer that fails; nothing is published then.
pub fn all(report: &Report) -> Result<Vec<OutputFile>, WriteError> {
    let mut files = Vec::new();
    for writer in WRITERS {
        files.extend((writer.write)(report)?);
    }
    Ok(files)
}
