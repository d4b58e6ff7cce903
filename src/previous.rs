//! What an earlier run published: its tables of rankings and scores, read back for comparison.
//!
//! Columns are found by name, so that a run of an earlier version of the tables can be compared with, too.

use std::io::Cursor;

use num_bigint::BigInt;
use num_rational::BigRational;
use polars::prelude::{AnyValue, Column, DataFrame, ParquetReader, PolarsResult, SerReader};

use crate::model::{PreviousRound, PreviousTotal};

/// The tables that are needed, below the outputs of the earlier run.
pub const TABLES: [&str; 2] = ["tables/rankings.parquet", "tables/scores.parquet"];

/// Reads the bytes of [`TABLES`].
///
/// # Errors
/// When one of them is not a parquet file with the columns that svod writes.
pub fn read(rankings: Vec<u8>, scores: Vec<u8>) -> PolarsResult<PreviousRound> {
    let mut previous = PreviousRound::default();
    let rankings = frame(rankings)?;
    let (scope, name) = (rankings.column("scope")?, rankings.column("scope_name")?);
    let (id, place) = (rankings.column("organization_id")?, rankings.column("place")?);
    for row in 0..rankings.height() {
        if let (Some(scope), Some(name), Some(id), Some(place)) =
            (text(scope, row)?, text(name, row)?, text(id, row)?, place.get(row)?.extract::<u32>())
        {
            previous.places.insert((scope, name, id), place);
        }
    }
    let scores = frame(scores)?;
    let (id, code) = (scores.column("organization_id")?, scores.column("code")?);
    let (value, low, high) = (scores.column("value")?, scores.column("low")?, scores.column("high")?);
    for row in 0..scores.height() {
        if text(code, row)?.as_deref() != Some("S") {
            continue;
        }
        if let (Some(id), Some(total)) = (text(id, row)?, hundredths(value, row)?) {
            let points = |hundredths: i64| hundredths as f64 / 100.0;
            let interval = hundredths(low, row)?.map(points).zip(hundredths(high, row)?.map(points));
            let total = BigRational::new(BigInt::from(total), BigInt::from(100));
            previous.totals.insert(id, PreviousTotal { total, interval });
        }
    }
    Ok(previous)
}

fn frame(bytes: Vec<u8>) -> PolarsResult<DataFrame> {
    ParquetReader::new(Cursor::new(bytes)).finish()
}

fn text(column: &Column, row: usize) -> PolarsResult<Option<String>> {
    Ok(column.get(row)?.get_str().map(str::to_owned))
}

/// A decimal of two digits after the point, in hundredths.
fn hundredths(column: &Column, row: usize) -> PolarsResult<Option<i64>> {
    Ok(match column.get(row)? {
        AnyValue::Decimal(value, _, 2) => i64::try_from(value).ok(),
        _ => None,
    })
}
