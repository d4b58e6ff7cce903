//! Done, the plan says, but not when.

use crate::check::blameless::PLAN_DONE;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::MeasureView;
use crate::model::{Addressee, Progress, Severity};

/// P501
pub(super) static RULE: Rule = Rule {
    code: "P501",
    name: "done-without-date",
    title: "Исполнение заявлено без даты",
    checks: "Если мероприятие отмечено выполненным, указан и фактический срок: без даты нельзя сказать, выполнено ли оно вовремя.",
    basis: Basis::Duty("plan-progress"),
    severity: Severity::Warning,
    addressee: Addressee::Organization,
    message: "{place}: мероприятие «{measure}» отмечено выполненным, но дата исполнения не указана. Укажите её{where}.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В. | выполнено",
    complies: PLAN_DONE,
    look: Look::Measure(look),
};

fn look(view: &MeasureView<'_>) -> Vec<Remark> {
    let measure = view.measure;
    if measure.status != Progress::Complete || measure.completed_on.is_some() {
        return Vec::new();
    }
    vec![Remark::new().value("where", view.plan.in_column("completed"))]
}
