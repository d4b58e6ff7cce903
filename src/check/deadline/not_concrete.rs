//! The deadline names no date.

use crate::check::blameless::PLAN;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::MeasureView;
use crate::model::{Addressee, DeadlineKind, Severity};

/// T102
pub(super) static RULE: Rule = Rule {
    code: "T102",
    name: "deadline-not-concrete",
    title: "Срок не конкретный",
    checks: "Срок называет дату или период с последним днём. «Постоянно», «по мере необходимости», «при наличии финансирования», «по отдельному плану» даты не называют, и просрочить их нельзя.",
    basis: Basis::Duty("plan-deadline"),
    severity: Severity::Warning,
    addressee: Addressee::Organization,
    message: "{place}: срок «{deadline}» мероприятия «{measure}» не конкретный: в нём нет дня, к которому будет получен результат. Укажите дату.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | постоянно | директор Ершова О.Н.",
    complies: PLAN,
    look: Look::Measure(look),
};

const VAGUE: &[DeadlineKind] =
    &[DeadlineKind::Continuous, DeadlineKind::Relative, DeadlineKind::Conditional, DeadlineKind::ByReference];

fn look(view: &MeasureView<'_>) -> Vec<Remark> {
    if view.has_concrete_deadline() {
        return Vec::new();
    }
    let vague: Vec<&str> = view.deadlines_of(VAGUE).map(|d| d.raw.as_str()).collect();
    if vague.is_empty() {
        return Vec::new();
    }
    vec![Remark::new().value("deadline", vague.join("», «"))]
}
