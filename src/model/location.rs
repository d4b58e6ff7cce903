//! Where a value stands in its file, and how sure its reading is.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A place in one file that a person can find again.
///
/// All numbers count from 1, as a person counts. A field is `None` where the place is not that precise (a finding
/// about a whole table has no row) or where the format has no such thing (a text document has no sheet names).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Location {
    /// Name of the worksheet; `None` in a text document.
    pub sheet: Option<String>,
    /// Number of the table in its file, counted over all parts in document order.
    pub table: Option<u32>,
    /// Row of the table, or of the worksheet.
    pub row: Option<u32>,
    /// Column of the table, or of the worksheet.
    pub column: Option<u32>,
    /// Number of the paragraph outside tables, counted over the whole file.
    pub paragraph: Option<u32>,
}

impl Location {
    /// The place of a paragraph outside any table.
    pub fn paragraph(number: u32) -> Self {
        Self { paragraph: Some(number), ..Self::default() }
    }

    /// The place of a whole table.
    pub fn table(number: u32) -> Self {
        Self { table: Some(number), ..Self::default() }
    }

    /// The same table, narrowed to one of its rows.
    pub fn at_row(&self, row: u32) -> Self {
        Self { row: Some(row), column: None, ..self.clone() }
    }

    /// The same row, narrowed to one of its columns.
    pub fn at_column(&self, column: u32) -> Self {
        Self { column: Some(column), ..self.clone() }
    }

    /// The same place in a named worksheet.
    pub fn in_sheet(self, sheet: Option<&str>) -> Self {
        Self { sheet: sheet.map(str::to_owned), ..self }
    }
}

/// «таблица 1, строка 4»; «лист «План», строка 5, столбец 3»; «абзац 12».
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        if let Some(sheet) = &self.sheet {
            write!(f, "лист «{sheet}»")?;
            separator = ", ";
        } else if let Some(table) = self.table {
            write!(f, "таблица {table}")?;
            separator = ", ";
        }
        for (word, number) in [("строка", self.row), ("столбец", self.column), ("абзац", self.paragraph)]
        {
            if let Some(number) = number {
                write!(f, "{separator}{word} {number}")?;
                separator = ", ";
            }
        }
        Ok(())
    }
}

/// A value with its place in the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Located<T> {
    /// The value itself.
    pub value: T,
    /// Where it was read.
    pub place: Location,
}

impl<T> Located<T> {
    /// A value at its place.
    pub fn new(value: T, place: Location) -> Self {
        Self { value, place }
    }
}

/// How sure a reading is. Ordered from the best to the worst, so that `max` gives the grade of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// Literal, from a labelled cell.
    A,
    /// Inferred by one named rule: inherited from a heading, split from a list.
    B,
    /// Rules disagree, or the text was repaired.
    C,
    /// There is nothing to grade.
    #[serde(rename = "—")]
    Absent,
}

impl Grade {
    /// The mark used in tables: `A`, `B`, `C` or `—`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::Absent => "—",
        }
    }
}
