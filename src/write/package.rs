//! `datapackage.json`: every table described for other programs, as a Data Package of version 2.

use serde_json::{Value, json};

use super::tables::{SCHEMA_VERSION, TABLES, Table};
use super::{OutputFile, WriteError, run_id};
use crate::model::{self, Report};

const PATH: &str = "datapackage.json";

/// Describes the tables among the written files.
pub(super) fn describe(report: &Report, files: &[OutputFile]) -> Result<OutputFile, WriteError> {
    let resources = TABLES.iter().map(|table| resource(table, files)).collect::<Result<Vec<_>, _>>()?;
    let package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "svod",
        "title": "Свод независимой оценки качества условий оказания услуг",
        "description": format!("Таблицы, составленные программой svod по состоянию на {}.", report.as_of),
        "version": SCHEMA_VERSION,
        "id": run_id(report),
        "resources": resources,
    });
    let json = serde_json::to_vec_pretty(&package).map_err(|error| WriteError::new(PATH, &error))?;
    Ok(OutputFile::new(PATH, json))
}

fn resource(table: &Table, files: &[OutputFile]) -> Result<Value, WriteError> {
    let path = table.path();
    let schema: Value = serde_json::from_str(table.schema).map_err(|error| WriteError::new(&path, &error))?;
    let file = files.iter().find(|file| file.path == path);
    let file = file.ok_or_else(|| WriteError::new(&path, &"таблица не записана"))?;
    Ok(json!({
        "name": table.name,
        "type": "table",
        "title": schema["title"],
        "description": schema["grain"],
        "path": path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": file.bytes.len(),
        "hash": format!("sha256:{}", model::sha256(&file.bytes)),
        "rows": file.rows,
        "schema": schema,
    }))
}
