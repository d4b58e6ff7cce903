//! What assessors looked for and saw: on the stand, on the site, in the building.

use serde::{Deserialize, Serialize};

use super::{Location, NamedBy};

/// What an item of a check-list is about; each topic feeds one indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckTopic {
    /// Information on the stand: 1.1.
    Stand,
    /// Information on the site: 1.1.
    Site,
    /// Remote ways of contact on the site: 1.2.
    Remote,
    /// Comfortable conditions: 2.1.
    Comfort,
    /// Equipment of territory and premises for disabled people: 3.1.
    Equipment,
    /// Conditions that let disabled people receive services equally: 3.2.
    Accessibility,
}

impl CheckTopic {
    /// All topics, in the order of the indicators.
    pub const ALL: [Self; 6] =
        [Self::Stand, Self::Site, Self::Remote, Self::Comfort, Self::Equipment, Self::Accessibility];

    /// The name used in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stand => "stand",
            Self::Site => "site",
            Self::Remote => "remote",
            Self::Comfort => "comfort",
            Self::Equipment => "equipment",
            Self::Accessibility => "accessibility",
        }
    }

    /// The name a report prints.
    pub fn title(self) -> &'static str {
        match self {
            Self::Stand => "информация на стенде",
            Self::Site => "информация на сайте",
            Self::Remote => "дистанционные способы обратной связи",
            Self::Comfort => "комфортные условия",
            Self::Equipment => "оборудование для инвалидов",
            Self::Accessibility => "условия доступности для инвалидов",
        }
    }
}

/// An item that assessors looked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckItem {
    /// What it is about.
    pub topic: CheckTopic,
    /// The item as written.
    pub text: String,
    /// The column (or the row of a transposed sheet), from 1.
    pub column: u32,
}

/// One check-list sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckList {
    /// Where the sheet stands.
    pub place: Location,
    /// What was looked for, in the order of the sheet.
    pub items: Vec<CheckItem>,
    /// One entry per organization.
    pub rows: Vec<CheckListRow>,
    /// Whether the source tells how many items are met and not which. The items are then made to fit the numbers.
    #[serde(default)]
    pub summed: bool,
}

/// What was seen in one organization.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckListRow {
    /// The organization as written.
    pub organization: String,
    /// Row of the sheet (column of a transposed one), from 1.
    pub row: u32,
    /// Item by item: met, not met; `None` is not applicable and reduces the norm.
    pub met: Vec<Option<bool>>,
    /// What named the organization.
    #[serde(default)]
    pub named_by: NamedBy,
}
