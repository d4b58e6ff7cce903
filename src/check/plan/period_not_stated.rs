//! The plan does not say for which time it is.

use crate::check::blameless::PLAN;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::PlanView;
use crate::model::{Addressee, Severity};

/// P105
pub(super) static RULE: Rule = Rule {
    code: "P105",
    name: "period-not-stated",
    title: "Не указан период плана",
    checks: "Заголовок плана называет год или годы, на которые он составлен: без этого нельзя проверить сроки мероприятий.",
    basis: Basis::Duty("plan-named"),
    severity: Severity::Warning,
    addressee: Addressee::Organization,
    message: "В плане не указано, на какой год он составлен. Добавьте период в заголовок плана.",
    violates: "\
План: МБУК «Библиотека» (культура)
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.",
    complies: PLAN,
    look: Look::Plan(look),
};

fn look(view: &PlanView<'_>) -> Vec<Remark> {
    Remark::when(view.plan.period.is_none())
}
