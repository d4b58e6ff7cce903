//! The officer is a name without a post.

use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::MeasureView;
use crate::model::Severity;

/// O103
pub(super) static RULE: Rule = Rule {
    code: "O103",
    name: "officer-without-post",
    title: "Ответственный указан без должности",
    checks: "Рядом с фамилией ответственного указана должность.",
    basis: Basis::Duty("plan-officer-named"),
    severity: Severity::Warning,
    message: "{place}: у ответственного за мероприятие «{measure}» не указана должность ({persons}). Добавьте должность.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | 01.07.2025 | Громова И.В.",
    complies: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | 01.07.2025 | заместитель директора Громова И.В.",
    look: Look::Measure(look),
};

fn look(view: &MeasureView<'_>) -> Vec<Remark> {
    let bare = view.measure.officers.iter().filter(|o| o.position.is_none()).filter_map(|o| o.person.as_deref());
    let bare: Vec<&str> = bare.collect();
    if bare.is_empty() {
        return Vec::new();
    }
    vec![Remark::new().value("persons", bare.join(", "))]
}
