//! `disclosures`: one row per organization, list edition, requirement and channel.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::Columns;
use super::{Table, parquet};
use crate::model::Disclosure;

pub(super) const TABLE: Table = Table {
    name: "disclosures",
    schema: include_str!("../../../schemas/tables/disclosures.json"),
    encode: |report, marks| parquet::encode(marks, &report.disclosures, frame),
};

fn frame(rows: &[&Disclosure]) -> PolarsResult<DataFrame> {
    Columns::of(rows)
        .text("organization_id", |d| d.organization_id.as_str())
        .text("edition", |d| d.edition.as_str())
        .text("requirement", |d| d.requirement.as_str())
        .text("channel", |d| d.channel.as_str())
        .text("status", |d| d.status.as_str())
        .maybe_text("evidence", |d| d.evidence.as_deref())
        .maybe_text("submission_id", |d| d.submission_id.as_deref())
        .maybe_text("locator", |d| d.locator.as_deref())
        .finish()
}
