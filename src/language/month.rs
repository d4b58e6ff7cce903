//! The names of the months, as dates and headings write them.

/// «1 января»: by [`chrono::Datelike::month0`].
pub const GENITIVE: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

/// What stays the same in every case, in folded spelling; May changes its last letter and is told apart by [`number`].
const STEMS: [&str; 12] =
    ["январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"];

/// The endings of a month in its cases: «январь», «января», «январе», «марта», «мартом».
const ENDINGS: &[&str] = &["", "ь", "я", "е", "ю", "ем", "а", "у", "ом"];

/// The endings of May, whose stem begins many other words: «май», «мая», «мае», «маю», «маем».
const ENDINGS_OF_MAY: &[&str] = &["й", "я", "е", "ю", "ем"];

/// The month, 1 to 12, that a folded word names in any case; `None` for a longer word on the same stem («мартовский»).
pub fn number(word: &str) -> Option<u32> {
    let month = (0..).zip(STEMS).find(|(at, stem)| {
        let endings = if *at == MAY { ENDINGS_OF_MAY } else { ENDINGS };
        word.strip_prefix(stem).is_some_and(|ending| endings.contains(&ending))
    });
    month.map(|(at, _)| at + 1)
}

/// May, counted from nought.
const MAY: u32 = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_known_in_every_case_and_by_its_whole_name_only() {
        for (at, name) in (1..).zip(GENITIVE) {
            assert_eq!(number(name), Some(at), "{name}");
        }
        for (word, month) in [("январь", 1), ("март", 3), ("марте", 3), ("май", 5), ("мае", 5), ("декабрем", 12)]
        {
            assert_eq!(number(word), Some(month), "{word}");
        }
        for word in ["мартовский", "маяк", "ма", "августовская", "год", ""] {
            assert_eq!(number(word), None, "{word}");
        }
    }
}
