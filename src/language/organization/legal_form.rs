//! Legal forms: «МБУК» and «муниципальное бюджетное учреждение культуры» are the same four letters.
//!
//! The abbreviation of a form is made of one letter a word, so the table holds words, not forms: a form nobody has
//! thought of («МОБУ», «КОГАУЗ») is read all the same.

use std::sync::LazyLock;

use regex::Regex;

use super::words::Word;

/// A legal form found at the beginning of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalForm {
    /// Its letters in lower case: `мбук`, `гбусо`.
    pub letters: String,
    /// In the nominative: «муниципальное бюджетное учреждение культуры», «МБУК».
    pub nominative: String,
    /// Whether it was written in an oblique case.
    pub oblique: bool,
    /// Byte offset after it.
    pub end: usize,
    /// A kind of institution glued to it: «СОШ» of «МБОУСОШ».
    pub glued: Option<String>,
}

/// Adjectives of a form: the stem and its letters.
const ADJECTIVES: &[(&str, &str)] = &[
    ("муниципальн", "м"),
    ("государственн", "г"),
    ("негосударственн", "н"),
    ("федеральн", "ф"),
    ("областн", "о"),
    ("краев", "к"),
    ("окружн", "о"),
    ("республиканск", "р"),
    ("районн", "р"),
    ("городск", "г"),
    ("частн", "ч"),
    ("бюджетн", "б"),
    ("автономн", "а"),
    ("казенн", "к"),
    ("некоммерческ", "н"),
    ("унитарн", "у"),
    ("акционерн", "а"),
    ("публичн", "п"),
    ("дошкольн", "д"),
    ("общеобразовательн", "о"),
    ("образовательн", "о"),
    ("профессиональн", "п"),
    ("специальн", "с"),
    ("специализированн", "с"),
    ("стационарн", "с"),
    ("социальн", "с"),
    ("медицинск", "м"),
    ("научн", "н"),
    ("оздоровительн", "о"),
    ("культурно-досугов", "кд"),
    ("лечебно-профилактическ", "лп"),
    ("физкультурно-спортивн", "фс"),
    ("санкт-петербургск", "спб"),
];

/// Nouns of a form: the stem, its letter and the nominative.
const NOUNS: &[(&str, &str, &str)] = &[
    ("учреждени", "у", "учреждение"),
    ("предприяти", "п", "предприятие"),
    ("организаци", "о", "организация"),
    ("обществ", "о", "общество"),
];

/// What follows the noun, longest first: stems of the words and the letters.
const PROFILES: &[(&[&str], &str)] = &[
    (&["дополнительного", "профессионального", "образования"], "дпо"),
    (&["с", "ограниченной", "ответственностью"], "оо"),
    (&["физической", "культуры", "и", "спорта"], "фкс"),
    (&["дополнительного", "образования", "детей"], "дод"),
    (&["дополнительного", "образования"], "до"),
    (&["высшего", "образования"], "во"),
    (&["социального", "обслуживания", "населения"], "сон"),
    (&["социального", "обслуживания"], "со"),
    (&["социальной", "защиты", "населения"], "сзн"),
    (&["социальной", "защиты"], "сз"),
    (&["культуры", "и", "искусства"], "ки"),
    (&["культуры"], "к"),
    (&["искусства"], "и"),
    (&["здравоохранения"], "з"),
    (&["спорта"], "с"),
];

/// Abbreviations that no letters of [`ADJECTIVES`] would make.
const FIXED: &[&str] =
    &["ано", "нко", "ооо", "оао", "зао", "пао", "ао", "ип", "муп", "гуп", "фгуп", "гбсусо", "гбсусоссзн"];

/// Words that have the letters of a form and are none.
const NOT_FORMS: &[&str] =
    &["вуз", "ву", "ну", "пу", "ру", "су", "фу", "ду", "корпус", "фокус", "груз", "курс", "союз", "суп"];

/// Letters after the noun that may be a separate word: «МБУ ДО», «ГБУ СО».
const DETACHED: &[&str] = &["до", "дод", "дпо", "со", "сон", "сзн", "во", "к", "з", "кс", "ссзн"];

/// Kinds of institutions that people glue to the form: «МБОУСОШ», «МБДОУДС».
const GLUED: &[&str] = &["сош", "оош", "нош", "дши", "дмш", "дхш", "цбс", "црб", "ксош", "дк", "дс", "сдк", "рдк"];

static ABBREVIATION: LazyLock<Regex> = LazyLock::new(|| {
    let owner = "(?:спб)?(?:[мгчнрфоклств]{0,3})";
    let kind = "(?:[бак]?[допснм]{0,4}|[допсн]{1,3}[бак])";
    let profile = "(?:к|ки|и|з|зо|с|со|сон|сзн?|до|дод|дпо|во|сп|фкс|кс|кд|ссзн)?";
    Regex::new(&format!("^{owner}{kind}у{profile}$")).expect("a constant pattern")
});

/// The form at the beginning of `words[at..]`, in full words or as an abbreviation. Letters count in any case of
/// writing only when `any_case` is set: in running text «ну» and «дому» would be forms otherwise.
pub(super) fn form_at(words: &[Word<'_>], at: usize, any_case: bool) -> Option<LegalForm> {
    long_form(words, at).or_else(|| abbreviation(words, at, any_case))
}

/// The form at the beginning of a name: «МБУК «Лесная библиотека»» -> `мбук`.
pub fn legal_form(name: &str) -> Option<LegalForm> {
    form_at(&super::words::words(name), 0, true)
}

fn long_form(words: &[Word<'_>], at: usize) -> Option<LegalForm> {
    let mut letters = String::new();
    let mut nominative: Vec<String> = Vec::new();
    let mut oblique = false;
    let mut next = at;
    while let Some(word) = words.get(next) {
        let region = nominative.is_empty() && is_region_adjective(words, next);
        let Some((stem, ending)) = adjective(&word.folded) else { break };
        let letter = ADJECTIVES.iter().find(|(s, _)| *s == stem).map(|(_, letter)| (*letter).to_owned());
        let Some(letter) = letter.or_else(|| region.then(|| stem.chars().take(1).collect())) else { break };
        letters.push_str(&letter);
        oblique |= ending.oblique;
        let written: String = word.text.chars().take(stem.chars().count()).collect();
        let written = if region { written } else { written.to_lowercase() };
        nominative.push(format!("{written}{}", ending.nominative));
        next += 1;
    }
    let noun = words.get(next)?;
    let (stem, letter, full) = NOUNS.iter().find(|(stem, ..)| noun.folded.starts_with(stem))?;
    let ending = &noun.folded[stem.len()..];
    if !matches!(ending, "е" | "я" | "ю" | "ем" | "и" | "ей" | "о" | "а" | "у" | "ом") {
        return None;
    }
    // «учреждения культуры» may as well be the plural: only an adjective tells.
    let alone = letters.is_empty();
    if alone && ending == "я" {
        return None;
    }
    letters.push_str(letter);
    oblique |= !full.ends_with(ending) || *stem == "организаци" && ending != "я";
    nominative.push((*full).to_owned());
    next += 1;
    if let Some((profile, profile_letters)) = PROFILES.iter().find(|(profile, _)| {
        profile.iter().enumerate().all(|(i, part)| words.get(next + i).is_some_and(|w| w.folded == *part))
    }) {
        letters.push_str(profile_letters);
        nominative.extend(profile.iter().map(|part| (*part).to_owned()));
        next += profile.len();
    } else if alone {
        return None;
    }
    Some(LegalForm { letters, nominative: nominative.join(" "), oblique, end: words[next - 1].end, glued: None })
}

/// «Кировское областное …»: the adjective of a region before the owner.
fn is_region_adjective(words: &[Word<'_>], at: usize) -> bool {
    words[at].is_capitalized()
        && words.get(at + 1).is_some_and(|next| {
            ["областн", "краев", "государственн", "окружн"].iter().any(|stem| next.folded.starts_with(stem))
        })
}

struct Ending {
    nominative: &'static str,
    oblique: bool,
}

/// Stem and ending of an adjective in the singular, neuter or feminine. The plural is no organization:
/// «муниципальных учреждений культуры».
fn adjective(folded: &str) -> Option<(&str, Ending)> {
    const ENDINGS: &[(&str, &str, bool)] = &[
        ("ое", "ое", false),
        ("ее", "ее", false),
        ("ая", "ая", false),
        ("ого", "ое", true),
        ("ому", "ое", true),
        ("ым", "ое", true),
        ("им", "ое", true),
        ("ом", "ое", true),
        ("ой", "ая", true),
        ("ую", "ая", true),
    ];
    ENDINGS.iter().find_map(|&(ending, nominative, oblique)| {
        folded.strip_suffix(ending).map(|stem| (stem, Ending { nominative, oblique }))
    })
}

fn abbreviation(words: &[Word<'_>], at: usize, any_case: bool) -> Option<LegalForm> {
    let word = words.get(at)?;
    let written_as_one = word.is_all_capitals() || word.folded.starts_with("спб") || any_case;
    if !written_as_one || word.folded.chars().count() > 14 {
        return None;
    }
    let (mut letters, glued) = if is_abbreviation(&word.folded) {
        (word.folded.clone(), None)
    } else {
        let (form, kind) = GLUED.iter().find_map(|kind| Some((word.folded.strip_suffix(kind)?, *kind)))?;
        is_abbreviation(form).then(|| (form.to_owned(), Some(kind.to_uppercase())))?
    };
    let mut nominative = word.text.to_owned();
    let mut last = at;
    // «СПб ГБУК»: the city stands apart.
    if letters == "спб" {
        let next = words.get(at + 1).filter(|next| is_abbreviation(&next.folded))?;
        letters.push_str(&next.folded);
        nominative = format!("{nominative} {}", next.text);
        last += 1;
    }
    if glued.is_none()
        && letters.ends_with('у')
        && let Some(next) = words.get(last + 1)
        && DETACHED.contains(&next.folded.as_str())
        && (next.is_all_capitals() || any_case)
    {
        letters.push_str(&next.folded);
        nominative = format!("{nominative} {}", next.text);
        last += 1;
    }
    if let Some(kind) = &glued {
        nominative.truncate(nominative.len() - kind.len());
    }
    Some(LegalForm { letters, nominative, oblique: false, end: words[last].end, glued })
}

fn is_abbreviation(folded: &str) -> bool {
    let length = folded.chars().count();
    folded == "спб"
        || FIXED.contains(&folded)
        || (2..=10).contains(&length) && !NOT_FORMS.contains(&folded) && ABBREVIATION.is_match(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_and_short_forms_have_the_same_letters() {
        for (short, long) in [
            ("МБУК", "Муниципальное бюджетное учреждение культуры"),
            ("МКУК", "муниципальное казённое учреждение культуры"),
            ("ГАУК", "Государственного автономного учреждения культуры"),
            ("МБОУ", "Муниципальным бюджетным общеобразовательным учреждением"),
            ("МАДОУ", "Муниципальное автономное дошкольное образовательное учреждение"),
            ("МОБУ", "муниципальное общеобразовательное бюджетное учреждение"),
            ("МБУ ДО", "муниципальное бюджетное учреждение дополнительного образования"),
            ("МБОУ ДОД", "муниципального бюджетного образовательного учреждения дополнительного образования детей"),
            ("ГБУЗ", "ГОСУДАРСТВЕННОЕ БЮДЖЕТНОЕ УЧРЕЖДЕНИЕ ЗДРАВООХРАНЕНИЯ"),
            ("КГБУСО", "краевое государственное бюджетное учреждение социального обслуживания"),
            ("ГБУ СО", "государственное бюджетное учреждение социального обслуживания"),
            ("ОГБПОУ", "областное государственное бюджетное профессиональное образовательное учреждение"),
            ("КОГАУЗ", "Кировское областное государственное автономное учреждение здравоохранения"),
            ("СПб ГБУК", "Санкт-Петербургское государственное бюджетное учреждение культуры"),
            ("АНО", "автономная некоммерческая организация"),
            ("ООО", "Общество с ограниченной ответственностью"),
            ("ФГБУК", "федеральное государственное бюджетное учреждение культуры"),
            ("МУ", "муниципальном учреждении"),
        ] {
            let letters = |name: &str| legal_form(&format!("{name} «Лесная»")).map(|form| form.letters);
            assert!(letters(short).is_some(), "{short}");
            assert_eq!(letters(short), letters(long), "{short}");
        }
    }

    #[test]
    fn plural_and_ordinary_words_are_no_forms() {
        for text in
            ["муниципальных учреждений культуры", "учреждения культуры", "ВУЗ «Лесной»", "школа № 5", "Дом культуры"]
        {
            assert_eq!(legal_form(text), None, "{text}");
        }
    }

    #[test]
    fn glued_kinds_are_parted() {
        let form = legal_form("МБОУСОШ №10").expect("a form");
        assert_eq!((form.letters.as_str(), form.nominative.as_str()), ("мбоу", "МБОУ"));
        assert_eq!(form.glued.as_deref(), Some("СОШ"));
    }

    #[test]
    fn the_nominative_is_given_for_any_case() {
        let form = legal_form("муниципального казённого учреждения культуры «Музей»").expect("a form");
        assert_eq!((form.nominative.as_str(), form.oblique), ("муниципальное казённое учреждение культуры", true));
    }
}
