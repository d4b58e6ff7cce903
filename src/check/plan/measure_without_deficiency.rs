//! A measure that answers nothing that was found wanting.

use crate::check::finding::subject;
use crate::check::plan::coverage::by_organization;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::{Whole, short, shown};
use crate::model::{Addressee, Severity};

/// P403
pub(super) static RULE: Rule = Rule {
    code: "P403",
    name: "measure-without-deficiency",
    title: "Мероприятие не отвечает ни на один недостаток",
    checks: "Мероприятие относится к критерию, по которому чек-лист или опрос нашли недостатки. Остальное — работа сверх оценки, о которой читателю полезно знать.",
    basis: Basis::None,
    severity: Severity::Note,
    addressee: Addressee::Organization,
    message: "{place}: мероприятие «{measure}» не отвечает ни на один недостаток, найденный чек-листом или опросом. Если недостаток есть, назовите его{where}.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.
Чек-лист (сайт): копия устава — нет",
    complies: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.
Чек-лист (комфорт): наличие и доступность питьевой воды — нет",
    look: Look::Whole(look),
};

fn look(whole: &Whole<'_>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for answered in by_organization(whole).iter().filter(|answered| answered.has_check_list) {
        for (view, answer) in &answered.measures {
            let of_criterion = |criterion| answered.deficiencies.iter().any(|d| d.criterion == criterion);
            let idle = view
                .measure
                .criterion
                .is_some_and(|c| is_assessed(whole, answered.organization_id, c) && !of_criterion(c));
            if idle && !answered.deficiencies.iter().any(|d| answer.meets(d)) {
                let place = shown(&view.measure.place);
                let remark = Remark::new()
                    .value("measure", short(&view.measure.text))
                    .value("where", view.plan.in_column("deficiency"));
                remarks.push(remark.subject(subject(&view.plan, Some(view.measure.ordinal), place)));
            }
        }
    }
    remarks
}

/// Whether anybody looked: criteria 4 and 5 are known from the survey alone.
fn is_assessed(whole: &Whole<'_>, organization_id: &str, criterion: u8) -> bool {
    let code = criterion.to_string();
    criterion <= 3
        || whole.case.scores.iter().any(|s| s.organization_id == organization_id && s.code.starts_with(&code))
}
