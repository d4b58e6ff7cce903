//! The one result of a run: what every writer sees, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{
    Addressee, Basis, Branches, CheckList, Disclosure, FileFacts, Finding, GroupScore, MatchedBy, Organization, Place,
    Prospect, Score, Severity,
};

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
    /// The files of the law that the run was given, by path.
    pub law_files: Vec<LawFileUsed>,
    /// What the files held, counted before anything was joined or checked.
    pub read: Tally,
    /// Means of sectors, municipalities and the region, by scope and code.
    pub groups: Vec<GroupScore>,
    /// What closing each gap would give: by organization, the largest first.
    pub prospects: Vec<Prospect>,
    /// What the figures were computed from, by organization.
    pub basis: Basis,
    /// Identity of the earlier round that this one was compared with.
    pub previous: Option<String>,
    /// Where figures were rounded: `exact` or `stages`.
    pub rounding: &'static str,
    /// With whom branches were counted.
    pub branches: Branches,
    /// What every code of a finding means, by family and code.
    pub rules: Vec<RuleText>,
    /// Whether this is the public edition: without names, without small groups.
    pub public: bool,
    /// What indicators, criteria and the total are called in the method: code to title.
    pub figures: BTreeMap<String, String>,
    /// What requirements of disclosure lists say: id of the edition and of the requirement to its text.
    pub requirements: BTreeMap<(String, String), String>,
}

/// What a code of a finding means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleText {
    /// The code.
    pub code: String,
    /// Stable machine name in kebab-case, where the rule has one.
    pub name: Option<String>,
    /// Russian: the finding in a few words.
    pub title: String,
    /// Russian: what is checked and why that matters.
    pub checks: String,
    /// The page of `svod explain`, in Markdown.
    pub page: String,
    /// How serious it is, unless an edition says otherwise; `None` where it depends.
    pub severity: Option<Severity>,
    /// Who is to put it right.
    pub addressee: Addressee,
}

/// A file of the law, by its identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawFileUsed {
    /// Path below `schemas`.
    pub path: String,
    /// Lower-case hexadecimal SHA-256 of the text.
    pub sha256: String,
}

/// How much the files held: the left side of the conservation ledger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Files.
    pub files: u64,
    /// Warnings met while reading.
    pub warnings: u64,
    /// Plans.
    pub plans: u64,
    /// Measures.
    pub measures: u64,
    /// Stated deadlines.
    pub deadlines: u64,
    /// Responsible parties.
    pub officers: u64,
    /// Respondents.
    pub respondents: u64,
    /// Organizations on check-lists.
    pub check_list_rows: u64,
}

impl Tally {
    /// Counts what files hold.
    pub fn of<'a>(files: impl IntoIterator<Item = &'a FileFacts>) -> Self {
        let mut tally = Self::default();
        for facts in files {
            tally.files += 1;
            tally.warnings += facts.warnings.len() as u64;
            tally.plans += facts.plans.len() as u64;
            for measure in facts.plans.iter().flat_map(|plan| &plan.measures) {
                tally.measures += 1;
                tally.deadlines += measure.deadlines.len() as u64;
                tally.officers += measure.officers.len() as u64;
            }
            tally.respondents += facts.answers.iter().map(|sheet| sheet.respondents.len() as u64).sum::<u64>();
            tally.check_list_rows += facts.check_lists.iter().map(|sheet| sheet.rows.len() as u64).sum::<u64>();
        }
        tally
    }
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
    /// For a page of a saved site, the organization whose site it is.
    pub page_organization: Option<String>,
}

/// Organizations that only answers name, though there is a register that knows nothing of them: most often a misspelled
/// name of one that it knows. They are counted apart, and nobody writes to them.
pub fn unmatched<'a>(organizations: &'a [Organization], submissions: &[Submission]) -> BTreeSet<&'a str> {
    if submissions.iter().all(|submission| submission.facts.registers.is_empty()) {
        return BTreeSet::new();
    }
    let mut answered: BTreeSet<&str> = BTreeSet::new();
    let mut vouched: BTreeSet<&str> = BTreeSet::new();
    for submission in submissions {
        answered.extend(submission.answer_organizations.iter().flatten().flatten().map(String::as_str));
        vouched.extend(submission.plan_organizations.iter().flatten().map(String::as_str));
        vouched.extend(submission.check_list_organizations.iter().flatten().flatten().map(String::as_str));
        vouched.extend(submission.page_organization.as_deref());
    }
    let alone = |o: &&Organization| o.matched_by == MatchedBy::Alone && o.inn.is_none() && o.parent_id.is_none();
    let named = organizations.iter().filter(alone).map(|organization| organization.id.as_str());
    named.filter(|id| answered.contains(id) && !vouched.contains(id)).collect()
}

impl Submission {
    /// The check-lists that tell which items are met, with the organizations of their rows.
    pub fn itemized_check_lists(&self) -> impl Iterator<Item = (&CheckList, &Vec<Option<String>>)> {
        let all = self.facts.check_lists.iter().zip(&self.check_list_organizations);
        all.filter(|(list, _)| !list.summed)
    }

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
