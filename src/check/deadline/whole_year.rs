//! The term is a whole year.

use crate::check::blameless::PLAN;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::MeasureView;
use crate::model::{Addressee, Deadline, DeadlineKind, Precision, Severity};

/// T111
pub(super) static RULE: Rule = Rule {
    code: "T111",
    name: "deadline-whole-year",
    title: "Срок — целый год",
    checks: "Срок точнее года: «в течение года» не позволяет следить за исполнением до самого конца года. О плане на прошедший год этого не говорится.",
    basis: Basis::Duty("plan-deadline"),
    severity: Severity::Note,
    addressee: Addressee::Organization,
    message: "{place}: срок «{deadline}» мероприятия «{measure}» занимает целый год или больше. Укажите месяц или день, к которому будет получен результат.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | в течение года | директор Ершова О.Н.",
    complies: PLAN,
    look: Look::Measure(look),
};

fn look(view: &MeasureView<'_>) -> Vec<Remark> {
    // When the year is over, the advice comes too late: another rule says that the deadline has passed.
    let year = |d: &&Deadline| d.precision == Some(Precision::Year) && d.end_date.is_none_or(|end| end >= view.as_of());
    view.deadlines_of(&[DeadlineKind::Period])
        .filter(year)
        .map(|d| Remark::new().value("deadline", d.raw.clone()))
        .collect()
}
