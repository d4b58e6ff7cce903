//! What every law file says of itself: which act it is, since when and until when, and whether anybody compared it with
//! the act's own text.

use chrono::NaiveDate;
use serde::Deserialize;

use super::file::{date, optional_date};

/// One act in one edition.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Edition {
    /// Stable id, the file's name without its ending: `culture-277`.
    pub id: String,
    /// What it is, for people.
    pub title: String,
    /// Kind and author of the act: «Приказ Минкультуры России».
    pub act: String,
    /// Its number.
    pub number: String,
    /// Its date.
    #[serde(deserialize_with = "date")]
    pub date: NaiveDate,
    /// First day in force.
    #[serde(deserialize_with = "date")]
    pub in_force_from: NaiveDate,
    /// Last day in force; `None` where nobody has set one.
    #[serde(default, deserialize_with = "optional_date")]
    pub in_force_to: Option<NaiveDate>,
    /// Ids of the editions it took the place of.
    #[serde(default)]
    pub replaces: Vec<String>,
    /// Where its text was seen.
    pub source: String,
    /// Whether the file was compared with the act's own text.
    pub verified: bool,
    /// What is doubtful; must be said where `verified` is false.
    #[serde(default)]
    pub note: String,
}

impl Edition {
    /// Whether it is in force on a day.
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.in_force_from <= day && self.in_force_to.is_none_or(|last| day <= last)
    }

    /// «Приказ Минкультуры России от 20.02.2015 № 277».
    pub fn citation(&self) -> String {
        format!("{} от {} № {}", self.act, self.date.format("%d.%m.%Y"), self.number)
    }

    /// The mistakes that can be told from the edition alone.
    pub(super) fn mistakes(&self, path: &str) -> Vec<String> {
        let mut mistakes = Vec::new();
        if !path.ends_with(&format!("/{}.toml", self.id)) {
            mistakes.push(format!("id «{}» не совпадает с именем файла", self.id));
        }
        if self.in_force_to.is_some_and(|last| last < self.in_force_from) {
            mistakes.push("in_force_to раньше in_force_from".to_owned());
        }
        if !self.verified && self.note.is_empty() {
            mistakes
                .push("перечень не сверен (verified = false), но в note не сказано, что именно сомнительно".to_owned());
        }
        mistakes
    }
}
