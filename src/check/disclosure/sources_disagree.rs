//! Check-lists, or a check-list and the saved site, say opposite things of one item.

use crate::check::disclosure::{requirement, subject};
use crate::check::evidence::{CHECK_LIST, SAVED_SITE};
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::Whole;
use crate::model::{Addressee, DisclosureStatus, Severity};

/// L105
pub(super) static RULE: Rule = Rule {
    code: "L105",
    name: "sources-disagree",
    title: "Источники противоречат друг другу",
    checks: "Разные чек-листы и сохранённые страницы сайта одинаково говорят об одном пункте. Если нет, программа не выбирает за людей, а называет оба источника.",
    basis: Basis::List,
    severity: Severity::Warning,
    addressee: Addressee::Operator,
    message: "{place}: о сведениях «{item}» источники говорят разное: {evidence}. Проверьте сами и исправьте неверный источник.",
    violates: "\
Организация: МБУК «Библиотека» (культура)
Чек-лист (сайт): копия устава — нет
Чек-лист второй (сайт): копия устава — да",
    complies: "\
Организация: МБУК «Библиотека» (культура)
Чек-лист (сайт): копия устава — да
Чек-лист второй (сайт): копия устава — да",
    look: Look::Whole(look),
};

/// How many check-lists and sites an evidence names.
fn sources(evidence: &str) -> usize {
    [CHECK_LIST, SAVED_SITE].iter().map(|source| evidence.matches(source).count()).sum()
}

fn look(whole: &Whole<'_>) -> Vec<Remark> {
    let doubtful = whole.disclosures.iter().filter(|row| row.status == DisclosureStatus::NeedsVerification);
    doubtful
        .filter_map(|row| {
            let evidence = row.evidence.as_deref().filter(|text| sources(text) > 1)?;
            let (list, item) = requirement::of(whole, row)?;
            Some(
                Remark::new()
                    .value("item", item.text.clone())
                    .value("evidence", evidence)
                    .law(list.edition.citation(), item.clause.clone(), list.edition.id.clone())
                    .subject(subject(row)),
            )
        })
        .collect()
}
