//! How Russian is written: one spelling for comparison, stems, cases.
//!
//! This module is responsible for words only. It knows nothing of plans, surveys or law, and every stage may use it.

pub mod fold;
pub mod inflect;
pub mod stem;
pub mod yes_no;
