//! The plan holds no measures.

use crate::check::blameless::PLAN;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::PlanView;
use crate::model::{Addressee, Severity};

/// P106
pub(super) static RULE: Rule = Rule {
    code: "P106",
    name: "no-measures",
    title: "В плане нет мероприятий",
    checks: "В плане есть хотя бы одно мероприятие.",
    basis: Basis::Duty("plan-deficiencies"),
    severity: Severity::Violation,
    addressee: Addressee::Organization,
    message: "В плане не найдено ни одного мероприятия. Заполните таблицу плана или пришлите файл, в котором она читается.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.",
    complies: PLAN,
    look: Look::Plan(look),
};

fn look(view: &PlanView<'_>) -> Vec<Remark> {
    Remark::when(view.plan.measures.is_empty())
}
