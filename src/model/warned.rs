//! A value together with what was noticed while it was made.

use serde::{Deserialize, Serialize};

use super::Location;

/// Something odd about a file that did not stop its reading: the file's fault, not ours and not a finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Warning {
    /// Stable machine name in kebab-case, such as `wrong-extension`.
    pub code: String,
    /// One Russian sentence for the clerk.
    pub message: String,
    /// Where in the file; empty when it is about the whole file.
    pub place: Location,
}

/// An output with the warnings produced while making it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warned<T> {
    /// The output.
    pub value: T,
    /// What was noticed, in document order.
    pub warnings: Vec<Warning>,
}

impl<T> Warned<T> {
    /// An output nobody has anything to say about.
    pub fn clean(value: T) -> Self {
        Self { value, warnings: Vec::new() }
    }

    /// Adds a warning about the file as a whole.
    pub fn warn(&mut self, code: &str, message: impl Into<String>) {
        self.warn_at(code, message, Location::default());
    }

    /// Adds a warning about one place.
    pub fn warn_at(&mut self, code: &str, message: impl Into<String>, place: Location) {
        self.warnings.push(Warning { code: code.to_owned(), message: message.into(), place });
    }

    /// The same warnings around another value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Warned<U> {
        Warned { value: f(self.value), warnings: self.warnings }
    }
}
