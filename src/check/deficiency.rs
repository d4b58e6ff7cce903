//! What the check-lists and the survey found wanting: what a plan has to answer.

use std::collections::BTreeSet;

use num_rational::BigRational;
use num_traits::ToPrimitive;

use super::Case;
use crate::law::meaning::Words;
use crate::model::{Channel, CheckTopic, Score};

/// How it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Found {
    /// A check-list names it.
    Named,
    /// A check-list counts conditions and names none: some of them are not met.
    Counted,
    /// A share of satisfied respondents below what operators hold for enough. No act sets such a limit.
    Surveyed,
}

/// One thing found wanting in one organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Deficiency {
    pub(super) organization_id: String,
    /// Criterion of order 344н, 1 to 5.
    pub(super) criterion: u8,
    /// Indicator: «1.1».
    pub(super) indicator: String,
    pub(super) found: Found,
    /// What was found wanting, as a message prints it.
    pub(super) text: String,
    /// Site or stand, for indicator 1.1.
    pub(super) channel: Option<Channel>,
    /// Ids of the items of lists and conditions that the text is about; empty for what has no words of its own.
    pub(super) items: Vec<String>,
    pub(super) submission_id: Option<String>,
    pub(super) locator: Option<String>,
}

impl Deficiency {
    /// The file and the cell that name it, as a finding about that cell names them.
    pub(super) fn place(&self) -> Option<String> {
        Some(format!("{}, {}", self.submission_id.as_deref()?, self.locator.as_deref()?))
    }
}

/// Everything found wanting, in the order of files and figures.
pub(super) fn deficiencies(case: &Case<'_>) -> Vec<Deficiency> {
    let mut found = of_check_lists(case);
    found.extend(of_counts(case));
    found.extend(of_survey(case));
    found
}

/// The ids of all items of all lists that a text is about: disclosure lists in force, and conditions.
pub(super) fn items_of(case: &Case<'_>, text: &str) -> Vec<String> {
    let words = Words::new(text);
    let mut ids = Vec::new();
    for list in case.law.disclosure_on(case.as_of).chain(&case.law.conditions) {
        ids.extend(list.find_in(&words).into_iter().map(|m| list.items[m.item].id.clone()));
    }
    ids
}

fn of_check_lists(case: &Case<'_>) -> Vec<Deficiency> {
    let mut found = Vec::new();
    for submission in case.submissions {
        for (list, organizations) in submission.itemized_check_lists() {
            let items: Vec<Vec<String>> = list.items.iter().map(|item| items_of(case, &item.text)).collect();
            for (row, organization) in list.rows.iter().zip(organizations) {
                let Some(organization) = organization else { continue };
                for ((item, ids), met) in list.items.iter().zip(&items).zip(&row.met) {
                    if *met != Some(false) {
                        continue;
                    }
                    let (indicator, channel) = topic(item.topic);
                    found.push(Deficiency {
                        organization_id: organization.clone(),
                        criterion: indicator.as_bytes()[0] - b'0',
                        indicator: indicator.to_owned(),
                        found: Found::Named,
                        text: match channel {
                            Some(Channel::Site) => format!("на сайте: {}", item.text),
                            Some(Channel::Stand) => format!("на стенде: {}", item.text),
                            None => item.text.clone(),
                        },
                        channel,
                        items: ids.clone(),
                        submission_id: Some(submission.facts.source.submission_id()),
                        locator: Some(list.place.at_row(row.row).at_column(item.column).to_string()),
                    });
                }
            }
        }
    }
    found
}

/// The indicator and the channel that a topic of a check-list feeds.
pub(super) fn topic(topic: CheckTopic) -> (&'static str, Option<Channel>) {
    match topic {
        CheckTopic::Stand => ("1.1", Some(Channel::Stand)),
        CheckTopic::Site => ("1.1", Some(Channel::Site)),
        CheckTopic::Remote => ("1.2", None),
        CheckTopic::Comfort => ("2.1", None),
        CheckTopic::Equipment => ("3.1", None),
        CheckTopic::Accessibility => ("3.2", None),
    }
}

/// Indicators of check-lists that count conditions without naming them, below the whole.
fn of_counts(case: &Case<'_>) -> Vec<Deficiency> {
    const CONDITIONS: &[&str] = &["1.1", "1.2", "2.1", "3.1", "3.2"];
    let named: BTreeSet<(&str, &str)> = case
        .submissions
        .iter()
        .flat_map(|submission| submission.itemized_check_lists())
        .flat_map(|(list, organizations)| {
            let indicators: BTreeSet<&str> = list.items.iter().map(|item| topic(item.topic).0).collect();
            let named = organizations.iter().flatten().map(String::as_str);
            named.flat_map(move |id| indicators.clone().into_iter().map(move |indicator| (id, indicator)))
        })
        .collect();
    let known = |score: &Score| named.contains(&(score.organization_id.as_str(), score.code.as_str()));
    low(case, CONDITIONS, WHOLE).filter(|score| !known(score)).map(|score| of_score(score, Found::Counted)).collect()
}

/// Shares of satisfied respondents that are low: the plan form in force says how low operators hold for low.
fn of_survey(case: &Case<'_>) -> Vec<Deficiency> {
    const SATISFACTION: &[&str] = &["1.3", "2.3", "3.3", "4.1", "4.2", "4.3", "5.1", "5.2", "5.3"];
    let Some(limit) = survey_limit(case) else { return Vec::new() };
    low(case, SATISFACTION, limit).map(|score| of_score(score, Found::Surveyed)).collect()
}

/// Fewer points than this are a weak indicator of the survey, as operators have it.
pub(super) fn survey_limit(case: &Case<'_>) -> Option<u8> {
    case.law.plan_form_on(case.as_of).and_then(|form| form.survey_below)
}

/// Points of an indicator of which all conditions are met.
const WHOLE: u8 = 100;

/// Figures of some indicators below a limit.
fn low<'a>(case: &Case<'a>, codes: &'static [&'static str], limit: u8) -> impl Iterator<Item = &'a Score> {
    case.scores.iter().filter(move |score| {
        codes.contains(&score.code.as_str())
            && score.value.as_ref().is_some_and(|value| *value < BigRational::from_integer(limit.into()))
    })
}

fn of_score(score: &Score, found: Found) -> Deficiency {
    Deficiency {
        organization_id: score.organization_id.clone(),
        criterion: score.code.as_bytes()[0] - b'0',
        indicator: score.code.clone(),
        found,
        text: format!("показатель {} — {} балла", score.code, points(score)),
        channel: None,
        items: Vec::new(),
        submission_id: None,
        locator: None,
    }
}

fn points(score: &Score) -> String {
    let value = score.value.as_ref().and_then(ToPrimitive::to_f64).unwrap_or_default();
    format!("{value:.2}").replace('.', ",")
}
