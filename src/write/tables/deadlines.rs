//! `deadlines`: one row per stated deadline of a measure.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::Columns;
use super::{Table, parquet};
use crate::model::{Bound, Deadline, PeriodUnit, Precision, Report};
use crate::write::rows::MeasureRow;

pub(super) const TABLE: Table = Table {
    name: "deadlines",
    schema: include_str!("../../../schemas/tables/deadlines.json"),
    encode: |report: &Report, marks| parquet::encode(marks, rows(report), frame),
};

struct Row<'a> {
    measure: MeasureRow<'a>,
    ordinal: usize,
    deadline: &'a Deadline,
}

fn rows(report: &Report) -> impl Iterator<Item = Row<'_>> {
    report.measure_rows().flat_map(|measure| {
        measure.measure.deadlines.iter().zip(1..).map(move |(deadline, ordinal)| Row { measure, ordinal, deadline })
    })
}

fn frame(rows: &[Row<'_>]) -> PolarsResult<DataFrame> {
    Columns::of(rows)
        .text("measure_id", |r| r.measure.measure_id())
        .count("ordinal", |r| r.ordinal)
        .text("deadline_raw", |r| r.deadline.raw.as_str())
        .text("kind", |r| r.deadline.kind.as_str())
        .maybe_text("bound", |r| r.deadline.bound.map(Bound::as_str))
        .maybe_date("start_date", |r| r.deadline.start_date)
        .maybe_date("end_date", |r| r.deadline.end_date)
        .maybe_text("period_unit", |r| r.deadline.period_unit.map(PeriodUnit::as_str))
        .maybe_count("period_count", |r| r.deadline.period_count)
        .maybe_text("rrule", |r| r.deadline.rrule.as_deref())
        .maybe_text("condition", |r| r.deadline.condition.as_deref())
        .maybe_text("precision", |r| r.deadline.precision.map(Precision::as_str))
        .flag("ambiguous", |r| r.deadline.ambiguous)
        .text("reading", |r| r.deadline.reading.as_str())
        .text("rule", |r| r.deadline.rule.as_str())
        .text("grade", |r| r.deadline.grade.as_str())
        .finish()
}
