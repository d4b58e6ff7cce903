//! Branches that only documents know («1ф Филиал …» in a check-list), and whose results they count with.

use std::collections::{BTreeMap, BTreeSet};

use super::Named;
use super::directory::{Directory, Match};
use crate::language::organization::{branch, list_number};
use crate::model::{MatchedBy, Organization, Submission};

/// Says of every branch that no register has whose branch it is: as its name says, else the organization with its number in
/// the same file («1ф …» belongs to «1 БУК …»).
pub(super) fn adopt(found: &[(&Named, Match)], directory: &mut Directory) {
    let numbered = numbered(found);
    for (named, found) in found.iter().filter(|(named, _)| named.is_branch) {
        let (Some(at), Some(branch)) = (found.joined(), branch(&named.name)) else { continue };
        if directory.is_registered(at) || directory.organization(at).parent_id.is_some() {
            continue;
        }
        let by_name = branch.parent.as_deref().and_then(|parent| match directory.by_name(parent) {
            Match::Joined(head, by) if by <= MatchedBy::Name => Some(head),
            _ => None,
        });
        let by_number = || {
            let number = branch.list_number.as_deref()?;
            named.files.iter().find_map(|file| numbered.get(&(file.as_str(), number)).copied())
        };
        if let Some(head) = by_name.or_else(by_number).filter(|head| *head != at) {
            directory.adopt(at, head);
        }
    }
}

/// The organizations that lists number, by file and number. A number that two organizations have in one file tells nothing.
fn numbered<'n>(found: &[(&'n Named, Match)]) -> BTreeMap<(&'n str, &'n str), usize> {
    let mut numbered: BTreeMap<(&str, &str), Option<usize>> = BTreeMap::new();
    for (named, found) in found {
        let (Some(at), Some(number)) = (found.joined(), list_number(&named.name)) else { continue };
        for file in &named.files {
            let known = numbered.entry((file, number)).or_insert(Some(at));
            *known = known.filter(|known| *known == at);
        }
    }
    numbered.into_iter().filter_map(|(key, at)| Some((key, at?))).collect()
}

/// The organization whose number in some list a name is nothing but: «Наименование организации или номер по списку».
pub(super) fn by_number(name: &str, found: &[(&Named, Match)]) -> Option<usize> {
    let mut of_number = found.iter().filter(|(named, _)| list_number(&named.name) == Some(name.trim()));
    let at = of_number.next()?.1.joined()?;
    of_number.all(|(_, found)| found.joined() == Some(at)).then_some(at)
}

/// Whether a name is nothing but a number of a list.
pub(super) fn is_number(name: &str) -> bool {
    let name = name.trim();
    (1..=4).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_digit())
}

/// Counts the answers about branches with those about their heads. The check-list of a branch counts only where its head
/// has none: two check-lists cannot be added.
pub(super) fn join(submissions: &mut [Submission], organizations: &[Organization]) {
    let heads: BTreeMap<&str, &str> =
        organizations.iter().filter_map(|o| Some((o.id.as_str(), o.parent_id.as_deref()?))).collect();
    let head_of = |id: &Option<String>| Some((*heads.get(id.as_deref()?)?).to_owned());
    let assessed: BTreeSet<String> =
        submissions.iter().flat_map(|s| s.check_list_organizations.iter().flatten().flatten().cloned()).collect();
    for submission in submissions {
        for id in submission.answer_organizations.iter_mut().flatten() {
            *id = head_of(id).or(id.take());
        }
        for id in submission.check_list_organizations.iter_mut().flatten() {
            if let Some(head) = head_of(id) {
                *id = Some(head).filter(|head| !assessed.contains(head));
            }
        }
    }
}
