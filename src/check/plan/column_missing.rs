//! A mandatory column of the form is not in the table.

use crate::check::finding::subject;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::PlanView;
use crate::model::Severity;

/// P201
pub(super) static RULE: Rule = Rule {
    code: "P201",
    name: "column-missing",
    title: "В таблице нет обязательной графы",
    checks: "Таблица плана содержит все графы утверждённой формы; графы узнаются по смыслу заголовка. Форма берётся в редакции, действовавшей в день утверждения плана.",
    basis: Basis::Duty("plan-columns"),
    severity: Severity::Violation,
    message: "{place}: в таблице нет графы «{column}» ({form}). Добавьте графу и заполните её.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
Графы: Недостатки | Наименование мероприятия | Плановый срок | Сведения о ходе реализации мероприятия
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.",
    complies: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
Графы: Выявленные недостатки | Наименование мероприятия | Плановый срок реализации | Ответственный исполнитель | Сведения о ходе реализации мероприятия
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.",
    look: Look::Plan(look),
};

fn look(view: &PlanView<'_>) -> Vec<Remark> {
    let Some(form) = view.whole.case.law.plan_form_on(view.own_day()).filter(|_| !view.plan.columns.is_empty()) else {
        return Vec::new();
    };
    let present: Vec<usize> = view.plan.columns.iter().flat_map(|heading| form.columns_of(heading)).collect();
    let edition = &form.edition;
    let missing =
        form.columns.iter().enumerate().filter(|(index, column)| column.mandatory && !present.contains(index));
    missing
        .map(|(_, column)| {
            let severity =
                if ESSENTIAL.contains(&column.id.as_str()) { Severity::Violation } else { Severity::Warning };
            Remark::new()
                .value("column", column.heading.clone())
                .value("form", edition.citation())
                .severity(severity)
                .law(edition.citation(), format!("форма плана, {}", column.clause), edition.id.clone())
                .subject(subject(view, None, view.table_place()))
        })
        .collect()
}

/// Without these columns a plan is no plan; the rest of the form is often left to the publication on the state's site.
const ESSENTIAL: &[&str] = &["measure", "deadline", "officer"];
