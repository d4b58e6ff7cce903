//! Facts to organizations: ИНН, names and aliases join what different files say of the same organization.
//!
//! What a document names is looked up in this order: by ИНН, in the user's own table of aliases, by name however spelled,
//! by a name that is nearly the same and has no rival. Doubtful matches are reported with their candidates and never
//! guessed silently; a name that nobody knows becomes an organization of its own. The result does not depend on the
//! order of files or rows: everything is sorted by content before it is looked at.

mod branches;
mod directory;
pub mod findings;
mod mentions;
mod persons;
mod registers;
mod similar;
mod sites;

#[cfg(test)]
mod tests;

pub use persons::persons;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use crate::language::fold::one_line;
use crate::language::organization::without_list_mark;
use crate::model::{Branches, FileFacts, Finding, MatchedBy, Organization, Submission};
use directory::{Directory, Match};
use findings::Findings;
use mentions::Named;

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

/// Joins the facts of all files. `as_of` dates the findings; `counted` says with whom branches are counted.
pub fn identify(mut files: Vec<FileFacts>, as_of: NaiveDate, counted: Branches) -> Identified {
    files.sort_by(|a, b| a.source.cmp(&b.source));
    let mut findings = Findings::new(as_of);
    let mut directory = registers::directory(&files, &mut findings);
    let has_register = !directory.is_empty();
    directory.add_aliases(&files, &mut findings);
    let mut named = mentions::of_files(&files, &mut findings);
    let sites = sites::of_files(&files);
    sites::mark(&sites, &mut files);
    let owners: Vec<Option<Named>> = sites.iter().map(|site| sites::owner(site, &files, &named, &directory)).collect();
    for (site, _) in sites.iter().zip(&owners).filter(|(_, owner)| owner.is_none()) {
        let first = site.files.iter().map(|&at| files[at].source.submission_id()).min().unwrap_or_default();
        findings.site_of_nobody(&first, site.files.len(), &site.root);
    }
    owners.iter().flatten().for_each(|owner| mentions::add(&mut named, owner));
    add_stated(&named, &mut directory);
    let found = look_up(&named, &mut directory, has_register);
    branches::adopt(&found, &mut directory);
    report(&named, &found, &directory, has_register, &mut findings);

    let ids: HashMap<(&str, Option<&str>), Option<String>> = found
        .iter()
        .map(|(named, found)| {
            let id = found.joined().map(|at| directory.organization(at).id.clone());
            ((named.name.as_str(), named.inn.as_deref()), id)
        })
        .collect();
    let id_of = |name: &str, inn: Option<&str>| ids.get(&(name, inn)).cloned().flatten();
    let mut page_organizations: HashMap<usize, String> = HashMap::new();
    for (site, owner) in sites.iter().zip(&owners) {
        if let Some(id) = owner.as_ref().and_then(|owner| id_of(&owner.name, owner.inn.as_deref())) {
            page_organizations.extend(site.files.iter().map(|&at| (at, id.clone())));
        }
    }
    let joins: Vec<_> = files
        .iter()
        .map(|facts| {
            let plans = facts.plans.iter().map(|plan| {
                let (name, inn) = mentions::of_plan(plan);
                id_of(name, inn.as_deref())
            });
            let answers =
                facts.answers.iter().map(|sheet| sheet.organizations.iter().map(|name| id_of(name, None)).collect());
            let check_lists = facts
                .check_lists
                .iter()
                .map(|sheet| sheet.rows.iter().map(|row| id_of(&row.organization, None)).collect());
            (plans.collect(), answers.collect(), check_lists.collect())
        })
        .collect();
    let mut submissions: Vec<Submission> = files
        .into_iter()
        .zip(joins)
        .enumerate()
        .map(|(at, (facts, (plan_organizations, answer_organizations, check_list_organizations)))| Submission {
            facts,
            plan_organizations,
            answer_organizations,
            check_list_organizations,
            page_organization: page_organizations.remove(&at),
        })
        .collect();
    let organizations = directory.into_organizations();
    if counted == Branches::Joined {
        branches::join(&mut submissions, &organizations);
    }
    Identified { organizations, submissions, findings: findings.into_sorted() }
}

/// Organizations that only documents know, by the ИНН they state.
fn add_stated(named: &[Named], directory: &mut Directory) {
    let mut by_inn: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for named in named {
        if let Some(inn) = &named.inn
            && directory.by_inn(inn).is_none()
            && !named.name.is_empty()
        {
            by_inn.entry(inn).or_default().insert(&named.name);
        }
    }
    for (inn, names) in by_inn {
        // The fullest of the names stands for all.
        let name = names.into_iter().max_by_key(|name| (name.chars().count(), *name)).unwrap_or_default();
        let sector = named.iter().find(|n| n.inn.as_deref() == Some(inn)).and_then(|named| named.sector);
        directory.add(Organization {
            inn: Some(inn.to_owned()),
            name: name.to_owned(),
            sector,
            ..Organization::default()
        });
    }
}

/// Looks every name up, those of no known organization last: they are organizations of their own, joined only where
/// they are the same name.
fn look_up<'n>(named: &'n [Named], directory: &mut Directory, has_register: bool) -> Vec<(&'n Named, Match)> {
    let mut found: Vec<(&Named, Match)> = named.iter().map(|named| (named, directory.look_up(named))).collect();
    let mut unknown: Vec<usize> = (0..found.len()).filter(|&at| found[at].1 == Match::Unknown).collect();
    // The fullest spelling first, so that it names the organization.
    unknown.sort_by_cached_key(|&at| {
        let key = &found[at].0.key;
        (
            std::cmp::Reverse((!key.form.is_empty(), key.words.len(), found[at].0.name.chars().count())),
            found[at].0.name.clone(),
        )
    });
    for at in unknown {
        let named = found[at].0;
        if named.key.is_empty() {
            continue;
        }
        if branches::is_number(&named.name) {
            found[at].1 = match branches::by_number(&named.name, &found) {
                Some(organization) => Match::Joined(organization, MatchedBy::Similar),
                None => Match::Doubtful(Vec::new()),
            };
            continue;
        }
        found[at].1 = match directory.by_key(&named.key, named.is_branch) {
            Match::Joined(known, by) => Match::Joined(known, by),
            Match::Doubtful(candidates) if has_register => Match::Doubtful(candidates),
            _ => {
                let name = one_line(without_list_mark(&named.name));
                let organization = Organization { name, sector: named.sector, ..Organization::default() };
                Match::Joined(directory.add(organization), MatchedBy::Alone)
            }
        };
    }
    for (named, found) in &found {
        if let Match::Joined(at, by) = found {
            directory.join(*at, *by, &named.files);
        }
    }
    found
}

fn report(
    named: &[Named],
    found: &[(&Named, Match)],
    directory: &Directory,
    has_register: bool,
    findings: &mut Findings,
) {
    debug_assert_eq!(named.len(), found.len());
    for (named, found) in found {
        match found {
            Match::Doubtful(candidates) => {
                let candidates: Vec<&Organization> = candidates.iter().map(|&at| directory.organization(at)).collect();
                findings.doubtful(named, &candidates);
            }
            Match::Joined(at, MatchedBy::Similar) => findings.similar(named, directory.organization(*at)),
            Match::Joined(at, MatchedBy::Inn) => {
                let organization = directory.organization(*at);
                if directory.contradicts(*at, &named.name) {
                    findings.other_name(named, organization);
                }
            }
            Match::Joined(at, _) if directory.is_registered(*at) => {}
            Match::Joined(at, _) => match directory.head(*at) {
                Some(head) => findings.branch_adopted(named, directory.organization(*at), head),
                None if has_register => findings.unregistered(named, directory.organization(*at)),
                None => {}
            },
            Match::Unknown => {}
        }
    }
}
