//! Duties: who must do what by when, by which clause. Findings take their legal basis from here.

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use super::file::{below, date, line_at, mistake, optional_date, read};
use super::{LawError, LawFile};
use crate::model::Severity;

/// One duty in one edition; several editions of a duty share its id and have dates that do not overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Stable id: `plan-approved`.
    pub id: String,
    /// Who is bound.
    pub who: String,
    /// To do what.
    pub what: String,
    /// By when, in words.
    pub term: Option<String>,
    /// The act, with its date and number.
    pub act: String,
    /// The clause.
    pub clause: String,
    /// The edition of the act.
    pub edition: String,
    /// First day in force.
    pub in_force_from: NaiveDate,
    /// Last day in force.
    pub in_force_to: Option<NaiveDate>,
    /// No breach of this edition is graver than this, whatever the rule says; `None` where the rule decides.
    pub severity_limit: Option<Severity>,
    /// Where the text was seen.
    pub source: String,
    /// Whether it was compared with the act's own text.
    pub verified: bool,
    /// What is doubtful.
    pub note: String,
}

impl Duty {
    /// Whether it binds on a day.
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.in_force_from <= day && self.in_force_to.is_none_or(|last| day <= last)
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DutyFile {
    duty: Vec<DutyEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DutyEntry {
    id: Spanned<String>,
    who: String,
    what: String,
    term: Option<String>,
    act: String,
    clause: String,
    edition: String,
    #[serde(deserialize_with = "date")]
    in_force_from: NaiveDate,
    #[serde(default, deserialize_with = "optional_date")]
    in_force_to: Option<NaiveDate>,
    severity_limit: Option<Severity>,
    source: String,
    verified: bool,
    #[serde(default)]
    note: String,
}

/// Reads `law/duties.toml`.
///
/// # Errors
/// Every mistake.
pub fn parse(files: &[LawFile]) -> Result<Vec<Duty>, Vec<LawError>> {
    let mut duties: Vec<Duty> = Vec::new();
    let mut errors = Vec::new();
    for file in below(files, "law/duties") {
        let entries = match read::<DutyFile>(file) {
            Ok(entries) => entries.duty,
            Err(error) => {
                errors.push(error);
                continue;
            }
        };
        for entry in entries {
            let line = line_at(&file.text, entry.id.span().start);
            let duty = duty(entry);
            if !duty.verified && duty.note.is_empty() {
                let text = format!("«{}»: не сверено (verified = false), но в note не сказано почему", duty.id);
                errors.push(mistake(file, line, &text));
            }
            let overlaps = |other: &Duty| {
                other.id == duty.id && (other.in_force(duty.in_force_from) || duty.in_force(other.in_force_from))
            };
            if duties.iter().any(overlaps) {
                errors.push(mistake(file, line, &format!("«{}»: две редакции действуют в один день", duty.id)));
            }
            duties.push(duty);
        }
    }
    if errors.is_empty() { Ok(duties) } else { Err(errors) }
}

fn duty(entry: DutyEntry) -> Duty {
    Duty {
        id: entry.id.into_inner(),
        who: entry.who,
        what: entry.what,
        term: entry.term,
        act: entry.act,
        clause: entry.clause,
        edition: entry.edition,
        in_force_from: entry.in_force_from,
        in_force_to: entry.in_force_to,
        severity_limit: entry.severity_limit,
        source: entry.source,
        verified: entry.verified,
        note: entry.note,
    }
}
