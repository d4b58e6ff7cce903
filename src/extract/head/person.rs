//! Names of people in stamps: «Е.А. Никитина», «/Никитина Е.А./», «Никитина Елена Андреевна», «директором А.А. Лесным».

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::language::inflect::person_in_nominative;
use crate::language::lexicon::Case;

static PERSON: LazyLock<Regex> = LazyLock::new(|| {
    let surname = r"\p{Lu}\p{Ll}+(?:\s?-\s?\p{Lu}\p{Ll}+)?|\p{Lu}{3,}(?:-\p{Lu}{3,})?";
    let word = r"\p{Lu}\p{Ll}+|\p{Lu}{3,}";
    let patronymic = r"(?:\p{Lu}\p{Ll}+(?:вич|вича|вичу|вичем|вна|вны|вне|вной|ична|ичны|ичной|ич)|\p{Lu}+(?:ВИЧ|ВИЧА|ВИЧЕМ|ВНА|ВНЫ|ВНОЙ|ИЧНА)|\p{Lu}\p{Ll}+ (?:оглы|кызы|Оглы|Кызы))";
    Regex::new(&format!(
        r"\b(?P<i1>\p{{Lu}})\s?\.\s?(?:(?P<i2>\p{{Lu}})\s?\.?\s?)?(?P<s1>{surname})\b|\b(?P<s2>{surname})[ \u{{a0}}]+(?P<i3>\p{{Lu}})\s?\.\s?(?:(?P<i4>\p{{Lu}})\b\.?)?|\b(?P<full>(?:{surname})\s+(?:{word})\s+{patronymic})\b"
    ))
    .expect("a constant pattern")
});

/// A person found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Person {
    /// As written, surname first: «Никитиной Е.А.».
    pub(super) name: String,
    /// Where.
    pub(super) range: Range<usize>,
}

impl Person {
    /// Surname first, nominative: «Никитина Е.А.».
    pub(super) fn nominative(&self, case: Option<Case>) -> String {
        person_in_nominative(&self.name, case).text
    }
}

/// The people of a text in order. Organizations must have been blanked out: «театр имени А.С. Грина» has no Grin.
pub(super) fn people(text: &str) -> Vec<Person> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(captures) = PERSON.captures_at(text, from)
        && let Some(whole) = captures.get(0)
    {
        let post = captures.name("s2").filter(|_| another_surname_follows(&text[whole.end()..]));
        if let Some(post) = post {
            // «Директор И.И. Лесной»: the initials belong to the word behind them.
            from = post.end();
            continue;
        }
        from = whole.end();
        found.extend(name(&captures).map(|name| Person { name, range: whole.range() }));
    }
    found
}

/// Whether a surname without initials of its own follows.
fn another_surname_follows(rest: &str) -> bool {
    static SURNAME: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^[ \u{a0}]?(?:\p{Lu}\p{Ll}{2,}|\p{Lu}{3,})").expect("a constant pattern"));
    static INITIAL: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^[\p{L}-]*\s+\p{Lu}\.").expect("a constant pattern"));
    SURNAME.find(rest).is_some_and(|surname| !INITIAL.is_match(&rest[surname.end()..]))
}

fn name(found: &Captures<'_>) -> Option<String> {
    let group = |name: &str| found.name(name).map(|m| m.as_str());
    if let Some(full) = group("full") {
        return Some(full.split_whitespace().map(titled).collect::<Vec<_>>().join(" "));
    }
    let surname = titled(&group("s1").or(group("s2"))?.replace(' ', ""));
    let first = group("i1").or(group("i3"))?;
    let second = group("i2").or(group("i4")).map(|i| format!("{i}.")).unwrap_or_default();
    Some(format!("{surname} {first}.{second}"))
}

/// «НИКИТИНА» as «Никитина»; other words stay.
fn titled(word: &str) -> String {
    if word.chars().filter(|c| c.is_alphabetic()).count() < 2 || word.chars().any(char::is_lowercase) {
        return word.to_owned();
    }
    word.split('-')
        .map(|part| {
            let mut characters = part.chars();
            characters.next().map(|first| first.to_string() + &characters.as_str().to_lowercase()).unwrap_or_default()
        })
        .collect::<Vec<_>>()
        .join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_any_order() {
        for (text, expected) in [
            ("/ Е.А. Лесная", "Лесная Е.А."),
            ("_________ /Лесная З.М./", "Лесная З.М."),
            ("……..Т.И.Захарова", "Захарова Т.И."),
            ("Захарова Т. И.", "Захарова Т.И."),
            ("Т.Захарова", "Захарова Т."),
            ("Захарова Тамара Игоревна", "Захарова Тамара Игоревна"),
            ("ЗАХАРОВА Т.И.", "Захарова Т.И."),
            ("(М.Н.Лес-Лесная)", "Лес-Лесная М.Н."),
            ("     Лес Т.А. приказ", "Лес Т.А."),
            ("Директор И.И. Захаров", "Захаров И.И."),
            ("Директор ДК села Заполья З.А. Лесная", "Лесная З.А."),
            ("Глава посёлка Лесного\nЗ.А. Лесная", "Лесная З.А."),
        ] {
            let found: Vec<_> = people(text).into_iter().map(|person| person.name).collect();
            assert_eq!(found, [expected], "{text}");
        }
    }
}
