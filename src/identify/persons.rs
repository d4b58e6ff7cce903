//! The same person, however written, is one person within one organization.

use chrono::NaiveDate;

use crate::model::{PersonRow, Submission};

/// Everybody named as responsible, by organization and name.
pub fn persons(submissions: &[Submission], as_of: NaiveDate) -> Vec<PersonRow> {
    let _ = (submissions, as_of);
    Vec::new()
}
