//! P: the plan as a whole, its form, what its measures answer, what it reports as done.

mod approval_incomplete;
mod approved_after_period;
mod column_missing;
mod copied;
mod criterion_without_measure;
mod deadline_moved;
mod deficiency_left_open;
mod deficiency_without_measure;
mod done_in_future;
mod done_late;
mod done_without_date;
mod measure_repeated;
mod measure_without_deficiency;
mod no_form_in_force;
mod no_measures;
mod no_plan;
mod not_approved;
mod not_of_assessment;
mod not_verifiable;
mod organization_not_named;
mod period_not_stated;
mod sections_out_of_order;

mod coverage;

use super::rule::Rule;

/// By code.
pub(super) static RULES: &[&Rule] = &[
    &not_approved::RULE,
    &approval_incomplete::RULE,
    &approved_after_period::RULE,
    &organization_not_named::RULE,
    &period_not_stated::RULE,
    &no_measures::RULE,
    &not_of_assessment::RULE,
    &no_form_in_force::RULE,
    &column_missing::RULE,
    &sections_out_of_order::RULE,
    &not_verifiable::RULE,
    &measure_repeated::RULE,
    &copied::RULE,
    &deadline_moved::RULE,
    &criterion_without_measure::RULE,
    &deficiency_without_measure::RULE,
    &measure_without_deficiency::RULE,
    &no_plan::RULE,
    &deficiency_left_open::RULE,
    &done_without_date::RULE,
    &done_late::RULE,
    &done_in_future::RULE,
];
