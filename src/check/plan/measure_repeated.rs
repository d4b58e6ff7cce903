//! The same measure stands in the plan twice.

use std::collections::HashMap;

use crate::check::finding::subject;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::{PlanView, short, shown};
use crate::language::fold::fold;
use crate::model::{Addressee, Severity};

/// P302
pub(super) static RULE: Rule = Rule {
    code: "P302",
    name: "measure-repeated",
    title: "Мероприятие повторяется",
    checks: "Одно и то же мероприятие не записано в плане дважды: повтор завышает число мероприятий и раздваивает отчётность.",
    basis: Basis::None,
    severity: Severity::Note,
    addressee: Addressee::Organization,
    message: "{place}: мероприятие «{measure}» уже записано ({earlier}). Оставьте одну запись или уточните, чем они различаются.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.
2. Установить кулер в холле | до 01.09.2025 | заместитель директора Громова И.В.",
    complies: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.
2. Установить кулер на втором этаже | до 01.09.2025 | заместитель директора Громова И.В.",
    look: Look::Plan(look),
};

fn look(view: &PlanView<'_>) -> Vec<Remark> {
    let mut first: HashMap<String, String> = HashMap::new();
    let mut remarks = Vec::new();
    for measure in view.measures().map(|view| view.measure) {
        let place = shown(&measure.place);
        let key = format!("{}|{}", fold(measure.lead.as_deref().unwrap_or_default()), spelling(&measure.text));
        match first.get(&key) {
            None => {
                first.insert(key, place);
            }
            Some(earlier) => remarks.push(
                Remark::new()
                    .value("measure", short(&measure.text))
                    .value("earlier", earlier.clone())
                    .subject(subject(view, Some(measure.ordinal), place)),
            ),
        }
    }
    remarks
}

fn spelling(text: &str) -> String {
    fold(text).trim_end_matches(['.', ';', ',', ' ']).to_owned()
}
