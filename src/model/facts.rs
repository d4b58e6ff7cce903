//! Everything that was understood of one file.

use serde::{Deserialize, Serialize};

use super::{Alias, Answers, CheckList, Format, Page, Plan, Register, SourceFile, Warning};

/// The outcome of examining one file. It is complete, serializable and independent of every other file, so that it can
/// be made by any thread, process or machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileFacts {
    /// The file.
    pub source: SourceFile,
    /// Its format, `None` where nothing could tell.
    pub format: Option<Format>,
    /// What it mainly is.
    pub kind: Kind,
    /// What became of it.
    pub status: Status,
    /// Why it is not `Read`; `None` for files that are.
    pub reason: Option<Reason>,
    /// What was noticed while reading.
    pub warnings: Vec<Warning>,
    /// Plans and recommendations.
    pub plans: Vec<Plan>,
    /// Sheets of answers.
    pub answers: Vec<Answers>,
    /// Check-lists.
    pub check_lists: Vec<CheckList>,
    /// Registers.
    pub registers: Vec<Register>,
    /// The user's own table of aliases.
    pub aliases: Vec<Alias>,
    /// What an html file shows, should it be a page of a site.
    pub page: Option<Page>,
}

impl FileFacts {
    /// A file of which nothing is known yet.
    pub fn new(source: SourceFile) -> Self {
        Self {
            source,
            format: None,
            kind: Kind::Other,
            status: Status::Read,
            reason: None,
            warnings: Vec::new(),
            plans: Vec::new(),
            answers: Vec::new(),
            check_lists: Vec::new(),
            registers: Vec::new(),
            aliases: Vec::new(),
            page: None,
        }
    }

    /// A file that could not be used, and why.
    pub fn quarantined(source: SourceFile, reason: Reason) -> Self {
        Self { status: Status::Quarantined, reason: Some(reason), ..Self::new(source) }
    }
}

/// What a file mainly is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A plan of measures, or a report on one.
    Plan,
    /// Recommendations of an operator or a council.
    Recommendations,
    /// Answers of respondents.
    Answers,
    /// A check-list of assessors.
    Checklist,
    /// A register of organizations.
    Register,
    /// Anything else.
    Other,
    /// A saved page of an organization's site.
    Page,
}

impl Kind {
    /// The name used in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Recommendations => "recommendations",
            Self::Answers => "answers",
            Self::Checklist => "checklist",
            Self::Register => "register",
            Self::Other => "other",
            Self::Page => "page",
        }
    }
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Read as a whole.
    Read,
    /// Read, but something in it was lost; the warnings say what.
    Partial,
    /// Could not be read; the reason says why and what to do.
    Quarantined,
    /// Left alone on purpose: not something that svod works on.
    Skipped,
}

impl Status {
    /// The name used in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Partial => "partial",
            Self::Quarantined => "quarantined",
            Self::Skipped => "skipped",
        }
    }
}

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Reason {
    /// Stable machine name in kebab-case: `encrypted`, `empty`, `broken-zip`.
    pub code: String,
    /// Russian: what is wrong and what to do.
    pub text: String,
}

impl Reason {
    /// A reason from its code and text.
    pub fn new(code: &str, text: impl Into<String>) -> Self {
        Self { code: code.to_owned(), text: text.into() }
    }
}
