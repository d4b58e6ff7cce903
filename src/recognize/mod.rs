//! [`Document`] to what it *is*: plan, recommendations, survey answers, check-list, register.
//!
//! This is the only place that guesses. Whatever is decided here — which table is what, which column holds what — is
//! fixed in [`Recognized`], and nothing downstream looks at headings again.

use crate::law::Law;
use crate::model::{Document, Recognized, Warned};

mod aliases;
mod explain;
mod plan;
mod survey;

use explain::table;
pub use explain::{Meaning, Understood, explain};

/// Everything in a document that svod works on, in document order; empty for a document that is something else.
pub fn recognize(document: &Document, law: &Law) -> Warned<Vec<Recognized>> {
    if let Some(aliases) = aliases::recognize(document) {
        return Warned::clean(vec![aliases]);
    }
    // Headings of a plan are unlike those of any survey sheet, while a list of measures may speak of all that a check-list
    // asks for; so tables of plans go first, and lists without a table last.
    let mut found = plan::in_tables(document, law);
    if found.value.is_empty() {
        found = survey::recognize(document);
    }
    if found.value.is_empty() {
        let lines = plan::in_lines(document, law);
        // Why a sheet of a survey was refused is worth telling only where the document is nothing else.
        let refused = if lines.value.is_empty() { std::mem::take(&mut found.warnings) } else { Vec::new() };
        found = lines;
        found.warnings.extend(refused);
    }
    found
}
