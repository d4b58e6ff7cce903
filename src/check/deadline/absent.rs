//! The measure has no deadline.

use crate::check::blameless::PLAN;
use crate::check::columns::is_missing;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::MeasureView;
use crate::model::{Addressee, DeadlineKind, Severity};

/// T101
pub(super) static RULE: Rule = Rule {
    code: "T101",
    name: "no-deadline",
    title: "Не указан срок мероприятия",
    checks: "У каждого мероприятия есть срок. Пустая ячейка, прочерк и «уточняется» — не срок. Если сроков нет во всём плане, об этом говорит P201.",
    basis: Basis::Duty("plan-deadline"),
    severity: Severity::Violation,
    addressee: Addressee::Organization,
    message: "{place}: у мероприятия «{measure}» не указан срок. Укажите календарную дату{where}.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | — | директор Ершова О.Н.",
    complies: PLAN,
    look: Look::Measure(look),
};

fn look(view: &MeasureView<'_>) -> Vec<Remark> {
    let absent = view.measure.deadlines.iter().all(|d| d.kind == DeadlineKind::Absent);
    // A column that is missing as a whole is said of the table.
    if !absent || is_missing(&view.plan, "deadline") {
        return Vec::new();
    }
    vec![Remark::new().value("where", view.plan.in_column("deadline"))]
}
