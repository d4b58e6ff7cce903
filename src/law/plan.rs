//! Approved plan forms: their columns, how the columns are worded, what is mandatory.

use serde::Deserialize;
use toml::Spanned;

use super::edition::Edition;
use super::file::{below, line_at, mistake, read};
use super::meaning::Meanings;
use super::{LawError, LawFile};

/// One approved form in one edition.
#[derive(Clone, Debug)]
pub struct PlanForm {
    /// The act.
    pub edition: Edition,
    /// The columns in the form's order.
    pub columns: Vec<FormColumn>,
    /// The sections in the form's order.
    pub sections: Vec<FormSection>,
    /// Indicators of the survey below this many points are deficiencies that a plan must answer.
    pub survey_below: Option<u8>,
    headings: Meanings,
    shared: Meanings,
}

/// One column of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormColumn {
    /// Stable id: `officer`.
    pub id: String,
    /// The heading as the form words it.
    pub heading: String,
    /// Its number in the form: «графа 4».
    pub clause: String,
    /// Whether a plan without it breaks the form.
    pub mandatory: bool,
    /// Whether a table is known by it to follow the form.
    pub telling: bool,
    /// Other headings that people write for it.
    pub wordings: Vec<String>,
}

/// One section of a form.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormSection {
    /// The criterion of order 344н.
    pub criterion: u8,
    /// The heading as the form words it.
    pub heading: String,
}

impl PlanForm {
    /// The columns that a heading stands for, by their index; one heading may cover two columns of the form.
    pub fn columns_of(&self, heading: &str) -> Vec<usize> {
        let found = self.headings.find(heading).into_iter().chain(self.shared.find(heading));
        found.map(|m| m.item).collect()
    }

    /// How many columns of the form a table with these headings has, if it has all by which the form is known.
    pub(super) fn followed_by(&self, headings: &[String]) -> Option<usize> {
        let mut found: Vec<usize> = headings.iter().flat_map(|heading| self.columns_of(heading)).collect();
        found.sort_unstable();
        found.dedup();
        let mut telling = (0..self.columns.len()).filter(|&index| self.columns[index].telling).peekable();
        telling.peek()?;
        telling.all(|index| found.contains(&index)).then_some(found.len())
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FormFile {
    edition: Edition,
    survey_below: Option<u8>,
    #[serde(default)]
    column: Vec<ColumnEntry>,
    #[serde(default)]
    section: Vec<FormSection>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ColumnEntry {
    id: Spanned<String>,
    heading: String,
    clause: String,
    mandatory: bool,
    #[serde(default)]
    telling: bool,
    wordings: Vec<String>,
    /// Headings of another column that hold what belongs here too.
    #[serde(default)]
    shared: Vec<String>,
    #[serde(default)]
    exceptions: Vec<String>,
}

/// Reads `law/plan/*.toml`.
///
/// # Errors
/// Every mistake of every file.
pub fn parse(files: &[LawFile]) -> Result<Vec<PlanForm>, Vec<LawError>> {
    let mut forms = Vec::new();
    let mut errors = Vec::new();
    for file in below(files, "law/plan/") {
        match read::<FormFile>(file) {
            Ok(form) => {
                errors.extend(mistakes(file, &form));
                forms.push(assemble(form));
            }
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() { Ok(forms) } else { Err(errors) }
}

fn mistakes(file: &LawFile, form: &FormFile) -> Vec<LawError> {
    let mut errors: Vec<LawError> =
        form.edition.mistakes(&file.path).iter().map(|text| mistake(file, 1, text)).collect();
    for (index, column) in form.column.iter().enumerate() {
        let line = line_at(&file.text, column.id.span().start);
        if form.column[..index].iter().any(|other| other.id.get_ref() == column.id.get_ref()) {
            errors.push(mistake(file, line, &format!("«{}»: графа с таким id уже есть", column.id.get_ref())));
        }
        if column.wordings.is_empty() {
            errors.push(mistake(file, line, &format!("«{}»: нет ни одной формулировки", column.id.get_ref())));
        }
    }
    errors
}

fn assemble(form: FormFile) -> PlanForm {
    let headings = Meanings::new(form.column.iter().map(|c| (c.wordings.as_slice(), c.exceptions.as_slice())));
    let shared = Meanings::new(form.column.iter().map(|c| (c.shared.as_slice(), &[][..])));
    let columns = form
        .column
        .into_iter()
        .map(|c| FormColumn {
            id: c.id.into_inner(),
            heading: c.heading,
            clause: c.clause,
            mandatory: c.mandatory,
            telling: c.telling,
            wordings: c.wordings,
        })
        .collect();
    PlanForm {
        edition: form.edition,
        columns,
        sections: form.section,
        survey_below: form.survey_below,
        headings,
        shared,
    }
}
