//! Done, but after its deadline.

use crate::check::blameless::PLAN_DONE;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::{MeasureView, day};
use crate::model::{Addressee, Progress, Severity};

/// P502
pub(super) static RULE: Rule = Rule {
    code: "P502",
    name: "done-late",
    title: "Исполнено позже срока",
    checks: "Фактический срок не позже планового.",
    basis: Basis::Duty("plan-carried-out"),
    severity: Severity::Note,
    addressee: Addressee::Organization,
    message: "{place}: мероприятие «{measure}» исполнено {done}, позже срока ({deadline}). Поясните причину{where}.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В. | выполнено 20.07.2025",
    complies: PLAN_DONE,
    look: Look::Measure(look),
};

fn look(view: &MeasureView<'_>) -> Vec<Remark> {
    let (Some(last), Some(done)) = (view.last_day(), view.measure.completed_on) else { return Vec::new() };
    if done <= last || view.measure.status != Progress::Complete {
        return Vec::new();
    }
    vec![
        Remark::new()
            .value("deadline", day(last))
            .value("done", day(done))
            .value("where", view.plan.in_column("progress")),
    ]
}
