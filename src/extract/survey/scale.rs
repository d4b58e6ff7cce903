//! The answers of one column to yes and no.
//!
//! Order 675н knows «Да» and «Нет» only. Other scales are brought to them by a mapping that is stated here and told in a
//! warning wherever it was used.

use std::collections::BTreeSet;

use crate::language::yes_no::{self, YesNo};

/// How the answers of a column are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    /// Words and marks.
    YesNo,
    /// 1 is «Да» and 2 is «Нет»: the codes of an export.
    OneTwo,
    /// Points from 1 to the top: the upper part of the scale is «Да».
    Points {
        /// The highest point.
        top: u32,
        /// The lowest point that counts as «Да».
        yes_from: u32,
    },
}

impl Scale {
    /// The scale that a column's distinct answers are written in.
    pub(super) fn of<'a>(answers: impl IntoIterator<Item = &'a str>) -> Self {
        let points: BTreeSet<u32> = answers.into_iter().filter_map(point).collect();
        match points.last() {
            // Zero and one are «Нет» and «Да»; zero never stands in a scale of points.
            _ if points.contains(&0) => Self::YesNo,
            None | Some(1) => Self::YesNo,
            Some(2) => Self::OneTwo,
            Some(3 | 4) => Self::Points { top: 4, yes_from: 3 },
            Some(5) => Self::Points { top: 5, yes_from: 4 },
            Some(_) => Self::Points { top: 10, yes_from: 8 },
        }
    }

    /// One answer: `None` where the question was not answered, or not understandably.
    pub(super) fn read(self, answer: &str, is_filter: bool) -> Reading {
        if let Some(point) = point(answer) {
            match self {
                Self::YesNo if point <= 1 => return Reading::Answer(point == 1),
                Self::OneTwo if (1..=2).contains(&point) => return Reading::Answer(point == 1),
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
            Self::OneTwo => Some("1 — «Да», 2 — «Нет»".to_owned()),
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

/// «Не пользовался», «Не обращался» in answer to whether one did.
fn not_used(answer: &str) -> bool {
    let answer = crate::language::fold::fold(answer);
    ["не пользов", "не использ", "не обраща", "не посеща", "не взаимодейств"]
        .iter()
        .any(|stem| answer.starts_with(stem))
}

/// A whole number, however a spreadsheet writes it; «5 - отлично» is one too.
fn point(answer: &str) -> Option<u32> {
    let answer = answer.trim();
    let digits = answer.len() - answer.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if !(1..=2).contains(&digits) {
        return None;
    }
    let rest = answer[digits..].trim();
    let rest = rest.strip_prefix(".0").or_else(|| rest.strip_prefix(",0")).unwrap_or(rest);
    let words = rest.trim_start_matches(['-', '–', '—', '(', '=', ' ']);
    // «1 - Да» and «4 - полностью не устраивает» say in words what they mean; «4 - хорошо» is a mark.
    let labelled = words.len() < rest.len() && (is_mark(words) || yes_no::read(words).is_none());
    (rest.is_empty() || rest == "." || labelled).then(|| answer[..digits].parse().ok())?
}

/// The names of school marks.
fn is_mark(words: &str) -> bool {
    let words = crate::language::fold::fold(words);
    ["отлично", "хорошо", "удовлетворительно", "неудовлетворительно", "плохо"]
        .iter()
        .any(|mark| words.starts_with(mark))
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
            (&["1", "2"], Scale::OneTwo),
            (&["1 - Да", "2 - Нет"], Scale::YesNo),
            (&["5", "4", "3"], points(5, 4)),
            (&["5.0", "1.0"], points(5, 4)),
            (&["5 - отлично", "1 - ужасно"], points(5, 4)),
            (&["1", "4"], points(4, 3)),
            (&["10", "7"], points(10, 8)),
        ];
        for (answers, expected) in cases {
            assert_eq!(Scale::of(answers.iter().copied()), *expected, "{answers:?}");
        }
    }

    #[test]
    fn answers_are_read_on_their_scale() {
        use Reading::{Answer, Mapped, Nothing, Unknown};
        let five = Scale::Points { top: 5, yes_from: 4 };
        let cases = [
            (Scale::YesNo, "да.", false, Answer(true)),
            (Scale::YesNo, "0", false, Answer(false)),
            (Scale::YesNo, "7", false, Unknown),
            (Scale::OneTwo, "2", false, Answer(false)),
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
