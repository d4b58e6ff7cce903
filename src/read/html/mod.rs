//! Hypertext: pages of sites and what office programs save as a web page.
//!
//! The tree is made by a parser that follows the standard; the walk over it is a loop, since depth belongs to the author
//! of the page.

mod page;
mod table;
mod walk;
mod word;

pub use page::page;
use scraper::Html;

use self::walk::Place;
use super::{encoding, refusal, story};
use crate::model::{Document, Reason, Warned};

/// The parser keeps the whole tree in memory, some fifteen times the size of the page.
const SIZE_LIMIT: usize = 32 << 20;
/// Time grows with the square of depth.
const DEPTH_LIMIT: usize = 10_000;

/// Reads a page: as a document, and from the same tree as a page of a site.
pub(super) fn read(bytes: &[u8]) -> Result<Warned<Document>, Reason> {
    if bytes.len() > SIZE_LIMIT {
        return Err(refusal::PAGE_TOO_LARGE.reason());
    }
    let decoded = encoding::decode_labelled(bytes, stated_encoding(bytes).as_deref());
    if depth(&decoded.value) > DEPTH_LIMIT {
        return Err(refusal::TOO_DEEP.reason());
    }
    let html = Html::parse_document(&decoded.value);
    let walked = walk::walk(&html, Place::Page);
    let mut document = decoded.map(|_| Document { page: Some(page::of_tree(&html)), ..Document::text(walked.value) });
    document.warnings.extend(walked.warnings);
    Ok(document)
}

/// The lines of a piece of html inside a text; items of lists are marked with a dash.
pub(super) fn lines(fragment: &str) -> String {
    if fragment.len() > SIZE_LIMIT || depth(fragment) > DEPTH_LIMIT {
        return fragment.to_owned();
    }
    story::into_cell(walk::walk(&Html::parse_fragment(fragment), Place::Cell).value).text
}

/// Whether the beginning of a text is a page.
pub(super) fn looks_like_html(start: &str) -> bool {
    let head: String = start.chars().take(4096).flat_map(char::to_lowercase).collect();
    let whole = ["<html", "<!doctype html", "<body"].iter().any(|tag| head.contains(tag));
    whole || (head.starts_with('<') && ["<table", "<head", "<div", "<meta"].iter().any(|tag| head.contains(tag)))
}

/// The encoding stated by a meta element or an xml declaration.
fn stated_encoding(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_lowercase();
    let after = head.split_once("charset=").or_else(|| head.split_once("encoding="))?.1;
    let label = after.trim_start_matches(['"', '\'', ' ']);
    Some(label.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect())
}

/// How deep the elements nest at most, without those whose end tags are commonly left out.
fn depth(text: &str) -> usize {
    const SHALLOW: [&str; 25] = [
        "p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot", "br", "hr", "img", "input",
        "meta", "link", "col", "colgroup", "area", "base", "wbr", "param", "source", "embed",
    ];
    let (mut deepest, mut depth) = (0_usize, 0_usize);
    for piece in text.split('<').skip(1) {
        let closing = piece.starts_with('/');
        let name: &str = piece.trim_start_matches('/');
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = &name[..end];
        if name.is_empty() || SHALLOW.iter().any(|shallow| shallow.eq_ignore_ascii_case(name)) {
            continue;
        }
        depth = if closing { depth.saturating_sub(1) } else { depth + 1 };
        deepest = deepest.max(depth);
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::show;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        let page = format!("<html><body>{html}</body></html>");
        assert_eq!(show::render(&read(page.as_bytes()).expect("readable").value), expected, "{html}");
    }

    #[test]
    fn source_lines_are_spaces_and_breaks_are_lines() {
        check("<p>раз\n  два<br>три</p>четыре<div>пять</div>", "p \"раз два\\nтри\"\np \"четыре\"\np \"пять\"\n");
    }

    #[test]
    fn lists_have_marks() {
        check(
            "<ol start=3><li>а<ul><li>б</ul><li>в</ol><ul style='list-style-type: none'><li>г</ul><ol type=i><li>д</ol>",
            "p level=0 mark=\"3.\" \"а\"\np level=1 mark=\"•\" \"б\"\np level=0 mark=\"4.\" \"в\"\np level=0 \"г\"\np level=0 mark=\"i.\" \"д\"\n",
        );
    }

    #[test]
    fn spans_and_nested_tables() {
        check(
            "<table><tr><td rowspan=2>а<td colspan=2>б<tr><td>в<td>г<table><tr><td>д<td>е</table></table>",
            "table 2x3\n  1,1 span=2x1 \"а\"\n  1,2 span=1x2 \"б\"\n  2,2 \"в\"\n  2,3 \"г\\nд е\"\n    table 1x2\n      1,1 \"д\"\n      1,2 \"е\"\n",
        );
    }

    #[test]
    fn what_is_hidden_is_not_read() {
        check(
            "<style>p{}</style><p style='display: none'>нет</p><p hidden>нет</p><script>нет</script><h2>да</h2><del>нет</del>",
            "p heading=2 \"да\"\n",
        );
    }

    #[test]
    fn depth_is_refused_without_a_crash() {
        let page = format!("<html>{}", "<div>".repeat(100_000));
        assert_eq!(read(page.as_bytes()).expect_err("too deep").code, "too-deep");
        let page = format!("<html>{}х", "<div>".repeat(DEPTH_LIMIT - 10));
        assert!(read(page.as_bytes()).is_ok());
    }
}
