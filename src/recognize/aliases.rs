//! The user's own table of aliases: one column says how an organization is written, another one which it is.

use crate::language::fold::fold;
use crate::model::{Block, Document, Recognized};

/// Beginnings of the heading over the spelling.
const WRITTEN: &[&str] =
    &["как написано", "написание", "как в анкете", "как указано", "вариант названия", "псевдоним", "alias"];
/// Beginnings of the heading over the organization.
const TARGET: &[&str] = &["инн", "название", "наименование", "организация", "правильное", "полное наименование"];
/// Rows that may stand above the headings.
const ROWS_ABOVE: usize = 3;

/// The table of aliases, where the document is one.
pub(super) fn recognize(document: &Document) -> Option<Recognized> {
    document.parts.iter().enumerate().find_map(|(part, contents)| {
        contents.blocks.iter().enumerate().find_map(|(block, content)| {
            let Block::Table(table) = content else { return None };
            (0..table.rows().min(ROWS_ABOVE)).find_map(|row| {
                let headings: Vec<String> =
                    (0..table.columns().min(8)).map(|column| fold(table.text(row, column))).collect();
                let find = |words: &[&str]| {
                    headings.iter().position(|heading| words.iter().any(|word| heading.starts_with(word)))
                };
                let (written, target) = (find(WRITTEN)?, find(TARGET)?);
                Some(Recognized::Aliases { part, block, header_rows: row + 1, written, target })
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TableBuilder;

    #[test]
    fn headings_decide() {
        let recognized = |heading: [&str; 2]| {
            let table = TableBuilder::from_rows([heading, ["ЦБС", "7707083893"]]).finish().expect("small");
            recognize(&Document::text(vec![Block::Table(table)]))
        };
        let found = Recognized::Aliases { part: 0, block: 0, header_rows: 1, written: 0, target: 1 };
        assert_eq!(recognized(["Как написано", "ИНН или название"]), Some(found));
        assert_eq!(recognized(["ИНН", "Название"]), None);
    }
}
