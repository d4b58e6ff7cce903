//! What a rule is, and what it says when it is broken.

use chrono::NaiveDate;

use super::view::{MeasureView, PlanView, Whole};
use crate::model::{Addressee, Severity};

/// One rule. Everything a reader of a finding may ask is here, as data.
#[derive(Debug)]
pub struct Rule {
    /// Stable code; numbers are never reused.
    pub code: &'static str,
    /// Stable machine name in kebab-case.
    pub name: &'static str,
    /// Russian: the finding in a few words.
    pub title: &'static str,
    /// Russian: what it checks and why that matters.
    pub checks: &'static str,
    /// What it rests on.
    pub basis: Basis,
    /// How serious a breach is, unless the edition in force says otherwise.
    pub severity: Severity,
    /// Who is to put it right.
    pub addressee: Addressee,
    /// The message; `{name}` is filled in.
    pub message: &'static str,
    /// A small case that breaks it.
    pub violates: &'static str,
    /// The same case put right.
    pub complies: &'static str,
    /// The looking itself.
    pub(super) look: Look,
}

/// The legal basis of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A duty of `schemas/law/duties.toml`. Where none of its editions bound the plan, there is nothing to find.
    Duty(&'static str),
    /// A duty, and beside it common sense: a date that does not exist is a note where no act bound the plan.
    DutyOrSense(&'static str),
    /// The disclosure list whose item is at stake.
    List,
    /// No act: the documents contradict themselves, or a reader should know.
    None,
}

impl Basis {
    /// The duty that it rests on.
    pub fn duty(self) -> Option<&'static str> {
        match self {
            Self::Duty(id) | Self::DutyOrSense(id) => Some(id),
            Self::List | Self::None => None,
        }
    }
}

/// What a rule looks at.
#[derive(Clone, Copy, Debug)]
pub(super) enum Look {
    /// One plan at a time.
    Plan(fn(&PlanView<'_>) -> Vec<Remark>),
    /// One measure at a time.
    Measure(fn(&MeasureView<'_>) -> Vec<Remark>),
    /// Everything at once.
    Whole(fn(&Whole<'_>) -> Vec<Remark>),
}

/// That a rule is broken, and what its message needs to say so.
#[derive(Clone, Debug, Default)]
pub(super) struct Remark {
    /// What fills `{name}` in the message.
    pub(super) values: Vec<(&'static str, String)>,
    /// Another severity than the rule's own.
    pub(super) severity: Option<Severity>,
    /// Another basis than the rule's own: act, clause, edition.
    pub(super) law: Option<(String, String, String)>,
    /// Another subject than the plan or the measure that was looked at.
    pub(super) subject: Option<Subject>,
    /// What binds its subject; `None` is the law of the day as of which findings hold.
    pub(super) bound: Option<Bound>,
    /// Where what is wrong was seen, if that is another document than the one to be put right.
    pub(super) evidence: Option<String>,
}

/// Which law a remark is held against. A plan is written under the law of its own time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// The law of a day.
    On(NaiveDate),
    /// Nobody is bound: recommendations are worth a note, and no act asks for anything in them.
    Nobody,
}

/// What a remark is about.
#[derive(Clone, Debug, Default)]
pub(super) struct Subject {
    /// The organization.
    pub(super) organization_id: Option<String>,
    /// The file.
    pub(super) submission_id: Option<String>,
    /// The measure.
    pub(super) measure_id: Option<String>,
    /// The place in the file.
    pub(super) locator: Option<String>,
}

impl Remark {
    /// Nothing to add to the message.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// The remark, if a condition holds: what most rules return.
    pub(super) fn when(broken: bool) -> Vec<Self> {
        if broken { vec![Self::new()] } else { Vec::new() }
    }

    /// Fills one name of the message.
    pub(super) fn value(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// Another severity.
    pub(super) fn severity(self, severity: Severity) -> Self {
        Self { severity: Some(severity), ..self }
    }

    /// Another basis.
    pub(super) fn law(self, act: impl Into<String>, clause: impl Into<String>, edition: impl Into<String>) -> Self {
        Self { law: Some((act.into(), clause.into(), edition.into())), ..self }
    }

    /// Another law than that of the day as of which findings hold.
    pub(super) fn bound(self, bound: impl Into<Option<Bound>>) -> Self {
        Self { bound: bound.into(), ..self }
    }

    /// Where it was seen.
    pub(super) fn seen(self, evidence: Option<String>) -> Self {
        Self { evidence, ..self }
    }

    /// Another subject.
    pub(super) fn subject(self, subject: Subject) -> Self {
        Self { subject: Some(subject), ..self }
    }
}
