//! What the files of a run say of each organization: its respondents, or the shares that tables state instead, and its
//! rows of check-lists.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Answers, CheckItem, CheckList, CheckListRow, CheckTopic, Form, Organization, Respondent, StatedShare, Submission,
};

/// Everything the figures of one organization rest on.
#[derive(Clone, Debug)]
pub struct Evidence<'a> {
    /// The organization.
    pub organization: &'a Organization,
    /// Its respondents, sheet by sheet, by path.
    pub sheets: Vec<Sheet<'a>>,
    /// Shares that tables state without saying of how many people; empty where there are respondents.
    pub shares: Vec<Shares<'a>>,
    /// What assessors saw, topic by topic.
    pub checks: BTreeMap<CheckTopic, Check<'a>>,
    /// Rows of check-lists that speak of a topic again; they are not counted.
    pub repeated_checks: Vec<Check<'a>>,
}

/// The respondents of one organization in one sheet of answers.
#[derive(Clone, Debug)]
pub struct Sheet<'a> {
    /// The file.
    pub submission: &'a Submission,
    /// The sheet.
    pub answers: &'a Answers,
    /// Those who answered anything.
    pub respondents: Vec<&'a Respondent>,
}

/// The shares that one table states of an organization.
#[derive(Clone, Debug)]
pub struct Shares<'a> {
    /// The file.
    pub submission: &'a Submission,
    /// The sheet.
    pub answers: &'a Answers,
    /// The shares.
    pub stated: Vec<&'a StatedShare>,
}

/// What assessors saw of one topic.
#[derive(Clone, Debug)]
pub struct Check<'a> {
    /// The file.
    pub submission: &'a Submission,
    /// The check-list.
    pub list: &'a CheckList,
    /// The organization's row.
    pub row: &'a CheckListRow,
    /// The items of the topic; `None` does not apply.
    pub items: Vec<(&'a CheckItem, Option<bool>)>,
}

impl Check<'_> {
    /// Items that apply.
    pub fn applicable(&self) -> u64 {
        self.items.iter().filter(|(_, met)| met.is_some()).count() as u64
    }

    /// Items that are met.
    pub fn met(&self) -> u64 {
        self.items.iter().filter(|(_, met)| *met == Some(true)).count() as u64
    }
}

impl Evidence<'_> {
    /// How many people answered anything.
    pub fn respondents(&self) -> u64 {
        self.sheets.iter().map(|sheet| sheet.respondents.len() as u64).sum()
    }

    /// The questionnaires that were used, in order.
    pub fn forms(&self) -> BTreeSet<Form> {
        self.sheets.iter().map(|sheet| sheet.answers.form).collect()
    }
}

/// The evidence of every organization that has any, by id. A file that was submitted twice counts once.
pub fn gather<'a>(submissions: &'a [Submission], organizations: &'a [Organization]) -> Vec<Evidence<'a>> {
    let mut found: BTreeMap<&str, Evidence<'a>> = BTreeMap::new();
    let known: BTreeMap<&str, &Organization> = organizations.iter().map(|o| (o.id.as_str(), o)).collect();
    let mut seen = BTreeSet::new();
    let fresh = |submission: &&Submission| {
        let sha256 = submission.facts.source.sha256.as_str();
        sha256.is_empty() || seen.insert(sha256.to_owned())
    };
    for submission in submissions.iter().filter(fresh) {
        for (answers, organizations) in submission.facts.answers.iter().zip(&submission.answer_organizations) {
            for (id, respondents) in by_organization(answers, organizations) {
                let Some(evidence) = entry(&mut found, &known, id) else { continue };
                evidence.sheets.push(Sheet { submission, answers, respondents });
            }
            for (id, stated) in shares_by_organization(answers, organizations) {
                let Some(evidence) = entry(&mut found, &known, id) else { continue };
                evidence.shares.push(Shares { submission, answers, stated });
            }
        }
        for (list, organizations) in submission.facts.check_lists.iter().zip(&submission.check_list_organizations) {
            for (row, id) in list.rows.iter().zip(organizations) {
                let Some(evidence) = id.as_deref().and_then(|id| entry(&mut found, &known, id)) else { continue };
                add_checks(evidence, submission, list, row);
            }
        }
    }
    found.into_values().map(prefer_answers).collect()
}

/// Counts of the same people whose answers are there, too, would count them twice.
fn prefer_answers(mut evidence: Evidence<'_>) -> Evidence<'_> {
    if evidence.sheets.iter().any(|sheet| !sheet.answers.summed) {
        evidence.sheets.retain(|sheet| !sheet.answers.summed);
    }
    if !evidence.sheets.is_empty() {
        evidence.shares.clear();
    }
    evidence
}

fn entry<'a, 'm>(
    found: &'m mut BTreeMap<&'a str, Evidence<'a>>,
    known: &BTreeMap<&'a str, &'a Organization>,
    id: &str,
) -> Option<&'m mut Evidence<'a>> {
    let (&id, &organization) = known.get_key_value(id)?;
    Some(found.entry(id).or_insert_with(|| Evidence {
        organization,
        sheets: Vec::new(),
        shares: Vec::new(),
        checks: BTreeMap::new(),
        repeated_checks: Vec::new(),
    }))
}

/// The respondents of a sheet by organization. Several spellings may name the same one.
fn by_organization<'a>(
    answers: &'a Answers,
    organizations: &'a [Option<String>],
) -> BTreeMap<&'a str, Vec<&'a Respondent>> {
    let mut rows: BTreeMap<&str, Vec<&Respondent>> = BTreeMap::new();
    for respondent in answers.respondents.iter().filter(|r| r.answered != 0 || !r.waits.is_empty()) {
        let id = respondent.organization.and_then(|index| organizations.get(index as usize)?.as_deref());
        if let Some(id) = id {
            rows.entry(id).or_default().push(respondent);
        }
    }
    rows
}

/// The stated shares of a sheet by organization.
fn shares_by_organization<'a>(
    answers: &'a Answers,
    organizations: &'a [Option<String>],
) -> BTreeMap<&'a str, Vec<&'a StatedShare>> {
    let mut shares: BTreeMap<&str, Vec<&StatedShare>> = BTreeMap::new();
    for share in &answers.shares {
        if let Some(Some(id)) = organizations.get(share.organization as usize) {
            shares.entry(id).or_default().push(share);
        }
    }
    shares
}

fn add_checks<'a>(evidence: &mut Evidence<'a>, submission: &'a Submission, list: &'a CheckList, row: &'a CheckListRow) {
    let mut topics: BTreeMap<CheckTopic, Vec<_>> = BTreeMap::new();
    for (item, met) in list.items.iter().zip(&row.met) {
        topics.entry(item.topic).or_default().push((item, *met));
    }
    for (topic, items) in topics {
        // A row left blank says nothing of the topic.
        if items.iter().all(|(_, met)| met.is_none()) {
            continue;
        }
        let check = Check { submission, list, row, items };
        match evidence.checks.entry(topic) {
            Entry::Vacant(free) => {
                free.insert(check);
            }
            Entry::Occupied(_) => evidence.repeated_checks.push(check),
        }
    }
}
