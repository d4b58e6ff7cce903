//! `submissions`: one row per input file.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::Columns;
use super::{Table, parquet};
use crate::model::{Reason, Submission};

pub(super) const TABLE: Table = Table {
    name: "submissions",
    schema: include_str!("../../../schemas/tables/submissions.json"),
    encode: |report, marks| parquet::encode(marks, &report.submissions, frame),
};

fn frame(rows: &[&Submission]) -> PolarsResult<DataFrame> {
    Columns::of(rows)
        .text("submission_id", |s| s.facts.source.submission_id())
        .text("source_path", |s| s.facts.source.path.as_str())
        .text("sha256", |s| s.facts.source.sha256.as_str())
        .large("bytes", |s| s.facts.source.bytes)
        .maybe_text("format", |s| s.facts.format.map(|format| format.as_str()))
        .text("kind", |s| s.facts.kind.as_str())
        .text("status", |s| s.facts.status.as_str())
        .maybe_text("reason_code", |s| reason(s).map(|reason| reason.code.as_str()))
        .maybe_text("reason", |s| reason(s).map(|reason| reason.text.as_str()))
        .count("plans_n", |s| s.facts.plans.len())
        .count("measures_n", |s| s.facts.plans.iter().map(|plan| plan.measures.len()).sum::<usize>())
        .count("warnings_n", |s| s.facts.warnings.len())
        .count("respondents_n", |s| s.facts.answers.iter().map(|sheet| sheet.respondents.len()).sum::<usize>())
        .finish()
}

fn reason<'a>(submission: &'a &Submission) -> Option<&'a Reason> {
    submission.facts.reason.as_ref()
}
