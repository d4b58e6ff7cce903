//! S2xx: what looks odd about the answers of an organization. Each is a note with its numbers and never an accusation:
//! most oddities have innocent causes, and the messages name the usual one.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};

use super::Terms;
use super::evidence::{Evidence, Sheet};
use super::sample::finding;
use crate::model::{Finding, Question, Respondent, Severity};

/// Forms that arrive within so many minutes count as one burst.
const BURST_MINUTES: i64 = 10;
/// Fewer forms than this say nothing of any pattern.
const LEAST: usize = 20;
/// Ages that people state by mistake lie outside of these.
const AGES: std::ops::RangeInclusive<u16> = 14..=100;

/// When the round was: the days between which the forms of nearly all organizations arrived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// First day and last day; `None` where too few organizations have time stamps.
    pub days: Option<(NaiveDate, NaiveDate)>,
}

/// The round, from all time stamps. No organization alone can stretch it: it begins with the second of them and ends with
/// the last but one.
pub fn round(evidence: &[Evidence<'_>]) -> Round {
    const LEAST_ORGANIZATIONS: usize = 3;
    let (mut first, mut last): (Vec<NaiveDate>, Vec<NaiveDate>) = evidence
        .iter()
        .filter_map(|evidence| {
            let days = || stamps(evidence).map(|at| at.date());
            Some((days().min()?, days().max()?))
        })
        .unzip();
    if first.len() < LEAST_ORGANIZATIONS {
        return Round::default();
    }
    first.sort_unstable();
    last.sort_unstable();
    Round { days: Some((first[1], last[last.len() - 2])) }
}

fn stamps<'a>(evidence: &'a Evidence<'_>) -> impl Iterator<Item = NaiveDateTime> + 'a {
    respondents(evidence).filter_map(|respondent| respondent.at)
}

/// Sheets that tell who answered what; counts do not.
fn told<'a, 'e>(evidence: &'a Evidence<'e>) -> impl Iterator<Item = &'a Sheet<'e>> {
    evidence.sheets.iter().filter(|sheet| !sheet.answers.summed)
}

/// Those whose own answers are known.
fn respondents<'a>(evidence: &'a Evidence<'_>) -> impl Iterator<Item = &'a Respondent> + 'a {
    told(evidence).flat_map(|sheet| sheet.respondents.iter().copied())
}

/// The notes on one organization.
pub(super) fn findings(evidence: &Evidence<'_>, terms: &Terms<'_>) -> Vec<Finding> {
    let messages = [
        ("S201", identical(evidence)),
        ("S202", straight_lining(evidence)),
        ("S203", burst(evidence)),
        ("S204", closed_filters(evidence)),
        ("S205", outside(evidence, terms.round)),
        ("S206", ages(evidence)),
    ];
    messages
        .into_iter()
        .filter_map(|(code, message)| Some(finding(evidence, terms, code, Severity::Note, message?)))
        .collect()
}

/// Equal answers, sex and age far more often than the organization's own mix of answers, sexes and ages would give.
fn identical(evidence: &Evidence<'_>) -> Option<String> {
    let rows: Vec<_> = respondents(evidence).filter_map(|r| Some(((r.yes, r.answered), (r.sex?, r.age?)))).collect();
    if rows.len() < LEAST {
        return None;
    }
    let mut answers = BTreeMap::new();
    let mut people = BTreeMap::new();
    let mut both = BTreeMap::new();
    for &(answer, (sex, age)) in &rows {
        let person = (sex as u8, age);
        *answers.entry(answer).or_insert(0_usize) += 1;
        *people.entry(person).or_insert(0_usize) += 1;
        *both.entry((answer, person)).or_insert(0_usize) += 1;
    }
    let ((answer, person), count) = both.into_iter().max_by_key(|(key, count)| (*count, std::cmp::Reverse(*key)))?;
    // The equal rows themselves say nothing of how common their parts are.
    let others = |all: usize| (all - count + 1) as f64;
    let expected = others(answers[&answer]) * others(people[&person]) / others(rows.len());
    let far = count as f64 > expected + 6.0 * expected.sqrt() + 5.0;
    far.then(|| {
        format!(
            "Анкет, совпадающих полностью, включая пол и возраст: {count}; случайно ожидалось бы около {expected:.1}. \
             Обычная причина — повторная отправка формы; сверьте с первичными анкетами."
        )
    })
}

/// The same answer to every question, filters included, more often than the answers' own shares would give.
fn straight_lining(evidence: &Evidence<'_>) -> Option<String> {
    let complete: Vec<_> = respondents(evidence).filter(|r| r.answered.count_ones() >= 10).collect();
    if complete.len() < LEAST {
        return None;
    }
    let flat = |r: &&&Respondent| r.yes == r.answered || r.yes == 0;
    let count = complete.iter().filter(flat).count();
    let mut chance = [1.0_f64, 1.0];
    for question in Question::ALL {
        let answers: Vec<bool> = complete.iter().filter_map(|r| r.answer(question)).collect();
        if !answers.is_empty() {
            let yes = answers.iter().filter(|yes| **yes).count() as f64 / answers.len() as f64;
            chance = [chance[0] * yes, chance[1] * (1.0 - yes)];
        }
    }
    let expected = (chance[0] + chance[1]) * complete.len() as f64;
    let share = count as f64 / complete.len() as f64;
    (share >= 0.2 && count as f64 > 3.0 * expected + 10.0).then(|| {
        format!(
            "Анкет, где на все вопросы, включая вопросы-фильтры, дан один и тот же ответ: {count} из {}; по долям ответов \
             ожидалось бы около {expected:.1}. Возможно, часть анкет заполнена не читая.",
            complete.len()
        )
    })
}

/// Many forms within minutes.
fn burst(evidence: &Evidence<'_>) -> Option<String> {
    // A day without a time of day is midnight, and says nothing of minutes.
    let mut times: Vec<_> = stamps(evidence).filter(|at| at.time() != NaiveTime::MIN).collect();
    times.sort_unstable();
    let mut first = 0;
    let mut best = (0, NaiveDateTime::default());
    for last in 0..times.len() {
        while times[last] - times[first] > Duration::minutes(BURST_MINUTES) {
            first += 1;
        }
        let count = last + 1 - first;
        if count > best.0 {
            best = (count, times[first]);
        }
    }
    let (count, start) = best;
    (count >= LEAST && count * 5 >= times.len()).then(|| {
        format!(
            "Анкет, поступивших за {BURST_MINUTES} минут: {count} из {}, начиная с {}. Так бывает, когда бумажные анкеты \
             вносят подряд; подтвердите это.",
            times.len(),
            start.format("%d.%m.%Y %H:%M")
        )
    })
}

/// Answers to questions that should have been skipped. Where no column tells the filter, nobody knows who should have.
fn closed_filters(evidence: &Evidence<'_>) -> Option<String> {
    let behind = |asked: u16, r: &Respondent| {
        let closed = |q: Question| {
            let filtered = q.filter().is_some_and(|filter| asked & 1 << filter as u16 != 0);
            filtered && r.answer(q).is_some() && r.counted(q).is_none()
        };
        Question::ALL.into_iter().any(closed)
    };
    let in_sheet = |sheet: &Sheet<'_>| {
        let asked = sheet.answers.asked();
        sheet.respondents.iter().filter(|r| behind(asked, r)).count()
    };
    let count: usize = told(evidence).map(in_sheet).sum();
    (count > 0).then(|| {
        format!(
            "Анкет с ответами на вопросы, которые следовало пропустить (например, с оценкой сайта у тех, кто им не \
             пользовался): {count}. Эти ответы не учтены. Настройте переходы в форме опроса."
        )
    })
}

/// Forms that arrived when the round of everybody else was over, or had not begun.
fn outside(evidence: &Evidence<'_>, round: Round) -> Option<String> {
    let (first, last) = round.days?;
    let total = stamps(evidence).count();
    let count = stamps(evidence).filter(|at| !(first..=last).contains(&at.date())).count();
    (count >= 5 && count * 5 >= total).then(|| {
        format!(
            "Анкет, поступивших вне срока опроса ({} – {}): {count} из {total}. Проверьте, относятся ли они к нему.",
            first.format("%d.%m.%Y"),
            last.format("%d.%m.%Y")
        )
    })
}

/// Ages that cannot be.
fn ages(evidence: &Evidence<'_>) -> Option<String> {
    let odd = respondents(evidence).filter_map(|r| r.age).filter(|age| !AGES.contains(age)).count();
    (odd > 0).then(|| {
        format!(
            "Анкет, где возраст меньше {} или больше {} лет: {odd}. Обычная причина — опечатка или год рождения вместо \
             возраста; на показатели это не влияет.",
            AGES.start(),
            AGES.end()
        )
    })
}
