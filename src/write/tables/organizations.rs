//! `organizations`: one row per organization that the run knows.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::Columns;
use super::{Table, parquet};
use crate::model::Organization;

pub(super) const TABLE: Table = Table {
    name: "organizations",
    schema: include_str!("../../../schemas/tables/organizations.json"),
    encode: |report, marks| parquet::encode(marks, &report.organizations, frame),
};

fn frame(rows: &[&Organization]) -> PolarsResult<DataFrame> {
    Columns::of(rows)
        .text("organization_id", |o| o.id.as_str())
        .maybe_text("inn", |o| o.inn.as_deref())
        .text("name", |o| o.name.as_str())
        .maybe_text("short_name", |o| o.short_name.as_deref())
        .maybe_text("sector", |o| o.sector.map(|sector| sector.as_str()))
        .maybe_text("kind", |o| o.kind.map(|kind| kind.as_str()))
        .maybe_text("municipality", |o| o.municipality.as_deref())
        .maybe_text("region", |o| o.region.as_deref())
        .maybe_text("parent_id", |o| o.parent_id.as_deref())
        .maybe_large("recipients_n", |o| o.recipients)
        .text("matched_by", |o| o.matched_by.as_str())
        .finish()
}
