//! A story: paragraphs and tables one after another, as in a body, a cell or a text box.

use super::marks;
use crate::model::{Block, Document, Paragraph, Table};

/// What a story becomes when it is the contents of a cell.
#[derive(Debug, Default)]
pub(super) struct CellContent {
    /// All lines, list marks in front, tables row by row.
    pub(super) text: String,
    /// The tables.
    pub(super) nested: Vec<Table>,
}

/// Flattens a story into a cell: one line a paragraph, one line a row of a table.
pub(super) fn into_cell(blocks: Vec<Block>) -> CellContent {
    let mut cell = CellContent::default();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => push_line(&mut cell.text, &paragraph.full_text()),
            Block::Table(table) => {
                for row in 0..table.rows() {
                    push_line(&mut cell.text, &row_text(&table, row));
                }
                cell.nested.push(table);
            }
        }
    }
    cell
}

/// A row as one line, cells joined by a space.
fn row_text(table: &Table, row: usize) -> String {
    let mut line = String::new();
    for cell in table.row(row).filter(|cell| !cell.text.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(cell.text);
    }
    line
}

fn push_line(text: &mut String, line: &str) {
    if line.is_empty() {
        return;
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(line);
}

/// Adds a paragraph outside tables unless there is nothing in it. A mark that the author typed is split off.
pub(super) fn push_paragraph(blocks: &mut Vec<Block>, mut paragraph: Paragraph) {
    if paragraph.text.is_empty() {
        return;
    }
    if paragraph.mark.is_none()
        && let Some(marked) = marks::split(&paragraph.text)
    {
        paragraph.mark = Some(marked.mark.to_owned());
        paragraph.list_level = paragraph.list_level.or(Some(marked.level));
        paragraph.text = marked.text.to_owned();
    }
    blocks.push(Block::Paragraph(paragraph));
}

/// Whether a document holds no text at all.
pub(super) fn is_blank(document: &Document) -> bool {
    texts(document).all(str::is_empty)
}

/// Every text of a document, in order.
pub(super) fn texts(document: &Document) -> impl Iterator<Item = &str> {
    document.parts.iter().flat_map(|part| &part.blocks).flat_map(|block| {
        let (paragraph, table) = match block {
            Block::Paragraph(paragraph) => (Some(paragraph.text.as_str()), None),
            Block::Table(table) => (None, Some(table)),
        };
        let cells =
            table.into_iter().flat_map(|table| (0..table.rows()).flat_map(|row| table.row(row).map(|cell| cell.text)));
        paragraph.into_iter().chain(cells)
    })
}
