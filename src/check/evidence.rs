//! Evidence of disclosure, requirement by requirement: what check-lists saw, what saved sites show, and what plans promise.

use std::collections::{BTreeMap, BTreeSet};

use super::Case;
use super::deficiency::topic;
use super::site;
use crate::law::disclosure::{DisclosureList, Reach, Requirement};
use crate::model::{Channel, CheckList, Disclosure, DisclosureStatus, Measure, Organization, Page, Plan, Submission};

/// How evidence of a check-list begins.
pub(super) const CHECK_LIST: &str = "чек-лист:";
/// How evidence of a saved site begins.
pub(super) const SAVED_SITE: &str = "сохранённый сайт:";

/// One thing that somebody saw, or promised.
struct Evidence<'a> {
    status: DisclosureStatus,
    text: String,
    submission: &'a Submission,
    locator: String,
}

/// Evidence by organization, list, item and channel.
type Seen<'a> = BTreeMap<(&'a str, &'a str, usize, Channel), Vec<Evidence<'a>>>;

/// The state of every requirement of every list that binds each organization, on the day of the case.
pub(super) fn disclosures(case: &Case<'_>) -> Vec<Disclosure> {
    let lists: Vec<&DisclosureList> = case.law.disclosure_on(case.as_of).filter(|list| list.is_assessed()).collect();
    let (mut seen, promised) = (seen(case, &lists), promised(case, &lists));
    add_saved_sites(case, &lists, &mut seen);
    let mut rows = Vec::new();
    for organization in case.organizations {
        for list in &lists {
            let adopted = || promised.keys().any(|(id, edition, ..)| (*id, *edition) == key(organization, list));
            let bound = list.binds(organization) || list.reach == Reach::Adopters && adopted();
            if !bound {
                continue;
            }
            for (index, item) in list.items.iter().enumerate() {
                for &channel in &item.channels {
                    let place = (organization.id.as_str(), list.edition.id.as_str(), index, channel);
                    let found = seen.get(&place).or_else(|| promised.get(&place)).map_or(&[][..], Vec::as_slice);
                    rows.push(row(organization, list, item, channel, found));
                }
            }
        }
    }
    rows
}

fn key<'a>(organization: &'a Organization, list: &'a DisclosureList) -> (&'a str, &'a str) {
    (organization.id.as_str(), list.edition.id.as_str())
}

fn row(
    organization: &Organization,
    list: &DisclosureList,
    item: &Requirement,
    channel: Channel,
    found: &[Evidence<'_>],
) -> Disclosure {
    let first = found.first();
    let agreed = first.map(|e| e.status).filter(|status| found.iter().all(|e| e.status == *status));
    let texts: Vec<String> = match found {
        [one] => vec![one.text.clone()],
        several => {
            several.iter().map(|e| format!("{} ({}, {})", e.text, e.submission.facts.source.path, e.locator)).collect()
        }
    };
    Disclosure {
        organization_id: organization.id.clone(),
        edition: list.edition.id.clone(),
        requirement: item.id.clone(),
        channel,
        status: agreed.unwrap_or(DisclosureStatus::NeedsVerification),
        evidence: (!texts.is_empty()).then(|| texts.join("; ")),
        submission_id: first.map(|e| e.submission.facts.source.submission_id()),
        locator: first.map(|e| e.locator.clone()),
    }
}

/// What check-lists saw. Several columns of one check-list that ask for parts of one item count together.
fn seen<'a>(case: &Case<'a>, lists: &[&'a DisclosureList]) -> Seen<'a> {
    let mut seen = Seen::new();
    for submission in case.submissions {
        for (check_list, organizations) in submission.itemized_check_lists() {
            for list in lists {
                let columns = columns(check_list, list);
                for (row, organization) in check_list.rows.iter().zip(organizations) {
                    let Some(organization) = organization else { continue };
                    for (&(item, channel), columns) in &columns {
                        let answers: Vec<(usize, Option<bool>)> =
                            columns.iter().map(|&column| (column, row.met.get(column).copied().flatten())).collect();
                        let (status, column) = together(&answers);
                        let names: Vec<String> = answers
                            .iter()
                            .map(|(c, met)| format!("«{}» — {}", check_list.items[*c].text, word(*met)))
                            .collect();
                        let place = check_list.place.at_row(row.row).at_column(check_list.items[column].column);
                        seen.entry((organization, &list.edition.id, item, channel)).or_default().push(Evidence {
                            status,
                            text: format!("{CHECK_LIST} {}", names.join(", ")),
                            submission,
                            locator: place.to_string(),
                        });
                    }
                }
            }
        }
    }
    seen
}

/// What the saved pages of each organization's site show. What a check-list says does not apply need not be there.
fn add_saved_sites<'a>(case: &Case<'a>, lists: &[&'a DisclosureList], seen: &mut Seen<'a>) {
    let mut sites: BTreeMap<&str, Vec<(&Submission, &Page)>> = BTreeMap::new();
    for submission in case.submissions {
        if let (Some(owner), Some(page)) = (&submission.page_organization, &submission.facts.page) {
            sites.entry(owner).or_default().push((submission, page));
        }
    }
    for organization in case.organizations {
        let Some(site) = sites.get(organization.id.as_str()) else { continue };
        let pages: Vec<(&str, &Page)> = site.iter().map(|(s, page)| (s.facts.source.path.as_str(), *page)).collect();
        for list in lists.iter().filter(|list| list.binds(organization)) {
            for sight in site::look(&pages, list) {
                let known = seen.entry((&organization.id, &list.edition.id, sight.item, Channel::Site)).or_default();
                let (status, text, page) = match sight.shown {
                    Some((page, text)) => (DisclosureStatus::Met, text, page),
                    None if known.iter().any(|e| e.status == DisclosureStatus::NotApplicable) => continue,
                    None => (DisclosureStatus::NotMet, site::looked_for(pages.len(), list, sight.item), 0),
                };
                let locator = match status {
                    DisclosureStatus::Met => format!("страница {}", site[page].0.facts.source.file_name()),
                    _ => "сохранённые страницы сайта".to_owned(),
                };
                let text = format!("{SAVED_SITE} {text}");
                known.push(Evidence { status, text, submission: site[page].0, locator });
            }
        }
    }
}

/// The columns of a check-list by the item and channel they ask about.
fn columns(check_list: &CheckList, list: &DisclosureList) -> BTreeMap<(usize, Channel), Vec<usize>> {
    let mut columns: BTreeMap<(usize, Channel), Vec<usize>> = BTreeMap::new();
    for (column, item) in check_list.items.iter().enumerate() {
        if let (_, Some(channel)) = topic(item.topic) {
            for meaning in list.find(&item.text) {
                columns.entry((meaning.item, channel)).or_default().push(column);
            }
        }
    }
    columns
}

/// One status for several columns, and the column that decided it: one missing part makes the item missing.
fn together(answers: &[(usize, Option<bool>)]) -> (DisclosureStatus, usize) {
    let first = answers.first().map_or(0, |(column, _)| *column);
    let with = |wanted: bool| answers.iter().find(|(_, met)| *met == Some(wanted)).map(|(column, _)| *column);
    match (with(false), with(true)) {
        (Some(column), _) => (DisclosureStatus::NotMet, column),
        (None, Some(column)) => (DisclosureStatus::Met, column),
        (None, None) => (DisclosureStatus::NotApplicable, first),
    }
}

fn word(met: Option<bool>) -> &'static str {
    match met {
        Some(true) => "есть",
        Some(false) => "нет",
        None => "не применяется",
    }
}

/// What plans promise to show on the site: promised is not shown, so it needs verification.
fn promised<'a>(case: &Case<'a>, lists: &[&'a DisclosureList]) -> Seen<'a> {
    let mut promised = Seen::new();
    for submission in case.submissions {
        for (plan, organization) in submission.facts.plans.iter().zip(&submission.plan_organizations) {
            let Some(organization) = organization else { continue };
            for list in lists {
                if list.reach == Reach::Adopters && !adopts(plan, list) {
                    continue;
                }
                for (measure, item) in promises(plan, list) {
                    promised.entry((organization, &list.edition.id, item, Channel::Site)).or_default().push(Evidence {
                        status: DisclosureStatus::NeedsVerification,
                        text: format!("обещано мероприятием плана: «{}»", super::view::short(&measure.text)),
                        submission,
                        locator: super::view::shown(&measure.place),
                    });
                }
            }
        }
    }
    promised
}

/// Whether a plan repeats most of a list, and so takes it upon its institutions.
pub(super) fn adopts(plan: &Plan, list: &DisclosureList) -> bool {
    let promised: BTreeSet<usize> = promises(plan, list).into_iter().map(|(_, item)| item).collect();
    promised.len() * 2 > list.items.len()
}

/// The items of a list that a plan promises to show: bullets under a lead-in that speaks of a site.
pub(super) fn promises<'p>(plan: &'p Plan, list: &DisclosureList) -> Vec<(&'p Measure, usize)> {
    let about_site = |lead: &str| {
        let lead = lead.to_lowercase();
        lead.contains("сайт") && lead.contains("размещ")
    };
    plan.measures
        .iter()
        .filter(|measure| measure.lead.as_deref().is_some_and(about_site))
        .flat_map(|measure| list.find(&measure.text).into_iter().map(move |m| (measure, m.item)))
        .collect()
}
