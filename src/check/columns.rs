//! Which columns of the approved form a plan lacks as a whole. What is missing everywhere is one finding and not one a
//! measure.

use super::view::PlanView;
use crate::law::plan::FormColumn;
use crate::model::{DeadlineKind, Measure, Progress};

/// The mandatory columns of the form of the plan's time that it lacks, in the form's order.
///
/// A column is not missed where its contents are said otherwise for most measures: one officer under the table, a heading
/// that names who acts, a deadline within the text. A plan without a table lacks what none of its measures has.
pub(super) fn missing<'a>(view: &PlanView<'a>) -> Vec<&'a FormColumn> {
    let (Some(form), false) = (view.form(), view.is_recommendations()) else { return Vec::new() };
    let mandatory = form.columns.iter().enumerate().filter(|(_, column)| column.mandatory);
    if view.plan.columns.is_empty() {
        // A single measure is told what it lacks itself.
        let several = view.plan.measures.len() > 1;
        let unsaid = |column: &FormColumn| is_essential(column) && !has(view, column, Share::Any);
        return mandatory.map(|(_, column)| column).filter(|column| several && unsaid(column)).collect();
    }
    let present: Vec<usize> = view.plan.columns.iter().flat_map(|heading| form.columns_of(heading)).collect();
    let absent = mandatory.filter(|(index, _)| !present.contains(index)).map(|(_, column)| column);
    absent.filter(|column| !has(view, column, if is_essential(column) { Share::Most } else { Share::Any })).collect()
}

/// Whether the plan lacks the column with an id as a whole.
pub(super) fn is_missing(view: &PlanView<'_>, id: &str) -> bool {
    missing(view).iter().any(|column| column.id == id)
}

/// Whether the plan has room for what was done: a column of any approved form, or a word about it anywhere.
pub(super) fn tells_progress(view: &PlanView<'_>) -> bool {
    let about_progress = |heading: &String| {
        view.whole.case.law.plan_forms.iter().any(|form| {
            form.columns_of(heading)
                .into_iter()
                .any(|at| ["progress", "completed"].contains(&form.columns[at].id.as_str()))
        })
    };
    view.plan.columns.iter().any(about_progress)
        || view.plan.measures.iter().any(|measure| measure.status != Progress::NoEvidence || measure.progress.is_some())
}

/// Without these columns a plan is no plan; the rest of the form is often left to the publication on the state's site.
pub(super) fn is_essential(column: &FormColumn) -> bool {
    ESSENTIAL.contains(&column.id.as_str())
}

const ESSENTIAL: &[&str] = &["measure", "deadline", "officer"];

/// How many measures have to have something.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Share {
    Any,
    Most,
}

/// Whether the measures have what a column is for.
fn has(view: &PlanView<'_>, column: &FormColumn, share: Share) -> bool {
    let said: fn(&Measure) -> bool = match column.id.as_str() {
        "measure" => |_| true,
        "officer" => |m| !m.officers.is_empty(),
        "deadline" => |m| m.deadlines.iter().any(|d| d.kind != DeadlineKind::Absent),
        "deficiency" => |m| m.deficiency.is_some(),
        "progress" => |m| m.progress.is_some(),
        "completed" => |m| m.completed_raw.is_some() || m.completed_on.is_some(),
        _ => |_| false,
    };
    let n = view.plan.measures.iter().filter(|measure| said(measure)).count();
    match share {
        Share::Any => n > 0,
        Share::Most => n * 2 >= view.plan.measures.len(),
    }
}
