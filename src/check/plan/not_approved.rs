//! Nobody approved the plan.

use crate::check::aim::is_report;
use crate::check::blameless::PLAN;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::PlanView;
use crate::model::{Addressee, Severity};

/// P101
pub(super) static RULE: Rule = Rule {
    code: "P101",
    name: "plan-not-approved",
    title: "План не утверждён",
    checks: "В плане есть гриф утверждения: кто утвердил (фамилия, имя, отчество, должность) и когда. Неутверждённый план никого не обязывает. Отчёт о выполнении плана грифа не требует.",
    basis: Basis::Duty("plan-approved"),
    severity: Severity::Violation,
    addressee: Addressee::Organization,
    message: "В плане нет грифа утверждения. Укажите, кто утвердил план (фамилия, инициалы, должность), и дату утверждения.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.",
    complies: PLAN,
    look: Look::Plan(look),
};

fn look(view: &PlanView<'_>) -> Vec<Remark> {
    let plan = view.plan;
    let approved = plan.approved_on.is_some() || plan.approved_by.is_some() || plan.approved_post.is_some();
    Remark::when(!approved && !is_report(plan))
}
