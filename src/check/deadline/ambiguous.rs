//! The deadline can be read in two ways.

use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::MeasureView;
use crate::model::{Addressee, Severity};

/// T106
pub(super) static RULE: Rule = Rule {
    code: "T106",
    name: "deadline-ambiguous",
    title: "Срок можно понять по-разному",
    checks: "Срок понимается однозначно. «До января 2027 года» — это до начала или до конца января?",
    basis: Basis::DutyOrSense("plan-deadline"),
    severity: Severity::Note,
    addressee: Addressee::Organization,
    message: "{place}: срок «{deadline}» мероприятия «{measure}» можно понять по-разному. {reading} Укажите день.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | до декабря 2025 года | директор Ершова О.Н.",
    complies: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | до 01.12.2025 | директор Ершова О.Н.",
    look: Look::Measure(look),
};

fn look(view: &MeasureView<'_>) -> Vec<Remark> {
    let ambiguous = view.measure.deadlines.iter().filter(|d| d.ambiguous);
    ambiguous.map(|d| Remark::new().value("deadline", d.raw.clone()).value("reading", d.reading.clone())).collect()
}
