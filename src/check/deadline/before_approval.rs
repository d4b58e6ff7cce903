//! The deadline had passed when the plan was approved.

use crate::check::blameless::PLAN;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::{MeasureView, day, is_dated};
use crate::model::{Addressee, Severity};

/// T109
pub(super) static RULE: Rule = Rule {
    code: "T109",
    name: "deadline-before-approval",
    title: "Срок истёк до утверждения плана",
    checks: "План утверждён раньше, чем истекают сроки его мероприятий.",
    basis: Basis::DutyOrSense("plan-approved"),
    severity: Severity::Warning,
    addressee: Addressee::Organization,
    message: "{place}: срок «{deadline}» мероприятия «{measure}» истёк до утверждения плана ({approved}). Проверьте срок и дату утверждения.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | 10.01.2025 | директор Ершова О.Н.",
    complies: PLAN,
    look: Look::Measure(look),
};

fn look(view: &MeasureView<'_>) -> Vec<Remark> {
    let Some(approved) = &view.plan.plan.approved_on else { return Vec::new() };
    let passed =
        view.measure.deadlines.iter().filter(|d| is_dated(d) && d.end_date.is_some_and(|end| end < approved.value));
    passed.map(|d| Remark::new().value("deadline", d.raw.clone()).value("approved", day(approved.value))).collect()
}
