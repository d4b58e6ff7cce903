//! The law as data: lists, forms, methods and calendars, parsed and verified once.
//!
//! Every file of `schemas/law` is one act in one edition with the dates between which it is in force. The files are built
//! into the binary and can be replaced with `--schemas DIR`. This module holds no list, weight or date of its own.

mod file;

pub mod edition;
pub mod meaning;

pub mod disclosure;
pub mod duty;
pub mod plan;

#[cfg(test)]
mod tests;

pub mod calendar;
pub mod method;

pub mod show;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
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
    /// Conditions that assessors look for beside disclosure, by id.
    pub conditions: Vec<disclosure::DisclosureList>,
    /// Who must do what by when.
    pub duties: Vec<duty::Duty>,
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
        let conditions = keep(disclosure::parse_conditions(&files), &mut errors);
        let duties = keep(duty::parse(&files), &mut errors);
        let plan_forms = keep(plan::parse(&files), &mut errors);
        let methods = keep(method::parse(&files), &mut errors);
        let calendar = keep(calendar::parse(&files), &mut errors);
        errors.extend(unknown_files(&files));
        if errors.is_empty() {
            Ok(Self { files, disclosure, conditions, duties, plan_forms, methods, calendar })
        } else {
            Err(errors)
        }
    }

    /// What a report names as its law on a day: id to citation, with a word on what was not compared with its act. The
    /// calendars are those of the years that terms set on the day run through.
    pub fn editions_on(&self, day: NaiveDate) -> BTreeMap<String, String> {
        let lists = self.disclosure.iter().chain(&self.conditions).map(|list| &list.edition);
        let editions = lists.chain(self.plan_forms.iter().map(|form| &form.edition)).filter(|e| e.in_force(day));
        let unsure = |verified: bool| if verified { "" } else { " (не сверено с текстом акта)" };
        let calendars = [day.year(), day.year() + 1].map(|year| {
            let text = match self.calendar.act(year) {
                Some(act) => format!("{act}: рабочие дни {year} года{}", unsure(self.calendar.is_verified(year))),
                None => format!("Рабочие дни {year} года: календаря нет, выходными считаются суббота и воскресенье"),
            };
            (format!("calendar-{year}"), text)
        });
        editions
            .map(|e| (e.id.clone(), format!("{}: {}{}", e.citation(), e.title, unsure(e.verified))))
            .chain(calendars)
            .collect()
    }

    /// The disclosure lists in force on a day, by id.
    pub fn disclosure_on(&self, day: NaiveDate) -> impl Iterator<Item = &disclosure::DisclosureList> {
        self.disclosure.iter().filter(move |list| list.edition.in_force(day))
    }

    /// The plan form in force on a day; the latest where several are.
    pub fn plan_form_on(&self, day: NaiveDate) -> Option<&plan::PlanForm> {
        self.plan_forms.iter().filter(|form| form.edition.in_force(day)).max_by_key(|form| form.edition.in_force_from)
    }

    /// The form that a table with these headings follows: of several the one in force on its plan's day, then the one
    /// that it fills most, then the latest.
    pub fn plan_form_followed(&self, headings: &[String], day: Option<NaiveDate>) -> Option<&plan::PlanForm> {
        let followed = self.plan_forms.iter().filter_map(|form| Some((form, form.followed_by(headings)?)));
        let rank = |form: &plan::PlanForm, found: usize| {
            (day.is_some_and(|day| form.edition.in_force(day)), found, form.edition.in_force_from)
        };
        followed.max_by_key(|(form, found)| rank(form, *found)).map(|(form, _)| form)
    }

    /// A duty as it stands on a day.
    pub fn duty_on(&self, id: &str, day: NaiveDate) -> Option<&duty::Duty> {
        self.duties.iter().find(|duty| duty.id == id && duty.in_force(day))
    }
}

/// Files that no part of the law reads: most often a misspelt folder, whose list would silently be missing.
fn unknown_files(files: &[LawFile]) -> Vec<LawError> {
    const FOLDERS: &[&str] = &["calendar/", "conditions/", "disclosure/", "duties", "method/", "plan/"];
    files
        .iter()
        .filter(|file| file.path.ends_with(".toml"))
        .filter_map(|file| file.path.strip_prefix("law/").map(|rest| (file, rest)))
        .filter(|(_, rest)| !FOLDERS.iter().any(|folder| rest.starts_with(folder)))
        .map(|(file, _)| LawError {
            path: file.path.clone(),
            message: "в этой папке файлы закона не ищутся".to_owned(),
        })
        .collect()
}

fn keep<T: Default>(parsed: Result<T, Vec<LawError>>, errors: &mut Vec<LawError>) -> T {
    parsed.unwrap_or_else(|mistakes| {
        errors.extend(mistakes);
        T::default()
    })
}
