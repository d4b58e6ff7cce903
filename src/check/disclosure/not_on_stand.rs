//! A required item is not on the stand.

use crate::check::disclosure::{not_met, subject};
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::Whole;
use crate::law::disclosure::{Obligation, StandBasis};
use crate::model::{Addressee, Channel, Severity};

/// L102
pub(super) static RULE: Rule = Rule {
    code: "L102",
    name: "not-on-stand",
    title: "На информационном стенде нет части сведений",
    checks: "На информационном стенде есть сведения перечня, которые смотрят на стенде. Если акт говорит только о сайте, а стенд проверяют по практике показателя 1.1, это предупреждение.",
    basis: Basis::List,
    severity: Severity::Warning,
    addressee: Addressee::Organization,
    message: "{place}: на информационном стенде нет сведений «{item}» ({evidence}). Разместите их на стенде.",
    violates: "\
Организация: МБУК «Библиотека» (культура)
Чек-лист (стенд): режим и график работы — нет",
    complies: "\
Организация: МБУК «Библиотека» (культура)
Чек-лист (стенд): режим и график работы — да",
    look: Look::Whole(look),
};

fn look(whole: &Whole<'_>) -> Vec<Remark> {
    not_met(whole, Channel::Stand, Obligation::Required)
        .map(|(row, list, item)| {
            let severity = match list.stand {
                StandBasis::Law => Severity::Violation,
                StandBasis::Practice => Severity::Warning,
            };
            Remark::new()
                .value("item", item.text.clone())
                .value("evidence", row.evidence.clone().unwrap_or_default())
                .severity(severity)
                .law(list.edition.citation(), item.clause.clone(), list.edition.id.clone())
                .subject(subject(row))
        })
        .collect()
}
