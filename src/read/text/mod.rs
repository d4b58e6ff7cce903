//! Plain text and Markdown: lines, and the tables that people draw with characters.
//!
//! A table cut by an empty line stays two tables; a later stage knows whether they belong together. A line is a
//! paragraph; words broken by line wrap stay broken here.

mod aligned;
mod ended;
mod frames;
mod inline;
mod pipes;
mod tabs;

use super::{encoding, refusal, story};
use crate::model::{Block, Document, Paragraph, Reason, TableBuilder, Warned};

/// What stands at the beginning of some lines.
#[expect(clippy::large_enum_variant, reason = "one is alive at a time")]
enum Found {
    /// A table over so many lines.
    Table(TableBuilder, usize),
    /// No table in so many lines: they need not be looked at again.
    Lines(usize),
}

/// Looks for a table at the beginning of the lines. The number is the width of a table just above, or 0.
type Shape = fn(&[&str], usize) -> Option<Found>;

/// How tables are drawn. The first that fits wins: frames before pipes, since `|` is a line of both.
const SHAPES: &[(&str, Shape)] = &[
    ("frame", frames::find),
    ("ended", ended::find),
    ("pipes", pipes::find),
    ("vertical", tabs::find_vertical),
    ("tabs", tabs::find),
    ("aligned", aligned::find),
];

/// Reads plain text or Markdown.
pub(super) fn read(bytes: &[u8]) -> Result<Warned<Document>, Reason> {
    let decoded = encoding::decode(bytes);
    let lines: Vec<&str> = decoded.value.trim_start_matches('\u{feff}').split(['\n', '\u{c}']).collect();
    let blocks = blocks(&lines)?;
    Ok(decoded.map(|_| Document::text(blocks)))
}

fn blocks(lines: &[&str]) -> Result<Vec<Block>, Reason> {
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        match SHAPES.iter().find_map(|(_, find)| find(&lines[at..], width_above(&blocks))) {
            Some(Found::Table(builder, count)) => {
                blocks.push(Block::Table(builder.finish().map_err(|_| refusal::TOO_LARGE.reason())?));
                at += count.max(1);
            }
            Some(Found::Lines(count)) => {
                let end = (at + count.max(1)).min(lines.len());
                lines[at..end].iter().for_each(|line| story::push_paragraph(&mut blocks, paragraph(line)));
                at = end;
            }
            None => {
                story::push_paragraph(&mut blocks, paragraph(lines[at]));
                at += 1;
            }
        }
    }
    Ok(blocks)
}

fn width_above(blocks: &[Block]) -> usize {
    match blocks.last() {
        Some(Block::Table(table)) => table.columns(),
        _ => 0,
    }
}

/// One line as a paragraph: a Markdown heading or running text.
fn paragraph(line: &str) -> Paragraph {
    let (heading, line) = inline::heading(line);
    if inline::is_ruler(line) {
        return Paragraph::default();
    }
    Paragraph { heading, ..Paragraph::plain(inline::render(line)) }
}

/// Whether a column is headed as the one of row numbers: «№», «N п/п».
fn is_number_heading(text: &str) -> bool {
    text.starts_with(['№', 'N', 'n']) || text.to_lowercase().starts_with("п/п")
}

#[cfg(test)]
mod tests;
