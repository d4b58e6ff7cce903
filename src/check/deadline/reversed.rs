//! The term ends before it begins.

use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::{MeasureView, day};
use crate::model::{Addressee, Severity};

/// T110
pub(super) static RULE: Rule = Rule {
    code: "T110",
    name: "deadline-reversed",
    title: "Окончание раньше начала",
    checks: "Последний день срока не раньше первого.",
    basis: Basis::DutyOrSense("plan-deadline"),
    severity: Severity::Violation,
    addressee: Addressee::Organization,
    message: "{place}: срок «{deadline}» мероприятия «{measure}» заканчивается ({end}) раньше, чем начинается ({start}). Исправьте даты.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | 01.09.2025–01.03.2025 | директор Ершова О.Н.",
    complies: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | 01.03.2025–01.09.2025 | директор Ершова О.Н.",
    look: Look::Measure(look),
};

fn look(view: &MeasureView<'_>) -> Vec<Remark> {
    let reversed = view.measure.deadlines.iter().filter_map(|d| Some((d, d.start_date?, d.end_date?)));
    reversed
        .filter(|(_, start, end)| end < start)
        .map(|(d, start, end)| {
            Remark::new().value("deadline", d.raw.clone()).value("start", day(start)).value("end", day(end))
        })
        .collect()
}
