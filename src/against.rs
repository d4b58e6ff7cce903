//! A change of a disclosure list held against what an earlier run saw: which findings would appear or vanish.
//!
//! What was seen of an item stays true under the new list where the item is the same; of a new item nobody has seen
//! anything yet, so it can only be named.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::check;
use crate::law::Law;
use crate::law::disclosure::DisclosureList;
use crate::law::show::UnknownEdition;
use crate::model::{Disclosure, DisclosureStatus, Finding};

/// The findings that would appear (`+`) and vanish (`-`), and the items that would have to be looked for (`?`).
///
/// # Errors
/// When an id belongs to no disclosure list.
pub fn against(law: &Law, before: &str, after: &str, seen: &[Disclosure]) -> Result<String, UnknownEdition> {
    let find = |id: &str| {
        let list = law.disclosure.iter().find(|list| list.edition.id == id);
        list.ok_or_else(|| UnknownEdition(id.to_owned()))
    };
    let (before, after) = (find(before)?, find(after)?);
    let old: Vec<Disclosure> = seen.iter().filter(|row| row.edition == before.edition.id).cloned().collect();
    let organizations: BTreeSet<&str> = old.iter().map(|row| row.organization_id.as_str()).collect();
    if organizations.is_empty() {
        return Ok(format!("\nВ этих результатах нет организаций, проверенных по перечню «{}».\n", before.edition.id));
    }
    let new = carried(&old, &organizations, after);
    let (old_findings, new_findings) = (findings(&old, law, before), findings(&new, law, after));
    let mut out = format!("\nПо результатам (организаций: {}):\n", organizations.len());
    let (vanish, appear) = (without(&old_findings, &new_findings), without(&new_findings, &old_findings));
    for (mark, finding) in vanish.iter().map(|f| ('-', f)).chain(appear.iter().map(|f| ('+', f))) {
        let organization = finding.organization_id.as_deref().unwrap_or_default();
        let _ = writeln!(out, "{mark} {} {organization}: {}", finding.code, finding.message);
    }
    let known: BTreeSet<_> = old.iter().map(|row| (row.requirement.as_str(), row.channel)).collect();
    let mut unseen = 0;
    for item in &after.items {
        for channel in item.channels.iter().filter(|channel| !known.contains(&(item.id.as_str(), **channel))) {
            let _ = writeln!(out, "? {} {}: {} — ещё не проверялось", item.id, channel.as_str(), item.text);
            unseen += 1;
        }
    }
    let _ = writeln!(out, "исчезнет: {}, появится: {}, проверить заново: {unseen}", vanish.len(), appear.len());
    Ok(out)
}

/// What was seen, said of the items of another list.
fn carried(old: &[Disclosure], organizations: &BTreeSet<&str>, list: &DisclosureList) -> Vec<Disclosure> {
    let mut rows = Vec::new();
    for organization in organizations {
        let of_organization: Vec<&Disclosure> = old.iter().filter(|row| row.organization_id == *organization).collect();
        for item in &list.items {
            for &channel in &item.channels {
                let same = of_organization.iter().find(|row| row.requirement == item.id && row.channel == channel);
                rows.push(Disclosure {
                    organization_id: (*organization).to_owned(),
                    edition: list.edition.id.clone(),
                    requirement: item.id.clone(),
                    channel,
                    status: same.map_or(DisclosureStatus::NeedsVerification, |row| row.status),
                    evidence: same.and_then(|row| row.evidence.clone()),
                    submission_id: same.and_then(|row| row.submission_id.clone()),
                    locator: same.and_then(|row| row.locator.clone()),
                });
            }
        }
    }
    rows
}

fn findings(rows: &[Disclosure], law: &Law, list: &DisclosureList) -> Vec<Finding> {
    check::of_disclosures(rows, law, list.edition.in_force_from)
}

/// The findings that have no equal among others; which act asks for the same does not count.
fn without<'a>(findings: &'a [Finding], others: &[Finding]) -> Vec<&'a Finding> {
    let key = |f: &Finding| (f.code.clone(), f.severity, f.organization_id.clone(), f.message.clone());
    let others: BTreeSet<_> = others.iter().map(key).collect();
    findings.iter().filter(|finding| !others.contains(&key(finding))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::built_in;
    use crate::model::Channel;

    fn row(edition: &str, requirement: &str) -> Disclosure {
        Disclosure {
            organization_id: "7700000016".to_owned(),
            edition: edition.to_owned(),
            requirement: requirement.to_owned(),
            channel: Channel::Site,
            status: DisclosureStatus::NotMet,
            evidence: Some("чек-лист: «пункт» — нет".to_owned()),
            submission_id: Some("чек-лист.xlsx".to_owned()),
            locator: Some("строка 2".to_owned()),
        }
    }

    #[test]
    fn findings_of_removed_items_vanish_and_new_items_are_named() {
        let law = Law::parse(built_in()).expect("the built-in law is right");
        let list = |id: &str| law.disclosure.iter().find(|list| list.edition.id == id).expect("a list");
        let (before, after) = (list("education-831"), list("education-1493"));
        let strict = |item: &&crate::law::disclosure::Requirement| {
            item.obligation == crate::law::disclosure::Obligation::Required && item.channels.contains(&Channel::Site)
        };
        let removed = before.items.iter().filter(strict).find(|item| after.item(&item.id).is_none()).expect("removed");
        let kept = before.items.iter().filter(strict).find(|item| after.item(&item.id) == Some(item)).expect("kept");
        let seen = [row("education-831", &removed.id), row("education-831", &kept.id)];
        let text = against(&law, "education-831", "education-1493", &seen).expect("known lists");
        assert!(text.contains("- L101 7700000016") && text.contains(&removed.text), "{text}");
        assert!(!text.contains(&format!("нет сведений «{}»", kept.text)), "{text}");
        assert!(text.contains("? EDS-14 site"), "{text}");
        assert!(text.contains("исчезнет: 1, появится: 0"), "{text}");
        let back = against(&law, "education-1493", "education-831", &[row("education-1493", &kept.id)]);
        assert!(back.expect("known lists").contains(&format!("? {}", removed.id)));
    }

    #[test]
    fn nobody_checked_and_unknown_lists_are_said() {
        let law = Law::parse(built_in()).expect("the built-in law is right");
        let text = against(&law, "education-831", "education-1493", &[]).expect("known lists");
        assert!(text.contains("нет организаций"));
        assert!(against(&law, "education-831", "nothing", &[]).is_err());
    }
}
