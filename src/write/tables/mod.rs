//! The tables: `tables/*.parquet`, one file here per table, one schema beside the code in `schemas/tables`.
//!
//! A table is a list of rows (borrowed from the report) and a list of columns (name, type, how to take it from a row).
//! The schema file says the same for readers outside; a test holds the two together.

mod answers;
mod checks;
mod columns;
mod deadlines;
mod disclosures;
mod findings;
mod formulas;
mod gains;
mod groups;
mod measures;
mod officers;
mod organizations;
mod parquet;
mod persons;
mod plans;
mod questions;
mod rankings;
mod scores;
mod shares;
mod submissions;
mod waits;
mod warnings;

use polars::prelude::PolarsResult;

use super::{OutputFile, WriteError};
use crate::model::Report;

pub use disclosures::read as read_disclosures;
use parquet::{Encoded, Marks};

/// Version of the tables' names, columns and meanings. The first number changes when an old reader would misread them.
pub const SCHEMA_VERSION: &str = "1.0";

/// One output table.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Name of the file without extension, and of the resource in the data package.
    pub name: &'static str,
    /// Its Table Schema: grain, key, columns, types, meaning.
    pub schema: &'static str,
    encode: fn(&Report, Marks<'_>) -> PolarsResult<Encoded>,
}

/// All tables, in reading order: what was submitted, what it says, what follows from it.
pub const TABLES: &[Table] = &[
    submissions::TABLE,
    warnings::TABLE,
    plans::TABLE,
    organizations::TABLE,
    measures::TABLE,
    deadlines::TABLE,
    officers::TABLE,
    persons::TABLE,
    questions::TABLE,
    answers::TABLE,
    waits::TABLE,
    shares::TABLE,
    checks::TABLE,
    disclosures::TABLE,
    formulas::TABLE,
    scores::TABLE,
    rankings::TABLE,
    groups::TABLE,
    gains::TABLE,
    findings::TABLE,
];

impl Table {
    /// Path of the file below the output folder.
    pub fn path(&self) -> String {
        format!("tables/{}.parquet", self.name)
    }
}

/// Every table as a parquet file, the empty ones too: a reader finds the same files after every run.
pub(super) fn write(report: &Report) -> Result<Vec<OutputFile>, WriteError> {
    let run_id = super::run_id(report);
    TABLES
        .iter()
        .map(|table| {
            let marks = Marks { table: table.name, schema_version: SCHEMA_VERSION, run_id: &run_id };
            let encoded = (table.encode)(report, marks).map_err(|error| WriteError::new(&table.path(), &error))?;
            Ok(OutputFile { path: table.path(), bytes: encoded.bytes, rows: Some(encoded.rows) })
        })
        .collect()
}
