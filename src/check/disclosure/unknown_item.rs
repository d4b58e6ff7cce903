//! A column of the check-list belongs to no item of the list.

use std::collections::BTreeSet;

use crate::check::disclosure::requirement;
use crate::check::rule::{Basis, Look, Remark, Rule, Subject};
use crate::check::view::Whole;
use crate::law::disclosure::DisclosureList;
use crate::model::{Addressee, CheckTopic, Severity};

/// L106
pub(super) static RULE: Rule = Rule {
    code: "L106",
    name: "unknown-check-item",
    title: "Пункт чек-листа не соотнесён с перечнем",
    checks: "Каждый пункт чек-листа о сайте или стенде соотносится хотя бы с одним пунктом действующего перечня. Несоотнесённый пункт участвует в показателе 1.1, но не в проверке раскрытия.",
    basis: Basis::None,
    severity: Severity::Note,
    addressee: Addressee::Operator,
    message: "{place}: пункт чек-листа «{item}» не соотнесён ни с одним пунктом действующих перечней. Уточните формулировку или дополните синонимы перечня.",
    violates: "\
Организация: МБУК «Библиотека» (культура)
Чек-лист (сайт): сказки народов мира — да",
    complies: "\
Организация: МБУК «Библиотека» (культура)
Чек-лист (сайт): копия устава — да",
    look: Look::Whole(look),
};

fn look(whole: &Whole<'_>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for submission in whole.case.submissions {
        for (check_list, organizations) in submission.itemized_check_lists() {
            let bound: BTreeSet<&str> = organizations.iter().flatten().map(String::as_str).collect();
            let of_bound = whole.disclosures.iter().filter(|row| bound.contains(row.organization_id.as_str()));
            let editions: BTreeSet<&str> = of_bound.map(|row| row.edition.as_str()).collect();
            let lists: Vec<&DisclosureList> = editions.iter().filter_map(|id| requirement::list(whole, id)).collect();
            if lists.is_empty() {
                continue;
            }
            let shown = |topic| matches!(topic, CheckTopic::Site | CheckTopic::Stand);
            for item in check_list.items.iter().filter(|item| shown(item.topic)) {
                if lists.iter().all(|list| list.find(&item.text).is_empty()) {
                    let subject = Subject {
                        submission_id: Some(submission.facts.source.submission_id()),
                        locator: Some(check_list.place.at_column(item.column).to_string()),
                        ..Subject::default()
                    };
                    remarks.push(Remark::new().value("item", item.text.clone()).subject(subject));
                }
            }
        }
    }
    remarks
}
