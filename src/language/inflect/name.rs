//! People's names: the case and gender that a name shows, and its nominative.

use super::super::lexicon::{Case, Gender, Part, readings};
use super::{surname, written_like};

/// A name in the nominative and what its written form showed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Nominative {
    /// The name, its words in their order.
    pub(crate) text: String,
    /// The case it was written in; `None` where its form does not tell.
    pub(crate) case: Option<Case>,
    /// The gender, where patronymic, given name or surname tell it.
    pub(crate) gender: Option<Gender>,
}

/// Endings of patronymics: as written, case, gender, ending of the nominative. «Ильич» and «Кузьминична» are among them.
#[rustfmt::skip]
const PATRONYMICS: &[(&str, Case, Gender, &str)] = &[
    ("вич", Case::Nominative, Gender::Masculine, "вич"),
    ("вича", Case::Genitive, Gender::Masculine, "вич"),
    ("вичу", Case::Dative, Gender::Masculine, "вич"),
    ("вичем", Case::Instrumental, Gender::Masculine, "вич"),
    ("виче", Case::Prepositional, Gender::Masculine, "вич"),
    ("ьич", Case::Nominative, Gender::Masculine, "ьич"),
    ("ьича", Case::Genitive, Gender::Masculine, "ьич"),
    ("ьичу", Case::Dative, Gender::Masculine, "ьич"),
    ("ьичом", Case::Instrumental, Gender::Masculine, "ьич"),
    ("мич", Case::Nominative, Gender::Masculine, "мич"),
    ("мича", Case::Genitive, Gender::Masculine, "мич"),
    ("мичу", Case::Dative, Gender::Masculine, "мич"),
    ("кич", Case::Nominative, Gender::Masculine, "кич"),
    ("вна", Case::Nominative, Gender::Feminine, "вна"),
    ("вны", Case::Genitive, Gender::Feminine, "вна"),
    ("вне", Case::Dative, Gender::Feminine, "вна"),
    ("вну", Case::Accusative, Gender::Feminine, "вна"),
    ("вной", Case::Instrumental, Gender::Feminine, "вна"),
    ("ична", Case::Nominative, Gender::Feminine, "ична"),
    ("ичны", Case::Genitive, Gender::Feminine, "ична"),
    ("ичне", Case::Dative, Gender::Feminine, "ична"),
    ("ичну", Case::Accusative, Gender::Feminine, "ична"),
    ("ичной", Case::Instrumental, Gender::Feminine, "ична"),
];

/// Words that end a Turkic patronymic, with the gender they tell: «Рашид Гасан оглы».
const SON_OR_DAUGHTER: &[(&str, Gender)] = &[
    ("оглы", Gender::Masculine),
    ("оглу", Gender::Masculine),
    ("угли", Gender::Masculine),
    ("улы", Gender::Masculine),
    ("уулу", Gender::Masculine),
    ("кызы", Gender::Feminine),
    ("гызы", Gender::Feminine),
    ("кизи", Gender::Feminine),
];

/// Case, gender and nominative of a word that has the form of a patronymic.
pub(crate) fn patronymic(word: &str) -> Option<(Case, Gender, String)> {
    let lower = word.to_lowercase();
    if lower.chars().count() < 5 {
        return None;
    }
    let &(ending, case, gender, nominative) = PATRONYMICS.iter().find(|(ending, ..)| lower.ends_with(ending))?;
    let stem = &lower[..lower.len() - ending.len()];
    Some((case, gender, written_like(&format!("{stem}{nominative}"), word)))
}

/// The gender that «оглы», «кызы» and their like tell.
pub(crate) fn son_or_daughter(word: &str) -> Option<Gender> {
    // All of them end in «ы», «у» or «и».
    if !word.ends_with(['ы', 'у', 'и', 'Ы', 'У', 'И']) {
        return None;
    }
    let lower = word.to_lowercase();
    let bare = lower.rsplit('-').next().unwrap_or(&lower);
    SON_OR_DAUGHTER.iter().find(|(form, _)| *form == bare).map(|&(_, gender)| gender)
}

/// The name in the nominative. `hint` is the case of the post beside it, and decides where the name alone does not tell.
pub(crate) fn person_in_nominative(name: &str, hint: Option<Case>) -> Nominative {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_initial = |word: &str| word.contains('.') || word.chars().count() == 1;
    let mut shown: Option<(Case, Gender)> = None;
    let mut gender = words.iter().find_map(|word| son_or_daughter(word));
    let whole_words = words.iter().filter(|word| !is_initial(word)).count();
    let father =
        words.iter().position(|word| !is_initial(word) && patronymic(word).is_some()).filter(|_| whole_words > 1);
    if let Some((case, of, _)) = father.and_then(|at| patronymic(words[at])) {
        shown = Some((case, of));
        gender = Some(of);
    }
    let given = given_name(&words, father).filter(|_| whole_words > 1);
    if let Some((_, given_case, given_gender)) = given
        && shown.is_none()
    {
        shown = given_case.zip(given_gender.or(gender));
        gender = gender.or(given_gender);
    }
    let case = shown.map(|(case, _)| case).or(hint);
    let mut known_case = shown.map(|(case, _)| case);
    let mut out: Vec<String> = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let of_father = words.get(at + 1).is_some_and(|next| son_or_daughter(next).is_some() && !next.contains('-'));
        out.push(if is_initial(word) || son_or_daughter(word).is_some() || of_father {
            (*word).to_owned()
        } else if father == Some(at) {
            patronymic(word).map_or_else(|| (*word).to_owned(), |(.., form)| form)
        } else if given.as_ref().is_some_and(|(given_at, ..)| *given_at == at) {
            given_in_nominative(word, case, gender)
        } else {
            let found = surname::nominative(word, case, gender);
            known_case = known_case.or(found.case);
            gender = gender.or(found.gender);
            found.text
        });
    }
    Nominative { text: out.join(" "), case: known_case, gender }
}

/// The given name among the words: before the patronymic, or a word that the dictionary knows as one.
fn given_name(words: &[&str], father: Option<usize>) -> Option<(usize, Option<Case>, Option<Gender>)> {
    if let Some(at) = father {
        return at.checked_sub(1).map(|at| (at, None, None));
    }
    let by_likelihood = |at: usize| {
        let found = readings(words[at]);
        let names: Vec<_> = found.iter().filter(|r| r.part == Part::GivenName && r.known).collect();
        let nominative = names.iter().find(|r| r.case == Some(Case::Nominative) && !r.plural);
        let chosen = nominative.or(names.iter().find(|r| !r.plural))?;
        Some((at, chosen.case, chosen.gender))
    };
    // «Роман Пётр»: of two given names the last is the given name.
    let father_of = words
        .iter()
        .position(|word| son_or_daughter(word).is_some())
        .map(|at| at - usize::from(!words[at].contains('-') && at > 0));
    (0..father_of.unwrap_or(words.len())).rev().find_map(by_likelihood)
}

fn given_in_nominative(word: &str, case: Option<Case>, gender: Option<Gender>) -> String {
    let fits = |r: &&super::super::lexicon::Reading| {
        r.part == Part::GivenName && !r.plural && r.case == case && (gender.is_none() || r.gender == gender)
    };
    if case.is_none_or(|case| case == Case::Nominative) {
        return word.to_owned();
    }
    let found = readings(word);
    // Dative and prepositional of feminine names are one form, told apart by nothing.
    match found.iter().find(fits).and_then(|r| r.nominative(true, gender)) {
        Some(form) => written_like(&form, word),
        None => word.to_owned(),
    }
}
