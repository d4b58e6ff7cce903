//! The plan does not say whose it is.

use crate::check::blameless::PLAN;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::PlanView;
use crate::language::fold::fold;
use crate::language::organization::mentions;
use crate::model::{Addressee, Measure, Plan, Severity};

/// P104
pub(super) static RULE: Rule = Rule {
    code: "P104",
    name: "organization-not-named",
    title: "В плане не названа организация",
    checks: "Заголовок плана называет организацию. Безымянный план нельзя отнести ни к одной организации. Общий план нескольких организаций, где они названы в графе или разделах, — примечание.",
    basis: Basis::Duty("plan-named"),
    severity: Severity::Violation,
    addressee: Addressee::Organization,
    message: "{what}.",
    violates: "\
План: 2025 год
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.",
    complies: PLAN,
    look: Look::Plan(look),
};

fn look(view: &PlanView<'_>) -> Vec<Remark> {
    if view.plan.organization.is_some() {
        return Vec::new();
    }
    if names_several(view.plan) {
        return vec![Remark::new().value("what", SEVERAL).severity(Severity::Note)];
    }
    vec![Remark::new().value("what", NOBODY)]
}

const NOBODY: &str = "в плане не названа организация. Укажите в заголовке её полное наименование";
const SEVERAL: &str = "план составлен на несколько организаций, они названы в графе или в разделах; мероприятия ни к одной из \
                       них не отнесены. Составьте для каждой организации свой план или свою таблицу с её наименованием";

/// A column that says whose measure it is, or sections that are organizations.
fn names_several(plan: &Plan) -> bool {
    let of_institutions = |heading: &String| {
        let folded = fold(heading);
        let heading = folded.strip_prefix("наименование ").unwrap_or(&folded);
        ["учреждени", "организаци", "исполнитель услуг", "поставщик"].iter().any(|stem| heading.starts_with(stem))
    };
    let is_organization = |measure: &Measure| measure.section.as_deref().is_some_and(|it| !mentions(it).is_empty());
    plan.columns.iter().any(of_institutions) || plan.measures.iter().any(is_organization)
}
