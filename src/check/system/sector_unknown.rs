//! Nothing says which sector an organization belongs to.

use crate::check::rule::{Basis, Look, Remark, Rule, Subject};
use crate::check::view::Whole;
use crate::model::{Addressee, Severity};

/// X103
pub(super) static RULE: Rule = Rule {
    code: "X103",
    name: "sector-unknown",
    title: "Отрасль организации неизвестна",
    checks: "У каждой организации известна отрасль: от неё зависят перечень сведений и порядок расчёта.",
    basis: Basis::None,
    severity: Severity::Note,
    addressee: Addressee::Ministry,
    message: "{place}: отрасль организации «{name}» неизвестна, раскрытие информации не проверялось. Укажите отрасль в реестре.",
    violates: "\
Организация: ООО «Ромашка»",
    complies: "\
Организация: МБУК «Библиотека» (культура)",
    look: Look::Whole(look),
};

fn look(whole: &Whole<'_>) -> Vec<Remark> {
    whole
        .case
        .organizations
        .iter()
        .filter(|organization| organization.sector.is_none())
        .map(|organization| {
            Remark::new().value("name", organization.name.clone()).subject(Subject {
                organization_id: Some(organization.id.clone()),
                locator: Some("реестр организаций".to_owned()),
                ..Subject::default()
            })
        })
        .collect()
}
