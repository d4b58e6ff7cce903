//! Done on a day that has not come.

use crate::check::blameless::PLAN_DONE;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::{MeasureView, day};
use crate::model::{Addressee, Severity};

/// P503
pub(super) static RULE: Rule = Rule {
    code: "P503",
    name: "done-in-future",
    title: "Дата исполнения ещё не наступила",
    checks: "Фактический срок реализации не позже даты, на которую составлен отчёт.",
    basis: Basis::DutyOrSense("plan-progress"),
    severity: Severity::Warning,
    addressee: Addressee::Organization,
    message: "{place}: для мероприятия «{measure}» указана дата исполнения {done}, а отчёт составлен на {as_of}. Проверьте дату.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В. | выполнено 20.12.2025",
    complies: PLAN_DONE,
    look: Look::Measure(look),
};

fn look(view: &MeasureView<'_>) -> Vec<Remark> {
    let done = view.measure.completed_on.filter(|done| *done > view.as_of());
    done.map(|done| Remark::new().value("done", day(done)).value("as_of", day(view.as_of()))).into_iter().collect()
}
