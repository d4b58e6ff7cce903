//! The survey round: what respondents answered, who is on the register.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::{Location, Sector};

/// A question of the questionnaire of order 675н, by meaning. The number is the order's own (culture and education drop
/// question 5, so an operator's numbers differ).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// 1. Used the information stand.
    StandUsed,
    /// 2. Satisfied with the stand.
    StandSatisfied,
    /// 3. Used the site.
    SiteUsed,
    /// 4. Satisfied with the site.
    SiteSatisfied,
    /// 5. The service was given in time.
    InTime,
    /// 6. Satisfied with comfort.
    ComfortSatisfied,
    /// 7. Has an established group of disability.
    Disability,
    /// 8. Satisfied with accessibility for disabled people.
    AccessSatisfied,
    /// 9. Satisfied with courtesy at first contact.
    FirstContact,
    /// 10. Satisfied with courtesy of those who give the service.
    ServiceStaff,
    /// 11. Used remote ways of contact.
    RemoteUsed,
    /// 12. Satisfied with courtesy in remote contact.
    RemoteSatisfied,
    /// 13. Ready to recommend.
    Recommend,
    /// 14. Satisfied with organizational conditions.
    OrganizationalConditions,
    /// 15. Satisfied on the whole.
    OverallSatisfied,
}

impl Question {
    /// All questions in the order's own numbering.
    pub const ALL: [Self; 15] = [
        Self::StandUsed,
        Self::StandSatisfied,
        Self::SiteUsed,
        Self::SiteSatisfied,
        Self::InTime,
        Self::ComfortSatisfied,
        Self::Disability,
        Self::AccessSatisfied,
        Self::FirstContact,
        Self::ServiceStaff,
        Self::RemoteUsed,
        Self::RemoteSatisfied,
        Self::Recommend,
        Self::OrganizationalConditions,
        Self::OverallSatisfied,
    ];

    /// The number in order 675н, from 1.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The name used in tables: a Boolean column of `answers`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::StandUsed => "stand_used",
            Self::StandSatisfied => "stand_satisfied",
            Self::SiteUsed => "site_used",
            Self::SiteSatisfied => "site_satisfied",
            Self::InTime => "in_time",
            Self::ComfortSatisfied => "comfort_satisfied",
            Self::Disability => "disability",
            Self::AccessSatisfied => "access_satisfied",
            Self::FirstContact => "first_contact",
            Self::ServiceStaff => "service_staff",
            Self::RemoteUsed => "remote_used",
            Self::RemoteSatisfied => "remote_satisfied",
            Self::Recommend => "recommend",
            Self::OrganizationalConditions => "organizational_conditions",
            Self::OverallSatisfied => "overall_satisfied",
        }
    }

    /// What it asks, in a few Russian words.
    pub fn title(self) -> &'static str {
        match self {
            Self::StandUsed => "пользовались ли стендом",
            Self::StandSatisfied => "удовлетворены ли стендом",
            Self::SiteUsed => "пользовались ли сайтом",
            Self::SiteSatisfied => "удовлетворены ли сайтом",
            Self::InTime => "своевременно ли оказана услуга",
            Self::ComfortSatisfied => "удовлетворены ли комфортностью условий",
            Self::Disability => "есть ли инвалидность",
            Self::AccessSatisfied => "удовлетворены ли доступностью для инвалидов",
            Self::FirstContact => "вежливость при первичном контакте",
            Self::ServiceStaff => "вежливость при оказании услуги",
            Self::RemoteUsed => "пользовались ли дистанционными способами",
            Self::RemoteSatisfied => "вежливость при дистанционном взаимодействии",
            Self::Recommend => "готовы ли рекомендовать",
            Self::OrganizationalConditions => "удовлетворены ли организационными условиями",
            Self::OverallSatisfied => "удовлетворены ли условиями в целом",
        }
    }

    /// Whether it is the filter of another question.
    pub fn is_filter(self) -> bool {
        Self::ALL.iter().any(|other| other.filter() == Some(self))
    }

    /// The filter that must be answered «Да» for this answer to count; `None` for questions everybody is asked.
    pub fn filter(self) -> Option<Self> {
        match self {
            Self::StandSatisfied => Some(Self::StandUsed),
            Self::SiteSatisfied => Some(Self::SiteUsed),
            Self::AccessSatisfied => Some(Self::Disability),
            Self::RemoteSatisfied => Some(Self::RemoteUsed),
            _ => None,
        }
    }
}

/// A column that was understood as a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionColumn {
    /// What it asks.
    pub question: Question,
    /// The heading as written.
    pub heading: String,
    /// The column, from 1.
    pub column: u32,
}

/// One sheet of answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answers {
    /// Where the sheet stands.
    pub place: Location,
    /// The columns that were understood.
    pub questions: Vec<QuestionColumn>,
    /// Names of organizations as the respondents' rows give them; rows refer to them by index.
    pub organizations: Vec<String>,
    /// One entry per respondent, in the order of the sheet.
    pub respondents: Vec<Respondent>,
    /// Which questionnaire it is.
    #[serde(default)]
    pub form: Form,
    /// The columns that ask how long the respondent waited.
    #[serde(default)]
    pub waiting: Vec<WaitingColumn>,
    /// What named the organizations.
    #[serde(default)]
    pub named_by: NamedBy,
    /// Whether the source gives counts by organization instead of answers. The respondents are then made to fit the
    /// counts: shares are right, but who answered what together with what is not known.
    #[serde(default)]
    pub summed: bool,
    /// Shares that the source gives without saying how many were asked. Nobody's answers can be made of them.
    #[serde(default)]
    pub shares: Vec<StatedShare>,
}

/// A share of «Да» as a table states it: 92,3 % is 923 of 1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedShare {
    /// Index into [`Answers::organizations`].
    pub organization: u32,
    /// Row of the sheet, from 1.
    pub row: u32,
    /// What was asked.
    pub question: Question,
    /// The share times `of`.
    pub yes: u32,
    /// The whole, as fine as the table states shares: not a number of people.
    pub of: u32,
}

impl Answers {
    /// Whether nobody's answers are there.
    pub fn is_empty(&self) -> bool {
        self.respondents.is_empty() && self.shares.is_empty()
    }

    /// Bit `Question as u16` is set where the sheet has a column for the question.
    pub fn asked(&self) -> u16 {
        self.questions.iter().fold(0, |asked, column| asked | 1 << column.question as u16)
    }
}

/// Which questionnaire a sheet holds. A hospital with inpatients and outpatients is asked with two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// The general questionnaire of order 675н.
    #[default]
    General,
    /// For those treated in hospital.
    Inpatient,
    /// For those treated as outpatients.
    Outpatient,
}

impl Form {
    /// All questionnaires.
    pub const ALL: [Self; 3] = [Self::General, Self::Inpatient, Self::Outpatient];

    /// The name used in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Inpatient => "inpatient",
            Self::Outpatient => "outpatient",
        }
    }

    /// The name a report prints.
    pub fn title(self) -> &'static str {
        match self {
            Self::General => "общая анкета",
            Self::Inpatient => "анкета для стационара",
            Self::Outpatient => "анкета для поликлиники",
        }
    }
}

/// What a column of a summed-up sheet counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counted {
    /// Those who said «Да».
    Yes,
    /// Those who said «Нет».
    No,
    /// Those who answered.
    Answered,
}

/// What named the organizations of a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NamedBy {
    /// A column: every row names its own.
    #[default]
    Column,
    /// The title above the table.
    Title,
    /// The name of the worksheet.
    Sheet,
    /// The name of the file.
    File,
}

/// A column that asks how long the respondent waited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingColumn {
    /// The heading as written.
    pub heading: String,
    /// The column, from 1.
    pub column: u32,
    /// The established term that the answers themselves name («14 календарных дней и более»).
    pub term: Option<(u32, WaitUnit)>,
}

/// Units of waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitUnit {
    /// Hours.
    Hour,
    /// Calendar days.
    Day,
}

/// How long a respondent waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    /// Index into [`Answers::waiting`].
    pub column: u16,
    /// How the amount is meant.
    pub bound: WaitBound,
    /// How long.
    pub amount: u32,
    /// In which unit.
    pub unit: WaitUnit,
}

/// How an amount of waiting is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitBound {
    /// «менее 7 дней».
    Less,
    /// «7 дней».
    Exactly,
    /// «более 14 дней».
    More,
    /// «14 дней и более».
    OrMore,
}

/// One respondent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Respondent {
    /// Row of the sheet, from 1.
    pub row: u32,
    /// Index into [`Answers::organizations`]; `None` where the row names none.
    pub organization: Option<u32>,
    /// When the form was sent.
    pub at: Option<NaiveDateTime>,
    /// Bit `Question as u16` is set where the answer is «Да».
    pub yes: u16,
    /// Bit `Question as u16` is set where the question was answered «Да» or «Нет».
    pub answered: u16,
    /// Sex as stated.
    pub sex: Option<Sex>,
    /// Full years as stated.
    pub age: Option<u16>,
    /// Free text.
    pub comment: Option<String>,
    /// How long the respondent waited, where that is asked.
    #[serde(default)]
    pub waits: Vec<Wait>,
}

impl Respondent {
    /// The answer to a question: `None` where it was not asked or not answered.
    pub fn answer(&self, question: Question) -> Option<bool> {
        let bit = 1 << question as u16;
        (self.answered & bit != 0).then_some(self.yes & bit != 0)
    }

    /// Writes down an answer.
    pub fn set(&mut self, question: Question, answer: bool) {
        let bit = 1 << question as u16;
        self.answered |= bit;
        if answer {
            self.yes |= bit;
        } else {
            self.yes &= !bit;
        }
    }

    /// Forgets an answer: as if the question had not been answered.
    pub fn forget(&mut self, question: Question) {
        let bit = 1 << question as u16;
        self.answered &= !bit;
        self.yes &= !bit;
    }

    /// The answer, unless its filter was answered «Нет» or not at all: such an answer is not counted.
    pub fn counted(&self, question: Question) -> Option<bool> {
        match question.filter() {
            Some(filter) if self.answer(filter) != Some(true) => None,
            _ => self.answer(question),
        }
    }
}

/// Sex of a respondent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

/// A register of organizations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Register {
    /// Where the sheet stands.
    pub place: Location,
    /// One entry per organization.
    pub rows: Vec<RegisterRow>,
}

/// One organization as the register describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterRow {
    /// Row of the sheet, from 1.
    pub row: u32,
    /// ИНН as written, digits only.
    pub inn: Option<String>,
    /// Full name.
    pub name: String,
    /// Short name.
    pub short_name: Option<String>,
    /// Sector.
    pub sector: Option<Sector>,
    /// Kind as written.
    pub kind_raw: Option<String>,
    /// Municipality.
    pub municipality: Option<String>,
    /// Region.
    pub region: Option<String>,
    /// Name or ИНН of the head organization, for a branch.
    pub parent: Option<String>,
    /// Recipients of services a year.
    pub recipients: Option<u64>,
}
