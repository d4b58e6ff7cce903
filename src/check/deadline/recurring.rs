//! The deadline recurs without an end.

use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::MeasureView;
use crate::model::{Addressee, DeadlineKind, Severity};

/// T103
pub(super) static RULE: Rule = Rule {
    code: "T103",
    name: "deadline-recurring",
    title: "Срок повторяется без даты завершения",
    checks: "Для повторяющегося мероприятия названа и дата, к которой будет получен результат: «ежемесячно» говорит, как часто, но не говорит, к какому сроку недостаток будет устранён.",
    basis: Basis::Duty("plan-deadline"),
    severity: Severity::Note,
    addressee: Addressee::Organization,
    message: "{place}: срок «{deadline}» мероприятия «{measure}» говорит, как часто, но не говорит, до какого дня. Добавьте дату завершения.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | ежемесячно | директор Ершова О.Н.",
    complies: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | ежемесячно до 01.12.2025 | директор Ершова О.Н.",
    look: Look::Measure(look),
};

fn look(view: &MeasureView<'_>) -> Vec<Remark> {
    if view.has_concrete_deadline() {
        return Vec::new();
    }
    let endless = view.deadlines_of(&[DeadlineKind::Recurring]).find(|d| d.end_date.is_none());
    endless.map(|d| Remark::new().value("deadline", d.raw.clone())).into_iter().collect()
}
