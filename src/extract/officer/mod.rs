//! Who answers for a measure: people, posts, bodies.

use crate::model::Officer;

/// Reads an officer cell: the parties in order, possibly none.
pub fn read(text: &str) -> Vec<Officer> {
    let _ = text;
    Vec::new()
}

/// Whether a heading names a body or officer who acts («Общественный совет») rather than a topic.
pub fn names_actor(heading: &str) -> bool {
    let _ = heading;
    false
}
