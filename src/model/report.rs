//! The one result of a run: what every writer sees, and nothing else.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Disclosure, FileFacts, Finding, Organization, Place, Score};

/// The result of a run. Everything is sorted, so that equal inputs give equal bytes.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The date as of which findings hold.
    pub as_of: NaiveDate,
    /// One entry per input file, by path.
    pub submissions: Vec<Submission>,
    /// By id.
    pub organizations: Vec<Organization>,
    /// By organization, list, requirement, channel.
    pub disclosures: Vec<Disclosure>,
    /// By organization and code.
    pub scores: Vec<Score>,
    /// By scope, place, organization.
    pub rankings: Vec<Place>,
    /// By severity, code, organization, submission, place.
    pub findings: Vec<Finding>,
    /// By organization and name.
    pub persons: Vec<PersonRow>,
    /// Law files in force that the run used: id to a Russian title, unverified ones marked.
    pub editions: BTreeMap<String, String>,
}

/// One examined file with the organizations that its parts were joined to.
#[derive(Clone, Debug)]
pub struct Submission {
    /// What was understood of the file.
    pub facts: FileFacts,
    /// For each plan of the file, in order, the organization it belongs to.
    pub plan_organizations: Vec<Option<String>>,
    /// For each sheet of answers, for each of its organization names, the organization.
    pub answer_organizations: Vec<Vec<Option<String>>>,
    /// For each check-list, for each of its rows, the organization.
    pub check_list_organizations: Vec<Vec<Option<String>>>,
}

impl Submission {
    /// Stable id of a plan of this file.
    pub fn plan_id(&self, plan: usize) -> String {
        format!("{}#{}", self.facts.source.submission_id(), plan + 1)
    }

    /// Stable id of a measure of this file by its ordinal.
    pub fn measure_id(&self, ordinal: u32) -> String {
        format!("{}#m{ordinal}", self.facts.source.submission_id())
    }
}

/// A person named as responsible, within one organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// Stable id within the run: organization and folded name.
    pub person_id: String,
    /// Fullest form of the name that was met.
    pub person: String,
    /// The post met most often.
    pub position: Option<String>,
    /// The organization.
    pub organization_id: Option<String>,
    /// Measures the person answers for.
    pub measures: u32,
    /// Of these, overdue as of the report's date.
    pub overdue: u32,
}
