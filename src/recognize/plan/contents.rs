//! What a column holds, by its cells: for headings that say too little.

use std::sync::LazyLock;

use regex::Regex;

use crate::language::fold::fold;
use crate::language::mark;

/// Words and notations of time that terms are written with.
static TIME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"\d{1,2}\.\d{1,2}|\b(19|20)\d\d\b|январ|феврал|март|апрел|\bма[йя]\b|июн|июл|август|сентябр|октябр|ноябр|декабр",
        r"|квартал|\bкв\.|полугоди|течени[ие]|ежемесячн|еженедельн|ежегодн|ежекварт|ежедневн|постоянн|регулярн|систематич",
        r"|по мере|\bраз в\b|\bраза в\b|учебн\S+ год|весна|весн|осен|\bлет|зим|\bсрок|немедленн|по графику|по плану|то же|//"
    ))
    .expect("the pattern of terms is valid")
});

/// Whether a text speaks of time the way terms do.
pub(super) fn speaks_of_time(text: &str) -> bool {
    text.chars().count() <= 200 && TIME.is_match(&fold(text))
}

/// Initials: «А.А.».
static INITIALS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b\p{Lu}\.\s?\p{Lu}\b").expect("the pattern of initials is valid"));

/// Whether a text names a person by initials.
pub(super) fn names_person(text: &str) -> bool {
    text.chars().count() <= 400 && INITIALS.is_match(text)
}

/// Initials, or the posts and bodies that plans name most.
static OFFICER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"\b\p{L}\. ?\p{L}\.",
        r"|директор|заведующ|заместител|начальник|методист|специалист|руководител|учител|воспитател|завхоз|администрац|\bсовет|\bотдел|комисси|врач"
    ))
    .expect("the pattern of officers is valid")
});

/// Whether a text names who acts: a person by initials, a post or a body.
pub(super) fn names_officer(text: &str) -> bool {
    OFFICER.is_match(&fold(text))
}

/// Whether a text is words rather than a number, a mark or a code.
pub(super) fn is_wordy(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() >= 8
}

/// Whether a cell is nothing but a list of at least two items.
pub(super) fn is_list(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let marked = lines.clone().filter(|line| mark::split(line).is_some()).count();
    marked >= 2 && lines.next().is_some_and(|line| mark::split(line).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_and_other_texts() {
        for text in
            ["до 01.03.2025", "II кв. 2024", "в течение года", "постоянно", "24-25.09.14", "сентябрь–май", "- // -"]
        {
            assert!(speaks_of_time(text), "{text}");
        }
        for text in ["Иванова И.И.", "Провести опрос", "12 шт.", "Заведующий"] {
            assert!(!speaks_of_time(text), "{text}");
        }
    }

    #[test]
    fn lists() {
        assert!(is_list("- раз\n- два"));
        assert!(is_list("1.Раз\n2. Два"));
        assert!(!is_list("Обновить:\n- раз\n- два"));
        assert!(!is_list("- раз"));
    }
}
