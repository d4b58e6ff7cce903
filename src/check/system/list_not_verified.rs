//! A list that findings rest on was not compared with its act.

use std::collections::BTreeSet;

use crate::check::rule::{Basis, Look, Remark, Rule, Subject};
use crate::check::view::Whole;
use crate::model::{Addressee, DisclosureStatus, Severity};

/// X101
pub(super) static RULE: Rule = Rule {
    code: "X101",
    name: "list-not-verified",
    title: "Перечень не сверен с текстом акта",
    checks: "Перечни, по которым сделаны замечания, сверены с официальным текстом акта. Если нет, читатель должен об этом знать.",
    basis: Basis::List,
    severity: Severity::Note,
    addressee: Addressee::Ministry,
    message: "{place}: «{title}» ({citation}) не сверен с официальным текстом. {note} Проверьте спорные замечания по тексту акта.",
    violates: "\
Организация: МБУК «Библиотека» (культура)
Чек-лист (сайт): копия устава — нет",
    complies: "\
Организация: МБУК «Библиотека» (медико-социальная экспертиза)",
    look: Look::Whole(look),
};

/// Only lists that somebody was judged by.
fn look(whole: &Whole<'_>) -> Vec<Remark> {
    let judged = whole.disclosures.iter().filter(|row| row.status != DisclosureStatus::NeedsVerification);
    let editions: BTreeSet<&str> = judged.map(|row| row.edition.as_str()).collect();
    let lists = whole.case.law.disclosure.iter().filter(|list| editions.contains(list.edition.id.as_str()));
    lists
        .map(|list| &list.edition)
        .filter(|edition| !edition.verified)
        .map(|edition| {
            Remark::new()
                .value("title", edition.title.clone())
                .value("citation", edition.citation())
                .value("note", edition.note.clone())
                .law(edition.citation(), "перечень в целом", edition.id.clone())
                .subject(Subject { locator: Some(format!("перечень {}", edition.id)), ..Subject::default() })
        })
        .collect()
}
