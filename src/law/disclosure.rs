//! Legal disclosure lists: what an organization must show on its site and stand.

use super::{LawError, LawFile};

/// One list in one edition.
#[derive(Clone, Debug, Default)]
pub struct DisclosureList {}

/// Reads `law/disclosure/*.toml`.
///
/// # Errors
/// Every mistake of every file.
pub fn parse(files: &[LawFile]) -> Result<Vec<DisclosureList>, Vec<LawError>> {
    let _ = files;
    Ok(Vec::new())
}
