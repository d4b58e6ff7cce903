//! The nouns of the program: values that the stages hand to each other.
//!
//! This module is responsible for meaning and shape only. It imports nothing from the crate, knows no file
//! format, no output and no law, and does no work beyond keeping its own values consistent.

mod location;
mod warned;

mod source;

mod document;
mod table;

mod recognized;

mod check_list;
mod deadline;
mod facts;
mod officer;
mod plan;
mod survey;

mod basis;
mod disclosure;
mod finding;
mod organization;
mod page;
mod ranking;
mod report;
mod score;

pub use basis::{Basis, CheckMark, FormulaKind, FormulaPart, WaitPoints};
pub use check_list::{CheckItem, CheckList, CheckListRow, CheckTopic};
pub use deadline::{Bound, Deadline, DeadlineKind, PeriodUnit, Precision};
pub use disclosure::{Channel, Disclosure, DisclosureStatus};
pub use document::{Block, Document, Paragraph, Part};
pub use facts::{FileFacts, Kind, Reason, Status};
pub use finding::{Addressee, Finding, Severity};
pub use location::{Grade, Located, Location};
pub use officer::Officer;
pub use organization::{Alias, Branches, MatchedBy, Organization, OrganizationKind, Sector};
pub use page::Page;
pub use plan::{Measure, Period, Plan, Progress, Verifiability};
pub use ranking::{Change, Place, PreviousRound, PreviousTotal, Scope};
pub use recognized::{ColumnRole, Layout, PlanHead, PlanTable, Recognized};
pub use report::{LawFileUsed, PersonRow, Report, RuleText, Submission, Tally, unmatched};
pub use score::{Assessment, Gain, GroupScore, Prospect, Score, ScoreNote, Standing, half_up, two_decimals};
pub use source::{Format, SourceFile, sha256};
pub use survey::{
    Answers, Counted, Form, NamedBy, Question, QuestionColumn, Register, RegisterRow, Respondent, Sex, StatedShare,
    Wait, WaitBound, WaitUnit, WaitingColumn,
};
pub use table::{Cell, Table, TableBuilder};
pub use warned::{Warned, Warning};
