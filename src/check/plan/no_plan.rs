//! An organization with deficiencies submitted no plan.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::rule::{Basis, Look, Remark, Rule, Subject};
use crate::check::view::Whole;
use crate::model::Severity;

/// P404
pub(super) static RULE: Rule = Rule {
    code: "P404",
    name: "no-plan",
    title: "Недостатки найдены, а плана нет",
    checks: "Организация, у которой чек-лист или опрос нашли недостатки, представила план. Правило молчит, если в папке нет ни одного плана: значит, планы ещё не собирали. План с сомнительным наименованием программа ни к кому не относит, поэтому это предупреждение.",
    basis: Basis::Duty("plan-deficiencies"),
    severity: Severity::Warning,
    message: "{place}: у организации «{name}» найдены недостатки ({n}), а плана по их устранению среди документов нет, либо он не отнесён к этой организации. Запросите план или уточните в нём наименование организации.",
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
    let mut open: BTreeMap<&str, usize> = BTreeMap::new();
    for deficiency in whole.deficiencies.iter().filter(|d| !with_plan.contains(&d.organization_id)) {
        *open.entry(&deficiency.organization_id).or_default() += 1;
    }
    open.into_iter()
        .map(|(id, n)| {
            let name = whole.organization(id).map_or(id, |organization| organization.name.as_str());
            Remark::new().value("name", name).value("n", n.to_string()).subject(Subject {
                organization_id: Some(id.to_owned()),
                locator: Some("папка с документами".to_owned()),
                ..Subject::default()
            })
        })
        .collect()
}
