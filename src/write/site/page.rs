//! The frame of a page: head, security policy, style, contents, footer.

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::html::text;
use crate::write::view::View;
use crate::write::words;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Nothing may be loaded from anywhere; the style and the script are named by their hashes.
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
});

/// A part of a page that the contents link to.
pub(super) struct Section {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) body: String,
}

/// A whole page. `kicker` stands above the title, `lead` (markup) below it.
pub(super) fn framed(view: &View<'_>, title: &str, kicker: &str, lead: &str, sections: &[Section]) -> String {
    let policy = &*POLICY;
    let title = text(title);
    let contents: String = sections.iter().map(|s| format!("<li><a href=\"#{}\">{}</a></li>", s.id, s.title)).collect();
    let body: String = sections
        .iter()
        .map(|s| {
            let Section { id, title, body } = s;
            format!(
                "<section aria-labelledby=\"{id}\"><h2 id=\"{id}\" tabindex=\"-1\">{title}</h2>\n{body}</section>\n"
            )
        })
        .collect();
    let as_of = words::long_date(view.report.as_of);
    let edition =
        if view.report.public { format!("<p class=\"edition\">{}</p>\n", words::PUBLIC) } else { String::new() };
    let (version, run_id) = (env!("CARGO_PKG_VERSION"), &view.run_id);
    format!(
        "<!DOCTYPE html>\n<html lang=\"ru\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n\
         <body>\n<a class=\"skip\" href=\"#content\">К содержанию</a>\n\
         <header><p class=\"kicker\">{kicker}</p><h1>{title}</h1>\n{lead}{edition}\
         <nav aria-label=\"Разделы\"><ul>{contents}</ul></nav></header>\n\
         <main id=\"content\" tabindex=\"-1\">\n{body}</main>\n\
         <footer><p>По состоянию на {as_of}. Составлено программой svod {version}, запуск {run_id}. Исходные \
         сведения — в папке tables, контрольные суммы — в файле manifest.json.</p></footer>\n\
         <script>{SCRIPT}</script>\n</body>\n</html>\n"
    )
}
