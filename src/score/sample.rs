//! S1xx: whether enough recipients were asked, and which figures could not be computed.

use super::evidence::Evidence;
use super::{Terms, asked, indicator};
use crate::model::{Finding, Score, Severity};

/// Findings about the sample and about figures that are missing.
pub(super) fn findings(evidence: &Evidence<'_>, terms: &Terms<'_>, scores: &[Score]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let method = terms.method;
    let sample = &method.sample;
    let asked = evidence.respondents();
    let by_sample = |finding: Finding| Finding {
        act: Some(sample.act.clone()),
        clause: Some(sample.clause.clone()),
        edition: Some(method.id.clone()),
        ..finding
    };
    if !evidence.shares.is_empty() {
        let message = "Переданы готовые доли без числа опрошенных: достаточно ли опрошено получателей услуг и насколько точны \
                       показатели, сказать нельзя. Добавьте в таблицу число опрошенных или передайте анкеты.";
        findings.push(by_sample(finding(evidence, terms, "S102", Severity::Warning, message.to_owned())));
    } else if asked == 0 {
        let message = "По организации нет ни одной анкеты: показатели удовлетворённости не рассчитаны. Проверьте, \
                       что анкеты переданы и название организации в них написано так же, как в реестре.";
        findings.push(finding(evidence, terms, "S104", Severity::Warning, message.to_owned()));
    } else if let Some(recipients) = evidence.organization.recipients {
        let required = sample.required(recipients);
        if asked < required {
            let percent = sample.share.numerator * 100 / sample.share.denominator;
            let message = format!(
                "Опрошено {asked}, требуется {required} ({percent} % от {recipients} получателей услуг за год, но не \
                 более {most}): не хватает {missing}. Продолжите опрос или поясните объём выборки в отчёте.",
                most = sample.most,
                missing = required - asked,
            );
            findings.push(by_sample(finding(evidence, terms, "S101", Severity::Warning, message)));
        }
    } else {
        let message = format!(
            "Опрошено {asked}; достаточно ли этого, сказать нельзя: в реестре нет численности получателей услуг за \
             год. Добавьте её в реестр."
        );
        findings.push(by_sample(finding(evidence, terms, "S102", Severity::Note, message)));
    }
    let limits = method.reliability;
    if (1..limits.withhold_below).contains(&asked) {
        let message = format!(
            "Опрошено {asked}, меньше {}: показатели приведены, но место в рейтинге не определяется.",
            limits.withhold_below
        );
        findings.push(finding(evidence, terms, "S105", Severity::Warning, message));
    } else if (limits.withhold_below..limits.note_below).contains(&asked) {
        let message =
            format!("Опрошено {asked}, меньше {}: оценка и место приблизительны, см. интервалы.", limits.note_below);
        findings.push(finding(evidence, terms, "S103", Severity::Note, message));
    }
    if evidence.checks.is_empty() {
        let message = "По организации нет чек-листа: условия на стенде, на сайте и в помещениях не оценены. Проверьте, \
                       что чек-лист передан и название организации в нём написано так же, как в реестре.";
        findings.push(finding(evidence, terms, "S106", Severity::Warning, message.to_owned()));
    }
    findings.extend(not_computed(evidence, terms, scores));
    findings.extend(evidence.repeated_checks.iter().map(|check| {
        let message = format!(
            "Организация встречается в чек-листах повторно (тема «{}»): учтена первая строка, эта не учтена. Оставьте \
             одну строку.",
            check.items[0].0.topic.title()
        );
        Finding {
            submission_id: Some(check.submission.facts.source.submission_id().to_owned()),
            locator: Some(check.list.place.at_row(check.row.row).to_string()),
            ..finding(evidence, terms, "S108", Severity::Warning, message)
        }
    }));
    findings
}

/// One finding for each indicator that nobody could answer for, whole or by half; what no file says at all is told once,
/// above. Columns that were not understood may be the reason, and make it a warning.
fn not_computed<'a>(
    evidence: &'a Evidence<'_>,
    terms: &'a Terms<'_>,
    scores: &'a [Score],
) -> impl Iterator<Item = Finding> + 'a {
    const REST: &str = "Нулём он не считается; веса остальных показателей критерия увеличены.";
    let severity = if asked::not_understood(evidence).is_empty() { Severity::Note } else { Severity::Warning };
    scores.iter().filter_map(move |score| {
        let indicator = terms.method.indicator(&score.code)?;
        let note = score.note.as_ref()?;
        let named = format!("Показатель {} «{}»", indicator.code, indicator.title);
        let (code, severity, message) = match note.code.as_str() {
            "zero-denominator" => {
                let reason = "никто из опрошенных не мог ответить на этот вопрос";
                ("S107", Severity::Note, format!("{named} не рассчитан: {reason}. {REST}"))
            }
            "not-asked" => {
                let missing = asked::missing(evidence, indicator::questions(&indicator.formula));
                ("S107", severity, format!("{named} не рассчитан. {} {REST}", asked::told(evidence, &missing)))
            }
            "half-not-asked" => ("S111", severity, format!("{named} рассчитан наполовину. {}", note.text)),
            _ => return None,
        };
        Some(Finding {
            act: Some(terms.method.act.clone()),
            clause: Some(indicator.clause.clone()),
            edition: Some(terms.method.id.clone()),
            ..finding(evidence, terms, code, severity, message)
        })
    })
}

/// A finding about an organization's survey, without a legal basis yet.
pub(super) fn finding(
    evidence: &Evidence<'_>,
    terms: &Terms<'_>,
    code: &str,
    severity: Severity,
    message: String,
) -> Finding {
    Finding {
        code: code.to_owned(),
        severity,
        organization_id: Some(evidence.organization.id.clone()),
        submission_id: None,
        measure_id: None,
        locator: None,
        message,
        act: None,
        clause: None,
        edition: None,
        as_of: terms.as_of,
        evidence: None,
    }
}
