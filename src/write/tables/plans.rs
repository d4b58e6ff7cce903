//! `plans`: one row per plan; a file may hold several.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::Columns;
use super::{Table, parquet};
use crate::model::Report;
use crate::write::rows::PlanRow;

pub(super) const TABLE: Table = Table {
    name: "plans",
    schema: include_str!("../../../schemas/tables/plans.json"),
    encode: |report: &Report, marks| parquet::encode(marks, report.plan_rows(), frame),
};

fn frame(rows: &[PlanRow<'_>]) -> PolarsResult<DataFrame> {
    Columns::of(rows)
        .text("plan_id", PlanRow::plan_id)
        .text("submission_id", PlanRow::submission_id)
        .count("ordinal", |r| r.plan.ordinal)
        .maybe_text("organization_id", |r| r.organization_id)
        .maybe_text("organization_raw", |r| r.plan.organization.as_ref().map(|name| name.value.as_str()))
        .maybe_text("title", |r| r.plan.title.as_ref().map(|title| title.value.as_str()))
        .maybe_text("form", |r| r.plan.form.as_deref())
        .maybe_date("period_start", |r| r.plan.period.map(|period| period.start))
        .maybe_date("period_end", |r| r.plan.period.map(|period| period.end))
        .maybe_flag("school_year", |r| r.plan.period.map(|period| period.school_year))
        .maybe_date("approved_on", |r| r.plan.approved_on.as_ref().map(|date| date.value))
        .maybe_text("approved_by", |r| r.plan.approved_by.as_ref().map(|person| person.value.as_str()))
        .maybe_text("approved_post", |r| r.plan.approved_post.as_deref())
        .maybe_text("responsible_raw", |r| r.plan.responsible_raw.as_ref().map(|text| text.value.as_str()))
        .count("measures_n", |r| r.plan.measures.len())
        .text("locator", |r| r.plan.place.to_string())
        .finish()
}
