//! What Word writes into web pages: marks of lists as text, and levels in styles.

use scraper::node::Element;

/// Whether the element holds a list mark that Word has written out.
pub(super) fn is_mark(element: &Element) -> bool {
    style(element).contains("mso-list:ignore")
}

/// The level of a list paragraph, from 0: `mso-list:l0 level2 lfo1`.
pub(super) fn list_level(element: &Element) -> Option<u8> {
    let style = style(element);
    let list = style.split(';').find_map(|rule| rule.trim().strip_prefix("mso-list:"))?;
    let level: u8 =
        list.split_once("level")?.1.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok()?;
    level.checked_sub(1)
}

/// The mark as a person sees it. Bullets are letters of symbol fonts: `·`, `§`, `o`, `Ø`.
pub(super) fn mark(text: &str) -> Option<String> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}');
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (None, _) => None,
        (Some(dash @ ('-' | '–' | '—')), None) => Some(dash.to_string()),
        (Some(digit), None) if digit.is_ascii_digit() => Some(text.to_owned()),
        (Some(_), None) => Some("•".to_owned()),
        _ => Some(text.to_owned()),
    }
}

fn style(element: &Element) -> String {
    element.attr("style").unwrap_or_default().to_lowercase()
}
