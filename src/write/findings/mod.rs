//! Findings for other programs: JSON lines for scripts, SARIF for everything that shows findings beside files.

mod jsonl;
mod sarif;

pub use jsonl::jsonl;
pub use sarif::sarif;

use super::{OutputFile, WriteError};
use crate::model::Report;

/// Both files.
pub(super) fn write(report: &Report) -> Result<Vec<OutputFile>, WriteError> {
    Ok(vec![
        OutputFile::new("findings.jsonl", jsonl(report).map_err(|e| WriteError::new("findings.jsonl", &e))?),
        OutputFile::new("findings.sarif", sarif(report).map_err(|e| WriteError::new("findings.sarif", &e))?),
    ])
}
