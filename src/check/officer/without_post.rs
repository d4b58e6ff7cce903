//! The officer is a name without a post.

use crate::check::blameless::PLAN;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::{MeasureView, PlanView};
use crate::language::person::Name;
use crate::model::{Addressee, Severity};

/// O103
pub(super) static RULE: Rule = Rule {
    code: "O103",
    name: "officer-without-post",
    title: "Ответственный указан без должности",
    checks: "Рядом с фамилией ответственного указана должность, либо она названа в этом же плане: в другой строке, в грифе утверждения, у ответственного за весь план.",
    basis: Basis::Duty("plan-officer-named"),
    severity: Severity::Warning,
    addressee: Addressee::Organization,
    message: "{place}: у ответственного за мероприятие «{measure}» не указана должность ({persons}). Добавьте должность.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | 01.07.2025 | Громова И.В.",
    complies: PLAN,
    look: Look::Measure(look),
};

fn look(view: &MeasureView<'_>) -> Vec<Remark> {
    let bare = view.measure.officers.iter().filter(|o| o.position.is_none()).filter_map(|o| o.person.as_deref());
    let bare: Vec<&str> = bare.filter(|person| !has_post_elsewhere(&view.plan, person)).collect();
    if bare.is_empty() {
        return Vec::new();
    }
    vec![Remark::new().value("persons", bare.join(", "))]
}

/// Whether the plan tells the post of a person somewhere else.
fn has_post_elsewhere(view: &PlanView<'_>, person: &str) -> bool {
    let Some(name) = Name::parse(person) else { return false };
    let same = |other: &str| Name::parse(other).is_some_and(|other| other.agrees(&name));
    let approver = view.plan.approved_by.as_ref().filter(|_| view.plan.approved_post.is_some());
    let mut officers = view.plan.measures.iter().flat_map(|measure| &measure.officers);
    approver.is_some_and(|by| same(&by.value))
        || officers.any(|o| o.position.is_some() && o.person.as_deref().is_some_and(same))
}
