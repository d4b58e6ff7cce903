//! `warnings`: one row per oddity that reading a file met; the file's fault, not the organization's.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::Columns;
use super::{Table, parquet};
use crate::model::{Report, Submission, Warning};

pub(super) const TABLE: Table = Table {
    name: "warnings",
    schema: include_str!("../../../schemas/tables/warnings.json"),
    encode: |report, marks| parquet::encode(marks, rows(report), frame),
};

struct Row<'a> {
    submission: &'a Submission,
    ordinal: usize,
    warning: &'a Warning,
}

fn rows(report: &Report) -> impl Iterator<Item = Row<'_>> {
    report.submissions.iter().flat_map(|submission| {
        submission.facts.warnings.iter().zip(1..).map(move |(warning, ordinal)| Row { submission, ordinal, warning })
    })
}

fn frame(rows: &[Row<'_>]) -> PolarsResult<DataFrame> {
    Columns::of(rows)
        .text("submission_id", |r| r.submission.facts.source.submission_id())
        .count("ordinal", |r| r.ordinal)
        .text("code", |r| r.warning.code.as_str())
        .text("message", |r| r.warning.message.as_str())
        .text("locator", |r| r.warning.place.to_string())
        .finish()
}
