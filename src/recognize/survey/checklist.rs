//! Check-lists with one organization in each row and one item in each column.

use super::headings::{Heading, Headings};
use super::wording::Wording;
use super::{Sheet, roles, topics};
use crate::language::yes_no;
use crate::model::{CheckTopic, ColumnRole, Recognized, Warned};

/// A sheet with fewer items is something else.
pub(super) const LEAST_ITEMS: usize = 4;

/// The sheet as a check-list, if it is that.
pub(super) fn recognize(sheet: &Sheet<'_>, headings: &Headings) -> Warned<Option<Recognized>> {
    let mut items = Vec::new();
    let mut organization = None;
    for (column, heading) in headings.columns.iter().enumerate() {
        let own = Wording::new(&heading.own);
        if let Some((topic, text)) = item(heading)
            && is_marked(&sheet.sample(column, headings.rows))
        {
            items.push((column, topic, text));
        } else if organization.is_none() && roles::role(&own) == Some(ColumnRole::Organization) {
            organization = Some(column);
        }
    }
    if items.len() < LEAST_ITEMS {
        return Warned::clean(None);
    }
    if organization.is_none() {
        let free = (0..headings.columns.len()).filter(|column| items.iter().all(|(item, _, _)| item != column));
        organization = free.into_iter().find(|&column| {
            let sample = sheet.sample(column, headings.rows);
            let named = sample.iter().filter(|text| roles::names_organization(text)).count();
            named * 2 > sample.len()
        });
    }
    Warned::clean(Some(Recognized::CheckList {
        part: sheet.part,
        block: sheet.block,
        header_rows: headings.rows,
        named: if organization.is_none() { sheet.named(Some(headings)) } else { None },
        organization,
        items,
        transposed: false,
    }))
}

/// The topic and the text of an item: `Группа [пункт]`, a group above items, «Группа: пункт», or an item that names
/// itself. A question to a respondent is no item.
pub(super) fn item(heading: &Heading) -> Option<(CheckTopic, String)> {
    const TO_RESPONDENT: &[&str] =
        &["вы.", "вас.", "вам.", "удовлетвор", "устраива", "обращал", "пользовал", "готовы", "итог", "сумма", "всего"];
    let full = heading.full();
    if Wording::new(&full).has_any(TO_RESPONDENT) {
        return None;
    }
    if let Some((group, item)) = full.split_once('[') {
        let topic = topics::of_group(&Wording::new(group))?;
        return Some((topic, item.trim_end().trim_end_matches(']').trim().to_owned()));
    }
    if !heading.group.is_empty()
        && let Some(topic) = topics::of_group(&Wording::new(&heading.group))
    {
        return Some((topic, heading.own.clone()));
    }
    if let Some((group, item)) = heading.own.split_once([':', '.'])
        && let Some(topic) = topics::of_group(&Wording::new(group))
    {
        return Some((topic, item.trim().to_owned()));
    }
    topics::of_item(&Wording::new(&heading.own)).map(|topic| (topic, heading.own.clone()))
}

/// Whether the column holds marks of an assessor.
pub(super) fn is_marked(sample: &[&str]) -> bool {
    let marks = sample.iter().filter(|text| yes_no::read(text).is_some()).count();
    marks * 10 >= sample.len() * 8
}
