//! The deadline has passed and nothing says that the measure was done.

use crate::check::columns::tells_progress;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::{MeasureView, day};
use crate::model::{Addressee, Severity};
use crate::schedule::is_overdue;

/// T108
pub(super) static RULE: Rule = Rule {
    code: "T108",
    name: "deadline-overdue",
    title: "Срок истёк",
    checks: "На дату отчёта срок мероприятия не истёк, либо в плане отражено, что оно исполнено. Если в плане нет ни графы, ни сведений о ходе реализации, об исполнении ничего не известно, и это предупреждение.",
    basis: Basis::Duty("plan-carried-out"),
    severity: Severity::Violation,
    addressee: Addressee::Organization,
    message: "{place}: срок мероприятия «{measure}» истёк {end}, просрочка на {as_of} — {days} дн.; {state}. {remedy}.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | 01.03.2025 | директор Ершова О.Н.",
    complies: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | 01.03.2025 | директор Ершова О.Н. | выполнено 20.02.2025",
    look: Look::Measure(look),
};

fn look(view: &MeasureView<'_>) -> Vec<Remark> {
    if view.is_done() {
        return Vec::new();
    }
    let unknown = !tells_progress(&view.plan);
    let missed = view.measure.deadlines.iter().filter(|d| is_overdue(d, view.as_of()));
    // Of several missed days the last one tells how long the result has been due.
    let last = missed.max_by_key(|d| d.end_date).and_then(|d| d.end_date.map(|end| (d, end)));
    last.map(|(d, end)| {
        Remark::new()
            .value("deadline", d.raw.clone())
            .value("end", day(end))
            .value("days", (view.as_of() - end).num_days().to_string())
            .value("as_of", day(view.as_of()))
            .value("state", if unknown { UNKNOWN.to_owned() } else { state(view.measure.progress.as_deref()) })
            .value("remedy", if unknown { REPORT } else { CARRY_OUT })
            .severity(if unknown { Severity::Warning } else { RULE.severity })
    })
    .into_iter()
    .collect()
}

const UNKNOWN: &str = "сведений о ходе реализации в плане нет вовсе, поэтому исполнено ли мероприятие, неизвестно";
const REPORT: &str = "Добавьте сведения о ходе реализации";
const CARRY_OUT: &str = "Исполните мероприятие и внесите сведения о ходе реализации";

/// What the plan says of the progress, in its own words.
fn state(progress: Option<&str>) -> String {
    match progress.map(str::trim).filter(|text| text.chars().any(char::is_alphanumeric)) {
        Some(progress) => format!("по сведениям плана: «{progress}», исполнение не завершено"),
        None => "сведений об исполнении нет".to_owned(),
    }
}
