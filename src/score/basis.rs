//! What the figures of one organization were computed from, for those who want to compute them again.

use super::assess::Figures;
use super::evidence::{Check, Evidence, Sheet};
use super::scheme::Source;
use super::waiting;
use crate::law::method::{Formula, Fraction, Indicator, Method, Missing};
use crate::model::{Basis, CheckItem, CheckMark, CheckTopic, FormulaKind, FormulaPart, WaitPoints};

/// Check-list items and points for waiting as they were counted, and the formulas as they apply to the organization.
pub(super) fn basis(evidence: &Evidence<'_>, figures: &Figures<'_>, method: &Method) -> Basis {
    let id = evidence.organization.id.as_str();
    Basis {
        checks: evidence.checks.iter().flat_map(|(topic, check)| marks(id, *topic, check)).collect(),
        formulas: formulas(id, figures, method),
        waits: evidence.sheets.iter().flat_map(|sheet| waits(sheet, method)).collect(),
    }
}

fn marks(id: &str, topic: CheckTopic, check: &Check<'_>) -> Vec<CheckMark> {
    let mark = |(ordinal, (item, met)): (u32, &(&CheckItem, Option<bool>))| CheckMark {
        organization_id: id.to_owned(),
        topic,
        ordinal,
        item: item.text.clone(),
        met: *met,
        submission_id: check.submission.facts.source.submission_id(),
        place: check.list.place.at_row(check.row.row).at_column(item.column),
    };
    (1..).zip(&check.items).map(mark).collect()
}

fn waits(sheet: &Sheet<'_>, method: &Method) -> Vec<WaitPoints> {
    let all = &sheet.submission.facts.answers;
    let number = all.iter().position(|answers| std::ptr::eq(answers, sheet.answers)).unwrap_or_default() as u32 + 1;
    let columns = &sheet.answers.waiting;
    let mut rows = Vec::new();
    for respondent in &sheet.respondents {
        rows.extend(respondent.waits.iter().map(|wait| WaitPoints {
            submission_id: sheet.submission.facts.source.submission_id(),
            sheet: number,
            row: respondent.row,
            column: columns.get(usize::from(wait.column)).map_or(0, |column| column.column),
            points: waiting::points(wait, columns, &method.waiting),
        }));
    }
    rows
}

fn formulas(id: &str, figures: &Figures<'_>, method: &Method) -> Vec<FormulaPart> {
    let scheme = &figures.scheme;
    let mut rows: Vec<FormulaPart> =
        scheme.indicators.iter().flat_map(|indicator| indicator_parts(id, indicator)).collect();
    let composed =
        |code: &str, kind, step, part: &str, weight| FormulaPart { weight, ..part_of(id, code, kind, step, part) };
    let measured = match method.missing {
        Missing::Renormalize => FormulaKind::Weighted,
        Missing::Withhold => FormulaKind::Complete,
    };
    for (criterion, source) in &scheme.criteria {
        match source {
            Source::Measured(weights) => {
                let whole = weights.iter().map(|(_, weight)| weight.denominator).max().unwrap_or(1);
                rows.extend(weights.iter().map(|(index, weight)| {
                    let part = scheme.indicators[*index].code.as_str();
                    composed(&criterion.code, measured, 2, part, whole_weight(*weight, whole))
                }));
            }
            Source::Calculated(from) => {
                rows.extend(from.iter().map(|&index| {
                    composed(&criterion.code, FormulaKind::Complete, 3, &scheme.criteria[index].0.code, 1)
                }))
            }
        }
    }
    let criteria = scheme.criteria.iter().map(|(criterion, _)| criterion.code.as_str());
    rows.extend(criteria.map(|code| composed(&method.total.code, FormulaKind::Complete, 4, code, 1)));
    rows
}

/// A weight of the law over a common denominator: both are powers of ten.
fn whole_weight(weight: Fraction, whole: u64) -> u64 {
    weight.numerator * (whole / weight.denominator)
}

fn indicator_parts(id: &str, indicator: &Indicator) -> Vec<FormulaPart> {
    let part = |kind, name: &str| part_of(id, &indicator.code, kind, 1, name);
    match &indicator.formula {
        Formula::MetShares { topics } => {
            topics.iter().map(|topic| part(FormulaKind::MetShares, topic.as_str())).collect()
        }
        Formula::MetPoints { topic, points, cap } => {
            vec![FormulaPart { points: Some(*points), cap: Some(*cap), ..part(FormulaKind::MetPoints, topic.as_str()) }]
        }
        Formula::Shares { questions } => {
            questions.iter().map(|question| part(FormulaKind::Shares, question.as_str())).collect()
        }
        Formula::Waiting { question } => vec![part(FormulaKind::Waiting, question.as_str())],
    }
}

fn part_of(id: &str, code: &str, kind: FormulaKind, step: u32, part: &str) -> FormulaPart {
    FormulaPart {
        organization_id: id.to_owned(),
        code: code.to_owned(),
        kind,
        step,
        part: part.to_owned(),
        weight: 1,
        points: None,
        cap: None,
    }
}
