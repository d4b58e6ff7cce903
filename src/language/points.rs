//! Marks on a scale of points: «5», «4 балла», «5 из 5», «★★★★☆».

use super::fold::fold;
use super::yes_no;

/// What stands for one star in a mark given with stars.
const STARS: [char; 3] = ['★', '⭐', '🌟'];
/// What stands for a star that was not given, and what emoji bring along.
const NO_STARS: [char; 3] = ['☆', '✩', '\u{fe0f}'];
/// Words after a number that make it a mark.
const UNITS: [&str; 4] = ["звезд", "балл", "из 5", "из 10"];

/// The names of school marks.
const MARKS: [&str; 5] = ["отлично", "хорошо", "удовлетворительно", "неудовлетворительно", "плохо"];

/// A whole number of points, however a form or a spreadsheet writes it; `None` where the text is something else. «5 -
/// отлично» is a mark, «1 - Да» says in words what it means and is none.
pub fn read(text: &str) -> Option<u32> {
    let text = text.trim();
    if let Some(stars) = stars(text) {
        return Some(stars);
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if !(1..=2).contains(&digits) {
        return None;
    }
    let rest = text[digits..].trim();
    let rest = rest.strip_prefix(".0").or_else(|| rest.strip_prefix(",0")).unwrap_or(rest);
    let bare = matches!(rest, "" | "." | "/5" | "/10") || rest.starts_with(STARS);
    (bare || begins(rest, &UNITS) || is_labelled(rest)).then(|| text[..digits].parse().ok())?
}

/// What follows the number names it: « - отлично», « (совсем не понравилось)».
fn is_labelled(rest: &str) -> bool {
    let words = rest.trim_start_matches(['-', '–', '—', '(', '=', ' ']);
    words.len() < rest.len() && (begins(words, &MARKS) || yes_no::read(words).is_none())
}

fn begins(text: &str, words: &[&str]) -> bool {
    let text = fold(text);
    words.iter().any(|word| text.starts_with(word))
}

/// The number of stars, where there is nothing else.
fn stars(text: &str) -> Option<u32> {
    let given = text.chars().filter(|c| STARS.contains(c)).count();
    let only = text.chars().all(|c| STARS.contains(&c) || NO_STARS.contains(&c) || c.is_whitespace());
    (given > 0 && only).then(|| u32::try_from(given).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_however_they_are_written() {
        let cases = [
            ("5", Some(5)),
            ("4.0", Some(4)),
            ("10", Some(10)),
            ("3 балла", Some(3)),
            ("5 звёзд", Some(5)),
            ("1 звезда", Some(1)),
            ("4 ⭐", Some(4)),
            ("★★★☆☆", Some(3)),
            ("⭐⭐⭐⭐⭐", Some(5)),
            ("4 из 5", Some(4)),
            ("4/5", Some(4)),
            ("5 - отлично", Some(5)),
            ("100", None),
            ("Да", None),
            ("1 - Да", None),
            ("4 - хорошо", Some(4)),
            ("☆☆☆☆☆", None),
            ("5 минут", None),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
