//! References to the row above: «то же», «--//--», «-"-», «в те же сроки», «тот же».

use std::sync::LazyLock;

use regex::Regex;

use crate::language::fold::fold;

static DITTO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r#"^[-\s]*(//|"|,,|"")[-\s]*$"#,
        r"|^(в )?(то|тот|та|те|тех|того|том) же( (срок|сроки|период|лиц[оа]|исполнител[ьи]|ответственн\S+|самое))?$",
        r"|^(он|она|они) же$|^аналогично( (выше|предыдущему|п\.? ?\d+\S*))?$|^см\.? выше$|^смотри выше$|^в указанн\S+ выше срок\S*$"
    ))
    .expect("the pattern of references to the row above is valid")
});

/// Whether a text only refers to the row above.
pub(super) fn is_ditto(text: &str) -> bool {
    DITTO.is_match(fold(text).trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references() {
        for text in [
            "то же",
            "То же.",
            "тот же",
            "--//--",
            "- // -",
            "-\"-",
            "//",
            "«",
            "в те же сроки",
            "те же",
            "она же",
            "-»-",
        ] {
            assert!(is_ditto(text), "{text}");
        }
        for text in ["", "-", "—", "до 1 мая", "тот же день до обеда", "методист"] {
            assert!(!is_ditto(text), "{text}");
        }
    }
}
