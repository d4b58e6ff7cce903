//! Notes on what looks odd about a survey, and silence where nothing does.

mod round;

use chrono::{Duration, NaiveDate, NaiveDateTime};
use round::{as_of, law, settings};
use svod::law::method::Method;
use svod::model::{
    Answers, FileFacts, Finding, Location, Organization, Question, QuestionColumn, Respondent, Sector, Severity, Sex,
    SourceFile, Submission, Warning,
};
use svod::score;

fn morning() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 9, 1).and_then(|day| day.and_hms_opt(9, 0, 0)).expect("a moment")
}

/// An ordinary respondent: answers, age and hour vary with the number; filters are kept.
fn ordinary(number: u32) -> Respondent {
    let mut respondent = Respondent {
        row: number + 2,
        organization: Some(0),
        at: Some(morning() + Duration::minutes(i64::from(number) * 173)),
        sex: Some(if number.is_multiple_of(3) { Sex::Male } else { Sex::Female }),
        age: Some(18 + (number * 7 % 60) as u16),
        ..Respondent::default()
    };
    for question in Question::ALL.into_iter().filter(|q| *q != Question::InTime) {
        let answer = (number * 31 + u32::from(question.number()) * 17) % 10 < 7;
        if question.filter().is_none_or(|filter| respondent.answer(filter) == Some(true)) {
            respondent.set(question, answer);
        }
    }
    respondent
}

fn respondents_of(organization: u32) -> impl Iterator<Item = Respondent> {
    (0..120).map(move |number| Respondent { organization: Some(organization), ..ordinary(number) })
}

fn respondents(count: u32) -> Vec<Respondent> {
    (0..count).map(ordinary).collect()
}

/// The codes that are noted of an organization beside two ordinary ones.
fn noted(respondents: Vec<Respondent>, recipients: Option<u64>) -> Vec<String> {
    noted_without(&[], respondents, recipients).into_iter().map(|finding| finding.code).collect()
}

/// What is noted where some questions have no column, because one column was not understood.
fn noted_without(unasked: &[Question], respondents: Vec<Respondent>, recipients: Option<u64>) -> Vec<Finding> {
    let mut answers = Answers {
        organizations: ["a", "b", "c"].map(str::to_owned).into(),
        questions: Question::ALL
            .iter()
            .filter(|q| **q != Question::InTime && !unasked.contains(q))
            .map(|&question| QuestionColumn { question, heading: String::new(), column: 1 })
            .collect(),
        respondents,
        ..Answers::default()
    };
    for organization in [1, 2] {
        let others = respondents_of(organization);
        answers.respondents.extend(others);
    }
    let source = SourceFile { path: "answers.xlsx".to_owned(), sha256: String::new(), bytes: 0 };
    let submission = Submission {
        plan_organizations: Vec::new(),
        answer_organizations: vec![["a", "b", "c"].map(|id| Some(id.to_owned())).into()],
        check_list_organizations: Vec::new(),
        page_organization: None,
        facts: FileFacts {
            answers: vec![answers],
            warnings: unasked.iter().map(|_| not_understood()).collect(),
            ..FileFacts::new(source)
        },
    };
    let organization = |id: &str| Organization {
        id: id.to_owned(),
        name: id.to_owned(),
        sector: Some(Sector::Culture),
        recipients,
        ..Organization::default()
    };
    let (submissions, organizations) = ([submission], ["a", "b", "c"].map(organization));
    let evidence = score::gather(&submissions, &organizations);
    let method = Method::on(&law().methods, as_of()).expect("a method");
    let terms = score::Terms { method, settings: settings(), round: score::round(&evidence), as_of: as_of() };
    let mut findings = score::assess(&evidence[0], &terms).findings;
    findings.sort_by(|a, b| a.code.cmp(&b.code));
    findings
}

fn not_understood() -> Warning {
    Warning {
        code: "columns-not-understood".to_owned(),
        message: "Столбцы анкеты не поняты и не учтены: «Глядели на стену?».".to_owned(),
        place: Location::default(),
    }
}

#[test]
fn a_filter_without_a_column_is_told_and_nobody_is_blamed() {
    let without = |filter: Question| {
        let mut all = respondents(100);
        all.iter_mut().for_each(|r| r.forget(filter));
        noted_without(&[filter], all, Some(250))
    };
    for (filter, code) in [(Question::StandUsed, "S111"), (Question::RemoteUsed, "S107")] {
        let findings = without(filter);
        let codes: Vec<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
        let mut expected = ["S106", code];
        expected.sort_unstable();
        assert_eq!(codes, expected);
        let finding = findings.iter().find(|finding| finding.code == code).expect("is there");
        assert_eq!(finding.severity, Severity::Warning);
        assert!(finding.message.contains(filter.title()), "{}", finding.message);
        assert!(finding.message.contains("«Глядели на стену?»"), "{}", finding.message);
    }
}

#[test]
fn an_ordinary_survey_is_not_noted() {
    assert_eq!(noted(respondents(100), Some(250)), ["S106"], "only the check-list is missing");
}

#[test]
fn the_sample_is_held_against_the_register() {
    assert_eq!(noted(respondents(100), Some(251)), ["S101", "S106"]);
    assert_eq!(noted(respondents(100), None), ["S102", "S106"]);
    assert_eq!(noted(respondents(29), Some(10)), ["S103", "S106"]);
    assert_eq!(noted(respondents(4), Some(10))[0], "S105");
}

#[test]
fn oddities_are_noted_one_by_one() {
    let odd = |change: &dyn Fn(u32, &mut Respondent)| {
        let mut all = respondents(100);
        for (number, respondent) in (0..).zip(&mut all) {
            change(number, respondent);
        }
        noted(all, Some(250))
    };
    let copied = ordinary(5);
    let identical = odd(&|number, r| {
        if number < 25 {
            *r = Respondent { at: r.at, row: r.row, ..copied.clone() };
        }
    });
    assert_eq!(identical, ["S106", "S201"]);
    let flat = odd(&|number, r| {
        if number < 45 {
            Question::ALL.into_iter().filter(|q| *q != Question::InTime).for_each(|q| r.set(q, true));
        }
    });
    assert_eq!(flat, ["S106", "S202"]);
    let burst = odd(&|number, r| {
        if number < 30 {
            r.at = Some(morning() + Duration::seconds(i64::from(number) * 10));
        }
    });
    assert_eq!(burst, ["S106", "S203"]);
    let days_only = odd(&|_, r| r.at = r.at.map(|at| at.date().and_time(chrono::NaiveTime::MIN)));
    assert_eq!(days_only, ["S106"], "days say nothing of minutes");
    let behind = odd(&|number, r| {
        if number == 0 {
            r.set(Question::SiteUsed, false);
            r.set(Question::SiteSatisfied, true);
        }
    });
    assert_eq!(behind, ["S106", "S204"]);
    let late = odd(&|number, r| {
        if number < 30 {
            r.at = r.at.map(|at| at + Duration::days(90));
        }
    });
    assert_eq!(late, ["S106", "S205"]);
    let ages = odd(&|number, r| {
        if number == 7 {
            r.age = Some(1985);
        }
    });
    assert_eq!(ages, ["S106", "S206"]);
}
