//! `officers`: one row per responsible party of a measure.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::Columns;
use super::{Table, parquet};
use crate::model::{Officer, Report};
use crate::write::rows::MeasureRow;

pub(super) const TABLE: Table = Table {
    name: "officers",
    schema: include_str!("../../../schemas/tables/officers.json"),
    encode: |report: &Report, marks| parquet::encode(marks, rows(report), frame),
};

struct Row<'a> {
    measure: MeasureRow<'a>,
    ordinal: usize,
    officer: &'a Officer,
}

fn rows(report: &Report) -> impl Iterator<Item = Row<'_>> {
    report.measure_rows().flat_map(|measure| {
        measure.measure.officers.iter().zip(1..).map(move |(officer, ordinal)| Row { measure, ordinal, officer })
    })
}

fn frame(rows: &[Row<'_>]) -> PolarsResult<DataFrame> {
    Columns::of(rows)
        .text("measure_id", |r| r.measure.measure_id())
        .count("ordinal", |r| r.ordinal)
        .text("officer_raw", |r| r.officer.raw.as_str())
        .maybe_text("person", |r| r.officer.person.as_deref())
        .maybe_text("position", |r| r.officer.position.as_deref())
        .maybe_text("unit", |r| r.officer.unit.as_deref())
        .flag("inherited", |r| r.officer.inherited)
        .text("rule", |r| r.officer.rule.as_str())
        .text("grade", |r| r.officer.grade.as_str())
        .finish()
}
