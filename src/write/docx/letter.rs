//! A letter to an organization: what was received, what must be corrected, where and on what legal basis.

use super::paper::{Align, BLANK, Paper};
use crate::model::{Finding, Organization, Severity};
use crate::write::view::View;
use crate::write::words::{self, plural};

/// A letter is written to an organization that submitted a plan or has findings.
pub(super) fn is_due(view: &View<'_>, organization: &Organization) -> bool {
    !view.plans(&organization.id).is_empty() || !view.findings(&organization.id).is_empty()
}

pub(super) fn letter(view: &View<'_>, organization: &Organization) -> Paper {
    let id = organization.id.as_str();
    let mut paper = Paper::new(view.report.as_of);
    paper.text(Align::Right, &format!("Руководителю\n{}", organization.name));
    paper.text(Align::Left, &format!("от {BLANK} № {BLANK}"));
    paper.title("О рассмотрении сведений, представленных в рамках независимой оценки качества условий оказания услуг");
    paper.text(Align::Center, "Уважаемый руководитель!");
    received(&mut paper, view, id);

    let (to_correct, to_know): (Vec<&Finding>, Vec<&Finding>) =
        view.findings(id).iter().partition(|finding| finding.severity != Severity::Note);
    if to_correct.is_empty() {
        paper.text(Align::Justified, "Замечаний, требующих исправления, нет. Благодарим за своевременную работу.");
    } else {
        let n = to_correct.len();
        let nouns = plural(n, "замечание, которое просим", "замечания, которые просим", "замечаний, которые просим");
        paper.text(Align::Justified, &format!("По итогам рассмотрения есть {n} {nouns} устранить:"));
        findings(&mut paper, view, &to_correct);
        paper.text(
            Align::Justified,
            &format!(
                "Исправленные документы просим направить в срок до «___» __________ 20___ г. Если замечание основано на ошибке \
                      прочтения документа, просим сообщить об этом с указанием его места."
            ),
        );
    }
    if !to_know.is_empty() {
        paper.text(Align::Justified, "Для сведения сообщаем также:");
        findings(&mut paper, view, &to_know);
    }
    paper.text(Align::Left, &format!("С уважением,\n\n{BLANK} / {BLANK} /"));
    paper
}

fn received(paper: &mut Paper, view: &View<'_>, id: &str) {
    let as_of = words::long_date(view.report.as_of);
    if view.plans(id).is_empty() {
        paper.text(
            Align::Justified,
            &format!("По состоянию на {as_of} план по устранению недостатков от Вашей организации не поступил."),
        );
        return;
    }
    paper.text(Align::Justified, &format!("По состоянию на {as_of} от Вашей организации получено:"));
    let rows: Vec<_> = view
        .plans(id)
        .iter()
        .map(|row| {
            let title = row.plan.title.as_ref().map_or("План", |title| title.value.as_str());
            let approved = row.plan.approved_on.as_ref().map_or("—".to_owned(), |date| words::date(date.value));
            vec![title.to_owned(), row.submission_id(), approved, row.plan.measures.len().to_string()]
        })
        .collect();
    paper.table(&[("Документ", 38), ("Файл", 28), ("Утверждён", 16), ("Мероприятий", 18)], &rows);
}

fn findings(paper: &mut Paper, view: &View<'_>, findings: &[&Finding]) {
    let rows: Vec<_> = (1..)
        .zip(findings)
        .map(|(n, finding): (usize, _)| {
            let quote = view.quote(finding).map(|quote| format!("\n«{quote}»")).unwrap_or_default();
            let place = [finding.submission_id.as_deref(), finding.locator.as_deref()];
            let place: Vec<_> = place.into_iter().flatten().collect();
            let basis: Vec<_> = [&finding.act, &finding.clause].into_iter().flatten().map(String::as_str).collect();
            vec![n.to_string(), finding.message.clone(), format!("{}{quote}", place.join(", ")), basis.join(", ")]
        })
        .collect();
    paper.table(&[("№", 5), ("Что исправить", 42), ("Место и текст документа", 29), ("Основание", 24)], &rows);
}
