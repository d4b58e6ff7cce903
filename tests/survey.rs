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
