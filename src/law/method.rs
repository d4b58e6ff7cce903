//! Editions of the calculation order: criteria, indicators, weights, points and caps, per sector.

use super::{LawError, LawFile};

/// One edition of the calculation order.
#[derive(Clone, Debug, Default)]
pub struct Method {}

/// Reads `law/method/*.toml`.
///
/// # Errors
/// Every mistake of every file.
pub fn parse(files: &[LawFile]) -> Result<Vec<Method>, Vec<LawError>> {
    let _ = files;
    Ok(Vec::new())
}
