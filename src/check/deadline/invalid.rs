//! The date does not exist.

use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::MeasureView;
use crate::model::{Addressee, DeadlineKind, Severity};

/// T104
pub(super) static RULE: Rule = Rule {
    code: "T104",
    name: "deadline-invalid",
    title: "Такой даты нет",
    checks: "Дата в сроке существует в календаре.",
    basis: Basis::DutyOrSense("plan-deadline"),
    severity: Severity::Violation,
    addressee: Addressee::Organization,
    message: "{place}: даты «{deadline}» в календаре нет (мероприятие «{measure}»). Исправьте дату.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | 30.02.2025 | директор Ершова О.Н.",
    complies: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | 28.02.2025 | директор Ершова О.Н.",
    look: Look::Measure(look),
};

fn look(view: &MeasureView<'_>) -> Vec<Remark> {
    view.deadlines_of(&[DeadlineKind::Invalid]).map(|d| Remark::new().value("deadline", d.raw.clone())).collect()
}
