//! Columns that hold one option of a question each, marked where the respondent chose it: «Да | Нет | Затрудняюсь», «Телефон |
//! Почта | Не пользовался».

use super::scale::{Reading, not_used};
use crate::language::fold::fold;
use crate::language::yes_no::{self, YesNo};

/// What choosing an option says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// The option, folded, as some exports repeat it in the cells.
    option: String,
    says: Option<bool>,
}

impl Choice {
    /// The choice that a heading of one of several columns of a question offers: the words after the question. `None` where
    /// they are neither an answer nor the lack of one; such an option («Телефон») is something that was used.
    pub(super) fn of(heading: &str) -> Option<Self> {
        let (_, option) = heading.rsplit_once(['?', ':', '['])?;
        let option = fold(option.trim_end_matches(']'));
        let says = match yes_no::read(&option)? {
            _ if option.is_empty() => return None,
            YesNo::Yes | YesNo::Mostly => Some(true),
            YesNo::No | YesNo::Hardly => Some(false),
            YesNo::Neither => not_used(&option).then_some(false),
        };
        Some(Self { option, says })
    }

    /// What a cell of the column says: the choice where there is any mark, else nothing.
    pub(super) fn read(&self, cell: &str) -> Reading {
        let folded = fold(cell);
        let unmarked = folded.is_empty() || folded != self.option && yes_no::read(cell) == Some(YesNo::No);
        match self.says {
            Some(answer) if !unmarked => Reading::Answer(answer),
            _ => Reading::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_says_what_its_column_offers() {
        use Reading::{Answer, Nothing};
        let cases = [
            ("Довольны ли Вы? Да", "1", Answer(true)),
            ("Довольны ли Вы? Да", "0", Nothing),
            ("Довольны ли Вы? Да", "", Nothing),
            ("Довольны ли Вы? Нет", "х", Answer(false)),
            ("Довольны ли Вы? [Нет]", "Нет", Answer(false)),
            ("Довольны ли Вы? Нет", "-", Nothing),
            ("Довольны ли Вы? Затрудняюсь ответить", "1", Nothing),
            ("Какими способами? Не пользовался", "v", Answer(false)),
        ];
        for (heading, cell, expected) in cases {
            assert_eq!(Choice::of(heading).map(|choice| choice.read(cell)), Some(expected), "{heading}: {cell}");
        }
        for heading in ["Какими способами? Телефон", "Довольны ли Вы?", "Да", "Довольны ли Вы"]
        {
            assert_eq!(Choice::of(heading), None, "{heading}");
        }
    }
}
