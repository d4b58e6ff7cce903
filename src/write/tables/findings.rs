//! `findings`: one row per finding.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::Columns;
use super::{Table, parquet};
use crate::model::Finding;

pub(super) const TABLE: Table = Table {
    name: "findings",
    schema: include_str!("../../../schemas/tables/findings.json"),
    encode: |report, marks| parquet::encode(marks, &report.findings, frame),
};

fn frame(rows: &[&Finding]) -> PolarsResult<DataFrame> {
    Columns::of(rows)
        .text("code", |f| f.code.as_str())
        .text("severity", |f| f.severity.as_str())
        .maybe_text("organization_id", |f| f.organization_id.as_deref())
        .maybe_text("submission_id", |f| f.submission_id.as_deref())
        .maybe_text("measure_id", |f| f.measure_id.as_deref())
        .maybe_text("locator", |f| f.locator.as_deref())
        .text("message", |f| f.message.as_str())
        .maybe_text("act", |f| f.act.as_deref())
        .maybe_text("clause", |f| f.clause.as_deref())
        .maybe_text("edition", |f| f.edition.as_deref())
        .date("as_of", |f| f.as_of)
        .maybe_text("evidence", |f| f.evidence.as_deref())
        .finish()
}
