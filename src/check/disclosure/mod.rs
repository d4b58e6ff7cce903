//! L: what organizations show on their sites and stands.

mod conditional_not_met;
mod not_looked_for;
mod not_on_site;
mod not_on_stand;
mod promise_incomplete;
mod sources_disagree;
mod unknown_item;

mod requirement;

use requirement::{not_met, subject};

use super::rule::Rule;

/// By code.
pub(super) static RULES: &[&Rule] = &[
    &not_on_site::RULE,
    &not_on_stand::RULE,
    &conditional_not_met::RULE,
    &not_looked_for::RULE,
    &sources_disagree::RULE,
    &unknown_item::RULE,
    &promise_incomplete::RULE,
];
