//! `checks`: one row per item of a check-list that counts.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::Columns;
use super::{Table, parquet};
use crate::model::CheckMark;

pub(super) const TABLE: Table = Table {
    name: "checks",
    schema: include_str!("../../../schemas/tables/checks.json"),
    encode: |report, marks| parquet::encode(marks, &report.basis.checks, frame),
};

fn frame(rows: &[&CheckMark]) -> PolarsResult<DataFrame> {
    Columns::of(rows)
        .text("organization_id", |c| c.organization_id.as_str())
        .text("topic", |c| c.topic.as_str())
        .count("ordinal", |c| c.ordinal)
        .text("item", |c| c.item.as_str())
        .maybe_flag("met", |c| c.met)
        .text("submission_id", |c| c.submission_id.as_str())
        .text("locator", |c| c.place.to_string())
        .finish()
}
