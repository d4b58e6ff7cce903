//! The place of a deadline in a line that holds other things.

use super::Context;

/// Byte range of a deadline that ends or begins a line which also holds other things: the columns of the table were
/// lost, or deadline and officer share a cell. `None` where the line states none.
pub fn locate(line: &str, context: &Context) -> Option<std::ops::Range<usize>> {
    let _ = (line, context);
    None
}
