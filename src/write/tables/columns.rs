//! The columns of a table, named one after the other: name, type, and how to take the value from a row.

use chrono::{NaiveDate, NaiveDateTime};
use num_rational::BigRational;
use polars::prelude::{
    BooleanChunked, Column, DataFrame, Int32Chunked, Int64Chunked, Int128Chunked, IntoColumn, IntoSeries,
    NewChunkedArray, PlSmallStr, PolarsResult, StringChunked, TimeUnit,
};

use crate::write::figures;

/// Digits of a decimal: enough for 100.00 points and for any sum of them.
const PRECISION: usize = 10;
/// Digits after the point of a published figure.
const SCALE: usize = 2;

/// Collects the columns of a batch of rows. A method whose name begins with `maybe_` makes a column that may be null.
pub(super) struct Columns<'r, R> {
    rows: &'r [R],
    columns: Vec<Column>,
}

impl<'r, R> Columns<'r, R> {
    pub(super) fn of(rows: &'r [R]) -> Self {
        Self { rows, columns: Vec::new() }
    }

    pub(super) fn text<S: AsRef<str>>(self, name: &str, get: impl Fn(&'r R) -> S) -> Self {
        self.maybe_text(name, |row| Some(get(row)))
    }

    pub(super) fn maybe_text<S: AsRef<str>>(self, name: &str, get: impl Fn(&'r R) -> Option<S>) -> Self {
        let column = StringChunked::from_iter_options(small(name), self.rows.iter().map(get));
        self.push(column.into_column())
    }

    pub(super) fn flag(self, name: &str, get: impl Fn(&'r R) -> bool) -> Self {
        self.maybe_flag(name, |row| Some(get(row)))
    }

    pub(super) fn maybe_flag(self, name: &str, get: impl Fn(&'r R) -> Option<bool>) -> Self {
        let column: BooleanChunked = self.rows.iter().map(get).collect();
        self.push(column.with_name(small(name)).into_column())
    }

    /// A number that counts something within one file or one ranking.
    pub(super) fn count<N: TryInto<i32>>(self, name: &str, get: impl Fn(&'r R) -> N) -> Self {
        self.maybe_count(name, |row| Some(get(row)))
    }

    pub(super) fn maybe_count<N: TryInto<i32>>(self, name: &str, get: impl Fn(&'r R) -> Option<N>) -> Self {
        let values = self.rows.iter().map(|row| get(row).and_then(|n| n.try_into().ok()));
        let column = Int32Chunked::from_iter_options(small(name), values);
        self.push(column.into_column())
    }

    /// A number without a natural bound: bytes, respondents, recipients.
    pub(super) fn large(self, name: &str, get: impl Fn(&'r R) -> u64) -> Self {
        self.maybe_large(name, |row| Some(get(row)))
    }

    pub(super) fn maybe_large(self, name: &str, get: impl Fn(&'r R) -> Option<u64>) -> Self {
        let values = self.rows.iter().map(|row| get(row).and_then(|n| i64::try_from(n).ok()));
        let column = Int64Chunked::from_iter_options(small(name), values);
        self.push(column.into_column())
    }

    pub(super) fn date(self, name: &str, get: impl Fn(&'r R) -> NaiveDate) -> Self {
        self.maybe_date(name, |row| Some(get(row)))
    }

    pub(super) fn maybe_date(self, name: &str, get: impl Fn(&'r R) -> Option<NaiveDate>) -> Self {
        let epoch = NaiveDate::default();
        let days = self.rows.iter().map(|row| get(row).and_then(|d| (d - epoch).num_days().try_into().ok()));
        let column = Int32Chunked::from_iter_options(small(name), days).into_date();
        self.push(column.into_series().into_column())
    }

    pub(super) fn maybe_time(self, name: &str, get: impl Fn(&'r R) -> Option<NaiveDateTime>) -> Self {
        let values = self.rows.iter().map(|row| get(row).map(|at| at.and_utc().timestamp_millis()));
        let column = Int64Chunked::from_iter_options(small(name), values).into_datetime(TimeUnit::Milliseconds, None);
        self.push(column.into_series().into_column())
    }

    /// A figure in points, rounded half up to the two decimals that are published.
    pub(super) fn maybe_points(self, name: &str, get: impl Fn(&'r R) -> Option<&'r BigRational>) -> Self {
        self.decimal(name, |row| get(row).and_then(figures::hundredths))
    }

    /// The same for an estimate that was never exact.
    pub(super) fn maybe_estimate(self, name: &str, get: impl Fn(&'r R) -> Option<f64>) -> Self {
        self.decimal(name, |row| get(row).and_then(figures::hundredths_of_estimate))
    }

    fn decimal(self, name: &str, get: impl Fn(&'r R) -> Option<i64>) -> Self {
        let values = self.rows.iter().map(|row| get(row).map(i128::from));
        let column = Int128Chunked::from_iter_options(small(name), values).into_decimal_unchecked(PRECISION, SCALE);
        self.push(column.into_series().into_column())
    }

    fn push(mut self, column: Column) -> Self {
        self.columns.push(column);
        self
    }

    pub(super) fn finish(self) -> PolarsResult<DataFrame> {
        DataFrame::new(self.rows.len(), self.columns)
    }
}

fn small(name: &str) -> PlSmallStr {
    PlSmallStr::from_str(name)
}
