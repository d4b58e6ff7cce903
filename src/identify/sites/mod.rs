//! Saved pages to sites: which html files belong together, and who may own them.
//!
//! Pages are a site when they share navigation (the same links stand on several pages of one folder), when one leads to
//! another, or when they carry the marks of a school's special section. An html file without any of it is a document.
//! What pages draw in and what only makes them look right is told apart in [`parts`].

mod address;
mod parts;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::directory::{Directory, Match};
use super::mentions::Named;
use crate::language::fold::is_cyrillic;
use crate::language::organization::{branch, mentions, name_key, unformed_mention};
use crate::model::{FileFacts, Kind, Page, Status};
use address::resolved;

/// So many links in common make a menu.
const MENU: usize = 3;
/// Marks that are of the special section's vocabulary alone, unlike `name` or `address`, which any page may use.
const SPECIAL: &[&str] = &[
    "fullName",
    "shortName",
    "regDate",
    "nameUchred",
    "uchredLaw",
    "structOrgUprav",
    "ustavDocLink",
    "licenseDocLink",
    "eduCode",
    "eduOp",
    "eduPred",
    "rucovodstvo",
    "teachingStaff",
    "purposeCab",
    "finPost",
    "finRas",
    "paidEdu",
    "prepodDopusk",
    "localAct",
    "reportEduDocLink",
    "paidDogDocLink",
    "vacant",
    "grant",
    "workTime",
];

/// A site: its files, by their place, and what its pages call their owner, the likeliest name first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Site {
    /// The folder that holds it; empty for the input folder itself.
    pub(super) root: String,
    pub(super) files: Vec<usize>,
    names: Vec<String>,
    inn: Option<String>,
}

/// The sites among files that are sorted by path.
pub(super) fn of_files(files: &[FileFacts]) -> Vec<Site> {
    let pages: Vec<(usize, &str, &Page)> = files
        .iter()
        .enumerate()
        .filter_map(|(at, facts)| facts.page.as_ref().map(|page| (at, facts.source.path.as_str(), page)))
        .filter(|(_, _, page)| is_special(page) || page.links.iter().any(|(text, _)| text.contains(is_cyrillic)))
        .collect();
    let mut sites: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (root, members) in by_root(&pages) {
        let menu = menu(members.iter().map(|&at| pages[at].2));
        let paths: BTreeSet<String> = members.iter().map(|&at| pages[at].1.to_lowercase()).collect();
        let leads = |path: &str, page: &Page| {
            page.links
                .iter()
                .filter_map(|(_, target)| resolved(path, &root, target))
                .filter(|to| paths.contains(to))
                .collect()
        };
        let targets: Vec<BTreeSet<String>> = members.iter().map(|&at| leads(pages[at].1, pages[at].2)).collect();
        let reached: BTreeSet<&String> = members
            .iter()
            .zip(&targets)
            .flat_map(|(&at, targets)| {
                let own = pages[at].1.to_lowercase();
                targets.iter().filter(move |to| **to != own)
            })
            .collect();
        for (&at, targets) in members.iter().zip(&targets) {
            let (_, path, page) = pages[at];
            let own = path.to_lowercase();
            let in_menu = page.links.iter().filter(|link| menu.contains(*link)).count() >= MENU;
            if in_menu || is_special(page) || reached.contains(&own) || targets.iter().any(|to| *to != own) {
                sites.entry(root.clone()).or_default().push(pages[at].0);
            }
        }
    }
    sites.into_iter().map(|(root, members)| site(&root, members, files)).collect()
}

/// Files that turned out to be pages are no longer «nothing recognized».
pub(super) fn mark(sites: &[Site], files: &mut [FileFacts]) {
    for &at in sites.iter().flat_map(|site| &site.files) {
        let facts = &mut files[at];
        if facts.kind == Kind::Other && facts.status == Status::Skipped {
            (facts.kind, facts.status, facts.reason) = (Kind::Page, Status::Read, None);
        }
    }
    parts::mark(sites, files);
}

/// The owner of a site as a name to look up: by ИНН, by a name that is known, else by the likeliest name.
pub(super) fn owner(site: &Site, files: &[FileFacts], named: &[Named], directory: &Directory) -> Option<Named> {
    let known = |name: &&String| {
        let key = name_key(name);
        let same = |other: &Named| {
            let forms = (&other.key.form, &key.form);
            let words = (&other.key.words, &other.key.numbers) == (&key.words, &key.numbers) && !key.words.is_empty();
            other.key == key || words && (forms.0 == forms.1 || forms.0.is_empty() || forms.1.is_empty())
        };
        matches!(directory.by_name(name), Match::Joined(..)) || named.iter().any(same)
    };
    let name = site.names.iter().find(known).or(site.names.first());
    if name.is_none() && site.inn.is_none() {
        return None;
    }
    let name = name.cloned().unwrap_or_default();
    let ids: BTreeSet<String> = site.files.iter().map(|&at| files[at].source.submission_id()).collect();
    Some(Named {
        key: name_key(&name),
        is_branch: branch(&name).is_some(),
        name,
        inn: site.inn.clone(),
        sector: None,
        places: ids.iter().map(|id| (id.clone(), Default::default())).collect(),
        files: ids,
    })
}

/// Pages by the topmost folder that holds pages itself; pages of the input folder itself are a root of their own.
fn by_root(pages: &[(usize, &str, &Page)]) -> BTreeMap<String, Vec<usize>> {
    let folder = |path: &str| path.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_owned());
    let folders: BTreeSet<String> = pages.iter().map(|(_, path, _)| folder(path)).collect();
    // A site that lies in the input folder itself takes the folders that its own pages lead into.
    let index = pages.iter().any(|(_, path, _)| path.starts_with("index."));
    let mut roots: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, (_, path, _)) in pages.iter().enumerate() {
        let own = folder(path);
        let above = own.match_indices('/').map(|(end, _)| &own[..end]).find(|above| folders.contains(*above));
        let root = if index { String::new() } else { above.map_or(own.clone(), str::to_owned) };
        roots.entry(front(&root)).or_default().push(at);
    }
    roots
}

/// `sveden/common`, `sveden/document`: folders of front pages belong to the folder above that is named so everywhere.
fn front(root: &str) -> String {
    match root.rfind("/sveden").or((root == "sveden" || root.starts_with("sveden/")).then_some(0)) {
        Some(at) => root[..at].to_owned(),
        None => root.to_owned(),
    }
}

/// Links that stand on several pages of one folder.
fn menu<'a>(pages: impl Iterator<Item = &'a Page>) -> BTreeSet<&'a (String, String)> {
    let mut on: HashMap<&(String, String), usize> = HashMap::new();
    for page in pages {
        let links: BTreeSet<&(String, String)> = page.links.iter().filter(|(text, _)| !text.is_empty()).collect();
        for link in links {
            *on.entry(link).or_default() += 1;
        }
    }
    on.into_iter().filter(|(_, pages)| *pages > 1).map(|(link, _)| link).collect()
}

fn is_special(page: &Page) -> bool {
    page.properties.iter().any(|(property, _)| SPECIAL.contains(&property.as_str()))
}

fn site(root: &str, members: Vec<usize>, files: &[FileFacts]) -> Site {
    let pages = || members.iter().filter_map(|&at| files[at].page.as_ref());
    let stated = pages().flat_map(|page| &page.properties).filter(|(property, _)| property == "fullName");
    let stated: Vec<String> = stated.map(|(_, text)| text.clone()).collect();
    let formed = |text: &String| mentions(text).into_iter().filter(|m| !m.governs).map(|m| m.name).collect::<Vec<_>>();
    let unformed = |text: &String| unformed_mention(text).map(|m| m.name).into_iter().collect::<Vec<_>>();
    let folder = root.rsplit('/').next().unwrap_or_default().trim_end_matches('!').trim_end_matches(".zip").to_owned();
    let folder = folder.replace('_', " ");
    let about = || pages().flat_map(|page| &page.about);
    let mut names: Vec<String> = stated;
    names.extend(by_frequency(about().flat_map(formed)));
    names.extend(by_frequency(about().flat_map(unformed)));
    names.extend(formed(&folder));
    names.extend(unformed(&folder));
    let inns = by_frequency(pages().filter_map(|page| page.inn.clone()));
    Site { root: root.to_owned(), files: members, names, inn: inns.into_iter().next() }
}

/// Distinct texts, the most frequent first.
fn by_frequency(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for text in texts {
        *counts.entry(text).or_default() += 1;
    }
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts.into_iter().map(|(text, _)| text).collect()
}
