//! What rules see: the whole case, one plan, one measure, with the words that messages need.

use std::collections::{HashMap, HashSet};
use std::iter::repeat;

use chrono::{Months, NaiveDate};

use super::Case;
use super::aim::{Aim, aim};
use super::answer::Answer;
use super::deficiency::Deficiency;
use crate::language::fold::one_line;
use crate::law::plan::PlanForm;
use crate::model::{
    Deadline, DeadlineKind, Disclosure, Kind, Location, Measure, Organization, Plan, Progress, Sector, Submission,
};

/// Everything, with what was derived from it once.
pub(super) struct Whole<'a> {
    pub(super) case: &'a Case<'a>,
    pub(super) disclosures: &'a [Disclosure],
    pub(super) deficiencies: &'a [Deficiency],
    organizations: HashMap<&'a str, &'a Organization>,
    /// Plans of something else, by file and number in it.
    foreign: HashSet<(&'a str, u32)>,
    answers: HashMap<(&'a str, u32), Answer>,
}

impl<'a> Whole<'a> {
    pub(super) fn new(case: &'a Case<'a>, disclosures: &'a [Disclosure], deficiencies: &'a [Deficiency]) -> Self {
        let organizations = case.organizations.iter().map(|o| (o.id.as_str(), o)).collect();
        Self { case, disclosures, deficiencies, organizations, foreign: foreign(case), answers: answers(case) }
    }

    /// What a measure of an assessed organization is about.
    pub(super) fn answer(&'a self, view: &MeasureView<'a>) -> Option<&'a Answer> {
        self.answers.get(&(view.plan.submission.facts.source.path.as_str(), view.measure.ordinal))
    }

    /// The organization with an id.
    pub(super) fn organization(&self, id: &str) -> Option<&'a Organization> {
        self.organizations.get(id).copied()
    }

    /// Every plan of every file, recommendations among them.
    pub(super) fn plans(&'a self) -> impl Iterator<Item = PlanView<'a>> {
        self.case.submissions.iter().flat_map(move |submission| {
            submission.facts.plans.iter().enumerate().map(move |(index, plan)| {
                let organization = submission.plan_organizations.get(index).and_then(Option::as_deref);
                PlanView {
                    whole: self,
                    submission,
                    plan,
                    organization: organization.and_then(|id| self.organization(id)),
                }
            })
        })
    }

    /// The plans that the law of the assessment binds: neither recommendations nor plans of something else.
    pub(super) fn assessment_plans(&'a self) -> impl Iterator<Item = PlanView<'a>> {
        self.plans().filter(|view| !view.is_recommendations() && view.is_of_assessment())
    }
}

/// Plans that are for something else than the assessment. One that does not say what it is for is taken for a plan of the
/// assessment where its organization submitted no plan that says so.
fn foreign<'a>(case: &Case<'a>) -> HashSet<(&'a str, u32)> {
    let plans =
        || {
            case.submissions.iter().flat_map(|submission| {
                let organizations = submission.plan_organizations.iter().map(Option::as_deref).chain(repeat(None));
                submission.facts.plans.iter().zip(organizations).map(move |(plan, organization)| {
                    (submission.facts.source.path.as_str(), plan, organization, aim(plan))
                })
            })
        };
    let clear: HashSet<&str> = plans()
        .filter(|(.., aim)| *aim == Aim::Assessment)
        .filter_map(|(_, _, organization, _)| organization)
        .collect();
    plans()
        .filter(|(_, _, organization, aim)| match aim {
            Aim::Assessment => false,
            Aim::Unclear => organization.is_some_and(|id| clear.contains(id)),
            Aim::Other => true,
        })
        .map(|(path, plan, ..)| (path, plan.ordinal))
        .collect()
}

/// What the measures are about, for organizations that somebody assessed: only they have deficiencies to answer.
fn answers<'a>(case: &Case<'a>) -> HashMap<(&'a str, u32), Answer> {
    let on_check_lists = case.submissions.iter().flat_map(|s| s.check_list_organizations.iter().flatten().flatten());
    let assessed: HashSet<&str> =
        on_check_lists.map(String::as_str).chain(case.scores.iter().map(|s| s.organization_id.as_str())).collect();
    let mut answers = HashMap::new();
    for submission in case.submissions {
        for (plan, organization) in submission.facts.plans.iter().zip(&submission.plan_organizations) {
            if organization.as_deref().is_some_and(|id| assessed.contains(id)) {
                let path = submission.facts.source.path.as_str();
                answers.extend(plan.measures.iter().map(|m| ((path, m.ordinal), Answer::new(case, m))));
            }
        }
    }
    answers
}

/// One plan with its surroundings.
#[derive(Clone, Copy)]
pub(super) struct PlanView<'a> {
    pub(super) whole: &'a Whole<'a>,
    pub(super) submission: &'a Submission,
    pub(super) plan: &'a Plan,
    pub(super) organization: Option<&'a Organization>,
}

impl<'a> PlanView<'a> {
    /// Whether it is an operator's or a council's recommendations: nobody has to approve or date those.
    pub(super) fn is_recommendations(&self) -> bool {
        self.submission.facts.kind == Kind::Recommendations
    }

    /// Whether it is a plan that answers an independent assessment, as far as can be told.
    pub(super) fn is_of_assessment(&self) -> bool {
        !self.whole.foreign.contains(&(self.submission.facts.source.path.as_str(), self.plan.ordinal))
    }

    /// The organization's id.
    pub(super) fn organization_id(&self) -> Option<String> {
        self.organization.map(|o| o.id.clone())
    }

    /// The sector: the register's word goes first.
    pub(super) fn sector(&self) -> Option<Sector> {
        self.organization.and_then(|o| o.sector).or(self.plan.sector)
    }

    /// The day that decides which law the plan had to follow: it is written under the law of its own time. A day of
    /// approval that lies far from the plan's period is a slip of the pen.
    pub(super) fn own_day(&self) -> NaiveDate {
        const EARLIEST: Months = Months::new(24);
        let approved = self.plan.approved_on.as_ref().map(|on| on.value);
        let start = self.plan.period.map(|period| period.start);
        let likely = approved.filter(|day| {
            self.plan.period.is_none_or(|period| {
                *day <= period.end && period.start.checked_sub_months(EARLIEST).is_none_or(|first| first <= *day)
            })
        });
        likely.or(start).or(approved).unwrap_or(self.whole.case.as_of)
    }

    /// The approved form that was in force on its own day.
    pub(super) fn form(&self) -> Option<&'a PlanForm> {
        self.whole.case.law.plan_form_on(self.own_day())
    }

    /// « в графе «…»», as the form of its time words it; empty for a plan without a table, which has no columns to fill.
    pub(super) fn in_column(&self, id: &str) -> String {
        let column = self.form().and_then(|form| form.columns.iter().find(|column| column.id == id));
        let column = column.filter(|_| !self.plan.columns.is_empty());
        column.map_or(String::new(), |column| format!(" в графе «{}»", column.heading))
    }

    /// Its measures.
    pub(super) fn measures(self) -> impl Iterator<Item = MeasureView<'a>> {
        self.plan.measures.iter().map(move |measure| MeasureView { plan: self, measure })
    }

    /// The place of its table, or of the plan itself.
    pub(super) fn table_place(&self) -> String {
        let table = self.plan.measures.first().map(|m| Location { row: None, column: None, ..m.place.clone() });
        shown(&table.filter(|place| *place != Location::default()).unwrap_or_else(|| self.plan.place.clone()))
    }
}

/// One measure with its surroundings.
#[derive(Clone, Copy)]
pub(super) struct MeasureView<'a> {
    pub(super) plan: PlanView<'a>,
    pub(super) measure: &'a Measure,
}

impl MeasureView<'_> {
    /// The day as of which findings hold.
    pub(super) fn as_of(&self) -> NaiveDate {
        self.plan.whole.case.as_of
    }

    /// Whether any stated deadline has a last day.
    pub(super) fn has_concrete_deadline(&self) -> bool {
        self.measure.deadlines.iter().any(|d| is_dated(d) && d.end_date.is_some())
    }

    /// The last day of all stated deadlines.
    pub(super) fn last_day(&self) -> Option<NaiveDate> {
        self.measure.deadlines.iter().filter(|d| is_dated(d)).filter_map(|d| d.end_date).max()
    }

    /// The deadlines of some kinds.
    pub(super) fn deadlines_of(&self, kinds: &[DeadlineKind]) -> impl Iterator<Item = &Deadline> {
        self.measure.deadlines.iter().filter(|d| kinds.contains(&d.kind))
    }

    /// Whether the plan itself says that it is done.
    pub(super) fn is_done(&self) -> bool {
        self.measure.status == Progress::Complete || self.measure.completed_on.is_some()
    }
}

/// Whether a deadline is a day or a stretch of days.
pub(super) fn is_dated(deadline: &Deadline) -> bool {
    matches!(deadline.kind, DeadlineKind::Date | DeadlineKind::Period)
}

/// A date as official papers write it.
pub(super) fn day(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

/// A place, or the document as a whole.
pub(super) fn shown(place: &Location) -> String {
    if *place == Location::default() { "документ".to_owned() } else { place.to_string() }
}

/// A text short enough for a message.
pub(super) fn short(text: &str) -> String {
    const LIMIT: usize = 90;
    let line = one_line(text);
    let line = line.trim_end_matches(['.', ';', ',', ' ']);
    match line.char_indices().nth(LIMIT) {
        None => line.to_owned(),
        Some((limit, _)) => {
            let end = line[..limit].rfind(' ').unwrap_or(limit);
            format!("{}…", line[..end].trim_end_matches([',', ';', '.', ' ', '«', '(']))
        }
    }
}
