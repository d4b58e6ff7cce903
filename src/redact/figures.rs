//! Figures of few answers, and what would give them away: criteria that are made of them, gains, means of groups, findings
//! that quote them.
//!
//! The total stays, and with it the place: the law asks that it be published. Whoever computes a withheld criterion from
//! the total and the other criteria learns how a few people answered together, and not who they are: their rows are
//! withheld as well.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use super::WITHHELD;
use crate::model::{Report, Scope, Score, ScoreNote};

/// Decimals as messages print points: «62,50».
static POINTS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\d+,\d+").expect("a constant"));

/// Organization and code of a figure.
type Figures = BTreeSet<(String, String)>;

/// Withholds the figures that fewer than `least` people stand behind.
pub(super) fn withhold(report: &mut Report, least: u64) {
    let few = of_few(report, least);
    let with_criteria = &few | &made_of(report, &few);
    for score in &mut report.scores {
        let key = (score.organization_id.clone(), score.code.clone());
        if few.contains(&key) {
            empty(score, format!("Скрыто: меньше {least} ответов."));
        } else if with_criteria.contains(&key) {
            empty(score, format!("Скрыто: составлен из показателя, за которым меньше {least} ответов."));
        }
    }
    for place in &mut report.rankings {
        if few.contains(&(place.organization_id.clone(), "S".to_owned())) {
            place.total = None;
        }
    }
    report
        .prospects
        .retain(|prospect| !few.contains(&(prospect.organization_id.clone(), prospect.gain.indicator.clone())));
    withhold_means(report, &with_criteria);
    withhold_quoted(report, &with_criteria);
}

/// Figures with answers, but few of them.
fn of_few(report: &Report, least: u64) -> Figures {
    let few = report.scores.iter().filter(|score| score.n.is_some_and(|n| (1..least).contains(&n)));
    few.map(|score| (score.organization_id.clone(), score.code.clone())).collect()
}

/// Criteria that have one of these figures as a part.
fn made_of(report: &Report, parts: &Figures) -> Figures {
    let is_criterion = |code: &str| code.starts_with('K');
    let formulas = report.basis.formulas.iter().filter(|formula| is_criterion(&formula.code));
    formulas
        .filter(|formula| parts.contains(&(formula.organization_id.clone(), formula.part.clone())))
        .map(|formula| (formula.organization_id.clone(), formula.code.clone()))
        .collect()
}

fn empty(score: &mut Score, text: String) {
    (score.value, score.numerator, score.denominator, score.n) = (None, None, None, None);
    (score.low, score.high) = (None, None);
    score.note = Some(ScoreNote { code: "withheld".to_owned(), text });
}

/// Means of groups in which one member alone is withheld: the others would give it away.
fn withhold_means(report: &mut Report, withheld: &Figures) {
    let mut members: BTreeMap<(&Scope, &str), usize> = BTreeMap::new();
    for (id, code) in withheld {
        for place in report.rankings.iter().filter(|place| place.organization_id == *id) {
            *members.entry((&place.scope, code)).or_default() += 1;
        }
    }
    let alone: BTreeSet<(Scope, String)> = members
        .into_iter()
        .filter(|(_, n)| *n == 1)
        .map(|((scope, code), _)| (scope.clone(), code.to_owned()))
        .collect();
    report.groups.retain(|group| !alone.contains(&(group.scope.clone(), group.code.clone())));
}

/// The same figures where a finding quotes them: «показатель 5.1 по опросу — 62,50 балла; показатель …».
fn withhold_quoted(report: &mut Report, withheld: &Figures) {
    for finding in &mut report.findings {
        let Some(organization) = &finding.organization_id else { continue };
        let codes: Vec<&str> =
            withheld.iter().filter(|(id, _)| id == organization).map(|(_, code)| code.as_str()).collect();
        if codes.is_empty() {
            continue;
        }
        let clauses = finding.message.split("; ").map(|clause| {
            let quoted = codes.iter().any(|code| clause.contains(&format!(" {code} ")));
            if quoted { POINTS.replace_all(clause, WITHHELD).into_owned() } else { clause.to_owned() }
        });
        finding.message = clauses.collect::<Vec<_>>().join("; ");
    }
}
