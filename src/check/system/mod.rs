//! X: what a reader must know of the run itself.

mod list_not_verified;
mod no_list;
mod sector_unknown;

use super::rule::Rule;

/// By code.
pub(super) static RULES: &[&Rule] = &[&list_not_verified::RULE, &no_list::RULE, &sector_unknown::RULE];
