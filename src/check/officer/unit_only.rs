//! The officer is a body, and nobody in it is named.

use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::MeasureView;
use crate::model::{Addressee, Severity};

/// O104
pub(super) static RULE: Rule = Rule {
    code: "O104",
    name: "officer-unit-only",
    title: "Ответственным указан только орган или отдел",
    checks: "Ответственный — человек, а не отдел, комиссия или совет в целом.",
    basis: Basis::Duty("plan-officer-named"),
    severity: Severity::Violation,
    addressee: Addressee::Organization,
    message: "{place}: ответственным за мероприятие «{measure}» указан только орган или отдел («{units}»). Назовите человека и его должность.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | 01.07.2025 | Отдел обслуживания",
    complies: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | 01.07.2025 | заведующий отделом обслуживания Громова И.В.",
    look: Look::Measure(look),
};

fn look(view: &MeasureView<'_>) -> Vec<Remark> {
    let officers = &view.measure.officers;
    if officers.iter().any(|o| o.person.is_some() || o.position.is_some()) {
        return Vec::new();
    }
    let units: Vec<&str> = officers.iter().filter_map(|o| o.unit.as_deref()).collect();
    if units.is_empty() {
        return Vec::new();
    }
    vec![Remark::new().value("units", units.join("», «"))]
}
