//! `shares`: one row per share that a table states without saying of how many people.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::Columns;
use super::{Table, parquet};
use crate::model::{Answers, Report, StatedShare, Submission};

pub(super) const TABLE: Table = Table {
    name: "shares",
    schema: include_str!("../../../schemas/tables/shares.json"),
    encode: |report, marks| parquet::encode(marks, rows(report), frame),
};

struct Row<'a> {
    submission: &'a Submission,
    /// From 1.
    sheet: usize,
    answers: &'a Answers,
    share: &'a StatedShare,
}

impl<'a> Row<'a> {
    fn organization_id(&self) -> Option<&'a str> {
        let organizations = self.submission.answer_organizations.get(self.sheet - 1)?;
        organizations.get(self.share.organization as usize)?.as_deref()
    }
}

fn rows(report: &Report) -> impl Iterator<Item = Row<'_>> {
    report.submissions.iter().flat_map(|submission| {
        (1..).zip(&submission.facts.answers).flat_map(move |(sheet, answers)| {
            answers.shares.iter().map(move |share| Row { submission, sheet, answers, share })
        })
    })
}

fn frame(rows: &[Row<'_>]) -> PolarsResult<DataFrame> {
    Columns::of(rows)
        .text("submission_id", |r| r.submission.facts.source.submission_id())
        .count("sheet_ordinal", |r| r.sheet)
        .count("row", |r| r.share.row)
        .maybe_text("organization_id", Row::organization_id)
        .text("form", |r| r.answers.form.as_str())
        .text("question", |r| r.share.question.as_str())
        .large("yes", |r| r.share.yes.into())
        .large("of", |r| r.share.of.into())
        .finish()
}
