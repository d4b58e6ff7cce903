//! The user's own table of aliases, row by row.

use crate::language::fold::one_line;
use crate::model::{Alias, Block, Document, Location, Recognized};

/// The aliases of a recognized table; rows with an empty side are left out.
pub(super) fn read(document: &Document, item: &Recognized) -> Vec<Alias> {
    let Recognized::Aliases { part, block, header_rows, written, target } = item else { return Vec::new() };
    let Some(contents) = document.parts.get(*part) else { return Vec::new() };
    let Some(Block::Table(table)) = contents.blocks.get(*block) else { return Vec::new() };
    (*header_rows..table.rows())
        .filter_map(|row| {
            let text = |column: usize| Some(one_line(table.text(row, column))).filter(|text| !text.is_empty());
            let place = Location::default().in_sheet(contents.name.as_deref());
            let number = (table.origin().0 + row + 1) as u32;
            Some(Alias { written: text(*written)?, target: text(*target)?, place: place.at_row(number) })
        })
        .collect()
}
