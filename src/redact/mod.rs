//! The public edition of a report: nobody is named, and nobody can be told from a small group.
//!
//! Report in, report out; the writers know nothing of it, so whatever they write of a public report is public. Rows stay,
//! so that the public tables count the same as the full ones: what is withheld is withheld within its row.
//!
//! Withheld are the table of persons, the names of officers and of those who approved, the cells that name them, and the
//! free comments. All other text, wherever it was quoted from, is searched for the people whom the documents name, in all
//! cases of their surnames. Where a place or an organization bears the surname of such a person it is withheld there, too.

mod figures;
mod groups;
mod names;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::model::{FileFacts, Plan, Report, Submission};
use names::Names;

/// What stands in place of a withheld text. An empty cell would say that the document has nothing there.
pub const WITHHELD: &str = "[скрыто]";

/// The report without personal names and without groups of fewer than `least` people.
///
/// # Errors
/// When a value of the report does not survive being written as JSON and read again: a defect of the program.
pub fn redact(mut report: Report, least: u64) -> Result<Report, serde_json::Error> {
    let names = names_in(&report);
    let files = public_paths(&report.submissions, &names);
    let texts = Texts { names, files };
    groups::withhold(&mut report, least);
    report.public = true;
    report.persons.clear();
    for submission in &mut report.submissions {
        texts.withhold_in_facts(&mut submission.facts)?;
    }
    texts.withhold_in(&mut report.organizations)?;
    texts.withhold_in(&mut report.disclosures)?;
    texts.withhold_in(&mut report.findings)?;
    for place in &mut report.rankings {
        place.scope.name = texts.public(&place.scope.name);
        place.note = place.note.as_deref().map(|note| texts.public(note));
    }
    for prospect in &mut report.prospects {
        prospect.gain.item = texts.public(&prospect.gain.item);
        prospect.scope.iter_mut().for_each(|scope| scope.name = texts.public(&scope.name));
    }
    for group in &mut report.groups {
        group.scope.name = texts.public(&group.scope.name);
    }
    for mark in &mut report.basis.checks {
        mark.submission_id = texts.public(&mark.submission_id);
        mark.item = texts.public(&mark.item);
    }
    for rule in &mut report.rules {
        [&mut rule.title, &mut rule.checks, &mut rule.page].into_iter().for_each(|text| *text = texts.public(text));
    }
    for note in report.scores.iter_mut().filter_map(|score| score.note.as_mut()) {
        note.text = texts.public(&note.text);
    }
    Ok(report)
}

/// Everybody whom the documents name.
fn names_in(report: &Report) -> Names {
    let plans = || report.submissions.iter().flat_map(|submission| &submission.facts.plans);
    let officers = plans().flat_map(|plan| &plan.measures).flat_map(|measure| &measure.officers);
    let named = report.persons.iter().map(|row| row.person.as_str());
    let named = named.chain(officers.filter_map(|officer| officer.person.as_deref()));
    Names::of(named.chain(plans().filter_map(|plan| Some(plan.approved_by.as_ref()?.value.as_str()))))
}

/// Paths of files without names. Two files that differ by a name only are told apart by a number.
fn public_paths(submissions: &[Submission], names: &Names) -> BTreeMap<String, String> {
    let paths = || submissions.iter().map(|submission| &submission.facts.source.path);
    let mut taken: BTreeSet<String> = paths().cloned().collect();
    let mut public = BTreeMap::new();
    for path in paths() {
        let bare = names.withhold(path);
        if bare == *path {
            continue;
        }
        let (stem, extension) = bare.rsplit_once('.').unwrap_or((&bare, ""));
        let numbered = (2..).map(|number| format!("{stem} {number}.{extension}"));
        let free = std::iter::once(bare.clone()).chain(numbered).find(|path| !taken.contains(path));
        let free = free.unwrap_or(bare);
        taken.insert(free.clone());
        public.insert(path.clone(), free);
    }
    public
}

/// How texts are made public.
struct Texts {
    names: Names,
    /// Path of a file, which is its id as well, to its public path.
    files: BTreeMap<String, String>,
}

impl Texts {
    /// A text, or the id of a file, a plan or a measure, without names.
    fn public(&self, text: &str) -> String {
        if let Some(path) = self.files.get(text) {
            return path.clone();
        }
        match text.rsplit_once('#').and_then(|(path, rest)| Some((self.files.get(path)?, rest))) {
            Some((path, rest)) => format!("{path}#{rest}"),
            None => self.names.withhold(text),
        }
    }

    fn withhold_in_facts(&self, facts: &mut FileFacts) -> Result<(), serde_json::Error> {
        facts.plans.iter_mut().for_each(withhold_people);
        // Respondents are many and have no text but the comment.
        let respondents: Vec<_> =
            facts.answers.iter_mut().map(|sheet| std::mem::take(&mut sheet.respondents)).collect();
        self.withhold_in(facts)?;
        for (sheet, mut respondents) in facts.answers.iter_mut().zip(respondents) {
            respondents.iter_mut().filter_map(|respondent| respondent.comment.as_mut()).for_each(withhold);
            sheet.respondents = respondents;
        }
        Ok(())
    }

    /// Every text of a value, in whatever field it stands, so that a field added later is searched as well.
    fn withhold_in<T: Serialize + DeserializeOwned>(&self, value: &mut T) -> Result<(), serde_json::Error> {
        let mut json = serde_json::to_value(&*value)?;
        each_text(&mut json, &|text| *text = self.public(text));
        *value = serde_json::from_value(json)?;
        Ok(())
    }
}

/// Calls `change` for every text; as deep as our own types are, whatever the input.
fn each_text(value: &mut Value, change: &impl Fn(&mut String)) {
    match value {
        Value::String(text) => change(text),
        Value::Array(items) => items.iter_mut().for_each(|item| each_text(item, change)),
        Value::Object(fields) => fields.values_mut().for_each(|field| each_text(field, change)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The cells of a plan that are there to name people.
fn withhold_people(plan: &mut Plan) {
    plan.approved_by.iter_mut().chain(plan.responsible_raw.iter_mut()).for_each(|cell| withhold(&mut cell.value));
    for measure in &mut plan.measures {
        measure.officers_raw.iter_mut().for_each(withhold);
        for officer in &mut measure.officers {
            withhold(&mut officer.raw);
            officer.person.iter_mut().for_each(withhold);
        }
    }
}

fn withhold(text: &mut String) {
    WITHHELD.clone_into(text);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{PersonRow, SourceFile};

    #[test]
    fn files_that_differ_by_a_name_stay_apart() {
        let submission = |path: &str| Submission {
            facts: FileFacts::new(SourceFile { path: path.to_owned(), sha256: String::new(), bytes: 0 }),
            plan_organizations: Vec::new(),
            answer_organizations: Vec::new(),
            check_list_organizations: Vec::new(),
            page_organization: None,
        };
        let person = |name: &str| PersonRow {
            person_id: String::new(),
            person: name.to_owned(),
            position: None,
            organization_id: None,
            measures: 1,
            overdue: 0,
        };
        let report = Report {
            submissions: ["План_Ежовой_И.И..docx", "План_Пенкина.docx", "План.docx"].map(submission).to_vec(),
            persons: ["Ежова И.И.", "Пенкин"].map(person).to_vec(),
            ..Report::default()
        };
        let public = redact(report, 5).expect("JSON holds it");
        let paths: Vec<_> = public.submissions.iter().map(|s| s.facts.source.path.as_str()).collect();
        assert_eq!(paths, ["План_[скрыто].docx", "План_[скрыто] 2.docx", "План.docx"]);
    }
}
