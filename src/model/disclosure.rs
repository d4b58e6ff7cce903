//! What an organization discloses, requirement by requirement.

use serde::{Deserialize, Serialize};

/// The state of one requirement of one list in one channel of one organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosure {
    /// The organization.
    pub organization_id: String,
    /// Id of the list's edition, such as `culture-277`.
    pub edition: String,
    /// Id of the requirement, such as `CUL-05`.
    pub requirement: String,
    /// Where it must be shown.
    pub channel: Channel,
    /// What was found.
    pub status: DisclosureStatus,
    /// What the status rests on: the item of the check-list, the page and its text.
    pub evidence: Option<String>,
    /// The file the evidence is in.
    pub submission_id: Option<String>,
    /// Where in that file.
    pub locator: Option<String>,
}

/// Where information must be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The official site.
    Site,
    /// The information stand.
    Stand,
}

impl Channel {
    /// The name used in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Stand => "stand",
        }
    }
}

/// What was found of one requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DisclosureStatus {
    /// Shown.
    Met,
    /// Looked for and not shown.
    NotMet,
    /// The condition of the requirement does not hold.
    NotApplicable,
    /// Nobody looked, or sources disagree.
    NeedsVerification,
}

impl DisclosureStatus {
    /// The name used in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not_met",
            Self::NotApplicable => "not_applicable",
            Self::NeedsVerification => "needs_verification",
        }
    }
}
