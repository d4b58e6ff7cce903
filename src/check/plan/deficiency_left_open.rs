//! The plan's own table names a deficiency and no measure beside it.

use crate::check::finding::subject;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::{PlanView, short, shown};
use crate::model::{Addressee, Severity};

/// P405
pub(super) static RULE: Rule = Rule {
    code: "P405",
    name: "deficiency-left-open",
    title: "В строке с недостатком нет мероприятия",
    checks: "В каждой строке таблицы, где назван недостаток, названо и мероприятие, которое его устранит.",
    basis: Basis::Duty("plan-deficiencies"),
    severity: Severity::Violation,
    addressee: Addressee::Organization,
    message: "Назван недостаток «{deficiency}», а мероприятия рядом нет. Впишите мероприятие, срок и ответственного.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.
Недостаток: Нет пандуса у главного входа",
    complies: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.
2. Установить пандус у главного входа | до 01.09.2025 | заместитель директора Громова И.В.",
    look: Look::Plan(look),
};

fn look(view: &PlanView<'_>) -> Vec<Remark> {
    let open = view.plan.unanswered.iter().filter(|_| !view.is_recommendations());
    open.map(|deficiency| {
        Remark::new().value("deficiency", short(&deficiency.value)).subject(subject(
            view,
            None,
            shown(&deficiency.place),
        ))
    })
    .collect()
}
