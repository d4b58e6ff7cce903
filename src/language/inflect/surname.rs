//! Surnames to the nominative, by the dictionary where it holds them and by their endings where it does not.
//!
//! Surnames are an open class: most of those met in plans are in no dictionary, but nearly all follow a few declensions.

use super::super::lexicon::{Case, Gender, Part, Reading, readings};
use super::written_like;

/// A surname in the nominative and what its form showed.
pub(super) struct Surname {
    pub(super) text: String,
    pub(super) case: Option<Case>,
    pub(super) gender: Option<Gender>,
}

/// One ending of a declension.
struct Ending {
    oblique: &'static str,
    cases: &'static [Case],
    /// `None` where men and women share it.
    gender: Option<Gender>,
    nominative: &'static str,
    /// Whether no nominative surname ends so, or hardly any.
    sure: bool,
}

const fn sure(oblique: &'static str, cases: &'static [Case], gender: Gender, nominative: &'static str) -> Ending {
    Ending { oblique, cases, gender: Some(gender), nominative, sure: true }
}

const fn hinted(
    oblique: &'static str,
    cases: &'static [Case],
    gender: Option<Gender>,
    nominative: &'static str,
) -> Ending {
    Ending { oblique, cases, gender, nominative, sure: false }
}

const MALE: Gender = Gender::Masculine;
const FEMALE: Gender = Gender::Feminine;
const GENITIVE: &[Case] = &[Case::Genitive, Case::Accusative];
const DATIVE: &[Case] = &[Case::Dative];
const ACCUSATIVE: &[Case] = &[Case::Accusative];
const INSTRUMENTAL: &[Case] = &[Case::Instrumental];
const PREPOSITIONAL: &[Case] = &[Case::Prepositional];
const DATIVE_OR_PREPOSITIONAL: &[Case] = &[Case::Dative, Case::Prepositional];
/// Cases that feminine adjectival endings do not tell apart, the commonest in plans first.
const FEMININE: &[Case] = &[Case::Dative, Case::Genitive, Case::Instrumental, Case::Prepositional];

/// The declensions, a longer ending before a shorter one that it ends with.
#[rustfmt::skip]
const ENDINGS: &[Ending] = &[
    // Иванов, Савватеев, Галкин, Синицын
    sure("овой", FEMININE, FEMALE, "ова"), sure("евой", FEMININE, FEMALE, "ева"), sure("ёвой", FEMININE, FEMALE, "ёва"),
    sure("иной", FEMININE, FEMALE, "ина"), sure("ыной", FEMININE, FEMALE, "ына"),
    sure("овым", INSTRUMENTAL, MALE, "ов"), sure("евым", INSTRUMENTAL, MALE, "ев"), sure("ёвым", INSTRUMENTAL, MALE, "ёв"),
    sure("иным", INSTRUMENTAL, MALE, "ин"), sure("ыным", INSTRUMENTAL, MALE, "ын"),
    sure("ову", DATIVE, MALE, "ов"), sure("еву", DATIVE, MALE, "ев"), sure("ёву", DATIVE, MALE, "ёв"),
    sure("ину", DATIVE, MALE, "ин"), sure("ыну", DATIVE, MALE, "ын"),
    hinted("ову", ACCUSATIVE, Some(FEMALE), "ова"), hinted("еву", ACCUSATIVE, Some(FEMALE), "ева"),
    hinted("ёву", ACCUSATIVE, Some(FEMALE), "ёва"), hinted("ину", ACCUSATIVE, Some(FEMALE), "ина"),
    hinted("ыну", ACCUSATIVE, Some(FEMALE), "ына"),
    hinted("ова", GENITIVE, Some(MALE), "ов"), hinted("ева", GENITIVE, Some(MALE), "ев"), hinted("ёва", GENITIVE, Some(MALE), "ёв"),
    hinted("ина", GENITIVE, Some(MALE), "ин"), hinted("ына", GENITIVE, Some(MALE), "ын"),
    hinted("ове", PREPOSITIONAL, Some(MALE), "ов"), hinted("еве", PREPOSITIONAL, Some(MALE), "ев"),
    hinted("ине", PREPOSITIONAL, Some(MALE), "ин"),
    // Залесский, Вышнецкий
    sure("ского", GENITIVE, MALE, "ский"), sure("скому", DATIVE, MALE, "ский"), sure("ским", INSTRUMENTAL, MALE, "ский"),
    sure("цкого", GENITIVE, MALE, "цкий"), sure("цкому", DATIVE, MALE, "цкий"), sure("цким", INSTRUMENTAL, MALE, "цкий"),
    sure("ской", FEMININE, FEMALE, "ская"), sure("скую", ACCUSATIVE, FEMALE, "ская"),
    sure("цкой", FEMININE, FEMALE, "цкая"), sure("цкую", ACCUSATIVE, FEMALE, "цкая"),
    hinted("ском", PREPOSITIONAL, Some(MALE), "ский"), hinted("цком", PREPOSITIONAL, Some(MALE), "цкий"),
    // Белый, Задорожная, Кроткий
    sure("кого", GENITIVE, MALE, "кий"), sure("кому", DATIVE, MALE, "кий"),
    sure("ого", GENITIVE, MALE, "ый"), sure("ому", DATIVE, MALE, "ый"), sure("ую", ACCUSATIVE, FEMALE, "ая"),
    hinted("ой", FEMININE, Some(FEMALE), "ая"), hinted("ым", INSTRUMENTAL, Some(MALE), "ый"),
    // Абрамович
    sure("ичу", DATIVE, MALE, "ич"), sure("ичем", INSTRUMENTAL, MALE, "ич"), sure("вича", GENITIVE, MALE, "вич"),
    hinted("ича", GENITIVE, Some(MALE), "ич"),
    // Гайдай, Коваль
    hinted("аю", DATIVE, Some(MALE), "ай"), hinted("ая", GENITIVE, Some(MALE), "ай"),
    hinted("ею", DATIVE, Some(MALE), "ей"), hinted("ея", GENITIVE, Some(MALE), "ей"),
    hinted("ию", DATIVE, Some(MALE), "ий"), hinted("ия", GENITIVE, Some(MALE), "ий"),
    hinted("ю", DATIVE, Some(MALE), "ь"), hinted("я", GENITIVE, Some(MALE), "ь"),
    // Сорока, Зозуля
    hinted("ле", DATIVE_OR_PREPOSITIONAL, None, "ля"), hinted("е", DATIVE_OR_PREPOSITIONAL, None, "а"),
    hinted("ки", GENITIVE, None, "ка"), hinted("ги", GENITIVE, None, "га"), hinted("хи", GENITIVE, None, "ха"),
    hinted("чи", GENITIVE, None, "ча"), hinted("и", GENITIVE, None, "я"), hinted("ы", GENITIVE, None, "а"),
    hinted("ой", INSTRUMENTAL, None, "а"), hinted("ей", INSTRUMENTAL, None, "я"), hinted("у", ACCUSATIVE, None, "а"),
    // Мельник, Шмидт
    hinted("у", DATIVE, Some(MALE), ""), hinted("а", GENITIVE, Some(MALE), ""), hinted("ом", INSTRUMENTAL, Some(MALE), ""),
    hinted("ем", INSTRUMENTAL, Some(MALE), ""),
];

/// Endings of surnames that are never declined, whatever stands before them: «Подборских», «Петренко», «Дурново», «Джугели».
const INDECLINABLE: &[&str] = &["ых", "их", "ко", "ово", "аго", "яго", "дзе", "швили", "ия", "ли", "ани"];

/// The nominative of a surname. `case` and `gender` are what the words around it tell.
pub(super) fn nominative(word: &str, case: Option<Case>, gender: Option<Gender>) -> Surname {
    let stays = || Surname { text: word.to_owned(), case: None, gender: None };
    if case == Some(Case::Nominative) {
        return Surname { gender: gender.or_else(|| nominative_gender(word)), ..stays() };
    }
    if let Some((first, last)) = word.split_once('-') {
        // «Мамину-Сибиряку»; «Бонч-Бруевичу», whose first half stays.
        let shown =
            [first, last].map(|half| nominative(half, case, gender)).into_iter().find(|half| half.case.is_some());
        let (case, gender) = shown.map_or((case, gender), |half| (half.case, half.gender));
        let [first, last] = [first, last].map(|half| nominative(half, case, gender));
        return Surname { text: format!("{}-{}", first.text, last.text), case, gender };
    }
    let found = readings(word);
    if case.is_none() && found.iter().any(is_known_nominative) {
        return Surname { gender: nominative_gender(word), ..stays() };
    }
    // «Рублёва» of nobody's case is a woman, even where the dictionary knows only a man of that name.
    let womanly = ["ова", "ева", "ёва", "ина", "ына", "ская", "цкая"].iter().any(|ending| word.ends_with(ending));
    if case.is_none() && womanly {
        return Surname { gender: Some(FEMALE), ..stays() };
    }
    // The dictionary holds rare bearers too: «Шумскому» is of Шумский rather than of Шумской.
    let adjectival =
        |word: &str| ["ского", "скому", "ским", "цкого", "цкому", "цким"].iter().any(|ending| word.ends_with(ending));
    let of_dictionary = found.iter().find(|r| {
        r.part == Part::Surname
            && !(adjectival(&word.to_lowercase()) && r.lemma().ends_with("ой"))
            && r.known
            && !r.plural
            && r.case.is_some_and(|c| c != Case::Nominative && case.is_none_or(|case| c == case))
            && (gender.is_none() || r.gender.is_none() || r.gender == gender)
    });
    if let Some(reading) = of_dictionary
        && let Some(form) = reading.nominative(true, None)
    {
        let case = reading.case.filter(|_| written_like(&form, word) != word);
        return Surname { text: written_like(&form, word), case, gender: reading.gender };
    }
    let lower = word.to_lowercase();
    if INDECLINABLE.iter().any(|ending| lower.ends_with(ending)) {
        return stays();
    }
    let fits = |ending: &&Ending| {
        lower.len() > ending.oblique.len() + 2
            && lower.ends_with(ending.oblique)
            && case.map_or(ending.sure, |case| ending.cases.contains(&case))
            && (gender.is_none() || ending.gender.is_none() || ending.gender == gender)
            && (!ending.nominative.is_empty() || ends_in_consonant(&lower[..lower.len() - ending.oblique.len()]))
    };
    match ENDINGS.iter().find(fits) {
        Some(ending) => {
            let stem = &lower[..lower.len() - ending.oblique.len()];
            Surname {
                text: written_like(&format!("{stem}{}", ending.nominative), word),
                case: case.or(ending.cases.first().copied()),
                gender: ending.gender,
            }
        }
        None => stays(),
    }
}

/// Whether the dictionary takes a word for a nominative that may be a surname: «Луговой», «Мельник», «Дрозд».
fn is_known_nominative(reading: &Reading) -> bool {
    reading.known && reading.case == Some(Case::Nominative) && !reading.plural && reading.gender != Some(Gender::Neuter)
}

fn nominative_gender(word: &str) -> Option<Gender> {
    let lower = word.to_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
    if ends(&["ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "ая"]) {
        Some(FEMALE)
    } else if ends(&["ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ый"]) {
        Some(MALE)
    } else {
        None
    }
}

fn ends_in_consonant(stem: &str) -> bool {
    stem.chars().next_back().is_some_and(|c| !"аеёиоуыэюяьъй".contains(c))
}
