//! `persons`: one row per person named as responsible, within one organization.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::Columns;
use super::{Table, parquet};
use crate::model::PersonRow;

pub(super) const TABLE: Table = Table {
    name: "persons",
    schema: include_str!("../../../schemas/tables/persons.json"),
    encode: |report, marks| parquet::encode(marks, &report.persons, frame),
};

fn frame(rows: &[&PersonRow]) -> PolarsResult<DataFrame> {
    Columns::of(rows)
        .text("person_id", |p| p.person_id.as_str())
        .text("person", |p| p.person.as_str())
        .maybe_text("position", |p| p.position.as_deref())
        .maybe_text("organization_id", |p| p.organization_id.as_deref())
        .count("measures_n", |p| p.measures)
        .count("overdue_n", |p| p.overdue)
        .finish()
}
