//! The answers of one column to yes and no.
//!
//! Order 675н knows «Да» and «Нет» only. Other scales are brought to them by a mapping that is stated here and told in a
//! warning wherever it was used.

use std::collections::BTreeSet;

use crate::language::fold::fold;
use crate::language::points;
use crate::language::yes_no::{self, YesNo};

/// How the answers of a column are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    /// Words and marks.
    YesNo,
    /// The codes of an export: any other number is no answer («затрудняюсь ответить», 99).
    Codes {
        /// The code of «Да».
        yes: u32,
        /// The code of «Нет».
        no: u32,
    },
    /// Points from 1 to the top: the upper part of the scale is «Да».
    Points {
        /// The highest point.
        top: u32,
        /// The lowest point that counts as «Да».
        yes_from: u32,
    },
}

/// The usual codes of exports.
const ONE_TWO: Scale = Scale::Codes { yes: 1, no: 2 };
/// Codes that exports give to no answer.
const NO_ANSWER: [u32; 8] = [3, 9, 77, 88, 96, 97, 98, 99];

impl Scale {
    /// The scale that a column's distinct answers are written in. `coded` says that the export writes codes
    /// ([`is_coded`]); the heading may explain them («1 — да, 2 — нет, 3 — затрудняюсь ответить»).
    pub(super) fn of<'a>(heading: &str, answers: impl IntoIterator<Item = &'a str>, coded: bool) -> Self {
        let numbers: BTreeSet<u32> = answers.into_iter().filter_map(points::read).collect();
        // Zero and one are «Нет» and «Да»; zero never stands in a scale of points.
        if numbers.is_empty() || numbers.contains(&0) {
            return Self::YesNo;
        }
        if let Some(codes) = legend(heading) {
            return codes;
        }
        match numbers.last() {
            None | Some(1) => Self::YesNo,
            Some(2) => ONE_TWO,
            Some(_) if coded && numbers.iter().all(|n| *n <= 2 || NO_ANSWER.contains(n)) => ONE_TWO,
            Some(3 | 4) => Self::Points { top: 4, yes_from: 3 },
            Some(5) => Self::Points { top: 5, yes_from: 4 },
            Some(_) => Self::Points { top: 10, yes_from: 8 },
        }
    }

    /// One answer: `None` where the question was not answered, or not understandably.
    pub(super) fn read(self, answer: &str, is_filter: bool) -> Reading {
        if let Some(point) = points::read(answer) {
            match self {
                Self::YesNo if point <= 1 => return Reading::Answer(point == 1),
                Self::Codes { yes, .. } if point == yes => return Reading::Answer(true),
                Self::Codes { no, .. } if point == no => return Reading::Answer(false),
                Self::Codes { .. } => return Reading::Nothing,
                Self::Points { top, yes_from } if (1..=top).contains(&point) => {
                    return Reading::Answer(point >= yes_from);
                }
                _ => return Reading::Unknown,
            }
        }
        match yes_no::read(answer) {
            Some(YesNo::Yes) => Reading::Answer(true),
            Some(YesNo::No) => Reading::Answer(false),
            Some(YesNo::Mostly) => Reading::Mapped(true),
            Some(YesNo::Hardly) => Reading::Mapped(false),
            Some(YesNo::Neither) if is_filter && not_used(answer) => Reading::Answer(false),
            Some(YesNo::Neither) => Reading::Nothing,
            // «По телефону, по электронной почте», «II группа»: whoever names it has used it, or has it.
            None if is_filter => Reading::Answer(true),
            None => Reading::Unknown,
        }
    }

    /// How the scale was brought to «Да» and «Нет», where that is not obvious. Russian.
    pub(super) fn mapping(self) -> Option<String> {
        match self {
            Self::YesNo => None,
            Self::Codes { yes, no } => Some(format!("{yes} — «Да», {no} — «Нет», другие коды — нет ответа")),
            Self::Points { top, yes_from } => {
                Some(format!("шкала от 1 до {top}: от {yes_from} до {top} — «Да», ниже — «Нет»"))
            }
        }
    }
}

/// What one cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// An answer.
    Answer(bool),
    /// An answer on a verbal scale, brought to yes and no.
    Mapped(bool),
    /// No answer.
    Nothing,
    /// Something that is no answer.
    Unknown,
}

/// Whether an export writes codes instead of answers: whether one used the site is 1 or 2 there, which no scale of points
/// would be.
pub(super) fn is_coded<'a>(filter_answers: impl IntoIterator<Item = &'a str>) -> bool {
    let mut numbers = BTreeSet::new();
    for answer in filter_answers.into_iter().filter(|answer| !answer.trim().is_empty()) {
        match points::read(answer) {
            Some(number) if number == 1 || number == 2 || NO_ANSWER.contains(&number) => numbers.insert(number),
            _ => return false,
        };
    }
    numbers.contains(&2)
}

/// The codes that a heading explains: «1 — да, 2 — нет».
fn legend(heading: &str) -> Option<Scale> {
    let (mut yes, mut no) = (None, None);
    let folded = fold(heading);
    for part in folded.split(['(', ')', ',', ';', '/']) {
        let Some((code, meaning)) = part.split_once(['-', '=', ':']) else { continue };
        let code = code.trim().rsplit(' ').next()?.parse::<u32>().ok();
        match yes_no::read(meaning) {
            Some(YesNo::Yes) if yes.is_none() => yes = code,
            Some(YesNo::No) if no.is_none() => no = code,
            _ => {}
        }
    }
    Some(Scale::Codes { yes: yes?, no: no? })
}

/// «Не пользовался», «Не обращался» in answer to whether one did.
pub(super) fn not_used(answer: &str) -> bool {
    let answer = fold(answer);
    ["не пользов", "не использ", "не обраща", "не посеща", "не взаимодейств"]
        .iter()
        .any(|stem| answer.starts_with(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_told_by_the_whole_column() {
        let points = |top, yes_from| Scale::Points { top, yes_from };
        let cases: &[(&[&str], Scale)] = &[
            (&["Да", "Нет", ""], Scale::YesNo),
            (&["1", "0"], Scale::YesNo),
            (&["1", "2"], ONE_TWO),
            (&["1 - Да", "2 - Нет"], Scale::YesNo),
            (&["5", "4", "3"], points(5, 4)),
            (&["5.0", "1.0"], points(5, 4)),
            (&["5 - отлично", "1 - ужасно"], points(5, 4)),
            (&["1", "4"], points(4, 3)),
            (&["10", "7"], points(10, 8)),
        ];
        for (answers, expected) in cases {
            assert_eq!(Scale::of("", answers.iter().copied(), false), *expected, "{answers:?}");
        }
    }

    #[test]
    fn codes_are_told_from_points() {
        let of = |heading, answers: &[&'static str], coded| Scale::of(heading, answers.iter().copied(), coded);
        assert!(is_coded(["1", "2", ""]) && is_coded(["1", "2", "3"]) && is_coded(["2", "99"]));
        assert!(!is_coded(["1", "0"]) && !is_coded(["1"]) && !is_coded(["1", "5"]) && !is_coded(["да", "2"]));
        assert_eq!(of("Довольны ли Вы?", &["1", "2", "3"], true), ONE_TWO);
        assert_eq!(of("Довольны ли Вы?", &["1", "2", "99"], true), ONE_TWO);
        assert_eq!(of("Оцените", &["1", "2", "4"], true), Scale::Points { top: 4, yes_from: 3 });
        let legend = "Довольны ли Вы? (1 – Да, 2 – Нет, 3 – Затрудняюсь ответить)";
        assert_eq!(of(legend, &["1", "3"], false), ONE_TWO);
        assert_eq!(of("Довольны? 1 = нет; 2 = да", &["1", "2"], false), Scale::Codes { yes: 2, no: 1 });
        assert_eq!(ONE_TWO.read("3", false), Reading::Nothing);
    }

    #[test]
    fn answers_are_read_on_their_scale() {
        use Reading::{Answer, Mapped, Nothing, Unknown};
        let five = Scale::Points { top: 5, yes_from: 4 };
        let cases = [
            (Scale::YesNo, "да.", false, Answer(true)),
            (Scale::YesNo, "0", false, Answer(false)),
            (Scale::YesNo, "7", false, Unknown),
            (ONE_TWO, "2", false, Answer(false)),
            (five, "4", false, Answer(true)),
            (five, "3", false, Answer(false)),
            (five, "Затрудняюсь ответить", false, Nothing),
            (Scale::YesNo, "Скорее удовлетворён", false, Mapped(true)),
            (Scale::YesNo, "Не пользовался", true, Answer(false)),
            (Scale::YesNo, "Не пользовался", false, Nothing),
            (Scale::YesNo, "Телефон, Электронная почта", true, Answer(true)),
            (Scale::YesNo, "Телефон", false, Unknown),
        ];
        for (scale, answer, is_filter, expected) in cases {
            assert_eq!(scale.read(answer, is_filter), expected, "{answer} on {scale:?}");
        }
    }
}
