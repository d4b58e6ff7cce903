//! svod (свод: a consolidated record) turns a heap of submitted documents into checked tables, rankings and reports for
//! the independent assessment of the conditions in which services are given (независимая оценка качества, НОК).
//!
//! # The pipeline
//!
//! 1. [`discover`] finds the submitted files, members of archives among them.
//! 2. [`read`] turns the bytes of one file into a [`model::Document`], whatever the format.
//! 3. [`recognize`] says what the document and each of its tables and columns *is*. Nothing downstream guesses again.
//! 4. [`extract`] turns what was recognized into facts: measures, deadlines, officers, answers, check-lists, registers.
//! 5. [`identify`] joins the facts of all files by organization.
//! 6. [`check`] holds facts against the [`law`], as of a date, and yields findings.
//! 7. [`score`] computes the indicators of order 344н, and [`rank`] gives places.
//! 8. [`redact`] makes the public edition of the report, where one is asked for.
//! 9. [`mod@write`] turns the one [`model::Report`] into files, and [`publish`] puts all of them in place, or none.
//!
//! [`pipeline`] composes the stages and is the only module that uses threads. Stages are pure: bytes and values in,
//! values out. A stage imports [`model`], [`law`], [`language`] and [`schedule`], never another stage;
//! `tests/architecture.rs` holds everybody to that.

pub mod model;

pub mod language;
pub mod law;
pub mod schedule;

pub mod discover;
pub mod read;
pub mod recognize;

pub mod extract;

pub mod identify;

pub mod check;
pub mod score;

pub mod rank;

pub mod redact;

pub mod write;

pub mod pipeline;
pub mod previous;
pub mod publish;

pub mod explain;
pub mod show;
