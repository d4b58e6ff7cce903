//! Small groups: of few people, a figure or a row may tell who they are and what they said.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use regex::Regex;

use super::WITHHELD;
use crate::model::{Report, Respondent, ScoreNote, Sex};

/// Decimals as messages print points: «62,50».
static POINTS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\d+,\d+").expect("a constant"));

/// Withholds what fewer than `least` people said: the answers of an organization, a figure, sex and age.
pub(super) fn withhold(report: &mut Report, least: u64) {
    let few = withhold_figures(report, least);
    withhold_quoted_figures(report, &few);
    withhold_answers(report, least);
    // What a wait is worth tells what one respondent answered, row by row.
    report.basis.waits.clear();
}

/// Organization and code of a figure.
type Figures = BTreeSet<(String, String)>;

/// Figures of few answers, and places that rest on them.
fn withhold_figures(report: &mut Report, least: u64) -> Figures {
    let mut withheld = Figures::new();
    for score in &mut report.scores {
        if score.n.is_none_or(|n| n == 0 || n >= least) {
            continue;
        }
        (score.value, score.numerator, score.denominator, score.n) = (None, None, None, None);
        (score.low, score.high) = (None, None);
        let text = format!("Скрыто: меньше {least} ответов.");
        score.note = Some(ScoreNote { code: "withheld".to_owned(), text });
        withheld.insert((score.organization_id.clone(), score.code.clone()));
    }
    for place in &mut report.rankings {
        if withheld.contains(&(place.organization_id.clone(), "S".to_owned())) {
            place.total = None;
        }
    }
    withheld
}

/// The same figures where a finding quotes them: «показатель 5.1 по опросу — 62,50 балла; показатель …».
fn withhold_quoted_figures(report: &mut Report, few: &Figures) {
    for finding in &mut report.findings {
        let Some(organization) = &finding.organization_id else { continue };
        let codes: Vec<&str> = few.iter().filter(|(id, _)| id == organization).map(|(_, code)| code.as_str()).collect();
        if codes.is_empty() {
            continue;
        }
        let clauses = finding.message.split("; ").map(|clause| {
            let quoted = codes.iter().any(|code| clause.contains(&format!(" {code} ")));
            if quoted { POINTS.replace_all(clause, WITHHELD).into_owned() } else { clause.to_owned() }
        });
        finding.message = clauses.collect::<Vec<_>>().join("; ");
    }
}

/// Who answered: a sheet, and the organization that it names.
type Group<'a> = (Option<&'a str>, usize, usize, Option<u32>);

/// Answers of few people. Moments of answering are withheld in any case: whoever saw a visitor at the questionnaire
/// would know the answers by them.
fn withhold_answers(report: &mut Report, least: u64) {
    let mut asked: HashMap<Group<'_>, u64> = HashMap::new();
    let mut alike: HashMap<(Group<'_>, Option<Sex>, Option<u16>), u64> = HashMap::new();
    let mut of_sex: HashMap<(Group<'_>, Option<Sex>), u64> = HashMap::new();
    let mut groups = Vec::new();
    // Joined first, counted after: one organization may have answers in several sheets and spellings.
    for (file, submission) in report.submissions.iter().enumerate() {
        for (sheet, answers) in submission.facts.answers.iter().enumerate() {
            for respondent in &answers.respondents {
                let joined = submission.answer_organizations.get(sheet);
                let joined = respondent.organization.and_then(|name| joined?.get(name as usize)?.as_deref());
                let group = match joined {
                    Some(id) => (Some(id), 0, 0, None),
                    None => (None, file, sheet, respondent.organization),
                };
                *asked.entry(group).or_default() += 1;
                *alike.entry((group, respondent.sex, respondent.age)).or_default() += 1;
                *of_sex.entry((group, respondent.sex)).or_default() += 1;
                groups.push(group);
            }
        }
    }
    let hidden: Vec<Hidden> = report
        .submissions
        .iter()
        .flat_map(|submission| submission.facts.answers.iter().flat_map(|answers| &answers.respondents))
        .zip(&groups)
        .map(|(respondent, &group)| Hidden {
            answers: asked[&group] < least,
            sex: of_sex[&(group, respondent.sex)] < least,
            age: alike[&(group, respondent.sex, respondent.age)] < least,
        })
        .collect();
    let respondents = report.submissions.iter_mut().flat_map(|submission| &mut submission.facts.answers);
    for (respondent, hidden) in respondents.flat_map(|answers| &mut answers.respondents).zip(hidden) {
        hidden.apply(respondent);
    }
}

/// What of one respondent is withheld.
struct Hidden {
    answers: bool,
    sex: bool,
    age: bool,
}

impl Hidden {
    fn apply(&self, respondent: &mut Respondent) {
        respondent.at = None;
        if self.answers {
            *respondent =
                Respondent { row: respondent.row, organization: respondent.organization, ..Respondent::default() };
        }
        if self.sex {
            respondent.sex = None;
        }
        if self.age {
            respondent.age = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Answers, FileFacts, Question, SourceFile, Submission};

    fn respondent(organization: u32, sex: Sex, age: u16) -> Respondent {
        let mut respondent = Respondent {
            organization: Some(organization),
            sex: Some(sex),
            age: Some(age),
            comment: Some("Тесно".to_owned()),
            ..Respondent::default()
        };
        respondent.set(Question::InTime, true);
        respondent
    }

    #[test]
    fn few_answers_are_withheld_and_rows_stay() {
        let mut respondents = vec![respondent(0, Sex::Male, 40), respondent(0, Sex::Female, 40)];
        respondents.extend((0..5).map(|_| respondent(1, Sex::Female, 30)));
        respondents.push(respondent(1, Sex::Female, 71));
        respondents.push(respondent(1, Sex::Male, 30));
        // Another spelling of the second organization.
        respondents.push(respondent(2, Sex::Female, 30));
        let answers = Answers { respondents, ..Answers::default() };
        let source = SourceFile { path: "анкеты.csv".to_owned(), sha256: String::new(), bytes: 0 };
        let id = |id: &str| Some(id.to_owned());
        let submission = Submission {
            facts: FileFacts { answers: vec![answers], ..FileFacts::new(source) },
            plan_organizations: Vec::new(),
            answer_organizations: vec![vec![id("1"), id("2"), id("2")]],
            check_list_organizations: Vec::new(),
            page_organization: None,
        };
        let mut report = Report { submissions: vec![submission], ..Report::default() };
        withhold(&mut report, 5);
        let respondents = &report.submissions[0].facts.answers[0].respondents;
        let kept: Vec<_> = respondents.iter().map(|r| (r.answered != 0, r.sex, r.age)).collect();
        let (none, full) = ((false, None, None), (true, Some(Sex::Female), Some(30)));
        let (old, man) = ((true, Some(Sex::Female), None), (true, None, None));
        assert_eq!(kept, [none, none, full, full, full, full, full, old, man, full]);
        assert!(respondents[..2].iter().all(|r| r.comment.is_none()));
    }
}
