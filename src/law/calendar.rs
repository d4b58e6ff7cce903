//! Production calendars: which days are worked, year by year, as the government decrees.

use super::{LawError, LawFile};

/// Days off of every year there is data for; other years have weekends only.
#[derive(Clone, Debug, Default)]
pub struct Calendar {}

/// Reads `law/calendar/*.toml`.
///
/// # Errors
/// Every mistake of every file.
pub fn parse(files: &[LawFile]) -> Result<Calendar, Vec<LawError>> {
    let _ = files;
    Ok(Calendar::default())
}
