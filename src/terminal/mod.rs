//! What the person at the terminal reads: the summary, what went wrong, the help. In Russian or in English.
//!
//! Findings, reports and explanations are official Russian whatever the terminal speaks: they quote Russian acts.

mod failure;
mod help;
mod summary;

pub(crate) use failure::{Failure, nothing_to_read, warning_without_pdf};
pub(crate) use help::parse;
pub(crate) use summary::summary;

use clap::ValueEnum;

/// The language of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Lang {
    /// The language that the arguments ask for, else that of the first locale that names one, else Russian: who states no
    /// locale at all is most often a clerk's scheduled task.
    ///
    /// Arguments are looked through before they are parsed, because mistakes in them are told in that language, too.
    pub(crate) fn choose(arguments: &[String], locales: impl IntoIterator<Item = String>) -> Self {
        let stated = arguments.iter().zip(arguments.iter().skip(1)).find(|(flag, _)| *flag == "--lang").map(|(_, v)| v);
        let joined = arguments.iter().find_map(|argument| argument.strip_prefix("--lang="));
        if let Some(asked) = joined.or(stated.map(String::as_str)) {
            return if asked.eq_ignore_ascii_case("en") { Self::En } else { Self::Ru };
        }
        let names_none = |locale: &str| matches!(locale.split(['.', '@']).next(), None | Some("" | "C" | "POSIX"));
        match locales.into_iter().find(|locale| !names_none(locale)) {
            Some(locale) if !locale.to_ascii_lowercase().starts_with("ru") => Self::En,
            _ => Self::Ru,
        }
    }

    /// One of two wordings.
    fn of<'a>(self, russian: &'a str, english: &'a str) -> &'a str {
        match self {
            Self::Ru => russian,
            Self::En => english,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_asked_for_or_that_of_the_locale() {
        let cases: &[(&[&str], &[&str], Lang)] = &[
            (&["svod"], &["ru_RU.UTF-8"], Lang::Ru),
            (&["svod"], &["ru-RU"], Lang::Ru),
            (&["svod"], &["en_US.UTF-8", "ru_RU.UTF-8"], Lang::En),
            (&["svod"], &["", "de_DE@euro"], Lang::En),
            (&["svod"], &["C.UTF-8", "POSIX"], Lang::Ru),
            (&["svod"], &[], Lang::Ru),
            (&["svod", "--lang", "en"], &["ru_RU.UTF-8"], Lang::En),
            (&["svod", "run", "--lang=ru"], &["en_US.UTF-8"], Lang::Ru),
            (&["svod", "--lang"], &["en_US.UTF-8"], Lang::En),
        ];
        for (arguments, locales, expected) in cases {
            let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
            assert_eq!(Lang::choose(&owned(arguments), owned(locales)), *expected, "{arguments:?} {locales:?}");
        }
    }
}
