//! Nobody could check that the measure was done.

use crate::check::blameless::PLAN;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::verifiability::verifiability;
use crate::check::view::MeasureView;
use crate::model::{Addressee, Grade, Severity};

/// P301
pub(super) static RULE: Rule = Rule {
    code: "P301",
    name: "not-verifiable",
    title: "Исполнение мероприятия нельзя проверить",
    checks: "Мероприятие называет действие, предмет и результат, по которым посторонний человек увидит, сделано ли оно. «Продолжить работу», «повышать уровень» так не проверить.",
    basis: Basis::Duty("plan-deficiencies"),
    severity: Severity::Warning,
    addressee: Addressee::Organization,
    message: "{place}: исполнение мероприятия «{measure}» нельзя проверить. {reason} Назовите, что именно будет сделано, где и в каком количестве.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Продолжить работу по улучшению комфортности условий | до 01.07.2025 | директор Ершова О.Н.",
    complies: PLAN,
    look: Look::Measure(look),
};

fn look(view: &MeasureView<'_>) -> Vec<Remark> {
    let measure = view.measure;
    let judged = measure.verifiability.clone().unwrap_or_else(|| verifiability(measure));
    if judged.grade != Grade::C {
        return Vec::new();
    }
    vec![Remark::new().value("reason", judged.reason)]
}
