//! A deficiency that no measure answers.

use crate::check::deficiency::Found;
use crate::check::plan::coverage::{Answered, by_organization};
use crate::check::plan::criterion_without_measure::title;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::Whole;
use crate::model::{Addressee, Severity};

/// P402
pub(super) static RULE: Rule = Rule {
    code: "P402",
    name: "deficiency-without-measure",
    title: "На недостаток не отвечает ни одно мероприятие плана",
    checks: "Каждому недостатку, который нашёл чек-лист, отвечает мероприятие плана: того же критерия и о том же предмете.",
    basis: Basis::Duty("plan-deficiencies"),
    severity: Severity::Violation,
    addressee: Addressee::Organization,
    message: "В плане нет мероприятия, которое устраняет недостаток «{deficiency}» (чек-лист, показатель {indicator}). Добавьте мероприятие по критерию {criterion}.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.
Чек-лист (комфорт): наличие и доступность питьевой воды — нет
Чек-лист (комфорт): наличие комфортной зоны отдыха (ожидания) — нет",
    complies: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.
Чек-лист (комфорт): наличие и доступность питьевой воды — нет
Чек-лист (комфорт): наличие комфортной зоны отдыха (ожидания) — да",
    look: Look::Whole(look),
};

fn look(whole: &Whole<'_>) -> Vec<Remark> {
    by_organization(whole).iter().flat_map(remarks).collect()
}

/// A figure has no words to match, so only what a check-list named is named here.
fn remarks<'a>(answered: &'a Answered<'a>) -> impl Iterator<Item = Remark> + 'a {
    let open = answered.deficiencies.iter().filter(|d| d.found == Found::Named);
    open.filter(|deficiency| !answered.measures.iter().any(|(_, answer)| answer.meets(deficiency))).map(|deficiency| {
        Remark::new()
            .value("deficiency", deficiency.text.clone())
            .value("criterion", title(deficiency.criterion))
            .value("indicator", deficiency.indicator.clone())
            .bound(answered.bound())
            .seen(deficiency.place())
            .subject(answered.plan_itself())
    })
}
