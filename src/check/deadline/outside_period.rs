//! The deadline lies outside the time the plan covers.

use crate::check::blameless::PLAN;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::{MeasureView, day, is_dated};
use crate::model::{Addressee, Severity};

/// T107
pub(super) static RULE: Rule = Rule {
    code: "T107",
    name: "deadline-outside-period",
    title: "Срок за пределами периода плана",
    checks: "Срок мероприятия лежит в том периоде, на который составлен план.",
    basis: Basis::DutyOrSense("plan-deadline"),
    severity: Severity::Warning,
    addressee: Addressee::Organization,
    message: "{place}: срок «{deadline}» мероприятия «{measure}» лежит за пределами периода плана ({start} — {end}). Исправьте срок или период плана.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | 01.07.2026 | директор Ершова О.Н.",
    complies: PLAN,
    look: Look::Measure(look),
};

fn look(view: &MeasureView<'_>) -> Vec<Remark> {
    let Some(period) = view.plan.plan.period else { return Vec::new() };
    let outside = view
        .measure
        .deadlines
        .iter()
        .filter(|d| is_dated(d) && d.end_date.is_some_and(|end| end < period.start || end > period.end));
    outside
        .map(|d| {
            Remark::new()
                .value("deadline", d.raw.clone())
                .value("start", day(period.start))
                .value("end", day(period.end))
        })
        .collect()
}
