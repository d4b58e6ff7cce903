//! A mandatory column of the form is not in the table.

use crate::check::columns::{is_essential, missing};
use crate::check::finding::subject;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::PlanView;
use crate::law::plan::{FormColumn, PlanForm};
use crate::model::{Addressee, Severity};

/// P201
pub(super) static RULE: Rule = Rule {
    code: "P201",
    name: "column-missing",
    title: "В таблице нет обязательной графы",
    checks: "Таблица плана содержит все графы утверждённой формы; графы узнаются по смыслу заголовка. Графа не нужна, если её сведения есть иначе: один исполнитель на весь план, срок в тексте. В плане без таблицы срок и исполнитель названы у мероприятий. О графе, которой нет, говорится один раз, а не у каждого мероприятия. Форма берётся в редакции, действовавшей в день утверждения плана.",
    basis: Basis::Duty("plan-columns"),
    severity: Severity::Violation,
    addressee: Addressee::Organization,
    message: "{place}: {what}: {columns} ({form}). {remedy}.",
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
    let Some(form) = view.form() else { return Vec::new() };
    let (essential, others): (Vec<_>, Vec<_>) = missing(view).into_iter().partition(|column| is_essential(column));
    let remarks = essential.into_iter().map(|column| remark(view, form, &[column]));
    // What else is missing is one remark: it is put right in one go.
    remarks.chain((!others.is_empty()).then(|| remark(view, form, &others).severity(Severity::Warning))).collect()
}

fn remark(view: &PlanView<'_>, form: &PlanForm, columns: &[&FormColumn]) -> Remark {
    let edition = &form.edition;
    let join = |part: fn(&FormColumn) -> String, by| columns.iter().map(|c| part(c)).collect::<Vec<_>>().join(by);
    let (what, remedy) = if view.plan.columns.is_empty() {
        ("ни у одного мероприятия нет сведений, которых требует форма", "Укажите их у каждого мероприятия")
    } else {
        ("в таблице нет граф утверждённой формы", "Добавьте их и заполните")
    };
    Remark::new()
        .value("what", what)
        .value("remedy", remedy)
        .value("columns", join(|c| format!("{} «{}»", c.clause, c.heading), ", "))
        .value("form", edition.citation())
        .law(edition.citation(), format!("форма плана, {}", join(|c| c.clause.clone(), ", ")), edition.id.clone())
        .subject(subject(view, None, view.table_place()))
}
