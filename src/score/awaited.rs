//! S109 and S110: what the waiting of an organization's recipients was measured against, and whether only one half of the
//! indicator could be measured.

use super::evidence::Evidence;
use super::sample::finding;
use super::{Terms, waiting};
use crate::law::method::Formula;
use crate::model::{Finding, Score, Severity, WaitUnit, WaitingColumn};

/// The notes on one organization's waiting.
pub(super) fn findings(evidence: &Evidence<'_>, terms: &Terms<'_>, scores: &[Score]) -> Vec<Finding> {
    let mut messages: Vec<String> = Vec::new();
    for sheet in &evidence.sheets {
        for (index, column) in sheet.answers.waiting.iter().enumerate() {
            let answered =
                sheet.respondents.iter().flat_map(|r| &r.waits).any(|wait| usize::from(wait.column) == index);
            let message = measured_against(column, terms);
            if answered && !messages.contains(&message) {
                messages.push(message);
            }
        }
    }
    let note = |message| finding(evidence, terms, "S109", Severity::Note, message);
    let mut findings: Vec<Finding> = messages.into_iter().map(note).collect();
    findings.extend(scores.iter().filter_map(|score| one_half(score, evidence, terms)));
    findings
}

/// The term of a question and why it was taken, or that nobody knows it.
fn measured_against(column: &WaitingColumn, terms: &Terms<'_>) -> String {
    let question: String = column.heading.chars().take(100).collect();
    let Some((amount, unit)) = waiting::term(column, &terms.method.waiting) else {
        return format!(
            "По вопросу «{question}» не известно, с каким установленным сроком сравнивать время ожидания: ответы не учтены. \
             Назовите срок в варианте ответа («30 календарных дней и более»)."
        );
    };
    let unit = match unit {
        WaitUnit::Hour => "ч",
        WaitUnit::Day => "дн.",
    };
    let reason = if column.term.is_some() {
        "по вариантам ответа"
    } else {
        "по тому, о чём вопрос"
    };
    format!(
        "Время ожидания по вопросу «{question}» сравнено с установленным сроком {amount} {unit} (срок определён {reason}). \
         Если установлен другой срок, назовите его в варианте ответа («{amount} {unit} и более»): от срока зависят баллы."
    )
}

/// A note where only one of the two halves of waiting was asked.
fn one_half(score: &Score, evidence: &Evidence<'_>, terms: &Terms<'_>) -> Option<Finding> {
    let indicator = terms.method.indicator(&score.code)?;
    let note = score.note.as_ref().filter(|note| note.code == "one-half")?;
    if !matches!(indicator.formula, Formula::Waiting { .. }) {
        return None;
    }
    let message = format!("Показатель {} «{}» рассчитан наполовину. {}", indicator.code, indicator.title, note.text);
    Some(Finding {
        act: Some(terms.method.act.clone()),
        clause: Some(indicator.clause.clone()),
        edition: Some(terms.method.id.clone()),
        ..finding(evidence, terms, "S110", Severity::Note, message)
    })
}
