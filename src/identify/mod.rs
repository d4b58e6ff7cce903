//! Facts to organizations: ИНН, names and aliases join what different files say of the same organization.
//!
//! Doubtful matches are reported with their candidates and never guessed silently.

mod persons;

pub use persons::persons;

use crate::model::{FileFacts, Finding, Organization, Submission};

/// What identification found.
#[derive(Clone, Debug, Default)]
pub struct Identified {
    /// All organizations, by id.
    pub organizations: Vec<Organization>,
    /// The files with their parts joined to organizations, by path.
    pub submissions: Vec<Submission>,
    /// Doubtful and failed matches.
    pub findings: Vec<Finding>,
}

/// Joins the facts of all files. `as_of` dates the findings.
pub fn identify(files: Vec<FileFacts>, as_of: chrono::NaiveDate) -> Identified {
    let _ = as_of;
    Identified {
        submissions: files
            .into_iter()
            .map(|facts| Submission {
                plan_organizations: vec![None; facts.plans.len()],
                answer_organizations: facts.answers.iter().map(|a| vec![None; a.organizations.len()]).collect(),
                check_list_organizations: facts.check_lists.iter().map(|c| vec![None; c.rows.len()]).collect(),
                facts,
            })
            .collect(),
        ..Identified::default()
    }
}
