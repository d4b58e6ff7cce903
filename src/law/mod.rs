//! The law as data: lists, forms, methods and calendars, parsed and verified once.
//!
//! Every file of `schemas/law` is one act in one edition with the dates between which it is in force. The files are built
//! into the binary and can be replaced with `--schemas DIR`. This module holds no list, weight or date of its own.

pub mod calendar;
pub mod disclosure;
pub mod method;
pub mod plan;

use include_dir::{Dir, include_dir};

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/schemas");

/// One file of the law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawFile {
    /// Path below `schemas`, with `/`: `law/disclosure/culture-277.toml`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// The files that the binary was built with, by path.
pub fn built_in() -> Vec<LawFile> {
    let mut files = Vec::new();
    collect(&BUILT_IN, &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn collect(dir: &Dir<'static>, files: &mut Vec<LawFile>) {
    for file in dir.files() {
        if let Some(text) = file.contents_utf8() {
            files.push(LawFile { path: file.path().to_string_lossy().replace('\\', "/"), text: text.to_owned() });
        }
    }
    for dir in dir.dirs() {
        collect(dir, files);
    }
}

/// Why a law file was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {message}")]
pub struct LawError {
    /// The file.
    pub path: String,
    /// Russian: line, item, what is wrong.
    pub message: String,
}

/// All lists, forms, methods and calendars of a run.
#[derive(Clone, Debug, Default)]
pub struct Law {
    /// The files it was made of, by path.
    pub files: Vec<LawFile>,
    /// Disclosure lists, by id.
    pub disclosure: Vec<disclosure::DisclosureList>,
    /// Plan forms, by id.
    pub plan_forms: Vec<plan::PlanForm>,
    /// Editions of the calculation order, by id.
    pub methods: Vec<method::Method>,
    /// Days off.
    pub calendar: calendar::Calendar,
}

impl Law {
    /// Parses and verifies the files.
    ///
    /// # Errors
    /// All mistakes of all files, by path.
    pub fn parse(files: Vec<LawFile>) -> Result<Self, Vec<LawError>> {
        let mut errors = Vec::new();
        let disclosure = keep(disclosure::parse(&files), &mut errors);
        let plan_forms = keep(plan::parse(&files), &mut errors);
        let methods = keep(method::parse(&files), &mut errors);
        let calendar = keep(calendar::parse(&files), &mut errors);
        if errors.is_empty() { Ok(Self { files, disclosure, plan_forms, methods, calendar }) } else { Err(errors) }
    }
}

fn keep<T: Default>(parsed: Result<T, Vec<LawError>>, errors: &mut Vec<LawError>) -> T {
    parsed.unwrap_or_else(|mistakes| {
        errors.extend(mistakes);
        T::default()
    })
}
