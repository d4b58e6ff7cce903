//! The assessed organizations.

use serde::{Deserialize, Serialize};

use super::Location;

/// An organization as the run knows it, from the register or from the documents alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organization {
    /// Stable id: the ИНН where known, else a hash of the normalized name.
    pub id: String,
    /// ИНН, ten digits with a right check digit.
    pub inn: Option<String>,
    /// Full name.
    pub name: String,
    /// Short name.
    pub short_name: Option<String>,
    /// Sector of the assessment.
    pub sector: Option<Sector>,
    /// Kind within the sector.
    pub kind: Option<OrganizationKind>,
    /// Municipality.
    pub municipality: Option<String>,
    /// Region.
    pub region: Option<String>,
    /// The head organization of a branch.
    pub parent_id: Option<String>,
    /// Recipients of services a year, from the register.
    pub recipients: Option<u64>,
    /// How the documents were joined to it.
    pub matched_by: MatchedBy,
}

/// With whom the survey of a branch is counted. Order 344н does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Branches {
    /// Every branch for itself.
    #[default]
    Apart,
    /// Its answers with those about the head organization.
    Joined,
}

impl Branches {
    /// The name used in settings and in the manifest.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Apart => "apart",
            Self::Joined => "joined",
        }
    }
}

/// How the documents of an organization were joined to it; the weakest join counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatchedBy {
    /// By ИНН.
    Inn,
    /// By the user's own table of aliases.
    Alias,
    /// By full or short name, normalized.
    Name,
    /// By a name that is nearly the same, with no rival.
    Similar,
    /// Nothing to join with: known from one document only.
    #[default]
    Alone,
}

impl MatchedBy {
    /// The name used in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Inn => "inn",
            Self::Alias => "alias",
            Self::Name => "name",
            Self::Similar => "similar",
            Self::Alone => "alone",
        }
    }
}

/// A spelling that the user says is a certain organization's: one row of `aliases.csv`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// As documents write it.
    pub written: String,
    /// ИНН or name of the organization.
    pub target: String,
    /// The row.
    pub place: Location,
}

/// The sectors of the independent assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sector {
    /// Culture.
    Culture,
    /// Education.
    Education,
    /// Health.
    Health,
    /// Social services.
    Social,
    /// Medical and social expertise (МСЭ).
    Expertise,
}

impl Sector {
    /// All sectors in the order of the law.
    pub const ALL: [Self; 5] = [Self::Culture, Self::Education, Self::Health, Self::Social, Self::Expertise];

    /// The name used in tables and in the law's files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Culture => "culture",
            Self::Education => "education",
            Self::Health => "health",
            Self::Social => "social",
            Self::Expertise => "expertise",
        }
    }

    /// The name a report prints.
    pub fn title(self) -> &'static str {
        match self {
            Self::Culture => "культура",
            Self::Education => "образование",
            Self::Health => "охрана здоровья",
            Self::Social => "социальное обслуживание",
            Self::Expertise => "медико-социальная экспертиза",
        }
    }
}

/// Kinds of organizations that the law treats differently within a sector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrganizationKind {
    /// Library.
    Library,
    /// Museum.
    Museum,
    /// Club, house of culture.
    Club,
    /// Park, zoo.
    Park,
    /// Theatre, philharmonic, concert organization, circus: criteria 1 and 3 only.
    Creative,
    /// Kindergarten.
    Kindergarten,
    /// School.
    School,
    /// College.
    College,
    /// Supplementary education, school of arts.
    Supplementary,
    /// Hospital with inpatients.
    Inpatient,
    /// Polyclinic.
    Outpatient,
    /// Social service at home or by the day.
    SocialCentre,
    /// Residential home.
    ResidentialHome,
    /// Anything else.
    Other,
}

impl OrganizationKind {
    /// The name used in tables and in the law's files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Library => "library",
            Self::Museum => "museum",
            Self::Club => "club",
            Self::Park => "park",
            Self::Creative => "creative",
            Self::Kindergarten => "kindergarten",
            Self::School => "school",
            Self::College => "college",
            Self::Supplementary => "supplementary",
            Self::Inpatient => "inpatient",
            Self::Outpatient => "outpatient",
            Self::SocialCentre => "social_centre",
            Self::ResidentialHome => "residential_home",
            Self::Other => "other",
        }
    }
}
