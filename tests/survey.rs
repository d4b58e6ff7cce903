//! A survey round from its files to figures and places.

mod round;

use std::path::Path;

use round::Round;

/// The round that comes with the project's material, where it is at hand: every figure to the last digit.
#[test]
fn a_round_gives_the_expected_figures_to_the_last_digit() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/surveys/culture-2026");
    if !folder.is_dir() {
        eprintln!("skipped: {} is not here", folder.display());
        return;
    }
    let round = Round::read(&folder);
    let text = std::fs::read_to_string(folder.join("expected.json")).expect("expected figures");
    let expected: Vec<round::Expected> = serde_json::from_str(&text).expect("expected figures");
    round.assert_equals(&expected);
}

/// A small round of our own, worked out by hand; see the comments in its folder.
#[test]
fn a_worked_example_gives_the_figures_worked_out_by_hand() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/survey/worked");
    let round = Round::read(&folder);
    let text = std::fs::read_to_string(folder.join("expected.json")).expect("expected figures");
    let expected: Vec<round::Expected> = serde_json::from_str(&text).expect("expected figures");
    round.assert_equals(&expected);
}

/// A round with the quirks of real exports, against figures that a program in another language computed from the same
/// answers before they were written down; see `make.py` in its folder.
#[test]
fn a_round_with_quirks_gives_the_figures_of_an_independent_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/survey/quirks");
    let round = Round::read(&folder);
    let text = std::fs::read_to_string(folder.join("expected.json")).expect("expected figures");
    let expected: Vec<round::Expected> = serde_json::from_str(&text).expect("expected figures");
    round.assert_equals(&expected);
}

/// The rounds through the whole pipeline, where organizations are joined by identity and not by this test.
#[test]
fn the_pipeline_gives_the_same_figures() {
    assert_consolidated("quirks");
}

/// Hand-made sheets: check-lists in several tables, channels or answers as columns, titles that name the organization,
/// totals with and without a name, a term of waiting that only its scale tells; see `make.py` in its folder.
#[test]
fn a_round_in_lay_outs_of_hand_made_sheets_gives_the_figures_of_an_independent_program() {
    assert_consolidated("layouts");
}

fn assert_consolidated(round: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/survey").join(round);
    let text = std::fs::read_to_string(folder.join("expected.json")).expect("expected figures");
    let expected: Vec<round::Expected> = serde_json::from_str(&text).expect("expected figures");
    let report = svod::pipeline::consolidate(round::examined(&folder), round::law(), round::as_of());
    assert_eq!(report.organizations.len(), expected.len(), "no name became an organization of its own");
    for expected in expected {
        let named =
            |o: &&svod::model::Organization| o.name == expected.name || o.short_name.as_ref() == Some(&expected.name);
        let organization = report.organizations.iter().find(named).expect("a known organization");
        let score = report.scores.iter().find(|s| s.organization_id == organization.id && s.code == "S");
        let total = score.and_then(|s| s.value.as_ref()).map(svod::model::two_decimals);
        assert_eq!(total, expected.total, "{}", expected.name);
        let in_region = |p: &&svod::model::Place| p.scope.level == "region" && p.organization_id == organization.id;
        let place = report.rankings.iter().find(in_region).expect("a place");
        assert_eq!(place.place, expected.place, "{}", expected.name);
        // Where only counts were submitted, nobody knows how far off the place could be.
        let drawn = place.place_low.zip(place.place_high);
        assert!(
            drawn.is_none_or(|(low, high)| (low..=high).contains(&place.place.expect("a place"))),
            "{}",
            expected.name
        );
        assert_eq!(drawn.is_some(), place.tier.is_some(), "{}", expected.name);
    }
}
