//! Facts against law, as of a date, to findings. One rule, one file; or one list, one loop.

use chrono::NaiveDate;

use crate::law::Law;
use crate::model::{Disclosure, Finding, Organization, Score, Submission};

/// Everything a rule may look at.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The examined files.
    pub submissions: &'a [Submission],
    /// The organizations.
    pub organizations: &'a [Organization],
    /// The computed figures.
    pub scores: &'a [Score],
    /// The law.
    pub law: &'a Law,
    /// The date as of which everything holds.
    pub as_of: NaiveDate,
}

/// What the checks yield.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// Requirement by requirement.
    pub disclosures: Vec<Disclosure>,
    /// Findings in no particular order.
    pub findings: Vec<Finding>,
}

/// Runs every rule.
pub fn check(case: &Case<'_>) -> Checked {
    let _ = case;
    Checked::default()
}
