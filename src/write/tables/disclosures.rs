//! `disclosures`: one row per organization, list edition, requirement and channel.

use std::io::Cursor;

use polars::prelude::{DataFrame, ParquetReader, PolarsResult, SerReader, polars_err};
use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};

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

/// The rows of a table that an earlier run wrote.
///
/// # Errors
/// When the file is no such table.
pub fn read(bytes: &[u8]) -> PolarsResult<Vec<Disclosure>> {
    let frame = ParquetReader::new(Cursor::new(bytes)).finish()?;
    let text = |name: &str, row: usize| -> PolarsResult<Option<String>> {
        Ok(frame.column(name)?.str()?.get(row).map(str::to_owned))
    };
    let stated = |name: &str, row: usize| text(name, row).map(Option::unwrap_or_default);
    (0..frame.height())
        .map(|row| {
            Ok(Disclosure {
                organization_id: stated("organization_id", row)?,
                edition: stated("edition", row)?,
                requirement: stated("requirement", row)?,
                channel: named(&stated("channel", row)?)?,
                status: named(&stated("status", row)?)?,
                evidence: text("evidence", row)?,
                submission_id: text("submission_id", row)?,
                locator: text("locator", row)?,
            })
        })
        .collect()
}

fn named<'a, T: Deserialize<'a>>(name: &'a str) -> PolarsResult<T> {
    T::deserialize(StrDeserializer::<Error>::new(name)).map_err(|error| polars_err!(ComputeError: "{error}"))
}
