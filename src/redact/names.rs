//! Which words of a text are names of people whom the documents name, in whatever case they stand.

use std::collections::HashSet;
use std::ops::Range;

use super::WITHHELD;
use crate::language::fold::fold;
use crate::language::lexicon::{Part, readings};

/// Names to be withheld, as folded words in all their cases.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Surnames and patronymics: withheld wherever they stand.
    alone: HashSet<String>,
    /// Given names: withheld beside a surname or a patronymic only, for «Вера» and «Роман» are words, too.
    beside: HashSet<String>,
}

/// Endings that a declined name may have instead of that of the nominative, of both genders and numbers.
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "", "а", "у", "е", "ы", "и", "я", "ю", "ь", "й", "ом", "ем", "ым", "им", "ой", "ей", "ою", "ею", "ью",
    "ов", "ев", "ам", "ям", "ах", "ях", "ами", "ями", "ых", "их", "ыми", "ими",
    "ий", "ый", "ого", "его", "ому", "ему", "ая", "яя", "ую", "юю", "ые", "ие",
];
/// Endings of the nominative, a longer one before a shorter one that it ends with.
const NOMINATIVE: &[&str] = &["ий", "ый", "ой", "ая", "яя", "а", "я", "ь", "й"];
/// Ends that lose a vowel when declined: Журавец, Журавца; Чижок, Чижка; Кулёк, Кулька.
const FLEETING: &[(&str, &str)] = &[("ец", "ц"), ("ок", "к"), ("ек", "ьк"), ("ел", "л")];
/// Ends of patronymics, folded.
const PATRONYMIC: &[&str] = &["вич", "ьич", "мич", "вна", "чна", "шна", "оглы", "кызы"];
/// A stem of fewer letters is the beginning of too many words.
const LEAST_STEM: usize = 2;

impl Names {
    /// From names as the readers give them: surname first.
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut known = Self::default();
        for name in names {
            let name = fold(name);
            let mut surname_is_due = true;
            for part in name.split(|c: char| !c.is_alphabetic() && c != '-') {
                if part.chars().count() < 2 {
                    continue;
                }
                let alone = surname_is_due || PATRONYMIC.iter().any(|end| part.ends_with(end));
                let words = if alone { &mut known.alone } else { &mut known.beside };
                part.split('-').filter(|word| word.chars().count() > 1).for_each(|word| words.extend(cases(word)));
                surname_is_due = false;
            }
        }
        known
    }

    /// The text with every name, and the initials and given names beside it, replaced by one mark.
    pub(super) fn withhold(&self, text: &str) -> String {
        let words = words(text);
        let mut named: Vec<bool> = words.iter().map(|word| self.is_name(&text[word.clone()])).collect();
        for at in 0..words.len() {
            if named[at] {
                self.spread(text, &words, &mut named, at);
            }
        }
        let mut out = String::with_capacity(text.len());
        let mut written = 0;
        let mut at = 0;
        while at < words.len() {
            if !named[at] {
                at += 1;
                continue;
            }
            out.push_str(&text[written..words[at].start]);
            out.push_str(WITHHELD);
            while at + 1 < words.len() && named[at + 1] && is_close(&text[words[at].end..words[at + 1].start]) {
                at += 1;
            }
            written =
                words[at].end + usize::from(is_initial(text, &words[at]) && !is_extension(&text[words[at].end..]));
            at += 1;
        }
        out.push_str(&text[written..]);
        out
    }

    /// A surname or patronymic. In small letters it is one where the dictionary knows no other word of that form.
    fn is_name(&self, word: &str) -> bool {
        let folded = folded(word);
        self.alone.contains(&folded)
            && (word.starts_with(char::is_uppercase)
                || !readings(&folded).iter().any(|reading| {
                    reading.known && !matches!(reading.part, Part::Surname | Part::GivenName | Part::Patronymic)
                }))
    }

    /// Marks what belongs to a name: initials and given names on both sides of it.
    fn spread(&self, text: &str, words: &[Range<usize>], named: &mut [bool], at: usize) {
        let belongs =
            |word: &Range<usize>| is_initial(text, word) || self.beside.contains(&folded(&text[word.clone()]));
        let near = |left: usize| is_close(&text[words[left].end..words[left + 1].start]);
        let mut next = at + 1;
        while next < words.len() && !named[next] && near(next - 1) && belongs(&words[next]) {
            named[next] = true;
            next += 1;
        }
        let mut first = at;
        while first > 0 && !named[first - 1] && near(first - 1) && belongs(&words[first - 1]) {
            first -= 1;
            named[first] = true;
        }
    }
}

/// All forms of a name that one may meet.
fn cases(name: &str) -> impl Iterator<Item = String> + use<> {
    let ending = NOMINATIVE.iter().find_map(|ending| name.strip_suffix(ending));
    let stem = ending.filter(|stem| stem.chars().count() >= LEAST_STEM).unwrap_or(name).to_owned();
    let short = FLEETING.iter().find_map(|(end, without)| Some(format!("{}{without}", name.strip_suffix(end)?)));
    let stems = std::iter::once(stem).chain(short);
    std::iter::once(name.to_owned())
        .chain(stems.flat_map(|stem| ENDINGS.iter().map(move |ending| format!("{stem}{ending}"))))
}

/// Runs of letters; «ПланИвановой» is two, as file names are written.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut before = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let continues = before.is_some_and(|before: char| !(before.is_lowercase() && c.is_uppercase()));
        match words.last_mut() {
            Some(word) if continues && (c.is_alphabetic() || is_within_word(c)) => word.end = end,
            _ if c.is_alphabetic() => words.push(at..end),
            _ => {
                before = None;
                continue;
            }
        }
        before = Some(c);
    }
    words
}

/// Marks that stand between the letters of one word without being seen as letters.
fn is_within_word(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}')
}

fn folded(word: &str) -> String {
    fold(&word.replace('\u{301}', ""))
}

/// One capital letter with a full stop: «И.».
fn is_initial(text: &str, word: &Range<usize>) -> bool {
    let letters = &text[word.clone()];
    let capital = letters.chars().all(char::is_uppercase) && letters.chars().count() == 1;
    capital && text[word.end..].starts_with('.')
}

/// The end of a file's name: «.docx».
fn is_extension(text: &str) -> bool {
    text.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()))
}

/// Whether words so far apart may be one name.
fn is_close(gap: &str) -> bool {
    (1..=3).contains(&gap.chars().count())
        && gap.chars().all(|c| c.is_whitespace() || matches!(c, '.' | '-' | '_' | '‑' | '–'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn withheld(text: &str) -> String {
        let known =
            ["Ежова Ирина Игоревна", "Пенкин П.", "Журавец А.А.", "Лужская Вера", "Голова К.К.", "Майская-Речкина О."];
        Names::of(known.into_iter()).withhold(text)
    }

    #[test]
    fn names_are_withheld_in_any_case_and_order() {
        let cases = [
            ("Поручить Ежовой И.И. до 1 мая.", "Поручить [скрыто] до 1 мая."),
            ("И. И. Ежова, методист", "[скрыто], методист"),
            ("ЕЖОВА ИРИНА ИГОРЕВНА", "[скрыто]"),
            ("Ирине Игоревне — благодарность", "[скрыто] — благодарность"),
            ("журавцу а.а.", "[скрыто] а.а."),
            ("совместно с Лужской Верой", "совместно с [скрыто]"),
            ("Вера, надежда", "Вера, надежда"),
            ("Пен\u{ad}кину, Е\u{301}жовой", "[скрыто], [скрыто]"),
            ("План_ПенкинаП.docx", "План_[скрыто]П.docx"),
            ("ПланЕжовой.docx", "План[скрыто].docx"),
            ("Майской-Речкиной О.", "[скрыто]"),
            ("глава, голова и ежи", "глава, голова и ежи"),
            ("К.К. Голове", "[скрыто]"),
            ("Ежовка, Пенкино", "Ежовка, Пенкино"),
            ("", ""),
        ];
        for (text, public) in cases {
            assert_eq!(withheld(text), public, "{text}");
        }
    }
}
