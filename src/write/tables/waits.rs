//! `waits`: one row per wait that a respondent told of.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::Columns;
use super::{Table, parquet};
use crate::model::WaitPoints;

pub(super) const TABLE: Table = Table {
    name: "waits",
    schema: include_str!("../../../schemas/tables/waits.json"),
    encode: |report, marks| parquet::encode(marks, &report.basis.waits, frame),
};

fn frame(rows: &[&WaitPoints]) -> PolarsResult<DataFrame> {
    Columns::of(rows)
        .text("submission_id", |w| w.submission_id.as_str())
        .count("sheet_ordinal", |w| w.sheet)
        .count("row", |w| w.row)
        .count("column", |w| w.column)
        .maybe_count("points", |w| w.points)
        .finish()
}
