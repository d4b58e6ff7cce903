//! A mandatory column of the form is not in the table.

use crate::check::finding::subject;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::PlanView;
use crate::law::plan::{FormColumn, PlanForm};
use crate::model::{DeadlineKind, Severity};

/// P201
pub(super) static RULE: Rule = Rule {
    code: "P201",
    name: "column-missing",
    title: "В таблице нет обязательной графы",
    checks: "Таблица плана содержит все графы утверждённой формы; графы узнаются по смыслу заголовка. Графа не нужна, если её сведения есть иначе: один исполнитель на весь план, срок в тексте. Форма берётся в редакции, действовавшей в день утверждения плана.",
    basis: Basis::Duty("plan-columns"),
    severity: Severity::Violation,
    message: "{place}: в таблице нет граф утверждённой формы: «{columns}» ({form}). Добавьте их и заполните.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
Графы: Недостатки | Наименование мероприятия | Плановый срок | Сведения о ходе реализации мероприятия
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | —",
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
    let absent = form.columns.iter().enumerate().filter(|(index, column)| column.mandatory && !present.contains(index));
    let absent: Vec<&FormColumn> =
        absent.map(|(_, column)| column).filter(|column| !is_said_elsewhere(view, column)).collect();
    let (essential, others): (Vec<_>, Vec<_>) =
        absent.into_iter().partition(|column| ESSENTIAL.contains(&column.id.as_str()));
    let remarks = essential.into_iter().map(|column| remark(view, form, &[column]));
    // What else is missing is one remark: it is put right in one go.
    remarks.chain((!others.is_empty()).then(|| remark(view, form, &others).severity(Severity::Warning))).collect()
}

/// Without these columns a plan is no plan; the rest of the form is often left to the publication on the state's site.
const ESSENTIAL: &[&str] = &["measure", "deadline", "officer"];

/// One officer under the table, a heading that names who acts, a deadline within the text: no column, and nothing amiss.
fn is_said_elsewhere(view: &PlanView<'_>, column: &FormColumn) -> bool {
    let mut measures = view.plan.measures.iter();
    match column.id.as_str() {
        "officer" => measures.all(|m| !m.officers.is_empty()),
        "deadline" => measures.all(|m| m.deadlines.iter().any(|d| d.kind != DeadlineKind::Absent)),
        _ => false,
    }
}

fn remark(view: &PlanView<'_>, form: &PlanForm, columns: &[&FormColumn]) -> Remark {
    let edition = &form.edition;
    let join = |part: fn(&FormColumn) -> &str, by| columns.iter().map(|c| part(c)).collect::<Vec<_>>().join(by);
    Remark::new()
        .value("columns", join(|c| &c.heading, "», «"))
        .value("form", edition.citation())
        .law(edition.citation(), format!("форма плана, {}", join(|c| &c.clause, ", ")), edition.id.clone())
        .subject(subject(view, None, view.table_place()))
}
