//! The plan is approved, but not by name and date.

use crate::check::blameless::PLAN;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::{PlanView, shown};
use crate::model::{Addressee, Severity};

/// P102
pub(super) static RULE: Rule = Rule {
    code: "P102",
    name: "approval-incomplete",
    title: "Гриф утверждения неполный",
    checks: "Гриф утверждения называет человека, его должность и дату. Если назван только день (план утверждён приказом), это примечание.",
    basis: Basis::Duty("plan-approved"),
    severity: Severity::Warning,
    addressee: Addressee::Organization,
    message: "{stamp}: гриф утверждения неполный, не указано: {missing}. Дополните гриф.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.",
    complies: PLAN,
    look: Look::Plan(look),
};

fn look(view: &PlanView<'_>) -> Vec<Remark> {
    let plan = view.plan;
    let missing: Vec<&str> = [
        (plan.approved_by.is_none(), "фамилия и инициалы утвердившего"),
        (plan.approved_post.is_none(), "должность утвердившего"),
        (plan.approved_on.is_none(), "дата утверждения"),
    ]
    .into_iter()
    .filter_map(|(missing, what)| missing.then_some(what))
    .collect();
    // Without any of the three there is no approval at all, which another rule says.
    if missing.is_empty() || missing.len() == 3 {
        return Vec::new();
    }
    let place = plan.approved_by.as_ref().map(|by| &by.place).or(plan.approved_on.as_ref().map(|on| &on.place));
    let remark = Remark::new().value("missing", missing.join(", "));
    let remark = remark.value("stamp", place.map_or("документ".to_owned(), shown));
    // A day alone is most often that of the order which approved the plan: its signer is known to the organization.
    let by_order = missing.len() == 2 && plan.approved_on.is_some();
    vec![if by_order { remark.severity(Severity::Note) } else { remark }]
}
