//! The plan is older than any approved form.

use crate::check::blameless::PLAN;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::{PlanView, day};
use crate::model::{Addressee, Severity};

/// P108
pub(super) static RULE: Rule = Rule {
    code: "P108",
    name: "no-form-in-force",
    title: "План старше утверждённых форм",
    checks: "В день утверждения плана действовала хотя бы одна из известных программе форм. Если нет, требования к форме, срокам и ответственным не применяются: отсутствие замечаний к такому плану не значит, что он их выполняет.",
    basis: Basis::None,
    severity: Severity::Note,
    addressee: Addressee::Ministry,
    message: "На день плана ({day}) утверждённой формы ещё не было, поэтому требования к форме, срокам и ответственным не применялись.",
    violates: "\
План: МБУК «Библиотека» (культура), 2013 год
Утверждён: 17.01.2013, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | постоянно | отдел обслуживания",
    complies: PLAN,
    look: Look::Plan(look),
};

fn look(view: &PlanView<'_>) -> Vec<Remark> {
    if view.form().is_some() {
        return Vec::new();
    }
    vec![Remark::new().value("day", day(view.own_day()))]
}
