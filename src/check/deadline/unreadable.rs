//! The deadline could not be understood.

use crate::check::blameless::PLAN;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::MeasureView;
use crate::model::{Addressee, DeadlineKind, Severity};

/// T105
pub(super) static RULE: Rule = Rule {
    code: "T105",
    name: "deadline-unreadable",
    title: "Срок непонятен",
    checks: "Срок записан так, что его понимает любой читатель: датой, месяцем, кварталом, периодом.",
    basis: Basis::DutyOrSense("plan-deadline"),
    severity: Severity::Warning,
    addressee: Addressee::Organization,
    message: "{place}: срок «{deadline}» мероприятия «{measure}» понять не удалось. Запишите его датой: например, «до 01.07.2025».",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | в рабочем порядке | директор Ершова О.Н.",
    complies: PLAN,
    look: Look::Measure(look),
};

fn look(view: &MeasureView<'_>) -> Vec<Remark> {
    view.deadlines_of(&[DeadlineKind::Unrecognized]).map(|d| Remark::new().value("deadline", d.raw.clone())).collect()
}
