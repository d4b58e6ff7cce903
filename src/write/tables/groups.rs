//! `groups`: figures of sectors, municipalities and the region.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::Columns;
use super::{Table, parquet};
use crate::model::GroupScore;

pub(super) const TABLE: Table = Table {
    name: "groups",
    schema: include_str!("../../../schemas/tables/groups.json"),
    encode: |report, marks| parquet::encode(marks, &report.groups, frame),
};

fn frame(rows: &[&GroupScore]) -> PolarsResult<DataFrame> {
    Columns::of(rows)
        .text("scope", |g| g.scope.level)
        .text("scope_name", |g| g.scope.name.as_str())
        .text("code", |g| g.code.as_str())
        .maybe_points("value", |g| Some(&g.value))
        .count("of_n", |g| g.of)
        .text("value_exact", |g| g.value.to_string())
        .finish()
}
