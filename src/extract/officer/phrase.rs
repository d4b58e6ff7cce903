//! Where one party ends and the next begins among the words of a cell.
//!
//! A comma or «и» parts two parties only where a post or a body in the right case begins after it: «Министерство труда,
//! занятости и социальной защиты» is one body.

use crate::language::fold::is_cyrillic;
use crate::language::inflect::{Head, head, is_contraction};
use crate::language::lexicon::{Case, Part, readings};

use super::words::{BODIES, POST_ABBREVIATIONS, POSTS, is_acronym, is_legal_form, is_occupation};

/// What parts two pieces of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A comma or a slash.
    Comma,
    /// «и».
    And,
    /// A line break.
    Line,
}

/// Whether a phrase names a post rather than a body.
pub(super) fn is_post(phrase: &str) -> bool {
    if begins_with_abbreviated_post(phrase) {
        return true;
    }
    let first = first_word(phrase);
    if POSTS.contains(&first.to_lowercase().as_str()) {
        return true;
    }
    head(phrase).is_some_and(|head| names_people(&head, None) && !describes_acronym(phrase, &head))
}

/// «Берёзовский СДК»: an adjective whose noun is an abbreviation.
fn describes_acronym(phrase: &str, head: &Head) -> bool {
    let noun = &phrase[head.noun()];
    let next = phrase[head.end()..].trim_start();
    !is_occupation(noun) && readings(noun).iter().all(|r| r.part != Part::Noun) && is_acronym(first_word(next))
}

/// Whether the head of a phrase is a post: a noun for a living being, or a participle used as one.
fn names_people(head: &Head, case: Option<Case>) -> bool {
    let lemma = head.lemma(case).unwrap_or_default();
    (head.animate(case) && !BODIES.contains(&lemma)) || POSTS.contains(&lemma)
}

/// Whether what follows a mark begins a party of its own.
pub(super) fn begins_party(left: &str, mark: Mark, right: &str) -> bool {
    let word = first_word(right);
    if word.is_empty() {
        return right.starts_with(['«', '"', '“', '„']) && (mark == Mark::Line || left.ends_with(['»', '"', '”', '“']));
    }
    if begins_with_abbreviated_post(right) {
        return true;
    }
    if is_acronym(word) {
        return match mark {
            Mark::And => left.split(' ').all(is_acronym),
            Mark::Comma => true,
            Mark::Line => !ends_openly(left),
        };
    }
    if word.starts_with(|c: char| c.is_numeric() || c == '№') {
        return false;
    }
    if mark == Mark::Line && ends_openly(left) {
        return false;
    }
    // «заместитель⏎директора»: a line ends where the cell is narrow.
    if mark == Mark::Line
        && word.starts_with(char::is_lowercase)
        && governs(left)
        && readings(word).iter().any(|r| r.case == Some(Case::Genitive))
    {
        return false;
    }
    if (is_participle(word) && !is_occupation(word)) || (goes_on_as_duty(word) && is_post(left)) {
        return false;
    }
    let left_head = head(left);
    let Some(right_head) = head(right) else {
        let function_word = readings(word).first().is_some_and(|r| r.part == Part::Other && r.known);
        return mark != Mark::And && !function_word && (mark == Mark::Comma || word.starts_with(char::is_uppercase));
    };
    let Some(case) = shared_case(left, left_head.as_deref(), &right_head) else { return false };
    if describes_acronym(right, &right_head) {
        return true;
    }
    if names_people(&right_head, Some(case)) {
        return is_title(&right_head, right, case);
    }
    let lemma = right_head.lemma(Some(case)).unwrap_or_default();
    // «Руководители школы и библиотеки»: a genitive as likely as a nominative goes on with the dependents.
    let left_is_bare = left_head.as_ref().is_some_and(|head| head.end() >= left.trim_end().len());
    let goes_on = !left_is_bare
        && right_head.case() == Some(Case::Genitive)
        && left_head.is_some_and(|head| names_people(&head, None));
    if BODIES.contains(&lemma) {
        return !goes_on;
    }
    let nominative_only =
        right_head.may_be(Case::Nominative) && !right_head.may_be(Case::Genitive) && !right_head.may_be(Case::Dative);
    mark != Mark::And && nominative_only && (mark == Mark::Comma || word.starts_with(char::is_uppercase))
}

/// The case in which two parties of one list stand: the nominative, or the oblique case of the left one.
fn shared_case(left: &str, left_head: Option<&Head>, right: &Head) -> Option<Case> {
    let oblique = left_head.filter(|head| !head.may_be(Case::Nominative) && !begins_with_abbreviated_post(left));
    match oblique {
        Some(left) => [Case::Dative, Case::Instrumental, Case::Genitive, Case::Accusative, Case::Prepositional]
            .into_iter()
            .find(|&case| left.may_be(case) && right.may_be(case)),
        None if right.may_be(Case::Nominative) => Some(Case::Nominative),
        // «администрации района, отделу культуры»: only the second shows that both are datives.
        None => left_head.filter(|left| left.may_be(Case::Dative) && right.may_be(Case::Dative)).map(|_| Case::Dative),
    }
}

/// Posts that say nothing without the one whose post it is.
const GOVERNING: &[&str] =
    &["заместитель", "помощник", "советник", "председатель", "начальник", "руководитель", "член", "представитель"];

fn governs(left: &str) -> bool {
    let last = left.rsplit(' ').next().unwrap_or(left);
    readings(last).iter().any(|r| GOVERNING.contains(&r.lemma()))
}

/// «лицо, ответственное за сайт».
fn goes_on_as_duty(word: &str) -> bool {
    word.to_lowercase().starts_with("ответственн")
}

/// «оказывающие», «участвующие»: a participle, which goes on with what stands before it.
fn is_participle(word: &str) -> bool {
    let found = readings(word);
    !found.is_empty() && found.iter().all(|r| r.part == Part::Adjective && r.lemma().ends_with(['ь', 'я']))
}

/// Whether a head without a noun is a title («заведующая») rather than a participle that goes on («курирующий вопросы»).
fn is_title(head: &Head, phrase: &str, case: Case) -> bool {
    let noun = &phrase[head.noun()];
    let participle = readings(noun).iter().all(|r| r.part != Part::Noun);
    !participle || is_occupation(noun) && head.lemma(Some(case)) != Some("ответственный")
}

/// Whether a new party begins at `right` though no mark parts it from `left`: «Кл. руководители Организатор».
pub(super) fn is_glued(left: &str, right: &str) -> bool {
    let left = left.trim_end();
    let word = first_word(right);
    if word.chars().count() < 3 {
        return false;
    }
    let capital = word.starts_with(char::is_uppercase);
    if word.chars().all(char::is_uppercase) && left.chars().any(char::is_lowercase) {
        return false;
    }
    let last = left.rsplit(' ').next().unwrap_or(left);
    if ends_openly(left) {
        return false;
    }
    let left_head = head(left);
    let bears_name = left.ends_with(['»', '"', '”', '“']);
    let complete = bears_name
        || begins_with_abbreviated_post(left) && left.split(' ').count() > 1
        || left_head.as_ref().is_some_and(|head| {
            readings(&left[head.noun()]).iter().any(|r| r.part == Part::Noun) || is_occupation(&left[head.noun()])
        })
        || is_acronym(last) && !is_legal_form(last);
    if !complete {
        return false;
    }
    if begins_with_abbreviated_post(right) {
        return capital || bears_name;
    }
    let Some(right_head) = head(right) else { return false };
    let nominative = right_head.may_be(Case::Nominative)
        && !right_head.may_be(Case::Genitive)
        && !right_head.may_be(Case::Instrumental);
    if !nominative {
        return false;
    }
    let noun = &right[right_head.noun()];
    let post = names_people(&right_head, Some(Case::Nominative)) && is_occupation(noun);
    let body = right_head.lemma(Some(Case::Nominative)).is_some_and(|lemma| BODIES.contains(&lemma));
    let left_goes_on = left_head.as_ref().is_some_and(|head| head.end() < left.len());
    match (capital, post, body) {
        (true, true, _) => true,
        (true, _, true) => left.split(' ').any(|word| !is_acronym(word)) && !bears_name,
        // «врач терапевт» is one post; after dependents a second nominative is a second post.
        (false, true, _) => {
            bears_name
                || (left_goes_on || is_noun_alone(last)) && !(is_occupation(last) && is_lone_noun(&right_head, right))
        }
        _ => false,
    }
}

/// Whether a word is a post and no adjective that could go on: «старший» goes on, «руководители» does not.
fn is_noun_alone(word: &str) -> bool {
    is_occupation(word) && readings(word).iter().all(|r| r.part == Part::Noun)
}

/// Whether a phrase has no adjective before its noun and no hyphen in it: «врач терапевт» is one post.
fn is_lone_noun(head: &Head, phrase: &str) -> bool {
    head.noun().start == 0 && !phrase[head.noun()].contains('-')
}

/// Prepositions that no title begins with.
const PREPOSITIONS: &[&str] = &[
    "по",
    "при",
    "под",
    "согласно",
    "в",
    "на",
    "с",
    "со",
    "для",
    "до",
    "от",
    "из",
    "к",
    "у",
    "о",
    "об",
    "без",
    "через",
];

/// «по графику», «согласно приказу», «ежеквартально»: a circumstance, no party.
pub(super) fn is_circumstance(phrase: &str) -> bool {
    let word = phrase.split(' ').next().unwrap_or_default().to_lowercase();
    let found = readings(&word);
    let adverb = || !found.is_empty() && found.iter().all(|r| r.part == Part::Other && r.known);
    PREPOSITIONS.contains(&word.as_str()) || phrase == word && word.chars().count() > 5 && adverb()
}

/// Whether a phrase cannot end where it does: after a preposition, a conjunction, an adjective without its noun.
fn ends_openly(left: &str) -> bool {
    let last = left.trim_end().rsplit(' ').next().unwrap_or_default();
    if last.ends_with(['-', '–', '—', ',']) {
        return true;
    }
    if last.ends_with('.') && !last.to_lowercase().starts_with("зав") {
        return !matches!(last.to_lowercase().as_str(), "гг." | "г.");
    }
    let found = readings(last);
    let only = |part: Part| !found.is_empty() && found.iter().all(|r| r.part == part);
    let function_word = found.first().is_some_and(|r| r.part == Part::Other && r.known) && last.chars().count() <= 4;
    function_word || last == "и" || (only(Part::Adjective) && !is_occupation(last))
}

/// «зам. директора», «и.о. заведующего», «зав библиотекой».
pub(super) fn begins_with_abbreviated_post(phrase: &str) -> bool {
    let word = phrase.split([' ', '.']).next().unwrap_or_default().to_lowercase();
    let rest = &phrase[word.len().min(phrase.len())..];
    if phrase.starts_with("и.о") || word == "врио" {
        return true;
    }
    is_contraction(&word)
        || POST_ABBREVIATIONS.contains(&word.as_str())
            && (rest.starts_with('.') || matches!(word.as_str(), "зам" | "зав"))
}

fn first_word(text: &str) -> &str {
    let text = text.trim_start();
    text.split(|c: char| !(is_cyrillic(c) || c.is_alphanumeric() || c == '-' || c == '№')).next().unwrap_or_default()
}
