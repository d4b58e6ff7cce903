//! Small groups: of few people, a figure or a row may tell who they are and what they said.
//!
//! A filter question makes groups, too: of an organization where two people with a disability answered, nobody's answers
//! about disability and accessibility are shown.

use std::collections::HashMap;

use super::figures;
use crate::model::{Question, Report, Respondent, Sex};

/// Withholds what fewer than `least` people said: the answers of an organization, a figure, sex and age.
pub(super) fn withhold(report: &mut Report, least: u64) {
    figures::withhold(report, least);
    withhold_answers(report, least);
    // What a wait is worth tells what one respondent answered, row by row.
    report.basis.waits.clear();
}

/// Who answered: a sheet, and the organization that it names.
type Group<'a> = (Option<&'a str>, usize, usize, Option<u32>);

/// Answers of few people. Moments of answering are withheld in any case: whoever saw a visitor at the questionnaire
/// would know the answers by them.
fn withhold_answers(report: &mut Report, least: u64) {
    let mut asked: HashMap<Group<'_>, u64> = HashMap::new();
    let mut alike: HashMap<(Group<'_>, Option<Sex>, Option<u16>), u64> = HashMap::new();
    let mut of_sex: HashMap<(Group<'_>, Option<Sex>), u64> = HashMap::new();
    let mut passed: HashMap<(Group<'_>, Question), u64> = HashMap::new();
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
                for filter in Question::ALL.into_iter().filter_map(Question::filter) {
                    *passed.entry((group, filter)).or_default() += u64::from(respondent.answer(filter) == Some(true));
                }
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
            behind: Question::ALL
                .into_iter()
                .filter(|question| {
                    question.filter().is_some_and(|filter| (1..least).contains(&passed[&(group, filter)]))
                })
                .collect(),
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
    /// Questions behind a filter that few people passed.
    behind: Vec<Question>,
}

impl Hidden {
    fn apply(&self, respondent: &mut Respondent) {
        respondent.at = None;
        for question in &self.behind {
            respondent.forget(*question);
            question.filter().into_iter().for_each(|filter| respondent.forget(filter));
        }
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

    /// A report of one sheet; of the organizations that it names, the first is «1», all others «2».
    fn report(respondents: Vec<Respondent>, organizations: usize) -> Report {
        let answers = Answers { respondents, ..Answers::default() };
        let source = SourceFile { path: "анкеты.csv".to_owned(), sha256: String::new(), bytes: 0 };
        let id = |n: usize| Some(if n == 0 { "1" } else { "2" }.to_owned());
        let submission = Submission {
            facts: FileFacts { answers: vec![answers], ..FileFacts::new(source) },
            plan_organizations: Vec::new(),
            answer_organizations: vec![(0..organizations).map(id).collect()],
            check_list_organizations: Vec::new(),
            page_organization: None,
        };
        Report { submissions: vec![submission], ..Report::default() }
    }

    #[test]
    fn answers_behind_a_filter_that_few_passed_are_withheld() {
        let answered = |disabled: bool, on_site: bool| {
            let mut respondent = respondent(0, Sex::Female, 30);
            respondent.set(Question::Disability, disabled);
            respondent.set(Question::AccessSatisfied, disabled);
            respondent.set(Question::SiteUsed, on_site);
            respondent
        };
        let respondents = (0..10).map(|n| answered(n < 2, n < 6)).collect();
        let mut report = report(respondents, 1);
        withhold(&mut report, 5);
        for respondent in &report.submissions[0].facts.answers[0].respondents {
            let answers = [Question::Disability, Question::AccessSatisfied].map(|q| respondent.answer(q));
            assert_eq!(answers, [None, None], "two of ten");
            assert!(respondent.answer(Question::SiteUsed).is_some(), "six of ten");
            assert_eq!(respondent.answer(Question::InTime), Some(true));
        }
    }

    #[test]
    fn few_answers_are_withheld_and_rows_stay() {
        let mut respondents = vec![respondent(0, Sex::Male, 40), respondent(0, Sex::Female, 40)];
        respondents.extend((0..5).map(|_| respondent(1, Sex::Female, 30)));
        respondents.push(respondent(1, Sex::Female, 71));
        respondents.push(respondent(1, Sex::Male, 30));
        // Another spelling of the second organization.
        respondents.push(respondent(2, Sex::Female, 30));
        let mut report = report(respondents, 3);
        withhold(&mut report, 5);
        let respondents = &report.submissions[0].facts.answers[0].respondents;
        let kept: Vec<_> = respondents.iter().map(|r| (r.answered != 0, r.sex, r.age)).collect();
        let (none, full) = ((false, None, None), (true, Some(Sex::Female), Some(30)));
        let (old, man) = ((true, Some(Sex::Female), None), (true, None, None));
        assert_eq!(kept, [none, none, full, full, full, full, full, old, man, full]);
        assert!(respondents[..2].iter().all(|r| r.comment.is_none()));
    }
}
