//! The examples of the phrases, run.

use super::phrases::PHRASES;
use super::*;
use crate::model::DeadlineKind;

/// A plan for the calendar year 2025.
fn year_2025() -> Context {
    Context { period: Some(period("2025-01-01", "2025-12-31", false)), ..Context::default() }
}

fn period(start: &str, end: &str, school_year: bool) -> Period {
    Period { start: start.parse().expect("a date"), end: end.parse().expect("a date"), school_year }
}

/// The short form of readings in examples.
fn digest(deadlines: &[Deadline]) -> String {
    deadlines.iter().map(digest_one).collect::<Vec<_>>().join(" + ")
}

fn digest_one(deadline: &Deadline) -> String {
    let mut out = deadline.kind.as_str().to_owned();
    let date = |day: Option<NaiveDate>| day.map_or(String::new(), |day| day.to_string());
    match deadline.kind {
        DeadlineKind::Date => {
            out += &format!(" {} {}", deadline.bound.map_or("", |bound| bound.as_str()), date(deadline.end_date));
        }
        DeadlineKind::Recurring | DeadlineKind::Relative => {
            out += &format!(" {}", deadline.period_unit.map_or("", |unit| unit.as_str()));
            out += &format!(" {}", deadline.period_count.unwrap_or(i32::MIN));
            out += &deadline.rrule.as_ref().map_or(String::new(), |rule| format!(" {rule}"));
        }
        _ => {}
    }
    let dated = deadline.start_date.is_some() || deadline.kind != DeadlineKind::Date && deadline.end_date.is_some();
    if dated || deadline.kind == DeadlineKind::Continuous {
        out += &format!(" {}..{}", date(deadline.start_date), date(deadline.end_date));
    }
    if let Some(condition) = &deadline.condition {
        out += &format!(" if «{condition}»");
    }
    if deadline.ambiguous {
        out += " ?";
    }
    out
}

#[test]
fn every_example_reads_as_stated() {
    let context = year_2025();
    let wrong: Vec<String> = PHRASES
        .iter()
        .flat_map(|phrase| phrase.examples.iter().map(move |example| (phrase.name, example)))
        .filter_map(|(name, (text, expected))| {
            let got = digest(&read(text, &context));
            (got != *expected).then(|| format!("{name}: {text}\n  want {expected}\n  got  {got}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_phrase_has_an_example_that_no_other_phrase_swallows() {
    for phrase in PHRASES {
        assert!(pattern::Pattern::new(phrase.pattern).is_some(), "{}: {}", phrase.name, phrase.pattern);
        assert!(!phrase.examples.is_empty(), "{} has no example", phrase.name);
        for (text, _) in phrase.examples {
            let mut items = lex::lex(text);
            cascade::reduce(&mut items);
            let (statements, _) = statements(&items);
            assert!(
                statements.iter().any(|statement| statement.rule == phrase.name),
                "{}: {text} is read by {statements:?}",
                phrase.name
            );
        }
    }
}
