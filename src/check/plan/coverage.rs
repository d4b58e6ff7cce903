//! Deficiencies and measures of each organization side by side, for the rules of coverage.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::answer::Answer;
use crate::check::deficiency::Deficiency;
use crate::check::finding::subject;
use crate::check::rule::{Bound, Subject};
use crate::check::view::{MeasureView, PlanView, Whole, shown};

/// One organization that submitted a plan.
pub(super) struct Answered<'a> {
    pub(super) organization_id: &'a str,
    pub(super) plans: Vec<PlanView<'a>>,
    pub(super) deficiencies: Vec<&'a Deficiency>,
    pub(super) measures: Vec<(MeasureView<'a>, &'a Answer)>,
    pub(super) has_check_list: bool,
}

impl Answered<'_> {
    /// The law of its latest plan: that one ought to answer.
    pub(super) fn bound(&self) -> Option<Bound> {
        self.plans.iter().map(PlanView::own_day).max().map(Bound::On)
    }

    /// Its first plan as a subject: what a plan lacks is nowhere but in the plan.
    pub(super) fn plan_itself(&self) -> Subject {
        self.plans.first().map(|view| subject(view, None, shown(&view.plan.place))).unwrap_or_default()
    }
}

/// Every organization with a plan, by id. Recommendations are no plan: they name what is wrong and bind nobody.
pub(super) fn by_organization<'a>(whole: &'a Whole<'a>) -> Vec<Answered<'a>> {
    let mut plans: BTreeMap<&str, Vec<PlanView<'a>>> = BTreeMap::new();
    for view in whole.assessment_plans() {
        if let Some(organization) = view.organization {
            plans.entry(&organization.id).or_default().push(view);
        }
    }
    let mut deficiencies: BTreeMap<&str, Vec<&Deficiency>> = BTreeMap::new();
    for deficiency in whole.deficiencies {
        deficiencies.entry(&deficiency.organization_id).or_default().push(deficiency);
    }
    let checked: BTreeSet<&str> = whole
        .case
        .submissions
        .iter()
        .flat_map(|s| s.check_list_organizations.iter().flatten().flatten().map(String::as_str))
        .collect();
    plans
        .into_iter()
        .map(|(organization_id, plans)| Answered {
            organization_id,
            deficiencies: deficiencies.remove(organization_id).unwrap_or_default(),
            measures: plans
                .iter()
                .flat_map(|view| view.measures())
                .filter_map(|view| Some((view, whole.answer(&view)?)))
                .collect(),
            plans,
            has_check_list: checked.contains(organization_id),
        })
        .collect()
}
