//! `answers`: one row per respondent, one Boolean column per question of order 675н.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::Columns;
use super::{Table, parquet};
use crate::model::{Answers, Question, Report, Respondent, Sex, Submission};

pub(super) const TABLE: Table = Table {
    name: "answers",
    schema: include_str!("../../../schemas/tables/answers.json"),
    encode: |report, marks| parquet::encode(marks, rows(report), frame),
};

struct Row<'a> {
    submission: &'a Submission,
    sheet: usize,
    answers: &'a Answers,
    /// Number of the respondent in the sheet, from 1: respondents made to fit counts share one row of the sheet.
    ordinal: usize,
    respondent: &'a Respondent,
}

impl<'a> Row<'a> {
    fn organization(&self) -> Option<usize> {
        self.respondent.organization.map(|index| index as usize)
    }

    fn organization_id(&self) -> Option<&'a str> {
        self.submission.answer_organizations.get(self.sheet)?.get(self.organization()?)?.as_deref()
    }

    fn organization_raw(&self) -> Option<&'a str> {
        self.answers.organizations.get(self.organization()?).map(String::as_str)
    }
}

fn rows(report: &Report) -> impl Iterator<Item = Row<'_>> {
    report.submissions.iter().flat_map(|submission| {
        submission.facts.answers.iter().enumerate().flat_map(move |(sheet, answers)| {
            let row = move |(ordinal, respondent)| Row { submission, sheet, answers, ordinal, respondent };
            (1..).zip(&answers.respondents).map(row)
        })
    })
}

fn frame(rows: &[Row<'_>]) -> PolarsResult<DataFrame> {
    let columns = Columns::of(rows)
        .text("submission_id", |r| r.submission.facts.source.submission_id())
        .count("sheet_ordinal", |r| r.sheet + 1)
        .count("row", |r| r.respondent.row)
        .maybe_text("organization_id", Row::organization_id)
        .maybe_text("organization_raw", Row::organization_raw)
        .maybe_time("answered_at", |r| r.respondent.at);
    Question::ALL
        .iter()
        .fold(columns, |columns, question| columns.maybe_flag(question.as_str(), |r| r.respondent.answer(*question)))
        .maybe_text("sex", |r| r.respondent.sex.map(sex))
        .maybe_count("age", |r| r.respondent.age)
        .maybe_text("comments", |r| r.respondent.comment.as_deref())
        .text("form", |r| r.answers.form.as_str())
        .flag("summed", |r| r.answers.summed)
        .count("ordinal", |r| r.ordinal)
        .finish()
}

fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "female",
        Sex::Male => "male",
    }
}
