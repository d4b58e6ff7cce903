//! The officer is a post without a name.

use crate::check::blameless::PLAN;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::MeasureView;
use crate::model::{Addressee, Severity};

/// O102
pub(super) static RULE: Rule = Rule {
    code: "O102",
    name: "officer-without-name",
    title: "Ответственный указан без фамилии",
    checks: "Ответственный исполнитель назван по фамилии, имени и отчеству: форма требует и имени, и должности.",
    basis: Basis::Duty("plan-officer-named"),
    severity: Severity::Violation,
    addressee: Addressee::Organization,
    message: "{place}: ответственный за мероприятие «{measure}» указан только должностью («{posts}»). Добавьте фамилию, имя и отчество.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | 01.07.2025 | заместитель директора",
    complies: PLAN,
    look: Look::Measure(look),
};

fn look(view: &MeasureView<'_>) -> Vec<Remark> {
    let officers = &view.measure.officers;
    if officers.iter().any(|o| o.person.is_some()) {
        return Vec::new();
    }
    let posts: Vec<&str> = officers.iter().filter_map(|o| o.position.as_deref()).collect();
    if posts.is_empty() {
        return Vec::new();
    }
    vec![Remark::new().value("posts", posts.join("», «"))]
}
