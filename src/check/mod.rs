//! Facts against law, as of a date, to findings. One rule, one file; one registry.
//!
//! A rule says what it checks, on which clause it rests, how serious a breach is, how its message reads, and gives an
//! example that violates and one that complies; the examples are run as tests. A rule only looks: this module fills in
//! the place, the organization, the act and the edition.

mod finding;
mod outside;
mod registry;
mod rule;
pub mod site;
mod view;

mod aim;
mod answer;
mod blameless;
mod columns;
mod completion;
mod deficiency;
mod evidence;
mod near;
mod verifiability;

mod deadline;
mod disclosure;
mod officer;
mod plan;
mod system;

#[cfg(test)]
mod example;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

pub use completion::completion;
pub use outside::Outside;
pub use registry::{FAMILIES, Family, by_code, outside_by_code, rules};
pub use rule::{Basis, Rule};
pub use verifiability::verifiability;

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
    let disclosures = evidence::disclosures(case);
    let deficiencies = deficiency::deficiencies(case);
    let whole = view::Whole::new(case, &disclosures, &deficiencies);
    let findings = rules().flat_map(|rule| finding::of_rule(rule, &whole)).collect();
    Checked { disclosures, findings }
}

/// What the rules of disclosure say of rows alone, whatever they were made of: for comparing two lists.
pub fn of_disclosures(rows: &[Disclosure], law: &Law, as_of: NaiveDate) -> Vec<Finding> {
    let case = Case { submissions: &[], organizations: &[], scores: &[], law, as_of };
    let whole = view::Whole::new(&case, rows, &[]);
    disclosure::RULES.iter().flat_map(|rule| finding::of_rule(rule, &whole)).collect()
}

/// Whether a finding's code is wanted: it begins with one of `select` (all, where that is empty) and with none of
/// `ignore`. `L1` means all codes from L100 to L199.
pub fn is_selected(code: &str, select: &[String], ignore: &[String]) -> bool {
    let named = |prefixes: &[String]| prefixes.iter().any(|prefix| code.starts_with(prefix.as_str()));
    (select.is_empty() || named(select)) && !named(ignore)
}
