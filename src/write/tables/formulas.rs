//! `formulas`: how every figure of every organization is made of its parts.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::Columns;
use super::{Table, parquet};
use crate::model::FormulaPart;

pub(super) const TABLE: Table = Table {
    name: "formulas",
    schema: include_str!("../../../schemas/tables/formulas.json"),
    encode: |report, marks| parquet::encode(marks, &report.basis.formulas, frame),
};

fn frame(rows: &[&FormulaPart]) -> PolarsResult<DataFrame> {
    Columns::of(rows)
        .text("organization_id", |f| f.organization_id.as_str())
        .text("code", |f| f.code.as_str())
        .text("kind", |f| f.kind.as_str())
        .count("step", |f| f.step)
        .text("part", |f| f.part.as_str())
        .large("weight", |f| f.weight)
        .maybe_count("points", |f| f.points)
        .maybe_count("cap", |f| f.cap)
        .finish()
}
