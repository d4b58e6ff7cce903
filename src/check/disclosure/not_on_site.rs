//! A required item is not on the site.

use crate::check::disclosure::{not_met, subject};
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::Whole;
use crate::law::disclosure::Obligation;
use crate::model::{Addressee, Channel, Severity};

/// L101
pub(super) static RULE: Rule = Rule {
    code: "L101",
    name: "not-on-site",
    title: "На сайте нет обязательных сведений",
    checks: "На официальном сайте есть всё, что требует перечень, действующий для отрасли на дату отчёта. Пункты чек-листа, а на сохранённых страницах сайта — заголовки, ссылки и разметка соотносятся с пунктами перечня по смыслу.",
    basis: Basis::List,
    severity: Severity::Violation,
    addressee: Addressee::Organization,
    message: "{place}: на официальном сайте нет сведений «{item}» ({evidence}). Разместите их на сайте.",
    violates: "\
Организация: МБУК «Библиотека» (культура)
Чек-лист (сайт): копия устава — нет",
    complies: "\
Организация: МБУК «Библиотека» (культура)
Чек-лист (сайт): копия устава — да",
    look: Look::Whole(look),
};

fn look(whole: &Whole<'_>) -> Vec<Remark> {
    not_met(whole, Channel::Site, Obligation::Required)
        .map(|(row, list, item)| {
            Remark::new()
                .value("item", item.text.clone())
                .value("evidence", row.evidence.clone().unwrap_or_default())
                .law(list.edition.citation(), item.clause.clone(), list.edition.id.clone())
                .subject(subject(row))
        })
        .collect()
}
