//! Whose document a finding rests on, for readers outside the ministry: the organization finds the place in its own plan,
//! the operator's cells tell it nothing.

use super::view::View;
use crate::model::{Finding, Kind};

/// Whose document a finding rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Source<'a> {
    /// The organization's own.
    Document(&'a str),
    /// Its site, as it was saved.
    Pages,
    /// The operator's check-list. Its cells tell the organization nothing.
    CheckList,
}

impl<'a> Source<'a> {
    /// The source of a finding; `None` where it rests on no file.
    pub(crate) fn of(view: &View<'_>, finding: &'a Finding) -> Option<Self> {
        let file = finding.submission_id.as_deref()?;
        Some(match view.kind(file) {
            Some(Kind::Page) => Self::Pages,
            Some(Kind::Checklist | Kind::Answers | Kind::Register) => Self::CheckList,
            _ => Self::Document(file),
        })
    }

    /// How a reader is told of it.
    pub(crate) fn named(&self) -> String {
        match self {
            Self::Document(file) => format!("Документ: {file}"),
            Self::Pages => "По сохранённым страницам сайта".to_owned(),
            Self::CheckList => "По данным чек-листа оператора".to_owned(),
        }
    }
}
