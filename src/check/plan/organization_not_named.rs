//! The plan does not say whose it is.

use crate::check::blameless::PLAN;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::PlanView;
use crate::model::{Addressee, Severity};

/// P104
pub(super) static RULE: Rule = Rule {
    code: "P104",
    name: "organization-not-named",
    title: "В плане не названа организация",
    checks: "Заголовок плана называет организацию. Безымянный план нельзя отнести ни к одной организации.",
    basis: Basis::Duty("plan-named"),
    severity: Severity::Violation,
    addressee: Addressee::Organization,
    message: "В плане не названа организация. Укажите в заголовке её полное наименование.",
    violates: "\
План: 2025 год
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.",
    complies: PLAN,
    look: Look::Plan(look),
};

fn look(view: &PlanView<'_>) -> Vec<Remark> {
    Remark::when(view.plan.organization.is_none())
}
