//! `manifest.json`: what went in, what came out, and the hash of every file.
//!
//! It carries no time of day: equal inputs give an equal manifest, and the time of a run is the time of its file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ledger::Ledger;
use super::{OutputFile, WriteError, run_id, tables};
use crate::model::{self, Report};

/// Path of the manifest; it also marks a folder as written by svod.
pub const MANIFEST: &str = "manifest.json";

/// The whole manifest.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Manifest {
    /// Name of the program.
    pub program: String,
    /// Its version.
    pub version: String,
    /// Version of the tables.
    pub schema_version: String,
    /// Identity of the run.
    pub run_id: String,
    /// The date as of which findings hold.
    pub as_of: String,
    /// Where figures were rounded: `exact` or `stages`.
    #[serde(default)]
    pub rounding: String,
    /// With whom branches were counted: `apart` or `joined`.
    #[serde(default)]
    pub branches: String,
    /// Identity of the earlier run's tables that this one was compared with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<String>,
    /// Whether this is the public edition: without names, without small groups.
    #[serde(default)]
    pub public: bool,
    /// Every input file.
    pub inputs: Vec<Input>,
    /// Every law file.
    pub law: Vec<LawFile>,
    /// The editions that were applied: id to title.
    pub editions: BTreeMap<String, String>,
    /// The conservation ledger.
    pub ledger: Ledger,
    /// Every output file but this one.
    pub outputs: Vec<Output>,
}

/// An input file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Input {
    /// Path below the input folder.
    pub path: String,
    /// Hash of the bytes.
    pub sha256: String,
    /// Size.
    pub bytes: u64,
    /// What became of it.
    pub status: String,
}

/// A law file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LawFile {
    /// Path below `schemas`.
    pub path: String,
    /// Hash of the bytes.
    pub sha256: String,
}

/// An output file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Output {
    /// Path below the output folder.
    pub path: String,
    /// Hash of the bytes.
    pub sha256: String,
    /// Size.
    pub bytes: u64,
    /// Rows, for a table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
}

/// The manifest of the files written so far; it comes last.
pub(super) fn seal(report: &Report, ledger: Ledger, files: &[OutputFile]) -> Result<OutputFile, WriteError> {
    let inputs = report.submissions.iter().map(|submission| {
        let source = &submission.facts.source;
        Input {
            path: source.path.clone(),
            sha256: source.sha256.clone(),
            bytes: source.bytes,
            status: submission.facts.status.as_str().to_owned(),
        }
    });
    let outputs = files.iter().map(|file| Output {
        path: file.path.clone(),
        sha256: model::sha256(&file.bytes),
        bytes: file.bytes.len() as u64,
        rows: file.rows,
    });
    let law = report.law_files.iter().map(|file| LawFile { path: file.path.clone(), sha256: file.sha256.clone() });
    let manifest = Manifest {
        program: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        schema_version: tables::SCHEMA_VERSION.to_owned(),
        run_id: run_id(report),
        as_of: report.as_of.to_string(),
        rounding: report.rounding.to_owned(),
        branches: report.branches.as_str().to_owned(),
        previous: report.previous.clone(),
        public: report.public,
        inputs: inputs.collect(),
        law: law.collect(),
        editions: report.editions.clone(),
        ledger,
        outputs: outputs.collect(),
    };
    let json = serde_json::to_vec_pretty(&manifest).map_err(|error| WriteError::new(MANIFEST, &error))?;
    Ok(OutputFile::new(MANIFEST, json))
}
