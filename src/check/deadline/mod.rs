//! T: what a plan says about time.

mod absent;
mod ambiguous;
mod before_approval;
mod invalid;
mod not_concrete;
mod outside_period;
mod overdue;
mod recurring;
mod reversed;
mod unreadable;
mod whole_year;

use super::rule::Rule;

/// By code.
pub(super) static RULES: &[&Rule] = &[
    &absent::RULE,
    &not_concrete::RULE,
    &recurring::RULE,
    &invalid::RULE,
    &unreadable::RULE,
    &ambiguous::RULE,
    &outside_period::RULE,
    &overdue::RULE,
    &before_approval::RULE,
    &reversed::RULE,
    &whole_year::RULE,
];
