//! S1xx: whether enough recipients were asked, and which figures could not be computed.

use super::Terms;
use super::evidence::Evidence;
use crate::model::{Finding, Score, Severity, Warning};

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

/// One finding for each indicator that nobody could answer for; what no file says at all is told once, above.
fn not_computed<'a>(
    evidence: &'a Evidence<'_>,
    terms: &'a Terms<'_>,
    scores: &'a [Score],
) -> impl Iterator<Item = Finding> + 'a {
    let reason = |score: &Score| match score.note.as_ref().map(|note| note.code.as_str()) {
        Some("zero-denominator") => Some("никто из опрошенных не мог ответить на этот вопрос".to_owned()),
        Some("not-asked") => Some(match not_understood(evidence) {
            columns if columns.is_empty() => "в анкете такого вопроса не найдено".to_owned(),
            columns => format!(
                "такого вопроса среди понятых столбцов анкеты нет. {} Если вопрос там, озаглавьте столбец словами приказа \
                 № 675н",
                columns.join(" ")
            ),
        }),
        _ => None,
    };
    scores.iter().filter(|score| score.value.is_none()).filter_map(move |score| {
        let indicator = terms.method.indicator(&score.code)?;
        let message = format!(
            "Показатель {} «{}» не рассчитан: {}. Нулём он не считается; веса остальных показателей критерия увеличены.",
            indicator.code,
            indicator.title,
            reason(score)?
        );
        Some(Finding {
            act: Some(terms.method.act.clone()),
            clause: Some(indicator.clause.clone()),
            edition: Some(terms.method.id.clone()),
            ..finding(evidence, terms, "S107", Severity::Note, message)
        })
    })
}

/// What the sheets of an organization's answers were warned of: columns that were not understood.
fn not_understood(evidence: &Evidence<'_>) -> Vec<String> {
    const CODES: [&str; 2] = ["columns-not-understood", "answers-not-understood"];
    let mut texts: Vec<String> = Vec::new();
    for sheet in &evidence.sheets {
        let of_sheet = |warning: &&Warning| {
            CODES.contains(&warning.code.as_str()) && warning.place.sheet == sheet.answers.place.sheet
        };
        for warning in sheet.submission.facts.warnings.iter().filter(of_sheet) {
            if !texts.contains(&warning.message) {
                texts.push(warning.message.clone());
            }
        }
    }
    texts
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
