//! `questions`: one row per column of a questionnaire that was understood as a question.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::Columns;
use super::{Table, parquet};
use crate::model::{QuestionColumn, Report, Submission};

pub(super) const TABLE: Table = Table {
    name: "questions",
    schema: include_str!("../../../schemas/tables/questions.json"),
    encode: |report, marks| parquet::encode(marks, rows(report), frame),
};

struct Row<'a> {
    submission: &'a Submission,
    /// From 1.
    sheet: usize,
    column: &'a QuestionColumn,
}

fn rows(report: &Report) -> impl Iterator<Item = Row<'_>> {
    report.submissions.iter().flat_map(|submission| {
        (1..).zip(&submission.facts.answers).flat_map(move |(sheet, answers)| {
            answers.questions.iter().map(move |column| Row { submission, sheet, column })
        })
    })
}

fn frame(rows: &[Row<'_>]) -> PolarsResult<DataFrame> {
    Columns::of(rows)
        .text("submission_id", |r| r.submission.facts.source.submission_id())
        .count("sheet_ordinal", |r| r.sheet)
        .text("question", |r| r.column.question.as_str())
        .count("column", |r| r.column.column)
        .text("heading", |r| r.column.heading.as_str())
        .finish()
}
