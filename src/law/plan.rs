//! Approved plan forms: their columns, how the columns are worded, what is mandatory.

use super::{LawError, LawFile};

/// One approved form in one edition.
#[derive(Clone, Debug, Default)]
pub struct PlanForm {}

/// Reads `law/plan/*.toml`.
///
/// # Errors
/// Every mistake of every file.
pub fn parse(files: &[LawFile]) -> Result<Vec<PlanForm>, Vec<LawError>> {
    let _ = files;
    Ok(Vec::new())
}
