//! Who answers for a measure.

use serde::{Deserialize, Serialize};

use super::Grade;

/// One responsible party: a person, a post, a body, or a combination of them. At least one of the three is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Officer {
    /// The part of the source text that this party was read from.
    pub raw: String,
    /// Surname first, nominative, as complete as written: «Иванова И.И.», «Лутман Елена Владимировна».
    pub person: Option<String>,
    /// The post, nominative: «заместитель директора по развитию».
    pub position: Option<String>,
    /// The body or unit, nominative: «Отдел культуры».
    pub unit: Option<String>,
    /// Whether it came from a heading, a merged cell or a note under the table rather than from the row's own cell.
    pub inherited: bool,
    /// Name of the rule that read it.
    pub rule: String,
    /// How sure the reading is.
    pub grade: Grade,
}

impl Officer {
    /// Nothing known yet; `raw` is the source's own text.
    pub fn new(raw: &str, rule: &str) -> Self {
        Self {
            raw: raw.to_owned(),
            person: None,
            position: None,
            unit: None,
            inherited: false,
            rule: rule.to_owned(),
            grade: Grade::A,
        }
    }
}
