//! Who answers for a measure: people, posts, bodies.
//!
//! A cell is tidied, cut into tokens, people are found among them, what is left is parted into phrases,
//! and people and phrases are joined to parties. Everything is brought to the nominative.

mod element;
mod heading;
mod party;
mod people;
mod phrase;
mod tidy;
mod token;
mod unit;
mod words;

#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use regex::Regex;

use crate::language::fold::fold;
use crate::language::recent::Recent;
use crate::model::{Grade, Officer};

pub use heading::names_actor;

thread_local! {
    /// Cells met lately: a plan names the same few officers in most of its rows.
    static CELLS: Recent<Vec<Officer>> = Recent::default();
}

/// Reads an officer cell: the parties in order, possibly none. A text of more than 16 KiB names none.
pub fn read(text: &str) -> Vec<Officer> {
    CELLS.with(|recent| recent.get(text, read_cell))
}

fn read_cell(text: &str) -> Vec<Officer> {
    if text.len() > LONGEST {
        return Vec::new();
    }
    if text.len() < LONGEST_REMARK {
        let folded = fold(text);
        if is_folded_ditto(&folded) || says_nothing(&folded) {
            return Vec::new();
        }
    }
    let (tidied, repaired) = tidy::tidy(text);
    let tokens = token::tokens(&tidied);
    let mut officers = party::parties(&tidied, element::elements(&tidied, &tokens));
    let several = officers.len() > 1;
    for officer in &mut officers {
        let grade = if repaired {
            Grade::C
        } else if several {
            Grade::B
        } else {
            Grade::A
        };
        officer.grade = officer.grade.max(grade);
    }
    officers
}

/// Whether a cell points to the cell above it: «тот же», «"», «-//-».
pub fn is_ditto(text: &str) -> bool {
    text.len() < LONGEST_REMARK && is_folded_ditto(&fold(text))
}

/// A longer text names no officers: it is a document that fell into a cell. It bounds the work for one cell.
const LONGEST: usize = 16 << 10;

/// Longer cells name somebody, in bytes.
const LONGEST_REMARK: usize = 400;

fn is_folded_ditto(folded: &str) -> bool {
    static DITTO: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"^(?:[-.\s]*(?:"|//|/|\|\||''){1,3}[-.\s]*(?:(?:"|//|/){1,3}[-.\s]*)*|(?:ответственны[йе]\s+)?(?:тот|та|то|те)\s+же(?:\s+(?:лица|лицо|исполнители|ответственные|самые))?|(?:он|она|они)\s+же|(?:см|смотри|указано)\.?\s+выше|аналогично(?:\s+(?:п\.?|пункту|предыдущему).{0,20})?|там\s+же)[.,;\s]*$"#)
            .expect("a pattern of our own")
    });
    DITTO.is_match(folded)
}

/// Whether a cell is there only to be filled: a dash, «см. п. 1», «не требуется».
fn says_nothing(folded: &str) -> bool {
    static NOTHING: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:[^\p{L}]*|(?:см|смотри)\.?\s+(?:п|пункт|стр|строк|раздел|прил|таблиц).*|(?:не\s+)?(?:требуется|определен[оыа]?|назначен[оыа]?|указан[оыа]?|предусмотрен[оыа]?)|нет|н/д|отсутству[ею]т|уточняется|-|x|х)[.,;\s]*$")
            .expect("a pattern of our own")
    });
    NOTHING.is_match(folded)
}
