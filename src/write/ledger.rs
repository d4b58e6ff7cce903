//! The conservation ledger: nothing that was found or read may be missing from what is written.
//!
//! The left side was counted when the files came back from examination, the right side when the tables were encoded.

use serde::{Deserialize, Serialize};

use super::{OutputFile, WriteError};
use crate::model::{Report, Status};

/// Both sides of the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// Files.
    pub inputs: Inputs,
    /// Rows, by what they are.
    pub rows: Vec<Account>,
}

/// Inputs = read + partial + quarantined + skipped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inputs {
    /// Files that were found.
    pub found: u64,
    /// Read as a whole.
    pub read: u64,
    /// Read in part.
    pub partial: u64,
    /// Not readable.
    pub quarantined: u64,
    /// Left alone on purpose.
    pub skipped: u64,
}

/// Rows in = rows out + rejected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// What is counted.
    pub what: String,
    /// How many came out of the files.
    pub rows_in: u64,
    /// How many were written, or used.
    pub rows_out: u64,
    /// How many could not be used; each has a finding.
    pub rejected: u64,
}

/// Draws up the ledger.
///
/// # Errors
/// When a side is short: a defect of the program, and the run must not publish.
pub(super) fn balance(report: &Report, files: &[OutputFile]) -> Result<Ledger, WriteError> {
    let ledger = Ledger { inputs: inputs(report), rows: accounts(report, files) };
    let found = &ledger.inputs;
    if found.found != found.read + found.partial + found.quarantined + found.skipped {
        return Err(WriteError::new("manifest.json", &format!("учёт файлов не сошёлся: {found:?}")));
    }
    match ledger.rows.iter().find(|account| account.rows_in != account.rows_out + account.rejected) {
        Some(account) => Err(WriteError::new("manifest.json", &format!("учёт строк не сошёлся: {account:?}"))),
        None => Ok(ledger),
    }
}

fn inputs(report: &Report) -> Inputs {
    let count = |status| report.submissions.iter().filter(|s| s.facts.status == status).count() as u64;
    Inputs {
        found: report.read.files,
        read: count(Status::Read),
        partial: count(Status::Partial),
        quarantined: count(Status::Quarantined),
        skipped: count(Status::Skipped),
    }
}

fn accounts(report: &Report, files: &[OutputFile]) -> Vec<Account> {
    let written = |table: &str| {
        let path = format!("tables/{table}.parquet");
        files.iter().find(|file| file.path == path).and_then(|file| file.rows).unwrap_or_default()
    };
    let read = &report.read;
    let tables = [
        ("submissions", read.files),
        ("warnings", read.warnings),
        ("plans", read.plans),
        ("measures", read.measures),
        ("deadlines", read.deadlines),
        ("officers", read.officers),
        ("answers", read.respondents),
    ];
    let mut accounts: Vec<_> = tables
        .into_iter()
        .map(|(table, rows_in)| Account { what: table.to_owned(), rows_in, rows_out: written(table), rejected: 0 })
        .collect();
    // Rows of check-lists are no table: they are used where they were joined to an organization.
    let joins = || report.submissions.iter().flat_map(|s| &s.check_list_organizations).flatten();
    accounts.push(Account {
        what: "check_list_rows".to_owned(),
        rows_in: read.check_list_rows,
        rows_out: joins().filter(|id| id.is_some()).count() as u64,
        rejected: joins().filter(|id| id.is_none()).count() as u64,
    });
    accounts
}
