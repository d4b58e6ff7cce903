//! How Russian is written: one spelling for comparison, stems, cases, list marks, words broken at a line's end.
//!
//! This module is responsible for words only. It knows nothing of plans, surveys or law, and every stage may use it.

pub mod decimal;
pub mod fold;
pub mod inflect;
pub mod lexicon;
pub mod mark;
pub mod month;
pub mod organization;
pub(crate) mod person;
pub mod points;
pub(crate) mod recent;
pub mod stem;
pub mod total;
pub mod wrap;
pub mod yes_no;
