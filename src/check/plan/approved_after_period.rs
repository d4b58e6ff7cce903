//! The plan was approved when its time was over.

use crate::check::blameless::PLAN;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::{PlanView, day};
use crate::model::{Addressee, Severity};

/// P103
pub(super) static RULE: Rule = Rule {
    code: "P103",
    name: "approved-after-period",
    title: "План утверждён после окончания своего периода",
    checks: "План утверждается до начала работы по нему, во всяком случае до конца периода, на который он составлен.",
    basis: Basis::DutyOrSense("plan-approved"),
    severity: Severity::Violation,
    addressee: Addressee::Organization,
    message: "{place}: план утверждён {approved}, когда его период уже закончился ({end}). Проверьте дату утверждения и период плана.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2026, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.",
    complies: PLAN,
    look: Look::Plan(look),
};

fn look(view: &PlanView<'_>) -> Vec<Remark> {
    let (Some(on), Some(period)) = (&view.plan.approved_on, view.plan.period) else { return Vec::new() };
    if on.value <= period.end {
        return Vec::new();
    }
    vec![Remark::new().value("approved", day(on.value)).value("end", day(period.end))]
}
