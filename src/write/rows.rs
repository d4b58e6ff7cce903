//! The report walked row by row: what every table and document about plans goes through, in one order.

use crate::model::{Measure, Plan, Report, Submission};

/// A plan with the file it stands in and the organization it was joined to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PlanRow<'a> {
    pub(crate) submission: &'a Submission,
    /// Index of the plan in its file, from 0.
    pub(crate) index: usize,
    pub(crate) plan: &'a Plan,
    pub(crate) organization_id: Option<&'a str>,
}

impl PlanRow<'_> {
    pub(crate) fn submission_id(&self) -> String {
        self.submission.facts.source.submission_id()
    }

    pub(crate) fn plan_id(&self) -> String {
        self.submission.plan_id(self.index)
    }
}

/// A measure with its plan.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MeasureRow<'a> {
    pub(crate) plan: PlanRow<'a>,
    pub(crate) measure: &'a Measure,
}

impl MeasureRow<'_> {
    pub(crate) fn measure_id(&self) -> String {
        self.plan.submission.measure_id(self.measure.ordinal)
    }
}

impl Report {
    /// All plans, by file and place.
    pub(crate) fn plan_rows(&self) -> impl Iterator<Item = PlanRow<'_>> {
        self.submissions.iter().flat_map(|submission| {
            submission.facts.plans.iter().enumerate().map(move |(index, plan)| PlanRow {
                submission,
                index,
                plan,
                organization_id: submission.plan_organizations.get(index).and_then(Option::as_deref),
            })
        })
    }

    /// All measures, by file and place.
    pub(crate) fn measure_rows(&self) -> impl Iterator<Item = MeasureRow<'_>> {
        self.plan_rows().flat_map(|plan| plan.plan.measures.iter().map(move |measure| MeasureRow { plan, measure }))
    }
}
