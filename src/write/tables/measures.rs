//! `measures`: one row per measure.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::Columns;
use super::{Table, parquet};
use crate::model::{Report, Verifiability};
use crate::write::rows::MeasureRow;

pub(super) const TABLE: Table = Table {
    name: "measures",
    schema: include_str!("../../../schemas/tables/measures.json"),
    encode: |report: &Report, marks| parquet::encode(marks, report.measure_rows(), frame),
};

fn frame(rows: &[MeasureRow<'_>]) -> PolarsResult<DataFrame> {
    Columns::of(rows)
        .text("measure_id", MeasureRow::measure_id)
        .text("submission_id", |r| r.plan.submission_id())
        .text("plan_id", |r| r.plan.plan_id())
        .maybe_text("organization_id", |r| r.plan.organization_id)
        .count("ordinal", |r| r.measure.ordinal)
        .text("locator", |r| r.measure.place.to_string())
        .maybe_count("table", |r| r.measure.place.table)
        .maybe_count("row", |r| r.measure.place.row)
        .maybe_text("number", |r| r.measure.number.as_deref())
        .maybe_text("section", |r| r.measure.section.as_deref())
        .maybe_text("lead", |r| r.measure.lead.as_deref())
        .maybe_count("criterion", |r| r.measure.criterion)
        .maybe_text("indicator", |r| r.measure.indicator.as_deref())
        .maybe_text("deficiency", |r| r.measure.deficiency.as_deref())
        .text("measure", |r| r.measure.text.as_str())
        .maybe_text("deadline_raw", |r| r.measure.deadline_raw.as_deref())
        .maybe_text("officers_raw", |r| r.measure.officers_raw.as_deref())
        .maybe_text("expected_result", |r| r.measure.expected_result.as_deref())
        .maybe_text("progress", |r| r.measure.progress.as_deref())
        .maybe_date("completed_on", |r| r.measure.completed_on)
        .text("status", |r| r.measure.status.as_str())
        .maybe_text("verifiability", |r| r.measure.verifiability.as_ref().map(graded))
        .text("grade", |r| r.measure.grade.as_str())
        .text("rules", |r| r.measure.rules.join(", "))
        .maybe_text("completed_raw", |r| r.measure.completed_raw.as_deref())
        .maybe_text("sheet", |r| r.measure.place.sheet.as_deref())
        .finish()
}

/// «B: результат не назван».
fn graded(verifiability: &Verifiability) -> String {
    format!("{}: {}", verifiability.grade.as_str(), verifiability.reason)
}
