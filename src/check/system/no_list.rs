//! The sector of an organization has no list.

use std::collections::BTreeMap;

use crate::check::rule::{Basis, Look, Remark, Rule, Subject};
use crate::check::view::{Whole, day};
use crate::model::{Addressee, Sector, Severity};

/// X102
pub(super) static RULE: Rule = Rule {
    code: "X102",
    name: "no-list-for-sector",
    title: "Для отрасли нет перечня сведений",
    checks: "Для отрасли организации на дату отчёта есть перечень обязательных сведений. Пустой перечень значит «не проверено», а не «нарушений нет».",
    basis: Basis::None,
    severity: Severity::Note,
    addressee: Addressee::Ministry,
    message: "{place}: на {as_of} в программе нет перечня обязательных сведений (организаций: {n}). Раскрытие информации не проверялось; добавьте файл перечня в schemas/law/disclosure.",
    violates: "\
Организация: МБУК «Библиотека» (медико-социальная экспертиза)",
    complies: "\
Организация: МБУК «Библиотека» (культура)",
    look: Look::Whole(look),
};

/// One remark per sector.
fn look(whole: &Whole<'_>) -> Vec<Remark> {
    let mut sectors: BTreeMap<Sector, usize> = BTreeMap::new();
    for sector in whole.case.organizations.iter().filter_map(|o| o.sector) {
        *sectors.entry(sector).or_default() += 1;
    }
    let has_list = |sector: Sector| {
        whole.case.law.disclosure_on(whole.case.as_of).any(|list| list.sector == Some(sector) && list.is_assessed())
    };
    sectors
        .into_iter()
        .filter(|(sector, _)| !has_list(*sector))
        .map(|(sector, n)| {
            Remark::new()
                .value("sector", sector.title())
                .value("n", n.to_string())
                .value("as_of", day(whole.case.as_of))
                .subject(Subject {
                    locator: Some(format!("отрасль «{}»", sector.title())), ..Subject::default()
                })
        })
        .collect()
}
