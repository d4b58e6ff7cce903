//! A consolidated plan, with a column or headings that name the institution of each row: a plan of each institution.

use super::draft::Draft;
use super::table::Rows;
use crate::language::fold::fold;
use crate::language::mark;
use crate::language::organization::{mentions, sector_of};
use crate::model::{Located, Plan};

/// The institution that a heading names and nothing else: «2. МБУК «Дом культуры «Лира»».
pub(super) fn named_by(heading: &str) -> Option<String> {
    let text = mark::split(heading).map_or(heading, |(_, text)| text).trim();
    let mention = mentions(text).into_iter().next().filter(|mention| !mention.governs)?;
    let whole = mention.start == 0 && !text[mention.end..].contains(char::is_alphanumeric);
    (whole && text.contains(['«', '"', '№', '“', '„'])).then_some(mention.name)
}

/// The plan with its rows; or, where a column or headings name several institutions, one such plan for each, in the
/// order in which they are first named. A single name may be that of who answers for the rows.
pub(super) fn apart(plan: Plan, rows: Rows) -> Vec<(Plan, Rows)> {
    let named = || rows.drafts.iter().chain(&rows.unanswered).filter_map(|draft| draft.organization.as_deref());
    let first = named().next().map(fold);
    if first.is_none() || plan.organization.is_some() && named().all(|name| Some(fold(name)) == first) {
        return vec![(plan, rows)];
    }
    let mut plans: Vec<(Option<String>, Plan, Rows)> = Vec::new();
    for draft in rows.drafts {
        of(&mut plans, &plan, &draft).drafts.push(draft);
    }
    for draft in rows.unanswered {
        of(&mut plans, &plan, &draft).unanswered.push(draft);
    }
    if let Some((_, _, first)) = plans.first_mut() {
        first.measureless = rows.measureless;
    }
    plans.into_iter().map(|(_, plan, rows)| (plan, rows)).collect()
}

/// The rows of the institution that a row names, after those that were named before it.
fn of<'a>(plans: &'a mut Vec<(Option<String>, Plan, Rows)>, plan: &Plan, draft: &Draft) -> &'a mut Rows {
    let key = draft.organization.as_deref().map(fold);
    let known = plans.iter().position(|(other, _, _)| *other == key);
    let index = known.unwrap_or(plans.len());
    if known.is_none() {
        plans.push((key, own(plan, draft), Rows::default()));
    }
    &mut plans[index].2
}

/// The plan's head with the institution in place of whoever drew the plan up.
fn own(plan: &Plan, draft: &Draft) -> Plan {
    let Some(written) = draft.organization.as_deref() else { return plan.clone() };
    let name = mentions(written).into_iter().next().map_or_else(|| written.to_owned(), |mention| mention.name);
    Plan {
        sector: sector_of(&name).or(plan.sector),
        organization: Some(Located::new(name, draft.place.clone())),
        inn: None,
        ..plan.clone()
    }
}
