//! Remarks of rules to findings: message, place, act and edition filled in.

use super::rule::{Basis, Bound, Look, Remark, Rule, Subject};
use super::view::{PlanView, Whole, short, shown};
use crate::model::{Finding, Severity};

/// All findings of one rule.
pub(super) fn of_rule(rule: &Rule, whole: &Whole<'_>) -> Vec<Finding> {
    let remarks: Vec<Remark> = match rule.look {
        Look::Whole(look) => look(whole),
        Look::Plan(look) => whole
            .assessment_plans()
            .flat_map(|plan| look(&plan).into_iter().map(move |remark| (plan, remark)))
            .map(|(plan, mut remark)| {
                remark.subject.get_or_insert_with(|| subject(&plan, None, shown(&plan.plan.place)));
                remark.bound(Bound::On(plan.own_day()))
            })
            .collect(),
        Look::Measure(look) => whole
            .plans()
            .filter(|plan| plan.is_recommendations() || plan.is_of_assessment())
            .flat_map(PlanView::measures)
            .flat_map(|measure| look(&measure).into_iter().map(move |remark| (measure, remark)))
            .map(|(view, mut remark)| {
                let place = shown(&view.measure.place);
                remark.subject.get_or_insert_with(|| subject(&view.plan, Some(view.measure.ordinal), place));
                let bound = if view.plan.is_recommendations() { Bound::Nobody } else { Bound::On(view.plan.own_day()) };
                remark.bound(bound).value("measure", short(&view.measure.text))
            })
            .collect(),
    };
    remarks.into_iter().filter_map(|remark| finding(rule, whole, remark)).collect()
}

/// A plan, or one of its measures, as a subject.
pub(super) fn subject(plan: &PlanView<'_>, ordinal: Option<u32>, locator: String) -> Subject {
    Subject {
        organization_id: plan.organization_id(),
        submission_id: Some(plan.submission.facts.source.submission_id()),
        measure_id: ordinal.map(|ordinal| plan.submission.measure_id(ordinal)),
        locator: Some(locator),
    }
}

/// The one place where every finding gets its act, clause, edition and severity.
fn finding(rule: &Rule, whole: &Whole<'_>, remark: Remark) -> Option<Finding> {
    let as_of = whole.case.as_of;
    let bound = remark.bound.unwrap_or(Bound::On(as_of));
    let duty = match bound {
        Bound::On(day) => rule.basis.duty().and_then(|id| whole.case.law.duty_on(id, day)),
        Bound::Nobody => None,
    };
    let severity = match (rule.basis, bound, duty) {
        (_, Bound::Nobody, _) | (Basis::DutyOrSense(_), _, None) => Severity::Note,
        (Basis::Duty(_), _, None) => return None,
        (_, _, duty) => {
            let own = remark.severity.unwrap_or(rule.severity);
            // Severities are ordered from the gravest on.
            duty.and_then(|duty| duty.severity_limit).map_or(own, |limit| own.max(limit))
        }
    };
    let (act, clause, edition) = match (remark.law, duty) {
        (Some((act, clause, edition)), _) => (Some(act), Some(clause), Some(edition)),
        (None, Some(duty)) => (Some(duty.act.clone()), Some(duty.clause.clone()), Some(duty.edition.clone())),
        (None, None) => (None, None, None),
    };
    let subject = remark.subject.unwrap_or_default();
    let mut values = remark.values;
    values.push(("place", subject.locator.clone().unwrap_or_else(|| "документ".to_owned())));
    Some(Finding {
        code: rule.code.to_owned(),
        severity,
        organization_id: subject.organization_id,
        submission_id: subject.submission_id,
        measure_id: subject.measure_id,
        locator: subject.locator,
        message: filled(rule.message, &values),
        act,
        clause,
        edition,
        as_of,
        evidence: remark.evidence,
    })
}

/// The message with its names filled in, beginning with a capital letter. A value is never looked into for names.
fn filled(message: &str, values: &[(&'static str, String)]) -> String {
    let mut out = String::with_capacity(message.len() * 2);
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else { break };
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => out.push_str(value),
            None => {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
        }
        rest = after;
    }
    out.push_str(rest);
    let mut letters = out.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => out,
    }
}
