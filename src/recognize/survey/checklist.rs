//! Check-lists with one organization in each row and one item in each column.

use super::headings::{Heading, Headings};
use super::wording::Wording;
use super::{Sheet, quoted, roles, topics};
use crate::language::yes_no;
use crate::model::{CheckTopic, ColumnRole, Recognized, Warned};

/// A sheet with fewer items is something else.
pub(super) const LEAST_ITEMS: usize = 4;

/// The sheet as a check-list, if it is that.
pub(super) fn recognize(sheet: &Sheet<'_>, headings: &Headings) -> Warned<Option<Recognized>> {
    let mut items = Vec::new();
    let mut unmarked = Vec::new();
    let mut organization = None;
    for (column, heading) in headings.columns.iter().enumerate() {
        let own = Wording::new(&heading.own);
        match item(heading) {
            Some((topic, text)) if is_marked(&sheet.sample(column, headings.rows)) => items.push((column, topic, text)),
            _ if organization.is_none() && roles::role(&own) == Some(ColumnRole::Organization) => {
                organization = Some(column);
            }
            Some(_) => unmarked.push(heading.full()),
            None => {}
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
    let mut found = Warned::clean(None);
    if !unmarked.is_empty() {
        let text = format!("Столбцы чек-листа не похожи на отметки 1 и 0 и не учтены: {}.", quoted(&unmarked));
        found.warn_at("columns-not-understood", text, sheet.place.clone());
    }
    found.value = Some(Recognized::CheckList {
        part: sheet.part,
        block: sheet.block,
        header_rows: headings.rows,
        named: if organization.is_none() { sheet.named(Some(headings)) } else { None },
        organization,
        items,
        transposed: false,
        marks: Vec::new(),
        unmet: None,
    });
    found
}

/// The topic and the text of an item: `Группа [пункт]`, a group above items, «Группа: пункт», or an item that names
/// itself. A question to a respondent is no item, nor is what stands beside the marks of a group.
pub(super) fn item(heading: &Heading) -> Option<(CheckTopic, String)> {
    let full = heading.full();
    if asks_respondent(&Wording::new(&full)) || is_beside(&Wording::new(&heading.own)) {
        return None;
    }
    if let Some((group, item)) = full.split_once('[')
        && let Some(topic) = topics::of_group(&Wording::new(group))
    {
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

/// Whether a text is a question to a respondent.
pub(super) fn asks_respondent(text: &Wording) -> bool {
    text.has_any(&["вы.", "вас.", "вам.", "удовлетворен", "устраива", "обращал", "пользовал", "готовы"])
}

/// Whether a heading stands over what is beside the marks: totals, norms, remarks, proofs.
pub(super) fn is_beside(heading: &Wording) -> bool {
    const BESIDE: &[&str] = &[
        "примечани",
        "комментари",
        "замечания эксперт",
        "пояснени",
        "уточнени",
        "итого",
        "итоговы",
        "всего",
        "сумма",
        "процент",
        "максим",
        "макс ",
        "подтвержд",
        "скриншот",
        "количество балл",
        "кол во балл",
    ];
    heading.len() <= 4 && heading.begins(BESIDE)
}

/// Whether the column holds marks of an assessor.
pub(super) fn is_marked(sample: &[&str]) -> bool {
    let marks = sample.iter().filter(|text| yes_no::read(text).is_some()).count();
    marks * 10 >= sample.len() * 8
}
