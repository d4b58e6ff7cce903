//! An organization with deficiencies submitted no plan.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::deficiency::Found;
use crate::check::rule::{Basis, Bound, Look, Remark, Rule, Subject};
use crate::check::view::Whole;
use crate::model::{Addressee, Severity, unmatched};

/// P404
pub(super) static RULE: Rule = Rule {
    code: "P404",
    name: "no-plan",
    title: "Недостатки найдены, а плана нет",
    checks: "Организация, у которой чек-лист нашёл недостатки, представила план. Если слабы только показатели опроса, это примечание. Правило молчит, если в папке нет ни одного плана: значит, планы ещё не собирали. План с сомнительным наименованием программа ни к кому не относит, поэтому это предупреждение.",
    basis: Basis::Duty("plan-deficiencies"),
    severity: Severity::Warning,
    addressee: Addressee::Organization,
    message: "Среди документов нет плана по устранению недостатков, либо организация названа в нём иначе, а оценка нашла недостатки ({n}). Направьте план или уточните в нём наименование организации.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.
Организация: МБУК «Музей» (культура)
Чек-лист (сайт): копия устава — нет",
    complies: "\
План: МБУК «Музей» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Разместить на сайте копию устава | до 01.07.2025 | заместитель директора Громова И.В.
Организация: МБУК «Музей» (культура)
Чек-лист (сайт): копия устава — нет",
    look: Look::Whole(look),
};

fn look(whole: &Whole<'_>) -> Vec<Remark> {
    let mut plans = whole.assessment_plans().peekable();
    if plans.peek().is_none() {
        return Vec::new();
    }
    let with_plan: BTreeSet<String> = plans.filter_map(|view| view.organization_id()).collect();
    let unmatched = unmatched(whole.case.organizations, whole.case.submissions);
    let mut open: BTreeMap<&str, Vec<Found>> = BTreeMap::new();
    for deficiency in whole.deficiencies {
        let id = deficiency.organization_id.as_str();
        if !with_plan.contains(id) && !unmatched.contains(id) {
            open.entry(id).or_default().push(deficiency.found);
        }
    }
    open.into_iter()
        .map(|(id, found)| {
            // Nobody owes a plan for a weak share alone: no act says how weak.
            let bound = found.iter().all(|found| *found == Found::Surveyed).then_some(Bound::Nobody);
            Remark::new().value("n", found.len().to_string()).bound(bound).subject(Subject {
                organization_id: Some(id.to_owned()),
                locator: Some("папка с документами".to_owned()),
                ..Subject::default()
            })
        })
        .collect()
}
