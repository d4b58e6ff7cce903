//! `gains`: what closing each gap of an organization would give.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::Columns;
use super::{Table, parquet};
use crate::model::{Prospect, Report};

pub(super) const TABLE: Table = Table {
    name: "gains",
    schema: include_str!("../../../schemas/tables/gains.json"),
    encode: |report, marks| parquet::encode(marks, rows(report), frame),
};

/// A prospect with its number within the organization, from 1.
type Row<'a> = (usize, &'a Prospect);

fn rows(report: &Report) -> impl Iterator<Item = Row<'_>> {
    let of_one = |a: &Prospect, b: &Prospect| a.organization_id == b.organization_id;
    report.prospects.chunk_by(of_one).flat_map(|gaps| (1..).zip(gaps))
}

fn frame(rows: &[Row<'_>]) -> PolarsResult<DataFrame> {
    Columns::of(rows)
        .text("organization_id", |(_, p)| p.organization_id.as_str())
        .count("ordinal", |(ordinal, _)| *ordinal)
        .text("indicator", |(_, p)| p.gain.indicator.as_str())
        .maybe_text("topic", |(_, p)| p.gain.topic.map(|topic| topic.as_str()))
        .text("item", |(_, p)| p.gain.item.as_str())
        .maybe_text("locator", |(_, p)| p.gain.place.as_ref().map(ToString::to_string))
        .maybe_points("points", |(_, p)| Some(&p.gain.points))
        .maybe_points("total_after", |(_, p)| Some(&p.gain.total))
        .maybe_text("scope", |(_, p)| p.scope.as_ref().map(|scope| scope.level))
        .maybe_count("place", |(_, p)| p.place)
        .maybe_count("place_after", |(_, p)| p.place_after)
        .finish()
}
