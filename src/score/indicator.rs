//! The formulas of indicators: counts and check-lists to points from 0 to 100.

use std::collections::BTreeMap;

use super::counts::Counts;
use super::evidence::Check;
use super::number::Number;
use crate::law::method::Formula;
use crate::model::{CheckTopic, Question};

/// What an indicator rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Basis {
    /// What assessors saw.
    Assessors,
    /// What respondents said.
    Respondents,
}

/// Whether a formula asks assessors or respondents.
pub(super) fn basis(formula: &Formula) -> Basis {
    match formula {
        Formula::MetShares { .. } | Formula::MetPoints { .. } => Basis::Assessors,
        Formula::Shares { .. } | Formula::Waiting { .. } => Basis::Respondents,
    }
}

/// The questions that a formula counts.
pub(super) fn questions(formula: &Formula) -> &[Question] {
    match formula {
        Formula::Shares { questions } => questions,
        Formula::Waiting { question } => std::slice::from_ref(question),
        Formula::MetShares { .. } | Formula::MetPoints { .. } => &[],
    }
}

/// The topics of the check-list that a formula counts.
pub(super) fn topics(formula: &Formula) -> &[CheckTopic] {
    match formula {
        Formula::MetShares { topics } => topics,
        Formula::MetPoints { topic, .. } => std::slice::from_ref(topic),
        Formula::Shares { .. } | Formula::Waiting { .. } => &[],
    }
}

/// The value that assessors give; `None` where nobody looked, and for formulas of the survey.
pub(super) fn assessed<N: Number>(formula: &Formula, checks: &BTreeMap<CheckTopic, Check<'_>>) -> Option<N> {
    match formula {
        Formula::MetShares { topics } => {
            N::mean(topics.iter().filter_map(|topic| checks.get(topic)).filter_map(|check| {
                let applicable = check.applicable();
                (applicable > 0).then(|| N::ratio(100 * check.met(), applicable))
            }))
        }
        Formula::MetPoints { topic, points, cap } => {
            let check = checks.get(topic).filter(|check| check.applicable() > 0)?;
            Some(N::ratio((check.met() * u64::from(*points)).min(u64::from(*cap)), 1))
        }
        Formula::Shares { .. } | Formula::Waiting { .. } => None,
    }
}

/// The value that respondents give: the mean over questionnaires (a hospital has two). `None` where nobody could
/// answer, and for formulas of the check-list.
pub(super) fn surveyed<N: Number>(formula: &Formula, forms: &[Counts]) -> Option<N> {
    N::mean(forms.iter().filter_map(|counts| one_form(formula, counts)))
}

fn one_form<N: Number>(formula: &Formula, counts: &Counts) -> Option<N> {
    match formula {
        Formula::Shares { questions } => N::mean(questions.iter().filter_map(|&question| share(counts, question))),
        Formula::Waiting { question } => {
            let points = (counts.waits() > 0).then(|| N::ratio(counts.waiting_points(), counts.waits()));
            N::mean(points.into_iter().chain(share(counts, *question)))
        }
        Formula::MetShares { .. } | Formula::MetPoints { .. } => None,
    }
}

/// The share of «Да», in points. Nobody to ask, or nobody who answered, is not zero.
pub(super) fn share<N: Number>(counts: &Counts, question: Question) -> Option<N> {
    let base = counts.base(question);
    (base > 0 && counts.answered(question) > 0).then(|| N::ratio(100 * counts.yes(question), base))
}
