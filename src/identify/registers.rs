//! Registers to the directory of known organizations.

use std::collections::BTreeMap;

use super::directory::{Directory, Match};
use super::findings::Findings;
use crate::language::fold::one_line;
use crate::language::organization::{Inn, branch, kind_of, list_number, name_key, read_inn, without_list_mark};
use crate::model::{FileFacts, Location, MatchedBy, Organization, RegisterRow};

/// A row with its place. Ordered by content, so that shuffled rows give the same organizations.
struct Entry<'a> {
    row: &'a RegisterRow,
    inn: Option<String>,
    file: String,
    place: Location,
}

/// The organizations of all registers.
pub(super) fn directory(files: &[FileFacts], findings: &mut Findings) -> Directory {
    let mut entries = entries(files, findings);
    entries.sort_by(|a, b| content(a).cmp(&content(b)));
    let mut directory = Directory::default();
    let mut heads: BTreeMap<String, Vec<&Entry<'_>>> = BTreeMap::new();
    let mut parents = Vec::new();
    for entry in &entries {
        let is_branch = entry.row.parent.is_some() || branch(&entry.row.name).is_some();
        if let Some(inn) = entry.inn.as_ref().filter(|_| !is_branch) {
            heads.entry(inn.clone()).or_default().push(entry);
        }
        let at = known(entry, is_branch, &directory)
            .unwrap_or_else(|| directory.add_registered(organization(entry), is_branch));
        directory.complete(at, &organization(entry));
        if is_branch {
            parents.push((at, entry));
        }
    }
    for (inn, entries) in &heads {
        if let [first, second, ..] = entries[..] {
            let mut places: Vec<_> = entries.iter().map(|e| (e.file.as_str(), &e.place)).collect();
            places.sort();
            findings.same_inn(inn, &first.row.name, &second.row.name, &places);
        }
    }
    for (at, entry) in parents {
        match parent(entry, &entries, &directory) {
            Some(parent) if parent != at => directory.set_parent(at, parent),
            _ => findings.branch_alone(&entry.file, &entry.place, &entry.row.name),
        }
    }
    directory
}

fn entries<'a>(files: &'a [FileFacts], findings: &mut Findings) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    for facts in files {
        let file = facts.source.submission_id();
        for register in &facts.registers {
            for row in &register.rows {
                let place = register.place.at_row(row.row);
                let inn = match row.inn.as_deref().map_or(Inn::Absent, read_inn) {
                    Inn::Right(inn) => Some(inn),
                    Inn::Absent => None,
                    Inn::Wrong(written) => {
                        findings.wrong_inn(&file, &place, &written, &row.name);
                        None
                    }
                };
                if inn.is_some() || !name_key(&row.name).is_empty() {
                    entries.push(Entry { row, inn, file: file.clone(), place });
                }
            }
        }
    }
    entries
}

/// What a row says, wherever it stands: rows with an ИНН first, fuller names first.
fn content<'a>(entry: &'a Entry<'_>) -> impl Ord + 'a {
    let row = entry.row;
    (
        (entry.inn.is_none(), &entry.inn, std::cmp::Reverse(row.name.chars().count()), &row.name),
        (&row.short_name, row.sector, &row.kind_raw, &row.municipality, &row.region, &row.parent, row.recipients),
    )
}

/// The organization that an earlier row has already described: by ИНН, or by name where one of the rows has none. A branch
/// has the ИНН of its head and is told by its name.
fn known(entry: &Entry<'_>, is_branch: bool, directory: &Directory) -> Option<usize> {
    if let Some(inn) = &entry.inn
        && !is_branch
    {
        return directory.by_inn(inn);
    }
    let same = directory.same_key(&entry.row.name);
    let [at] = same[..] else { return None };
    (entry.inn.is_none() || directory.organization(at).inn == entry.inn).then_some(at)
}

fn organization(entry: &Entry<'_>) -> Organization {
    let row = entry.row;
    let text = |text: &Option<String>| text.as_deref().map(one_line).filter(|text| !text.is_empty());
    let name = one_line(without_list_mark(&row.name));
    let short_name = text(&row.short_name);
    Organization {
        inn: entry.inn.clone(),
        kind: row.kind_raw.as_deref().and_then(kind_of),
        sector: row.sector,
        municipality: text(&row.municipality),
        region: text(&row.region),
        recipients: row.recipients,
        name: if name.is_empty() { short_name.clone().or(entry.inn.clone()).unwrap_or_default() } else { name },
        short_name,
        ..Organization::default()
    }
}

/// The head of a branch: as the register's own column says, as the branch's name says, or the row with its list number
/// («1ф Филиал …» belongs to «1 БУК …»).
fn parent(entry: &Entry<'_>, entries: &[Entry<'_>], directory: &Directory) -> Option<usize> {
    let named = |name: &str| match read_inn(name) {
        Inn::Right(inn) => directory.by_inn(&inn),
        Inn::Wrong(_) | Inn::Absent => match directory.by_name(name) {
            Match::Joined(at, by) if by <= MatchedBy::Name => Some(at),
            _ => None,
        },
    };
    if let Some(parent) = &entry.row.parent {
        return named(parent);
    }
    let branch = branch(&entry.row.name)?;
    branch.parent.as_deref().and_then(named).or_else(|| {
        let number = branch.list_number?;
        let head = entries
            .iter()
            .find(|other| other.file == entry.file && list_number(&other.row.name) == Some(number.as_str()))?;
        named(without_list_mark(&head.row.name))
    })
}
