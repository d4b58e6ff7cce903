//! A later version of the plan moves a deadline away.

use std::collections::HashMap;

use crate::check::finding::subject;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::{PlanView, Whole, day, short, shown};
use crate::language::stem::stems;
use crate::model::{Addressee, Severity};
use chrono::NaiveDate;

/// P304
pub(super) static RULE: Rule = Rule {
    code: "P304",
    name: "deadline-moved",
    title: "Срок позже, чем в ранее утверждённом плане",
    checks: "Если у организации на один период утверждены два плана или две редакции одного, сроки одних и тех же мероприятий не отодвигаются незаметно. Редакция это или другой план, по документам не узнать, поэтому сказано об обоих случаях.",
    basis: Basis::None,
    severity: Severity::Note,
    addressee: Addressee::Organization,
    message: "{place}: срок мероприятия «{measure}» — {after}, а в плане на тот же период, утверждённом {approved}, был {before}. Если это новая редакция плана, укажите основание переноса; если это отдельный план, оставьте мероприятие в одном из них.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.

План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 01.06.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.12.2025 | заместитель директора Громова И.В.",
    complies: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.

План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 01.06.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.",
    look: Look::Whole(look),
};

fn look(whole: &Whole<'_>) -> Vec<Remark> {
    let mut versions: HashMap<(&str, NaiveDate), Vec<PlanView<'_>>> = HashMap::new();
    for view in whole.assessment_plans() {
        if let (Some(organization), Some(period), Some(_)) =
            (view.organization, view.plan.period, &view.plan.approved_on)
        {
            versions.entry((&organization.id, period.start)).or_default().push(view);
        }
    }
    let mut groups: Vec<_> = versions.into_iter().filter(|(_, views)| views.len() > 1).collect();
    groups.sort_by_key(|(key, _)| *key);
    groups.into_iter().flat_map(|(_, views)| remarks(views)).collect()
}

fn remarks(mut views: Vec<PlanView<'_>>) -> Vec<Remark> {
    let approved = |view: &PlanView<'_>| view.plan.approved_on.as_ref().map(|on| on.value);
    views.sort_by_key(|view| (approved(view), view.submission.facts.source.path.clone()));
    // The last day of each measure as the latest version said, and the day on which that was approved.
    let mut before: HashMap<Vec<String>, (NaiveDate, Option<NaiveDate>)> = HashMap::new();
    let mut remarks = Vec::new();
    for measure in views.into_iter().flat_map(PlanView::measures) {
        let Some(end) = measure.last_day() else { continue };
        let approved = approved(&measure.plan);
        // A version is later when it was approved later; of two of one day nobody can tell.
        if let Some((earlier, version)) = before.insert(stems(&measure.measure.text), (end, approved))
            && earlier < end
            && version < approved
        {
            let place = shown(&measure.measure.place);
            remarks.push(
                Remark::new()
                    .value("measure", short(&measure.measure.text))
                    .value("before", day(earlier))
                    .value("after", day(end))
                    .value("approved", version.map(day).unwrap_or_default())
                    .subject(subject(&measure.plan, Some(measure.measure.ordinal), place)),
            );
        }
    }
    remarks
}
