//! List marks typed in front of a line: «1.», «2.1)», «3а.», «IV.», «а)», «–», «•».

use std::sync::LazyLock;

use regex::Regex;

/// What sort of mark a line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// «1.», «2.1», «3а)».
    Number,
    /// «IV.».
    Roman,
    /// «а)».
    Letter,
    /// «–», «•».
    Bullet,
}

/// A mark as written, without the space after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark<'a> {
    /// The mark itself.
    pub text: &'a str,
    /// Its sort.
    pub kind: MarkKind,
}

/// A single number needs a point or bracket («3 квартал» is no list item); a number of several parts does not.
/// «Мероприятие 1.» is a number with a word before it.
static MARK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:",
        r"(?:[Мм]ероприятие\s+(?:№\s*)?)?(?P<number>\d{1,3}[а-я]?(?:\.\d{1,3}){0,4}[.)]+|\d{1,3}(?:\.\d{1,3}){1,4})(?:\s+|$|[\p{L}«\x22(])",
        r"|(?P<roman>[IVXІХ]{1,6}[.)])(?:\s+|$|\p{Lu})",
        r"|(?P<letter>[а-яёa-z]\))",
        r"|(?P<bullet>[-–—‒−](?:[^\d\s/-]|\s)|[•·▪▫◦●○■□‣➢►✓✔§Ø∙\u{f0b7}\u{f0a7}\u{f02d}\u{f0d8}\u{f0fc}]|\*\s|o\s)",
        r")"
    ))
    .expect("the pattern of list marks is valid")
});

/// «1.10.14 …» and «15.03. …» are days, not numbers of items.
static DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:0[1-9]|[12]\d|3[01]|\d)\.(?:0\d|1[0-2])(?:\.\d\d)?\.?(?:\s|$)")
        .expect("the pattern of days is valid")
});

/// The mark in front of a line and the text after it; `None` where the line has no mark.
///
/// «1. Провести» gives «1.» and «Провести»; «- обновить» gives «-» and «обновить».
pub fn split(line: &str) -> Option<(Mark<'_>, &str)> {
    let line = line.trim_start();
    let found = MARK.captures(line)?;
    let (kind, mark) = [
        ("number", MarkKind::Number),
        ("roman", MarkKind::Roman),
        ("letter", MarkKind::Letter),
        ("bullet", MarkKind::Bullet),
    ]
    .into_iter()
    .find_map(|(name, kind)| found.name(name).map(|m| (kind, m)))?;
    // A number must not swallow the letter that follows it, nor a bullet the letter glued to it.
    let end = match kind {
        MarkKind::Bullet => line.chars().next().map_or(0, char::len_utf8),
        _ => mark.end(),
    };
    if kind == MarkKind::Number
        && DAY.is_match(line)
        && !line[..end].ends_with(')')
        && two_digits_somewhere(&line[..end])
    {
        return None;
    }
    // «Мероприятие 1.» is marked by its number.
    let start = if kind == MarkKind::Number { mark.start() } else { 0 };
    Some((Mark { text: &line[start..end], kind }, line[end..].trim_start()))
}

/// «01.03» has the leading zeros and pairs of a day; «1.1» is a number.
fn two_digits_somewhere(mark: &str) -> bool {
    mark.trim_end_matches('.').split('.').any(|part| part.len() == 2 && part.starts_with('0'))
}

/// Kind of a mark that a reader has already split off.
pub fn kind(mark: &str) -> MarkKind {
    split(mark).map_or(MarkKind::Bullet, |(mark, _)| mark.kind)
}

/// The parts of a number: «2.1.» is `[2, 1]`; empty where a part is not a number.
pub fn parts(number: &str) -> Vec<u32> {
    let digits = number.trim().trim_end_matches(['.', ')']);
    digits.split('.').map(|part| part.trim().parse().ok()).collect::<Option<_>>().unwrap_or_default()
}

/// A number with a point or bracket inside a text.
static INLINE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(\d{1,2})[.)]\s+").expect("the pattern of numbers inside a text is valid"));

/// The items of a list that was written in one paragraph: «… 1. Обновить стенд. 2. Провести опрос.», each with its mark.
/// The numbers go up from 1 without a gap and each begins a sentence; fewer than two are no list.
pub fn inline(text: &str) -> Vec<(&str, &str)> {
    let mut begins: Vec<(usize, usize, usize)> = Vec::new();
    for found in INLINE.captures_iter(text) {
        let (Some(whole), Some(number)) = (found.get(0), found.get(1)) else { continue };
        let next = begins.len() as u32 + 1;
        let capital = text[whole.end()..].chars().next().is_some_and(|c| c.is_uppercase() || c == '«' || c == '"');
        if number.as_str().parse() == Ok(next) && capital && ends_sentence(&text[..whole.start()]) {
            begins.push((whole.start(), whole.start() + whole.as_str().trim_end().len(), whole.end()));
        }
    }
    if begins.len() < 2 {
        return Vec::new();
    }
    let ends = begins.iter().skip(1).map(|(start, ..)| *start).chain([text.len()]);
    begins.iter().zip(ends).map(|(&(start, mark, body), end)| (&text[start..mark], text[body..end].trim())).collect()
}

/// Abbreviations that often close a sentence.
const CLOSING: &[&str] = &["т.д", "т. д", "т.п", "т. п", "др", "пр", "г", "гг", "руб"];

/// Whether a sentence may end here: after a stop, but not after an abbreviation such as «п.».
fn ends_sentence(before: &str) -> bool {
    let before = before.trim_end();
    if before.is_empty() {
        return true;
    }
    let Some(stop) = before.chars().next_back().filter(|c| ".;:!?)»".contains(*c)) else { return false };
    if stop != '.' {
        return true;
    }
    let word = &before[..before.len() - 1];
    let letters = word.chars().rev().take_while(|c| c.is_alphabetic()).count();
    let closes = |end: &str| {
        word.strip_suffix(end)
            .is_some_and(|rest| rest.ends_with([' ', '(']) || rest.ends_with(|c: char| c.is_ascii_digit()))
    };
    letters == 0 || letters > 3 || CLOSING.iter().copied().any(closes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_split_off() {
        for (line, mark, text) in [
            ("Мероприятие 1. Обновить стенд", "1.", "Обновить стенд"),
            ("1. Провести", "1.", "Провести"),
            ("1.Провести", "1.", "Провести"),
            ("2.1 Обновить", "2.1", "Обновить"),
            ("2.1. Обновить", "2.1.", "Обновить"),
            ("3а) Обновить", "3а)", "Обновить"),
            ("IV. Доступность", "IV.", "Доступность"),
            ("а) стенд", "а)", "стенд"),
            ("- стенд", "-", "стенд"),
            ("-стенд", "-", "стенд"),
            ("• стенд", "•", "стенд"),
            ("\u{f0b7} стенд", "\u{f0b7}", "стенд"),
            ("1.1. «Точка»", "1.1.", "«Точка»"),
        ] {
            let (found, rest) = split(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.text, rest), (mark, text));
        }
    }

    #[test]
    fn days_quantities_and_words_are_no_marks() {
        for line in [
            "3 квартал",
            "01.03.2021 г.",
            "15.03. провести",
            "2024 год",
            "-5 градусов",
            "- // -",
            "Провести",
            "И.о. директора",
            "24-25.09.14",
        ] {
            assert_eq!(split(line).map(|(m, _)| m.text).filter(|m| *m != "-"), None, "{line}");
        }
    }

    #[test]
    fn a_list_in_one_paragraph() {
        let text = "7. Общие слова по п. 1. Закона. 1. Обновить стенд; 2. Провести опрос. 3. Купить 2. Итог";
        assert_eq!(inline(text), [("1.", "Обновить стенд;"), ("2.", "Провести опрос."), ("3.", "Купить 2. Итог")]);
        assert!(inline("1. Провести опрос.").is_empty());
    }

    #[test]
    fn numbers_have_parts() {
        assert_eq!(parts("2.1."), [2, 1]);
        assert_eq!(parts("IV."), [] as [u32; 0]);
    }
}
