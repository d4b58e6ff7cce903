//! List marks: those typed by hand («1.», «2.1)», «а)», «IV.», «–», «•»), and numbers written out for computed ones.

use std::sync::LazyLock;

use regex::Regex;

use crate::language::fold::is_cyrillic;

/// Bullets that stand in front of an item. Dashes are kept apart: they are also signs of the language.
const BULLETS: &str = "•◦●○■□▪▫◾‣⁃➢➤➔►✓✔✔❖♦◆·∙⚫*";
const DASHES: &str = "-–—−";

/// Letters and numbers with their closing sign; the longest are tried first. Numbers have at most three digits, so
/// that a date or a year never becomes a mark.
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:",
        r"(?P<levels>\d{1,3}(?:\.\d{1,3}){1,5}(?:[.)]|\s))",
        r"|(?P<number>\d{1,3}[.)])",
        r"|(?P<roman>[IVXLCІХ]{1,6}[.)])",
        r"|(?P<letter>\p{L}\))",
        r"|(?P<bracket>\(\d{1,2}\))",
        r")(?P<gap>\s*)(?P<rest>\S.*)$"
    ))
    .expect("a constant pattern")
});

/// A line parted into its mark, the depth that the mark tells, and the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marked<'a> {
    /// The mark without the space behind it.
    pub(super) mark: &'a str,
    /// «1.» is 0, «1.1.» is 1.
    pub(super) level: u8,
    /// What follows.
    pub(super) text: &'a str,
}

/// Splits the mark off a line of an already cleaned text.
pub(super) fn split(line: &str) -> Option<Marked<'_>> {
    bullet(line).or_else(|| numbered(line))
}

/// Whether a text is nothing but a mark or a number, as in the first column of a list made of tabs.
pub(super) fn is_mark_alone(text: &str) -> bool {
    let text = text.trim();
    let bullet = text.chars().count() == 1 && text.chars().all(|c| BULLETS.contains(c) || DASHES.contains(c));
    bullet || (text.ends_with(['.', ')']) && numbered(&format!("{text} х")).is_some_and(|m| m.mark == text))
}

fn bullet(line: &str) -> Option<Marked<'_>> {
    let first = line.chars().next()?;
    let (mark, rest) = line.split_at(first.len_utf8());
    let text = rest.trim_start();
    let spaced = rest.len() > text.len();
    let follows = text.chars().next()?;
    let is_bullet = match first {
        '*' | '·' => spaced,
        // Word's hollow bullet, as it is saved to text.
        'o' => spaced && is_cyrillic(follows),
        c if BULLETS.contains(c) => true,
        // «-обеспечение» is an item, «-5» and «---» are not.
        c if DASHES.contains(c) => (spaced && follows != first) || follows.is_alphabetic() || follows == '«',
        _ => false,
    };
    is_bullet.then_some(Marked { mark, level: 0, text })
}

fn numbered(line: &str) -> Option<Marked<'_>> {
    let captures = NUMBERED.captures(line)?;
    let text = captures.name("rest")?.as_str();
    let spaced = !captures.name("gap")?.is_empty();
    let (mark, kind) = ["levels", "number", "roman", "letter", "bracket"]
        .into_iter()
        .find_map(|kind| captures.name(kind).map(|found| (found.as_str(), kind)))?;
    let begins_with_letter = text.chars().next().is_some_and(|c| c.is_alphabetic() || "«\"(".contains(c));
    let ended = mark.ends_with(char::is_whitespace);
    let sound = match kind {
        // «1.1.Текст» and «1.1 Текст» are items; «1.5 млн», «10.00» and «01.02.25» are not.
        "levels" => (ended || spaced || begins_with_letter) && !is_date_or_quantity(mark, text),
        // A single «С.» or «Х.» is an initial.
        "roman" => (spaced || begins_with_letter) && !matches!(mark, "C." | "L." | "Х."),
        _ => spaced || begins_with_letter,
    };
    let mark = mark.trim_end();
    let level = mark.trim_end_matches(['.', ')']).matches('.').count();
    sound.then_some(Marked { mark, level: u8::try_from(level).unwrap_or(u8::MAX), text })
}

/// «01.09.25 г.» is a date, «12.30 часов» a time: a part with a leading zero, or a lower-case unit after a bare number.
fn is_date_or_quantity(mark: &str, text: &str) -> bool {
    let closed = mark.ends_with(['.', ')']);
    let zero = mark.split('.').any(|part| part.len() > 1 && part.starts_with('0'));
    zero || (!closed && text.chars().next().is_some_and(|c| !c.is_uppercase() && !"«\"(".contains(c)))
}

/// How the number of an item is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum NumberFormat {
    /// 1, 2, 3
    #[default]
    Decimal,
    /// 01, 02, 03
    DecimalZero,
    /// I, II, III
    UpperRoman,
    /// i, ii, iii
    LowerRoman,
    /// A, B, C
    UpperLetter,
    /// a, b, c
    LowerLetter,
    /// А, Б, В
    UpperRussian,
    /// а, б, в
    LowerRussian,
    /// Nothing at all.
    None,
}

impl NumberFormat {
    /// The number written out.
    pub(super) fn write(self, number: u32) -> String {
        match self {
            Self::Decimal => number.to_string(),
            Self::DecimalZero => format!("{number:02}"),
            Self::UpperRoman => roman(number),
            Self::LowerRoman => roman(number).to_lowercase(),
            Self::UpperLetter => letter(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            Self::LowerLetter => letter(number, "abcdefghijklmnopqrstuvwxyz"),
            // Lists skip the letters that begin no word.
            Self::UpperRussian => letter(number, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ"),
            Self::LowerRussian => letter(number, "абвгдежзиклмнопрстуфхцчшщэюя"),
            Self::None => String::new(),
        }
    }
}

/// After the last letter come the doubled ones, as Word counts.
fn letter(number: u32, alphabet: &str) -> String {
    let count = alphabet.chars().count();
    let Some(index) = (number as usize).checked_sub(1) else { return String::new() };
    let repeat = (index / count + 1).min(32);
    alphabet.chars().nth(index % count).map(|c| c.to_string().repeat(repeat)).unwrap_or_default()
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || number > 3999 {
        return number.to_string();
    }
    let mut rest = number;
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_out() {
        let cases = [
            (NumberFormat::UpperRoman, 49, "XLIX"),
            (NumberFormat::LowerRussian, 10, "к"),
            (NumberFormat::LowerLetter, 28, "bb"),
            (NumberFormat::DecimalZero, 7, "07"),
            (NumberFormat::UpperLetter, 0, ""),
        ];
        for (format, number, expected) in cases {
            assert_eq!(format.write(number), expected);
        }
    }

    #[test]
    fn marks_are_split_off() {
        let cases = [
            ("1. Текст", Some(("1.", 0, "Текст"))),
            ("1.Текст", Some(("1.", 0, "Текст"))),
            ("2.1. Текст", Some(("2.1.", 1, "Текст"))),
            ("2.1 Текст", Some(("2.1", 1, "Текст"))),
            ("3) текст", Some(("3)", 0, "текст"))),
            ("а) текст", Some(("а)", 0, "текст"))),
            ("IV. Раздел", Some(("IV.", 0, "Раздел"))),
            ("- текст", Some(("-", 0, "текст"))),
            ("-обеспечение", Some(("-", 0, "обеспечение"))),
            ("– «Дом»", Some(("–", 0, "«Дом»"))),
            ("• текст", Some(("•", 0, "текст"))),
            ("20 марта 2026 г.", None),
            ("26.09.2014 Приказ", None),
            ("01.09.25 Приказ", None),
            ("2026. Итоги", None),
            ("1.5 млн рублей", None),
            ("10.30 начало", None),
            ("-5 баллов", None),
            ("o пункт", Some(("o", 0, "пункт"))),
            ("o clock", None),
            ("- // -", Some(("-", 0, "// -"))),
            ("---", None),
            ("Текст", None),
            ("5", None),
            ("*примечание", None),
        ];
        for (line, expected) in cases {
            assert_eq!(split(line).map(|m| (m.mark, m.level, m.text)), expected, "{line}");
        }
    }

    #[test]
    fn a_mark_alone_is_known() {
        for (text, expected) in [("1.", true), ("2)", true), ("–", true), ("№", false), ("1", false), ("а)", true)]
        {
            assert_eq!(is_mark_alone(text), expected, "{text}");
        }
    }
}
