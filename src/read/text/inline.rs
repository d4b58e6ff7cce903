//! Markup inside a line or a cell: Markdown emphasis and links, html tags.

use std::sync::LazyLock;

use regex::Regex;

use crate::language::fold::clean;
use crate::read::{html, symbols};

static TAG: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)</?(?:p|ul|ol|li|b|i|u|a|br|em|strong|span|div|sup|sub|font|h[1-6]|del|ins)(?:\s[^<>]*)?/?>|&(?:nbsp|amp|quot|lt|gt|laquo|raquo|ndash|mdash|#\d{2,5});")
        .expect("a constant pattern")
});
static IMAGE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"!\[[^\]]*\]\([^)\s]*\)").expect("a constant pattern"));
static LINK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\[([^\]]+)\]\((?:https?:|mailto:|/|#|\.)[^)]*\)").expect("a constant pattern"));
static ESCAPE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\\([-\\*_#.()\[\]+!|<>`~{}])").expect("a constant pattern"));

/// The text of a line or cell as a person sees it; items of html lists become lines of their own.
pub(super) fn render(text: &str) -> String {
    let mut text = if TAG.is_match(text) { html::lines(text) } else { text.to_owned() };
    if text.contains("](") {
        text = LINK.replace_all(&IMAGE.replace_all(&text, ""), "$1").into_owned();
    }
    if text.contains("**") {
        text = text.replace("**", "");
    }
    if text.contains('\\') {
        text = ESCAPE.replace_all(&text, "$1").into_owned();
    }
    if text.contains(symbols::is_private) {
        text = symbols::resolve_private(&text);
    }
    clean(&text)
}

/// The level of a Markdown heading and the line without its signs.
pub(super) fn heading(line: &str) -> (Option<u8>, &str) {
    let trimmed = line.trim_start();
    let text = trimmed.trim_start_matches('#');
    let level = trimmed.len() - text.len();
    match u8::try_from(level) {
        Ok(level @ 1..=6) if text.starts_with([' ', '\t']) => (Some(level), text.trim_end().trim_end_matches('#')),
        _ => (None, line),
    }
}

/// A line drawn across the page.
pub(super) fn is_ruler(line: &str) -> bool {
    let line = line.trim();
    let mut signs = line.chars().filter(|c| !c.is_whitespace());
    match signs.next() {
        Some(first @ ('-' | '*' | '=' | '─' | '═')) => line.len() >= 3 && signs.all(|c| c == first),
        _ => false,
    }
}
