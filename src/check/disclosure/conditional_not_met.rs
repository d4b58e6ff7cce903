//! An item that some must show is not shown.

use crate::check::disclosure::{not_met, subject};
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::Whole;
use crate::law::disclosure::Obligation;
use crate::model::{Addressee, Channel, Severity};

/// L103
pub(super) static RULE: Rule = Rule {
    code: "L103",
    name: "conditional-not-shown",
    title: "Нет сведений, обязательных при условии",
    checks: "Сведения, которые обязательны при условии (платные услуги, лицензия, филиалы), размещены, если условие выполняется.",
    basis: Basis::List,
    severity: Severity::Warning,
    addressee: Addressee::Organization,
    message: "{place}: {where} нет сведений «{item}». Они обязательны, {condition}. Разместите их или сообщите, что условие не выполняется.",
    violates: "\
Организация: МБУК «Библиотека» (культура)
Чек-лист (сайт): перечень платных услуг и цены (тарифы) — нет",
    complies: "\
Организация: МБУК «Библиотека» (культура)
Чек-лист (сайт): перечень платных услуг и цены (тарифы) — не применяется",
    look: Look::Whole(look),
};

fn look(whole: &Whole<'_>) -> Vec<Remark> {
    [(Channel::Site, "на официальном сайте"), (Channel::Stand, "на информационном стенде")]
        .into_iter()
        .flat_map(|(channel, place)| {
            not_met(whole, channel, Obligation::Conditional).map(move |(row, list, item)| {
                Remark::new()
                    .value("item", item.text.clone())
                    .value("where", place)
                    .value("condition", item.condition.clone().unwrap_or_default())
                    .law(list.edition.citation(), item.clause.clone(), list.edition.id.clone())
                    .subject(subject(row))
            })
        })
        .collect()
}
