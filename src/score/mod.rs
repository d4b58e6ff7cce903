//! Answers and check-lists to indicators, criteria and totals, by a method that is data.

use crate::law::Law;
use crate::model::{Organization, Score, Submission};

/// The figures of every organization that has any, by organization and code.
pub fn score(
    submissions: &[Submission],
    organizations: &[Organization],
    law: &Law,
    as_of: chrono::NaiveDate,
) -> Vec<Score> {
    let _ = (submissions, organizations, law, as_of);
    Vec::new()
}
