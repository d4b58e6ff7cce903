//! `svod.toml`: what holds for every command that reads a submission, written down once. Flags win over it.
//!
//! ```toml
//! select = ["P", "T"]        # only findings whose codes begin so
//! ignore = ["T108"]          # none whose codes begin so
//! fail-on = ["violation"]    # exit code 1: violation, quarantine
//! as-of = 2026-07-01         # the date as of which findings hold
//! rounding = "stages"        # exact, or stages as in operators' spreadsheets
//! branches = "joined"        # branches apart, or joined with their head organization
//! schemas = "право"          # folder with the law's files, from the folder of svod.toml
//! ```

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, de::Error};
use toml::value::Datetime;

use crate::cli::{FailOn, Rounding, RunArgs};
use svod::model::Branches;

/// The file's name.
pub(crate) const FILE: &str = "svod.toml";

/// What the file says; what it leaves out is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct Settings {
    pub(crate) select: Vec<String>,
    pub(crate) ignore: Vec<String>,
    pub(crate) fail_on: Vec<FailOn>,
    #[serde(deserialize_with = "day")]
    pub(crate) as_of: Option<NaiveDate>,
    pub(crate) rounding: Option<Rounding>,
    pub(crate) branches: Option<Branches>,
    /// From the folder of the file.
    pub(crate) schemas: Option<String>,
}

/// Reads the file's text. `path` is only for the message.
///
/// # Errors
/// File, line and what is wrong. An unknown key is a mistake: it is most often a misspelt one.
pub(crate) fn parse(path: &str, text: &str) -> Result<Settings, String> {
    toml::from_str(text).map_err(|error| {
        let before = error.span().map_or(0, |span| text.bytes().take(span.start).filter(|&b| b == b'\n').count());
        format!("{path}: строка {}: {}", before + 1, in_russian(error.message()))
    })
}

/// The flags of a run, completed by the file where they are silent.
pub(crate) fn complete(flags: RunArgs, file: Settings) -> RunArgs {
    let list = |flag: Vec<String>, file: Vec<String>| if flag.is_empty() { file } else { flag };
    RunArgs {
        select: list(flags.select, file.select),
        ignore: list(flags.ignore, file.ignore),
        fail_on: if flags.fail_on.is_empty() { file.fail_on } else { flags.fail_on },
        as_of: flags.as_of.or(file.as_of),
        rounding: flags.rounding.or(file.rounding),
        ..flags
    }
}

/// The two mistakes that people make, in the language of the people who make them.
fn in_russian(message: &str) -> String {
    let message = message.lines().next().unwrap_or_default();
    for (english, russian) in [("unknown field", "неизвестный ключ"), ("unknown variant", "неизвестное значение")]
    {
        if let Some(rest) = message.strip_prefix(english) {
            return format!("{russian}{}", rest.replace("expected one of", "можно:").replace("expected", "можно:"));
        }
    }
    message.to_owned()
}

/// A TOML local date (`2026-07-01`).
fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    let date = Datetime::deserialize(deserializer)?.date;
    let day = date.and_then(|d| NaiveDate::from_ymd_opt(i32::from(d.year), u32::from(d.month), u32::from(d.day)));
    day.map(Some).ok_or_else(|| D::Error::custom("ожидается дата вида 2026-07-01"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_read() {
        let text = "select = [\"P\", \"T1\"]\nignore = [\"T108\"]\nfail-on = [\"violation\", \"quarantine\"]\n\
                    as-of = 2026-07-01\nrounding = \"stages\"\nbranches = \"joined\"\nschemas = \"право\"\n";
        let expected = Settings {
            select: vec!["P".to_owned(), "T1".to_owned()],
            ignore: vec!["T108".to_owned()],
            fail_on: vec![FailOn::Violation, FailOn::Quarantine],
            as_of: NaiveDate::from_ymd_opt(2026, 7, 1),
            rounding: Some(Rounding::Stages),
            branches: Some(Branches::Joined),
            schemas: Some("право".to_owned()),
        };
        assert_eq!(parse(FILE, text), Ok(expected));
        assert_eq!(parse(FILE, ""), Ok(Settings::default()));
    }

    #[test]
    fn mistakes_are_named_by_file_and_line() {
        for (text, line, what) in [
            ("select = []\nignored = []\n", 2, "неизвестный ключ `ignored`"),
            ("\n\nrounding = \"half\"\n", 3, "неизвестное значение `half`"),
            ("fail-on = [\"warning\"]", 1, "неизвестное значение `warning`"),
            ("as-of = 10:00:00", 1, "2026-07-01"),
            ("select = \"P\"", 1, "sequence"),
        ] {
            let error = parse("папка/svod.toml", text).expect_err(text);
            assert!(error.starts_with(&format!("папка/svod.toml: строка {line}: ")), "{error}");
            assert!(error.contains(what), "{error}");
        }
    }

    #[test]
    fn flags_win_over_the_file() {
        let file = parse(FILE, "select = [\"P\"]\nignore = [\"P1\"]\nrounding = \"stages\"\nas-of = 2026-07-01")
            .expect("right");
        let flags = RunArgs { select: vec!["T".to_owned()], rounding: Some(Rounding::Exact), ..RunArgs::default() };
        let both = complete(flags, file);
        assert_eq!((both.select, both.ignore), (vec!["T".to_owned()], vec!["P1".to_owned()]));
        assert_eq!((both.rounding, both.as_of), (Some(Rounding::Exact), NaiveDate::from_ymd_opt(2026, 7, 1)));
    }
}
