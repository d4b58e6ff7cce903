//! Text to hypertext. Everything that comes from a document goes through [`text`].

use crate::write::{files, words};

/// Text made safe for an element or a quoted attribute.
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in words::tame(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("<br>"),
            c => out.push(c),
        }
    }
    out
}

/// Text for a quoted attribute: on one line.
pub(super) fn attribute(value: &str) -> String {
    text(&value.replace('\n', " "))
}

/// The same, where there is any; a dash where there is none.
pub(super) fn maybe(value: Option<&str>) -> String {
    value.filter(|value| !value.is_empty()).map_or_else(|| "—".to_owned(), text)
}

/// Address of an organization's page, from the index.
pub(super) fn organization_href(id: &str) -> String {
    format!("org/{}.html", files::stem(id))
}

/// A table with a caption; `classes` are those of the style sheet.
pub(super) fn table(classes: &str, caption: &str, heads: &[&str], rows: &str) -> String {
    let heads: String = heads.iter().map(|head| format!(r#"<th scope="col">{head}</th>"#)).collect();
    format!(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{caption}\"><table class=\"{classes}\">\
         <caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>\n"
    )
}

/// A cell of running text, which may break anywhere; see [`cell`].
pub(super) fn prose(head: &str, content: &str) -> String {
    format!(r#"<td class="prose" data-label="{head}">{content}</td>"#)
}

/// A cell of a number or a word, with the heading of its column beside it for narrow screens.
pub(super) fn cell(head: &str, content: &str) -> String {
    format!(r#"<td data-label="{head}">{content}</td>"#)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_text() {
        assert_eq!(text("<b a='1'>&\u{202e}"), "&lt;b a=&#39;1&#39;&gt;&amp;\u{fffd}");
    }
}
