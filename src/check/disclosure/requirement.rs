//! Rows of disclosure with the items of the lists they are about.

use crate::check::rule::Subject;
use crate::check::view::Whole;
use crate::law::disclosure::{DisclosureList, Obligation, Requirement};
use crate::model::{Channel, Disclosure, DisclosureStatus};

/// The list with an id.
pub(super) fn list<'a>(whole: &Whole<'a>, edition: &str) -> Option<&'a DisclosureList> {
    whole.case.law.disclosure.iter().find(|list| list.edition.id == edition)
}

/// The list and the item of a row.
pub(super) fn of<'a>(whole: &Whole<'a>, row: &Disclosure) -> Option<(&'a DisclosureList, &'a Requirement)> {
    let list = list(whole, &row.edition)?;
    Some((list, list.item(&row.requirement)?))
}

/// Rows of a channel that were looked for and not found, whose item is as strict as asked.
pub(super) fn not_met<'a>(
    whole: &'a Whole<'a>,
    channel: Channel,
    obligation: Obligation,
) -> impl Iterator<Item = (&'a Disclosure, &'a DisclosureList, &'a Requirement)> {
    whole
        .disclosures
        .iter()
        .filter(move |row| row.channel == channel && row.status == DisclosureStatus::NotMet)
        .filter_map(move |row| of(whole, row).map(|(list, item)| (row, list, item)))
        .filter(move |(_, _, item)| item.obligation == obligation)
}

/// A row as the subject of a remark.
pub(super) fn subject(row: &Disclosure) -> Subject {
    Subject {
        organization_id: Some(row.organization_id.clone()),
        submission_id: row.submission_id.clone(),
        measure_id: None,
        locator: row.locator.clone(),
    }
}
