//! What every reader produces: parts, blocks and tables, whatever the format was.

use super::{Page, Table};

/// A whole file as read. Not serializable on purpose: it never leaves the function that examines the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Worksheets in order; a text document has one part without a name.
    pub parts: Vec<Part>,
    /// What an html file shows, should it be a page of a site: read from the same tree; `None` for other formats.
    pub page: Option<Page>,
}

impl Document {
    /// A text document: one unnamed part.
    pub fn text(blocks: Vec<Block>) -> Self {
        Self { parts: vec![Part { name: None, blocks }], page: None }
    }
}

/// A worksheet, or the whole of a text document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Name of the worksheet.
    pub name: Option<String>,
    /// Contents in document order.
    pub blocks: Vec<Block>,
}

/// A piece of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Text outside tables.
    Paragraph(Paragraph),
    /// A table; a worksheet is one table.
    Table(Table),
}

/// A paragraph outside tables, or one line of a plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// The text without the list mark; line breaks inside the paragraph are `\n`.
    pub text: String,
    /// The list mark that the program computed or the source typed as a list («1.», «2.1)», «–»); `None` outside lists.
    pub mark: Option<String>,
    /// Depth in a list, from 0; `None` outside lists.
    pub list_level: Option<u8>,
    /// Level of a heading, from 1; `None` for running text.
    pub heading: Option<u8>,
}

impl Paragraph {
    /// Plain running text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Mark and text as a person sees them.
    pub fn full_text(&self) -> String {
        match &self.mark {
            Some(mark) => format!("{mark} {}", self.text),
            None => self.text.clone(),
        }
    }
}
