//! The check-list has no column for a required item.

use std::collections::BTreeSet;

use crate::check::disclosure::requirement;
use crate::check::rule::{Basis, Look, Remark, Rule, Subject};
use crate::check::view::{Whole, shown};
use crate::law::disclosure::{DisclosureList, Obligation};
use crate::model::{Addressee, Channel, CheckList, CheckTopic, Severity, Submission};

/// L104
pub(super) static RULE: Rule = Rule {
    code: "L104",
    name: "not-looked-for",
    title: "Чек-лист проверяет не все обязательные сведения",
    checks: "В чек-листе есть графы для всех обязательных пунктов перечня о сайте. О том, чего никто не смотрел, нельзя сказать ни «есть», ни «нет».",
    basis: Basis::List,
    severity: Severity::Note,
    addressee: Addressee::Operator,
    message: "{place}: чек-лист не проверяет наличие на сайте обязательных сведений: «{items}». Дополните чек-лист; до этого состояние этих пунктов не установлено.",
    violates: "\
Организация: МБУК «Библиотека» (культура)
Чек-лист (сайт): копия устава — да",
    complies: "\
Организация: МБУК «Библиотека» (культура)
Чек-лист (сайт): полное наименование, место нахождения, почтовый адрес — да
Чек-лист (сайт): дата создания, учредитель — да
Чек-лист (сайт): копия устава — да
Чек-лист (сайт): структура и органы управления — да
Чек-лист (сайт): режим и график работы — да
Чек-лист (сайт): контактные телефоны, адреса электронной почты — да
Чек-лист (сайт): виды предоставляемых услуг — да
Чек-лист (сайт): план финансово-хозяйственной деятельности — да
Чек-лист (сайт): материально-техническое обеспечение — да
Чек-лист (сайт): планируемые мероприятия — да
Чек-лист (сайт): результаты независимой оценки качества — да",
    look: Look::Whole(look),
};

/// One remark per check-list, list and channel: the columns are the same for all of its organizations.
fn look(whole: &Whole<'_>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for submission in whole.case.submissions {
        for (check_list, organizations) in submission.itemized_check_lists() {
            let bound: BTreeSet<&str> = organizations.iter().flatten().map(String::as_str).collect();
            let editions: BTreeSet<&str> = whole
                .disclosures
                .iter()
                .filter(|row| bound.contains(row.organization_id.as_str()))
                .map(|row| row.edition.as_str())
                .collect();
            for edition in editions {
                if let Some(list) = requirement::list(whole, edition) {
                    remarks.extend(of_list(submission, check_list, list));
                }
            }
        }
    }
    remarks
}

/// Only the site: a stand list is what operators make of it, so that nothing can be missing from its columns.
fn of_list(submission: &Submission, check_list: &CheckList, list: &DisclosureList) -> Option<Remark> {
    let columns: Vec<&str> =
        check_list.items.iter().filter(|item| item.topic == CheckTopic::Site).map(|item| item.text.as_str()).collect();
    if columns.is_empty() {
        return None;
    }
    let asked: BTreeSet<usize> = columns.iter().flat_map(|text| list.find(text)).map(|m| m.item).collect();
    let missing: Vec<&str> = list
        .items
        .iter()
        .enumerate()
        .filter(|(index, item)| {
            item.obligation == Obligation::Required && item.channels.contains(&Channel::Site) && !asked.contains(index)
        })
        .map(|(_, item)| item.text.as_str())
        .collect();
    if missing.is_empty() {
        return None;
    }
    let subject = Subject {
        submission_id: Some(submission.facts.source.submission_id()),
        locator: Some(shown(&check_list.place)),
        ..Subject::default()
    };
    Some(
        Remark::new()
            .value("items", missing.join("»; «"))
            .law(list.edition.citation(), "перечень в целом", list.edition.id.clone())
            .subject(subject),
    )
}
