//! Everything that names an organization in the files, each distinct name once.

use std::collections::{BTreeMap, BTreeSet};

use super::findings::Findings;
use crate::language::organization::{Inn, NameKey, branch, name_key, read_inn};
use crate::model::{FileFacts, Location, Plan, Sector};

/// A name as some document gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Named {
    /// As written; empty where only the ИНН is stated.
    pub(super) name: String,
    /// The name taken apart.
    pub(super) key: NameKey,
    /// Whether the name is a branch's.
    pub(super) is_branch: bool,
    /// ИНН stated beside it, its check digit right.
    pub(super) inn: Option<String>,
    /// Sector that the documents show.
    pub(super) sector: Option<Sector>,
    /// Where it stands: file and place, the first place of each file.
    pub(super) places: BTreeMap<String, Location>,
    /// The files that name it.
    pub(super) files: BTreeSet<String>,
}

/// Name and ИНН of a plan; the name is empty where the plan names no organization.
pub(super) fn of_plan(plan: &Plan) -> (&str, Option<String>) {
    let name = plan.organization.as_ref().map_or("", |name| name.value.as_str());
    let inn = plan.inn.as_deref().and_then(|inn| match read_inn(inn) {
        Inn::Right(inn) => Some(inn),
        Inn::Wrong(_) | Inn::Absent => None,
    });
    (name, inn)
}

/// The distinct names of all files, sorted.
pub(super) fn of_files(files: &[FileFacts], findings: &mut Findings) -> Vec<Named> {
    let mut found: BTreeMap<(String, Option<String>), Named> = BTreeMap::new();
    let mut add = |file: &str, name: &str, inn: Option<String>, sector: Option<Sector>, place: Location| {
        if name.trim().is_empty() && inn.is_none() {
            return;
        }
        let named = found.entry((name.to_owned(), inn.clone())).or_insert_with(|| Named {
            name: name.to_owned(),
            key: name_key(name),
            is_branch: branch(name).is_some(),
            inn,
            ..Named::default()
        });
        named.sector = named.sector.min(sector).or(named.sector).or(sector);
        named.files.insert(file.to_owned());
        named
            .places
            .entry(file.to_owned())
            .and_modify(|first| *first = place.clone().min(first.clone()))
            .or_insert(place);
    };
    for facts in files {
        let file = facts.source.submission_id();
        for plan in &facts.plans {
            let (name, inn) = of_plan(plan);
            if let (Some(written), None) = (&plan.inn, &inn) {
                findings.wrong_inn(&file, &plan.place, written, name);
            }
            let place = plan.organization.as_ref().map_or(&plan.place, |name| &name.place);
            add(&file, name, inn, plan.sector, place.clone());
        }
        for sheet in &facts.answers {
            for name in &sheet.organizations {
                add(&file, name, None, None, sheet.place.clone());
            }
        }
        for sheet in &facts.check_lists {
            for row in &sheet.rows {
                add(&file, &row.organization, None, None, sheet.place.at_row(row.row));
            }
        }
    }
    found.into_values().collect()
}

/// Adds a name, or more files to a name that is there already.
pub(super) fn add(named: &mut Vec<Named>, more: &Named) {
    match named.iter_mut().find(|known| (&known.name, &known.inn) == (&more.name, &more.inn)) {
        Some(known) => {
            known.files.extend(more.files.iter().cloned());
            for (file, place) in &more.places {
                known.places.entry(file.clone()).or_insert_with(|| place.clone());
            }
        }
        None => named.push(more.clone()),
    }
}
