//! O: who answers for a measure.

mod absent;
mod unit_only;
mod without_name;
mod without_post;

use super::rule::Rule;

/// By code.
pub(super) static RULES: &[&Rule] = &[&absent::RULE, &without_name::RULE, &without_post::RULE, &unit_only::RULE];
