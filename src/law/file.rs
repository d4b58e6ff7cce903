//! Reading one law file: TOML to a typed value, with mistakes that a lawyer can find by line.

use chrono::NaiveDate;
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use toml::value::Datetime;

use super::{LawError, LawFile};

/// The files directly below one folder of `schemas`.
pub(super) fn below<'a>(files: &'a [LawFile], folder: &str) -> impl Iterator<Item = &'a LawFile> {
    files.iter().filter(move |file| file.path.starts_with(folder) && file.path.ends_with(".toml"))
}

/// A file as a value. An unknown key is a mistake: it is most often a misspelt one.
pub(super) fn read<T: DeserializeOwned>(file: &LawFile) -> Result<T, LawError> {
    toml::from_str(&file.text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_at(&file.text, span.start));
        mistake(file, line, error.message())
    })
}

/// A mistake at a line of a file.
pub(super) fn mistake(file: &LawFile, line: usize, message: &str) -> LawError {
    LawError { path: file.path.clone(), message: format!("строка {line}: {message}") }
}

/// The line, from 1, that holds a byte of the text.
pub(super) fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|&b| b == b'\n').count() + 1
}

/// A TOML local date (`2015-02-20`).
pub(super) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    to_date(Datetime::deserialize(deserializer)?)
}

/// A TOML local date that may be absent.
pub(super) fn optional_date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    Option::<Datetime>::deserialize(deserializer)?.map(to_date).transpose()
}

fn to_date<E: Error>(value: Datetime) -> Result<NaiveDate, E> {
    value
        .date
        .and_then(|d| NaiveDate::from_ymd_opt(i32::from(d.year), u32::from(d.month), u32::from(d.day)))
        .ok_or_else(|| E::custom("ожидается дата вида 2015-02-20"))
}
