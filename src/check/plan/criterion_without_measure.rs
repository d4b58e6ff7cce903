//! A criterion with a deficiency has no measure at all.

use std::collections::BTreeMap;

use crate::check::answer::Answer;
use crate::check::deficiency::Deficiency;
use crate::check::plan::coverage::{Answered, by_organization};
use crate::check::rule::{Basis, Look, Remark, Rule, Subject};
use crate::check::view::Whole;
use crate::model::Severity;

/// P401
pub(super) static RULE: Rule = Rule {
    code: "P401",
    name: "criterion-without-measure",
    title: "По критерию с недостатками нет мероприятий",
    checks: "Если по критерию найдены недостатки (чек-лист или опрос), в плане есть хотя бы одно мероприятие по этому критерию.",
    basis: Basis::Duty("plan-deficiencies"),
    severity: Severity::Violation,
    message: "{place}: по критерию {criterion} выявлены недостатки ({n}), а в плане нет ни одного мероприятия. Запланируйте мероприятия: {deficiencies}.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.
Чек-лист (равный доступ): альтернативная версия сайта для инвалидов по зрению — нет",
    complies: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.
III. Доступность услуг для инвалидов
2. Подключить версию сайта для слабовидящих | 01.07.2025 | директор Ершова О.Н.
Чек-лист (равный доступ): альтернативная версия сайта для инвалидов по зрению — нет",
    look: Look::Whole(look),
};

fn look(whole: &Whole<'_>) -> Vec<Remark> {
    by_organization(whole).iter().flat_map(remarks).collect()
}

fn remarks(answered: &Answered<'_>) -> Vec<Remark> {
    let mut open: BTreeMap<u8, Vec<&Deficiency>> = BTreeMap::new();
    for deficiency in &answered.deficiencies {
        open.entry(deficiency.criterion).or_default().push(deficiency);
    }
    let answers = |criterion: u8, open: &[&Deficiency]| {
        let about = |answer: &Answer| answer.is_of_criterion(criterion) || open.iter().any(|d| answer.meets(d));
        answered.measures.iter().any(|(_, answer)| about(answer))
    };
    open.iter()
        .filter(|(criterion, open)| !answers(**criterion, open))
        .map(|(criterion, open)| {
            let named: Vec<&str> = open.iter().map(|d| d.text.as_str()).collect();
            Remark::new()
                .value("criterion", title(*criterion))
                .value("n", open.len().to_string())
                .value("deficiencies", named.join("; "))
                .bound(answered.bound())
                .subject(Subject {
                    organization_id: Some(answered.organization_id.to_owned()),
                    submission_id: answered.plan_submission(),
                    measure_id: None,
                    locator: answered.plan_place(),
                })
        })
        .collect()
}

/// The criterion as the order names it.
pub(super) fn title(criterion: u8) -> String {
    let name = match criterion {
        1 => "открытость и доступность информации",
        2 => "комфортность условий",
        3 => "доступность услуг для инвалидов",
        4 => "доброжелательность, вежливость работников",
        _ => "удовлетворённость условиями",
    };
    format!("{criterion} «{name}»")
}
