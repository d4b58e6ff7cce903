//! A criterion with a weak figure has no measure at all.

use std::collections::BTreeMap;

use crate::check::answer::Answer;
use crate::check::deficiency::{Deficiency, Found, survey_limit};
use crate::check::plan::coverage::{Answered, by_organization};
use crate::check::rule::{Basis, Bound, Look, Remark, Rule};
use crate::check::view::Whole;
use crate::model::{Addressee, Severity};

/// P401
pub(super) static RULE: Rule = Rule {
    code: "P401",
    name: "criterion-without-measure",
    title: "По критерию с низким показателем нет мероприятий",
    checks: "Если условия по критерию выполнены не все, а какие именно — переданные сведения не называют, в плане есть мероприятие по этому критерию. О недостатках, которые чек-лист назвал, говорит P402, и здесь они не повторяются. О показателе опроса ниже порога, принятого операторами, это только примечание: порога баллов ни один акт не устанавливает.",
    basis: Basis::Duty("plan-deficiencies"),
    severity: Severity::Violation,
    addressee: Addressee::Organization,
    message: "В плане нет ни одного мероприятия по критерию «{criterion}» ({what}: {indicators}). {remedy}.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.
Показатель: 3.1 — 40",
    complies: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.
III. Доступность услуг для инвалидов
2. Изготовить пандус у входа | 01.07.2025 | директор Ершова О.Н.
Показатель: 3.1 — 40",
    look: Look::Whole(look),
};

fn look(whole: &Whole<'_>) -> Vec<Remark> {
    let limit = survey_limit(whole.case).unwrap_or_default();
    by_organization(whole).iter().flat_map(|answered| remarks(answered, limit)).collect()
}

fn remarks(answered: &Answered<'_>, limit: u8) -> Vec<Remark> {
    let mut open: BTreeMap<(u8, Found), Vec<&Deficiency>> = BTreeMap::new();
    for deficiency in answered.deficiencies.iter().filter(|deficiency| deficiency.found != Found::Named) {
        open.entry((deficiency.criterion, deficiency.found)).or_default().push(deficiency);
    }
    let answers = |criterion: u8, open: &[&Deficiency]| {
        let about = |answer: &Answer| answer.is_of_criterion(criterion) || open.iter().any(|d| answer.meets(d));
        answered.measures.iter().any(|(_, answer)| about(answer))
    };
    open.iter()
        .filter(|((criterion, _), open)| !answers(*criterion, open))
        .map(|((criterion, found), open)| {
            let indicators: Vec<&str> = open.iter().map(|d| d.text.as_str()).collect();
            let remark = Remark::new()
                .value("criterion", name(*criterion))
                .value("indicators", indicators.join("; "))
                .subject(answered.plan_itself());
            match found {
                Found::Surveyed => remark
                    .value("what", format!("оценки опроса ниже {limit} баллов"))
                    .value("remedy", "Порог принят операторами, актами он не установлен: решите, нужны ли мероприятия")
                    .bound(Bound::Nobody),
                Found::Named | Found::Counted => remark
                    .value("what", "условия выполнены не все")
                    .value("remedy", "Назовите недостатки и запланируйте мероприятия")
                    .bound(answered.bound()),
            }
        })
        .collect()
}

/// The criterion as the order names it.
pub(super) fn title(criterion: u8) -> String {
    format!("{criterion} «{}»", name(criterion))
}

fn name(criterion: u8) -> &'static str {
    match criterion {
        1 => "открытость и доступность информации",
        2 => "комфортность условий",
        3 => "доступность услуг для инвалидов",
        4 => "доброжелательность, вежливость работников",
        _ => "удовлетворённость условиями",
    }
}
