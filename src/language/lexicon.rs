//! What a Russian word may be: part of speech, case, number, gender, and its nominative.
//!
//! The knowledge is the OpenCorpora dictionary behind [`rumorph`], which also guesses words that it does not hold by their
//! endings. This module narrows its answers to what the readers of names, posts and bodies ask for.

use std::rc::Rc;
use std::sync::LazyLock;

use rumorph::{Analysis, Dictionary, Source};

use super::fold::is_cyrillic;
use super::recent::Recent;

static DICTIONARY: LazyLock<Dictionary> =
    LazyLock::new(|| Dictionary::bundled().expect("the dictionary is a part of the program, checked when it is built"));

thread_local! {
    static READINGS: Recent<Rc<[Reading]>> = Recent::default();
}

/// Longer words are not words; the guess by ending is not asked about them.
const LONGEST_WORD: usize = 60;

/// Plurals of posts of which the dictionary gives the bookish form first.
const USUAL_PLURALS: &[(&str, &str)] = &[("учители", "учителя"), ("тренера", "тренеры"), ("бухгалтера", "бухгалтеры")];

/// Grammatical case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// Who, what.
    Nominative,
    /// Of whom.
    Genitive,
    /// To whom.
    Dative,
    /// Whom.
    Accusative,
    /// By whom.
    Instrumental,
    /// About whom.
    Prepositional,
}

/// Grammatical gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// «директор»
    Masculine,
    /// «заведующая»
    Feminine,
    /// «учреждение»
    Neuter,
}

/// What part a word may play in a name or a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// A common noun.
    Noun,
    /// The name of a place.
    Place,
    /// An adjective, participle, ordinal: what agrees with a noun.
    Adjective,
    /// A surname.
    Surname,
    /// A given name.
    GivenName,
    /// A patronymic.
    Patronymic,
    /// A finite verb, an infinitive.
    Verb,
    /// An abbreviation that is never declined: «МБУК», «врио».
    Indeclinable,
    /// Anything else.
    Other,
}

/// One way of taking a word.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Its part of speech.
    pub part: Part,
    /// Its case; `None` for what has none.
    pub case: Option<Case>,
    /// Whether it is plural.
    pub plural: bool,
    /// Its gender; `None` in the plural of adjectives.
    pub gender: Option<Gender>,
    /// Whether it names a living being; for adjectives, whether it agrees with one; `None` where both will do.
    pub animate: Option<bool>,
    /// Whether the dictionary holds the word; otherwise it was guessed by its ending.
    pub known: bool,
    /// How likely this reading is among those of the word, out of context.
    pub likelihood: f64,
    analysis: Analysis,
}

impl Reading {
    /// The dictionary form, lower case.
    pub fn lemma(&self) -> &str {
        &self.analysis.lemma
    }

    /// The word in the nominative, in this reading's number unless `singular` asks for one person's, in the gender given
    /// where the word can take it. Lower case; «ё» as in the dictionary.
    pub fn nominative(&self, singular: bool, gender: Option<Gender>) -> Option<String> {
        self.form(Case::Nominative, singular, gender)
    }

    /// The same in any case.
    pub fn form(&self, case: Case, singular: bool, gender: Option<Gender>) -> Option<String> {
        let number = if self.plural && !singular { "Plur" } else { "Sing" };
        let mut wanted = vec![("Case", name_of(case)), ("Number", number)];
        if self.part == Part::Adjective && wanted[1].1 == "Sing" {
            wanted.push(("Gender", feature_of(gender.or(self.gender).unwrap_or(Gender::Masculine))));
        }
        let form = DICTIONARY.inflect(&self.analysis, &wanted)?.word;
        Some(USUAL_PLURALS.iter().find(|(rare, _)| *rare == form).map_or(form, |(_, usual)| (*usual).to_owned()))
    }
}

/// All readings of a word, the likeliest first; empty for what is no Russian word.
pub fn readings(word: &str) -> Rc<[Reading]> {
    if word.is_empty() || word.len() > 2 * LONGEST_WORD || !word.chars().all(|c| is_cyrillic(c) || c == '-') {
        return Rc::default();
    }
    READINGS.with(|recent| recent.get(word, |word| DICTIONARY.analyze(word).into_iter().filter_map(reading).collect()))
}

/// Whether the dictionary holds the word.
pub fn is_known(word: &str) -> bool {
    word.len() <= 2 * LONGEST_WORD && DICTIONARY.is_known(word)
}

fn reading(analysis: Analysis) -> Option<Reading> {
    let tag = DICTIONARY.ud_tag(analysis.ud)?;
    let has = |name: &str, value: &str| tag.feat(name) == Some(value);
    let part = match tag.pos() {
        "NOUN" | "PROPN" if tag.feat("Case").is_none() => Part::Indeclinable,
        "PROPN" => match tag.feat("NameType") {
            Some("Sur") => Part::Surname,
            Some("Giv") => Part::GivenName,
            Some("Pat") => Part::Patronymic,
            Some("Geo") => Part::Place,
            _ => Part::Noun,
        },
        "NOUN" => Part::Noun,
        "ADJ" | "DET" if !has("Variant", "Short") => Part::Adjective,
        "VERB" if has("VerbForm", "Part") && !has("Variant", "Short") => Part::Adjective,
        "VERB" => Part::Verb,
        _ => Part::Other,
    };
    Some(Reading {
        part,
        case: tag.feat("Case").and_then(case_of),
        plural: has("Number", "Plur"),
        gender: match tag.feat("Gender") {
            Some("Masc") => Some(Gender::Masculine),
            Some("Fem") => Some(Gender::Feminine),
            Some("Neut") => Some(Gender::Neuter),
            _ => None,
        },
        animate: tag.feat("Animacy").map(|value| value == "Anim"),
        known: analysis.source == Source::Dictionary,
        likelihood: analysis.prob,
        analysis,
    })
}

fn case_of(name: &str) -> Option<Case> {
    Some(match name {
        "Nom" => Case::Nominative,
        "Gen" => Case::Genitive,
        "Dat" => Case::Dative,
        "Acc" => Case::Accusative,
        "Ins" => Case::Instrumental,
        "Loc" => Case::Prepositional,
        _ => return None,
    })
}

fn name_of(case: Case) -> &'static str {
    match case {
        Case::Nominative => "Nom",
        Case::Genitive => "Gen",
        Case::Dative => "Dat",
        Case::Accusative => "Acc",
        Case::Instrumental => "Ins",
        Case::Prepositional => "Loc",
    }
}

fn feature_of(gender: Gender) -> &'static str {
    match gender {
        Gender::Masculine => "Masc",
        Gender::Feminine => "Fem",
        Gender::Neuter => "Neut",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_parts_and_cases() {
        let of = |word: &str| readings(word).first().map(|r| (r.part, r.case, r.plural));
        assert_eq!(of("заместителю"), Some((Part::Noun, Some(Case::Dative), false)));
        assert_eq!(of("заведующая"), Some((Part::Adjective, Some(Case::Nominative), false)));
        assert_eq!(of("Елена"), Some((Part::GivenName, Some(Case::Nominative), false)));
        assert_eq!(of("МБУК"), Some((Part::Indeclinable, None, false)));
        assert_eq!(of("abc"), None);
    }

    #[test]
    fn a_reading_knows_its_nominative() {
        let form = |word: &str, singular| readings(word)[0].nominative(singular, None);
        assert_eq!(form("начальникам", false).as_deref(), Some("начальники"));
        assert_eq!(form("методисты", true).as_deref(), Some("методист"));
    }
}
