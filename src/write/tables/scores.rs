//! `scores`: one row per organization and figure of order 344н.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::Columns;
use super::{Table, parquet};
use crate::model::Score;

pub(super) const TABLE: Table = Table {
    name: "scores",
    schema: include_str!("../../../schemas/tables/scores.json"),
    encode: |report, marks| parquet::encode(marks, &report.scores, frame),
};

fn frame(rows: &[&Score]) -> PolarsResult<DataFrame> {
    Columns::of(rows)
        .text("organization_id", |s| s.organization_id.as_str())
        .text("code", |s| s.code.as_str())
        .maybe_points("value", |s| s.value.as_ref())
        .maybe_large("numerator", |s| s.numerator)
        .maybe_large("denominator", |s| s.denominator)
        .maybe_large("n", |s| s.n)
        .maybe_estimate("low", |s| s.low)
        .maybe_estimate("high", |s| s.high)
        .maybe_text("note", |s| s.note.as_ref().map(|note| note.text.as_str()))
        .text("method_edition", |s| s.method_edition.as_str())
        .maybe_text("note_code", |s| s.note.as_ref().map(|note| note.code.as_str()))
        .maybe_text("value_exact", |s| s.value.as_ref().map(ToString::to_string))
        .finish()
}
