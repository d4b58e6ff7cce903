//! The key by which two spellings of one name meet.

use rust_stemmers::{Algorithm, Stemmer};

use super::abbreviations::{KINDS, PLACES, REGION_LETTERS};
use super::kind::respelled as respelled_kind;
use super::legal_form::form_at;
use super::mention::mentions;
use super::words::{Word, words};

/// A name taken apart for comparison. Quotes, case, «ё», word order, grammatical case and abbreviations do not count;
/// numbers and names of places do.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameKey {
    /// Letters of the legal form, empty where none is named.
    pub form: String,
    /// Stems of the name's words, sorted.
    pub words: Vec<String>,
    /// Its numbers, sorted.
    pub numbers: Vec<String>,
    /// Nouns of places («город», «район»), sorted, once each. They count only where both sides have them.
    pub places: Vec<String>,
}

impl NameKey {
    /// Whether nothing of a name is there: «МБУК», «-».
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.numbers.is_empty()
    }

    /// Whether the nouns of places of both sides can belong to one place.
    pub fn same_places(&self, other: &Self) -> bool {
        self.places.is_empty()
            || other.places.is_empty()
            || self.places.iter().all(|place| other.places.contains(place))
            || other.places.iter().all(|place| self.places.contains(place))
    }

    /// Whether one form can be written for the other: equal, or one of them not named, or named without its owner and
    /// type («ДОУ» for «МБДОУ»).
    pub fn same_form(&self, other: &Self) -> bool {
        self.form.ends_with(&other.form) || other.form.ends_with(&self.form)
    }
}

/// Takes a name apart.
pub fn name_key(name: &str) -> NameKey {
    let name = &with_numbers_apart(&without_list_mark(name).replace("д/с", "дс"));
    let words = words(name);
    let mut key = NameKey::default();
    let mut at = 0;
    let stemmer = Stemmer::create(Algorithm::Russian);
    if let Some(form) = form_at(&words, 0, true) {
        at = words.iter().position(|word| word.start >= form.end).unwrap_or(words.len());
        if let Some(kind) = &form.glued {
            expand(&kind.to_lowercase(), &form.letters, &stemmer, &mut key.words);
        }
        key.form = form.letters;
    }
    while let Some(word) = words.get(at) {
        at += 1;
        if let Some(skipped) = region(name, &words, at - 1) {
            at += skipped - 1;
            continue;
        }
        for part in word.folded.split('-').filter(|part| !part.is_empty()) {
            take(part, word, name, &stemmer, &mut key);
        }
    }
    key.words.sort_unstable();
    key.numbers.sort_unstable();
    key.places.sort_unstable();
    key.places.dedup();
    key
}

/// The name with its kind of institution spelled right, where that was misspelled.
pub fn respelled(name: &str) -> Option<String> {
    let word = words(name).into_iter().find_map(|word| Some((word.start..word.end, respelled_kind(&word.folded)?)));
    word.map(|(place, right)| format!("{}{right}{}", &name[..place.start], &name[place.end..]))
}

/// A number glued to the word before it is a word of its own: «СОШ2», «N3».
fn with_numbers_apart(name: &str) -> String {
    let mut apart = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        if c.is_ascii_digit() && apart.ends_with(char::is_alphabetic) {
            apart.push(' ');
        }
        apart.push(c);
    }
    apart
}

fn take(part: &str, word: &Word<'_>, name: &str, stemmer: &Stemmer, key: &mut NameKey) {
    if part.starts_with(|c: char| c.is_ascii_digit()) {
        key.numbers.push(part.trim_start_matches('0').to_owned());
        return;
    }
    let dotted = name[word.end..].starts_with('.');
    if let Some(place) = place(part, word, dotted) {
        key.places.push(place.to_owned());
        return;
    }
    let single = part.chars().count() == 1;
    // Initials of who it is named after, «и», «в», «№» written as N, and words that half of the spellings leave out.
    if single || matches!(part, "имени" | "им" | "no" | "для" | "муниципальный" | "муниципального")
    {
        return;
    }
    if !expand(part, &key.form, stemmer, &mut key.words) {
        key.words.push(stemmer.stem(part).into_owned());
    }
}

fn place(part: &str, word: &Word<'_>, dotted: bool) -> Option<&'static str> {
    PLACES.iter().find_map(|(class, abbreviations, nouns)| {
        let lower = !word.is_capitalized();
        let abbreviated = abbreviations.contains(&part)
            && (dotted && lower
                || word.is_all_capitals() && part.chars().count() > 1
                || lower && part.chars().count() > 1);
        (abbreviated || nouns.contains(&part)).then_some(*class)
    })
}

/// Puts the words of an abbreviation in its place; «ЦРБ» stays where the form does not tell which one it is.
fn expand(part: &str, form: &str, stemmer: &Stemmer, out: &mut Vec<String>) -> bool {
    let meant = |profile: &Option<char>| profile.is_none_or(|letter| form.ends_with(letter));
    let Some((_, _, phrase)) = KINDS.iter().find(|(short, profile, _)| *short == part && meant(profile)) else {
        return false;
    };
    out.extend(phrase.split(' ').filter(|word| *word != "для").map(|word| stemmer.stem(word).into_owned()));
    true
}

/// How many words name a region outside quotes («Лесной области», «РБ»): within one run all organizations are of one
/// region, and half of the spellings leave it out.
fn region(name: &str, words: &[Word<'_>], at: usize) -> Option<usize> {
    let word = &words[at];
    let outside = outside_quotes(name, word.start);
    if !outside {
        return None;
    }
    if REGION_LETTERS.contains(&word.text) {
        return Some(1);
    }
    let next = words.get(at + 1).map(|next| next.folded.as_str());
    match (word.folded.as_str(), next) {
        (adjective, Some("области" | "обл")) if adjective.ends_with("ой") => Some(2),
        (adjective, Some("края")) if adjective.ends_with("ого") => Some(2),
        ("республики", Some(_)) => Some(2),
        // Whose it is: «Минтруда России».
        (ministry, Some("россии")) if ministry.starts_with("мин") => Some(2),
        _ => None,
    }
}

fn outside_quotes(name: &str, at: usize) -> bool {
    let before = &name[..at];
    let opened = before.matches(['«', '“', '„']).count();
    let closed = before.matches(['»', '”']).count();
    opened <= closed && before.matches('"').count().is_multiple_of(2)
}

/// The name without the number that a list puts before it: «10 МБУК …», «3) ГБУЗ …», «1ф Филиал …». A number that is
/// part of the name stays: «10 лет Победы», «7 городская больница».
pub fn without_list_mark(name: &str) -> &str {
    let name = name.trim().trim_end_matches(['.', ';', ',']).trim_end();
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 4 {
        return name;
    }
    let rest = &name[digits..];
    let branch = rest.strip_prefix('ф').filter(|rest| !rest.starts_with(char::is_alphabetic));
    let marked = rest.strip_prefix(['.', ')']);
    let rest = branch.or(marked).unwrap_or(rest).trim_start_matches(['.', ')', ' ', '\u{a0}']);
    let has_form = form_at(&words(rest), 0, true).is_some();
    if !rest.is_empty() && (branch.is_some() || marked.is_some() || has_form) { rest } else { name }
}

/// The number that a list puts before a name: «1» of «1 БУК …» and of «1. БУК …». A branch has that of its head.
pub fn list_number(name: &str) -> Option<&str> {
    let name = name.trim();
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let marked = digits > 0 && without_list_mark(name).len() < name.trim_end_matches(['.', ';', ',']).len();
    (marked && !name[digits..].starts_with('ф')).then(|| &name[..digits])
}

/// What a name says of being a branch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The head organization as named, `None` where the name does not say.
    pub parent: Option<String>,
    /// The number of the head in the list: «1» of «1ф Филиал …».
    pub list_number: Option<String>,
}

/// Whether a name is a branch's: «1ф Филиал МБУК «…»», «Детская библиотека – филиал № 3 МБУК «ЦБС»».
pub fn branch(name: &str) -> Option<Branch> {
    let digits = name.trim().bytes().take_while(u8::is_ascii_digit).count();
    let after = &name.trim()[digits..];
    let list_number =
        (digits > 0 && after.starts_with('ф') && !after['ф'.len_utf8()..].starts_with(char::is_alphabetic))
            .then(|| name.trim()[..digits].to_owned());
    let bare = without_list_mark(name);
    let says = words(bare).iter().any(|word| {
        outside_quotes(bare, word.start)
            && (word.folded.starts_with("филиал") || word.folded.starts_with("подразделени"))
    });
    if list_number.is_none() && !says {
        return None;
    }
    let parent = mentions(bare).into_iter().next().map(|mention| mention.name);
    Some(Branch { parent: parent.filter(|parent| name_key(parent) != name_key(bare)), list_number })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_meet() {
        for (one, other) in [
            ("МБУК «Лесная библиотека»", "Муниципальное бюджетное учреждение культуры \"Лесная библиотека\"."),
            ("МБУК «Лесная библиотека»", "10 мбук Лесная Библиотека"),
            (
                "МБОУ СОШ № 7 г. Заречный",
                "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа №7» города Заречный",
            ),
            ("МБОУСОШ №10", "МБОУ СОШ № 10"),
            ("сош2", "СОШ № 2"),
            ("МБУК «Лесная библиотека N3»", "МБУК «Лесная библиотека № 3»"),
            ("Школа 5а", "Школа № 5а"),
            (
                "ГБУЗ «Лесная ЦРБ»",
                "Государственное бюджетное учреждение здравоохранения «Лесная центральная районная больница»",
            ),
            ("МБУК «Лесная ЦРБ»", "МБУК «Лесная центральная районная библиотека»"),
            ("МКУК «Библиотека им. А.П.Ручьёва»", "МКУК «Библиотека имени А. П. Ручьева»"),
            ("МАДОУ «Детский сад № 14 «Ручеёк»", "МАДОУ детский сад №14 «Ручеек»»"),
            ("ГБУЗ РБ «Лесная ЦРБ»", "ГБУЗ «Лесная ЦРБ»"),
            ("муниципального казённого учреждения культуры «Лесной музей»", "МКУК Лесной музей"),
            ("ГАУК «Театр» Лесной области", "ГАУК «Театр»"),
            ("ФКУ «ГБ МСЭ по Лесной области» Минтруда России", "ФКУ «ГБ МСЭ по Лесной области»"),
            ("МБДОУ д/с № 7 «Рябина»", "МБДОУ детский сад № 7 «Рябина»"),
        ] {
            assert_eq!(name_key(one), name_key(other), "{one} / {other}");
        }
    }

    #[test]
    fn numbers_and_places_keep_names_apart() {
        for (one, other) in [
            ("МБОУ СОШ № 5", "МБОУ СОШ № 15"),
            ("МБУК «ДК» (Заозёрск, № 10)", "МБУК «ДК» (Заозёрск, № 18)"),
            ("ЦБС города Лесной", "ЦБС Лесного района"),
            ("ГБУЗ «Лесная ЦРБ»", "МБУК «Лесная ЦРБ»"),
            ("Городская библиотека", "Районная библиотека"),
            ("Школа № 5", "Школа № 5а"),
        ] {
            assert_ne!(name_key(one), name_key(other), "{one} / {other}");
        }
    }

    #[test]
    fn list_marks_go_and_numbers_of_names_stay() {
        assert_eq!(without_list_mark("10 МБУК «Лира»"), "МБУК «Лира»");
        assert_eq!(without_list_mark("3) ГБУЗ «Лесная ЦРБ»."), "ГБУЗ «Лесная ЦРБ»");
        assert_eq!(without_list_mark("1ф Филиал БУК ВО «Лира»"), "Филиал БУК ВО «Лира»");
        assert_eq!(without_list_mark("7 городская больница"), "7 городская больница");
    }

    #[test]
    fn branches_name_their_head() {
        let of = |name: &str| branch(name).map(|b| (b.parent, b.list_number));
        assert_eq!(of("1ф Филиал БУК ВО «Лира»"), Some((Some("БУК ВО «Лира»".into()), Some("1".into()))));
        assert_eq!(of("4ф Дом-музей поэта"), Some((None, Some("4".into()))));
        assert_eq!(
            of("Детская библиотека – филиал № 3 МБУК «ЦБС» г. Лесной"),
            Some((Some("МБУК «ЦБС» г. Лесной".into()), None))
        );
        assert_eq!(of("МБУК «Библиотека-филиал № 3»"), None);
        assert_eq!(of("МБУК «Лира»"), None);
    }
}
