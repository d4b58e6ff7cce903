//! `reproduce.sql`: the arithmetic of the order once more, in another language, over the tables of the same run.
//!
//! The text is the same for every run: what differs between editions and sectors stands in the table `formulas`.

use super::{OutputFile, WriteError};
use crate::model::Report;

/// The query.
pub(super) fn write(_: &Report) -> Result<Vec<OutputFile>, WriteError> {
    Ok(vec![OutputFile::new("reproduce.sql", include_str!("reproduce.sql"))])
}
