//! Bytes to [`Document`]: one file per format, one registry.
//!
//! A reader knows its format and nothing of plans or surveys. It never panics on purpose, never recurses by the depth of
//! its input, and prefers losing one piece with a warning to losing the file.

use crate::model::{Document, Format, Reason, Warned};

/// What one format needs to be read.
#[derive(Debug)]
pub struct Reader {
    /// The format it reads.
    pub format: Format,
    /// Extensions that people give such files, lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// The reading itself.
    pub read: fn(&[u8]) -> Result<Warned<Document>, Reason>,
}

/// All readers, by format.
pub const READERS: &[Reader] = &[];

/// Reads a file whose format is decided by its content. A wrong extension is a warning.
///
/// # Errors
/// Why the file cannot be read and what to do, for the quarantine. The format is given where it could be told.
pub fn read(name: &str, bytes: &[u8]) -> Result<(Format, Warned<Document>), (Option<Format>, Reason)> {
    let _ = (name, bytes);
    Err((None, Reason::new("unknown-format", "Формат файла не распознан.")))
}
