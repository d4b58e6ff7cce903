//! `rankings`: one row per scope and organization, the organizations without a place among them.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::Columns;
use super::{Table, parquet};
use crate::model::Place;

pub(super) const TABLE: Table = Table {
    name: "rankings",
    schema: include_str!("../../../schemas/tables/rankings.json"),
    encode: |report, marks| parquet::encode(marks, &report.rankings, frame),
};

fn frame(rows: &[&Place]) -> PolarsResult<DataFrame> {
    Columns::of(rows)
        .text("scope", |p| p.scope.level)
        .text("scope_name", |p| p.scope.name.as_str())
        .text("organization_id", |p| p.organization_id.as_str())
        .maybe_points("total", |p| p.total.as_ref())
        .maybe_count("place", |p| p.place)
        .maybe_count("place_low", |p| p.place_low)
        .maybe_count("place_high", |p| p.place_high)
        .count("tied_n", |p| p.tied)
        .count("of_n", |p| p.of)
        .maybe_count("previous_place", |p| p.previous_place)
        .maybe_text("note", |p| p.note.as_deref())
        .maybe_points("previous_total", |p| p.previous.as_ref().map(|change| &change.total))
        .maybe_points("change", |p| p.previous.as_ref().map(|change| &change.difference))
        .maybe_flag("change_beyond_noise", |p| p.previous.as_ref().and_then(|change| change.beyond_noise))
        .maybe_count("tier", |p| p.tier)
        .finish()
}
