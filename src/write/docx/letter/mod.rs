//! A letter to an organization: what was received, what must be corrected, where and on what legal basis.

mod points;

use std::collections::BTreeSet;

use super::paper::{Align, BLANK, Paper};
use crate::language::inflect::organization_in_genitive;
use crate::model::{Finding, Organization, Severity};
use crate::write::view::View;
use crate::write::words;

/// A letter is written to an organization that submitted a plan or has something to put right. Nobody writes to a name
/// that only answers know.
pub(super) fn is_due(view: &View<'_>, organization: &Organization) -> bool {
    let id = organization.id.as_str();
    !view.unmatched().contains(id) && (!view.plans(id).is_empty() || view.own_findings(id).next().is_some())
}

pub(super) fn letter(view: &View<'_>, organization: &Organization) -> Paper {
    let id = organization.id.as_str();
    let mut paper = Paper::new(view.report.as_of);
    paper.text(Align::Right, &format!("Руководителю\n{}", organization_in_genitive(&organization.name)));
    paper.text(Align::Left, &format!("от {BLANK} № {BLANK}"));
    paper.title("О рассмотрении сведений, представленных в рамках независимой оценки качества условий оказания услуг");
    paper.text(Align::Center, "Уважаемый руководитель!");
    received(&mut paper, view, id);

    let files: BTreeSet<_> = view.plans(id).iter().map(|row| row.submission_id()).collect();
    let several = files.len() > 1;
    let (to_correct, to_know): (Vec<&Finding>, Vec<&Finding>) =
        view.own_findings(id).partition(|finding| finding.severity != Severity::Note);
    if to_correct.is_empty() {
        paper.text(Align::Justified, "Замечаний, требующих исправления, нет. Благодарим за своевременную работу.");
    } else {
        paper.text(Align::Justified, "По итогам рассмотрения просим устранить следующие замечания:");
        points::table(&mut paper, view, "Что исправить", &to_correct, several);
        paper.text(
            Align::Justified,
            "Исправленные документы просим направить в срок до «___» __________ 20___ г. Если замечание основано на ошибке \
             прочтения документа, просим сообщить об этом с указанием его места.",
        );
    }
    if !to_know.is_empty() {
        paper.text(Align::Justified, "Для сведения сообщаем также:");
        points::table(&mut paper, view, "Примечание", &to_know, several);
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
