//! Nobody answers for the measure.

use crate::check::blameless::PLAN;
use crate::check::columns::is_missing;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::MeasureView;
use crate::model::{Addressee, Severity};

/// O101
pub(super) static RULE: Rule = Rule {
    code: "O101",
    name: "no-officer",
    title: "Не указан ответственный",
    checks: "У каждого мероприятия есть ответственный исполнитель: в своей строке, в разделе или один на весь план. Если ответственных нет во всём плане, об этом говорит P201.",
    basis: Basis::Duty("plan-officer"),
    severity: Severity::Violation,
    addressee: Addressee::Organization,
    message: "{place}: у мероприятия «{measure}» не указан ответственный исполнитель. Укажите фамилию, имя, отчество и должность.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | 01.07.2025 | —",
    complies: PLAN,
    look: Look::Measure(look),
};

fn look(view: &MeasureView<'_>) -> Vec<Remark> {
    // A column that is missing as a whole is said of the table.
    Remark::when(view.measure.officers.is_empty() && !is_missing(&view.plan, "officer"))
}
