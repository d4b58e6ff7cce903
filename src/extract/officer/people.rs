//! People among the tokens of a cell: surnames with initials on either side, full names in any order, bare surnames.

use std::ops::Range;

use crate::language::fold::look_alike;
use crate::language::inflect::{patronymic, son_or_daughter};
use crate::language::lexicon::{Part, Reading, readings};
use crate::language::recent::Recent;

use super::token::{Kind, Token};
use super::words::{BEFORE_PLACES, NAMED_AFTER, is_acronym, is_legal_form, is_occupation};

/// A person and the tokens that name them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Person {
    /// Token indices.
    pub(super) tokens: Range<usize>,
    /// Surname first, case as written: «Ивановой И.И.».
    pub(super) name: String,
}

/// Everybody named in a cell. `post_ends_at` tells whether the tokens up to an index end a post, after which a bare
/// surname may stand.
pub(super) fn people(tokens: &[Token<'_>], post_ends_at: &dyn Fn(usize) -> bool) -> Vec<Person> {
    let words: Vec<Seen> = tokens.iter().map(Seen::of).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if is_named_after(&tokens[at]) {
            at = after_namesake(tokens, &words, at + 1);
            continue;
        }
        let person = full_name(tokens, &words, at)
            .or_else(|| with_initials(tokens, &words, at))
            .or_else(|| two_names(tokens, &words, at))
            .or_else(|| bare_surname(tokens, &words, at, post_ends_at));
        match person {
            Some(person) => {
                at = person.tokens.end;
                found.push(person);
            }
            None => at += 1,
        }
    }
    found
}

thread_local! {
    static SEEN: Recent<Seen> = Recent::default();
}

/// What the dictionary says of a token, asked once.
#[derive(Clone, Copy)]
struct Seen {
    /// May it be a surname beside initials.
    surname: bool,
    /// Is it one by the dictionary or by its ending.
    sure_surname: bool,
    given: bool,
    patronymic: bool,
    /// A common word in the dictionary.
    common: bool,
    /// A common adjective with the ending of surnames: «Орловский».
    adjectival: bool,
}

impl Seen {
    const NONE: Self =
        Self { surname: false, sure_surname: false, given: false, patronymic: false, common: false, adjectival: false };

    fn of(token: &Token<'_>) -> Self {
        let named = token.is_capitalized()
            && token.text.chars().count() > 1
            && token.text.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '`'));
        if named { SEEN.with(|recent| recent.get(token.text, Self::of_word)) } else { Self::NONE }
    }

    fn of_word(word: &str) -> Self {
        let title = titled(word);
        let found = readings(&title);
        let known = |part: Part| found.iter().any(|r| r.part == part && r.known);
        let given = known(Part::GivenName);
        let patronymic = patronymic(word).is_some();
        let common =
            found.iter().any(|r| r.known && matches!(r.part, Part::Noun | Part::Adjective | Part::Verb | Part::Other));
        let all_capitals = is_acronym(word);
        let ending = has_surname_ending(&title);
        let occupation = is_occupation(&title);
        let sure_surname =
            !occupation && (known(Part::Surname) || ending && !common) && (!all_capitals || !is_legal_form(word));
        let surname = !occupation && (!all_capitals || sure_surname) && !body_word(&found);
        let adjectival = !occupation
            && ["ский", "цкий", "ская", "цкая"].iter().any(|ending| title.ends_with(ending))
            && found.iter().all(|r| !r.known || r.part != Part::Noun);
        Self { adjectival, surname, sure_surname, given, patronymic, common }
    }
}

/// Whether a word names a body and nothing else: never a surname, even beside initials.
fn body_word(found: &[Reading]) -> bool {
    found.iter().any(|r| r.known && r.part == Part::Noun && super::words::BODIES.contains(&r.lemma()))
        && !found.iter().any(|r| r.known && r.part == Part::Surname)
}

/// Endings of surnames in the nominative and in oblique cases, for words that no dictionary holds.
#[rustfmt::skip]
const SURNAME_ENDINGS: &[&str] = &[
    "ов", "ев", "ёв", "ин", "ын", "ова", "ева", "ёва", "ина", "ына", "ский", "цкий", "ская", "цкая", "енко", "чук",
    "щук", "юк", "ук", "ич", "ян", "янц", "дзе", "швили", "ых", "ских", "цких", "ову", "еву", "ёву", "ину", "ыну",
    "овой", "евой", "ёвой", "иной", "ыной", "овым", "евым", "ёвым", "иным", "скому", "цкому", "ского", "цкого",
    "ской", "цкой", "чуку", "юку", "ичу", "яну", "ко", "ец", "як", "ник", "ло", "ейко", "айло", "ура", "уха", "оха",
];

fn has_surname_ending(word: &str) -> bool {
    let lower = word.to_lowercase();
    lower.chars().count() >= 4 && SURNAME_ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

/// «ИВАНОВА» as «Иванова»; other words stay.
pub(super) fn titled(word: &str) -> String {
    if word.chars().any(char::is_lowercase) {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len());
    let mut begins = true;
    for c in word.chars() {
        if begins {
            out.push(c)
        } else {
            out.extend(c.to_lowercase())
        }
        begins = c == '-';
    }
    out
}

fn is_named_after(token: &Token<'_>) -> bool {
    token.kind == Kind::Word && NAMED_AFTER.contains(&token.text.trim_end_matches('.').to_lowercase().as_str())
}

/// The index after the name that a body bears: «им. А. П. Чехова», «имени Героя Советского Союза Ивана Петрова».
fn after_namesake(tokens: &[Token<'_>], words: &[Seen], mut at: usize) -> usize {
    let start = at;
    let mut had_surname = false;
    while let Some(token) = tokens.get(at) {
        match token.kind {
            Kind::Initials => at += 1,
            Kind::Word if token.is_capitalized() && !is_occupation(token.text) && at - start < 6 => {
                let next_initials = tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Initials);
                if had_surname && (next_initials || words[at].surname) {
                    break;
                }
                had_surname |= words[at].sure_surname;
                at += 1;
            }
            _ => break,
        }
    }
    at
}

fn word_at<'a>(tokens: &[Token<'a>], at: usize) -> Option<&'a str> {
    tokens.get(at).filter(|token| token.kind == Kind::Word).map(|token| token.text)
}

/// «Лутман Елена Владимировна», «Елена Владимировна Лутман», «Елена Владимировна», «Алиев Рашид Гасан оглы».
fn full_name(tokens: &[Token<'_>], words: &[Seen], at: usize) -> Option<Person> {
    let capital = |at: usize| tokens.get(at).is_some_and(Token::is_capitalized);
    let father = |at: usize| words.get(at).is_some_and(|seen| seen.patronymic);
    if !capital(at) || is_occupation(tokens[at].text) {
        return None;
    }
    let named = |order: &[usize], end: usize| {
        let name: Vec<String> = order.iter().map(|&at| titled(tokens[at].text)).collect();
        Some(Person { tokens: at..end, name: name.join(" ") })
    };
    if let Some((order, end)) = son_of(tokens, words, at) {
        return named(&order, end);
    }
    if words[at].surname && capital(at + 1) && !father(at + 1) && father(at + 2) {
        return named(&[at, at + 1, at + 2], at + 3);
    }
    if father(at + 1) && (words[at].given || !words[at].common) && !words[at].patronymic {
        let next = at + 2;
        let begins_another = father(next + 1)
            && words[at + 1].patronymic
            && !words.get(next).is_some_and(|seen| seen.sure_surname && !seen.given);
        let surname = words.get(next).is_some_and(|seen| seen.surname) && capital(next) && !begins_another;
        let initials_follow = tokens.get(next + 1).is_some_and(|token| token.kind == Kind::Initials);
        return if surname && !initials_follow {
            named(&[next, at, at + 1], at + 3)
        } else {
            named(&[at, at + 1], at + 2)
        };
    }
    None
}

/// Token indices of a name with «оглы» or «кызы», surname first, and where it ends: «Алиев Рашид Гасан оглы», «Рашид
/// Гасан-оглы Алиев».
fn son_of(tokens: &[Token<'_>], words: &[Seen], at: usize) -> Option<(Vec<usize>, usize)> {
    let capital = |at: usize| tokens.get(at).is_some_and(Token::is_capitalized);
    let son = |at: usize| word_at(tokens, at).filter(|word| son_or_daughter(word).is_some());
    let joined = |at: usize| capital(at) && son(at).is_some_and(|word| word.contains('-'));
    let apart = |at: usize| capital(at - 1) && son(at).is_some_and(|word| !word.contains('-'));
    let surname_first = words[at].surname && capital(at + 1);
    if surname_first && joined(at + 2) {
        return Some(((at..at + 3).collect(), at + 3));
    }
    if surname_first && apart(at + 3) {
        return Some(((at..at + 4).collect(), at + 4));
    }
    let end = if joined(at + 1) {
        at + 2
    } else if apart(at + 2) {
        at + 3
    } else {
        return None;
    };
    let surname_last = words.get(end).is_some_and(|seen| seen.sure_surname);
    let order = surname_last.then_some(end).into_iter().chain(at..end).collect();
    Some((order, end + usize::from(surname_last)))
}

/// «Иванова И.И.», «И.И. Иванова», «Ким Л.»: the first token of a run of names decides whose the initials are.
fn with_initials(tokens: &[Token<'_>], words: &[Seen], at: usize) -> Option<Person> {
    let initials_at = |at: usize| tokens.get(at).filter(|token| token.kind == Kind::Initials).map(|token| token.text);
    if let Some(initials) = initials_at(at) {
        words.get(at + 1).filter(|seen| seen.surname)?;
        return Some(Person {
            tokens: at..at + 2,
            name: format!("{} {}", titled(tokens[at + 1].text), dotted(initials)),
        });
    }
    if let Some(person) = torn_apart(tokens, words, at) {
        return Some(person);
    }
    // «Пантелеев ИС»: both dots lost.
    let undotted = || {
        let word =
            word_at(tokens, at + 1).filter(|word| word.chars().count() == 2 && word.chars().all(char::is_uppercase))?;
        Some(word).filter(|_| words[at].sure_surname && tokens[at].text.chars().any(char::is_lowercase))
    };
    if let Some(letters) = undotted() {
        let apart: String = letters.chars().flat_map(|letter| [letter, '.']).collect();
        return Some(Person { tokens: at..at + 2, name: format!("{} {apart}", tokens[at].text) });
    }
    let initials = initials_at(at + 1)?;
    if !words[at].surname {
        return None;
    }
    // «Мастер И.И. Орлов»: a common noun before initials that have a surname of their own.
    let own_surname = words.get(at + 2).is_some_and(|seen| seen.sure_surname) && initials_at(at + 3).is_none();
    if own_surname && words[at].common && !words[at].sure_surname {
        return None;
    }
    Some(Person { tokens: at..at + 2, name: format!("{} {}", titled(tokens[at].text), dotted(initials)) })
}

/// «Салтыков - Щедрин М.Е.»; «Кузнецова. М.И.» and «Кузнецова, М.И.», where a mark stands before the initials.
fn torn_apart(tokens: &[Token<'_>], words: &[Seen], at: usize) -> Option<Person> {
    if !words[at].sure_surname {
        return None;
    }
    let mark = tokens.get(at + 1)?;
    let (initials, surname) = match (mark.kind, tokens.get(at + 2)?) {
        (Kind::Dash, second) if mark.text == "-" && words[at + 2].sure_surname => {
            let initials = tokens.get(at + 3).filter(|token| token.kind == Kind::Initials)?;
            (initials, format!("{}-{}", titled(tokens[at].text), titled(second.text)))
        }
        (Kind::Break | Kind::Comma, initials) if matches!(mark.text, "." | ",") && initials.kind == Kind::Initials => {
            let own_surname = words.get(at + 3).is_some_and(|seen| seen.surname);
            let own_name = own_surname && tokens.get(at + 4).is_none_or(|token| token.kind != Kind::Initials);
            (Some(initials).filter(|_| !own_name)?, titled(tokens[at].text))
        }
        _ => return None,
    };
    let end = at + if mark.kind == Kind::Dash { 4 } else { 3 };
    Some(Person { tokens: at..end, name: format!("{surname} {}", dotted(initials.text)) })
}

/// «Иванова Ирина», «Ирина Иванова».
fn two_names(tokens: &[Token<'_>], words: &[Seen], at: usize) -> Option<Person> {
    let (first, second) = (words.get(at)?, words.get(at + 1)?);
    let (surname, given) = if first.sure_surname && second.given {
        (at, at + 1)
    } else if first.given && second.sure_surname {
        (at + 1, at)
    } else {
        return None;
    };
    if tokens.get(at + 2).is_some_and(|token| token.kind == Kind::Initials) && surname == at + 1 {
        return None;
    }
    // «Нгуен Тхи Хоа»: a third name that nothing else explains.
    let third = words.get(at + 2).zip(tokens.get(at + 2)).filter(|(seen, token)| {
        let explained = seen.sure_surname || seen.given || seen.common || seen.patronymic;
        surname == at && seen.surname && !explained && token.text.chars().any(char::is_lowercase)
    });
    let ends =
        || tokens.get(at + 3).is_none_or(|next| !matches!(next.kind, Kind::Word | Kind::Quoted | Kind::Initials));
    let third = third.filter(|_| ends()).map(|(_, token)| format!(" {}", titled(token.text)));
    Some(Person {
        tokens: at..at + if third.is_some() { 3 } else { 2 },
        name: format!("{} {}{}", titled(tokens[surname].text), titled(tokens[given].text), third.unwrap_or_default()),
    })
}

/// «Иванов», where nothing else explains a capital letter.
fn bare_surname(
    tokens: &[Token<'_>],
    words: &[Seen],
    at: usize,
    post_ends_at: &dyn Fn(usize) -> bool,
) -> Option<Person> {
    let seen = &words[at];
    if !(seen.sure_surname || seen.adjectival) || is_acronym(tokens[at].text) && tokens.len() > 1 {
        return None;
    }
    let previous = at.checked_sub(1).map(|at| &tokens[at]);
    let begins = previous.is_none_or(|token| !matches!(token.kind, Kind::Word | Kind::Quoted));
    if !begins && !post_ends_at(at) {
        return None;
    }
    // «Орловский» alone: an adjective where anything but a mark follows.
    if seen.adjectival
        && !seen.sure_surname
        && !tokens.get(at + 1).is_none_or(|next| matches!(next.kind, Kind::Comma | Kind::Break | Kind::Newline))
    {
        return None;
    }
    if previous.is_some_and(|token| BEFORE_PLACES.contains(&token.text.trim_end_matches('.').to_lowercase().as_str())) {
        return None;
    }
    // «Дятловского райисполкома», «Ивановская СОШ»: an adjective before its noun.
    let next = tokens.get(at + 1);
    let ends = next.is_none_or(|token| match token.kind {
        Kind::Word => is_occupation(token.text) || matches!(token.text, "и" | "И"),
        Kind::Quoted | Kind::Initials => false,
        _ => true,
    });
    if !ends || (begins && next.is_none() && tokens.len() > 1 && seen.common) {
        return None;
    }
    Some(Person { tokens: at..at + 1, name: titled(tokens[at].text) })
}

/// Initials as they are written by the rule: «И.И.».
fn dotted(initials: &str) -> String {
    let mut out = String::new();
    for part in initials.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty()) {
        out.extend(part.chars().map(|letter| look_alike(letter).unwrap_or(letter)));
        out.push('.');
    }
    out
}
