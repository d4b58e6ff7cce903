//! A page of a site, read for what it shows: headings, links, marks of the special section (`itemprop`), its owner.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;
use scraper::{ElementRef, Html, Selector};

use crate::language::fold::{fold, one_line};
use crate::language::organization::{Inn, read_inn};
use crate::model::Page;

/// Longer texts of headers and footers are whole menus; the owner is named at the beginning or the end of them.
const ABOUT_LIMIT: usize = 2_000;

/// «ИНН 7700000016», «ИНН/КПП: 7700000016/…»
static INN: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"ИНН[^\d]{0,12}(\d{10})(?:\D|$)").expect("a constant pattern"));

/// Reads what a page shows; `None` for a page that is refused as a document too.
pub fn page(bytes: &[u8]) -> Option<Page> {
    super::read(bytes).ok().and_then(|document| document.value.page)
}

/// What the tree of a page shows.
pub(super) fn of_tree(html: &Html) -> Page {
    let mut page = Page { about: about(html), inn: inn(html), parts: parts(html), ..Page::default() };
    if !is_unfinished(html) {
        page.names = select(html, "h1, h2, h3, h4, h5, h6, caption, summary, dt, th").map(text_of).collect();
    }
    for link in select(html, "a[href]") {
        page.links.push((text_of(link), link.attr("href").unwrap_or_default().to_owned()));
    }
    for element in select(html, "[itemprop]") {
        let target = element.attr("href").filter(|_| element.value().name() == "a");
        let text = target.map_or_else(|| text_of(element), |href| format!("{} {href}", text_of(element)));
        if text.chars().any(char::is_alphanumeric) {
            page.properties.push((element.attr("itemprop").unwrap_or_default().to_owned(), text));
        }
    }
    page
}

/// What the page draws in from beside itself.
fn parts(html: &Html) -> Vec<String> {
    let drawn = select(html, "img, script, iframe, frame, embed, source, link:not([rel='alternate']), object");
    let addresses = drawn.filter_map(|element| ["src", "href", "data"].iter().find_map(|name| element.attr(name)));
    let beside: BTreeSet<&str> =
        addresses.map(str::trim).filter(|address| !address.is_empty() && !is_elsewhere(address)).collect();
    beside.into_iter().map(str::to_owned).collect()
}

/// Whether an address names a host or a scheme, or holds the picture itself.
fn is_elsewhere(address: &str) -> bool {
    address.starts_with("//") || address.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'))
}

fn about(html: &Html) -> Vec<String> {
    let named = select(html, "meta[property='og:site_name'], meta[name='author']");
    let named = named.filter_map(|meta| meta.attr("content").map(one_line));
    let shown = select(html, "title, header, footer, h1, [class*='footer'], [id*='footer'], [class*='header']");
    let mut about: Vec<String> =
        named.chain(shown.map(text_of)).filter(|text| !text.is_empty() && text.len() <= ABOUT_LIMIT).collect();
    let mut known = BTreeSet::new();
    about.retain(|text| known.insert(text.clone()));
    about
}

fn inn(html: &Html) -> Option<String> {
    let text = text_of(html.root_element());
    let stated: BTreeSet<String> = INN
        .captures_iter(&text)
        .filter_map(|found| match read_inn(&found[1]) {
            Inn::Right(inn) => Some(inn),
            Inn::Wrong(_) | Inn::Absent => None,
        })
        .collect();
    if stated.len() == 1 { stated.into_iter().next() } else { None }
}

/// Whether the page only says that there will be something.
fn is_unfinished(html: &Html) -> bool {
    const PROMISES: &[&str] =
        &["в разработке", "страница не найдена", "раздел заполняется", "находится в стадии наполнения"];
    let skipped: BTreeSet<_> = select(html, "nav, header, footer, script, style, title, h1, h2, h3, h4, h5, h6")
        .flat_map(|element| element.descendants().map(|node| node.id()))
        .collect();
    let body: String = html
        .tree
        .nodes()
        .filter(|node| !skipped.contains(&node.id()))
        .filter_map(|node| node.value().as_text().map(|text| text.to_string()))
        .collect::<Vec<_>>()
        .join(" ");
    let body = fold(&body);
    body.chars().filter(|c| c.is_alphanumeric()).count() < 12 || PROMISES.iter().any(|promise| body.contains(promise))
}

fn select<'a>(html: &'a Html, selector: &str) -> impl Iterator<Item = ElementRef<'a>> {
    // Only selectors of this file come here.
    let selector = Selector::parse(selector).ok();
    let found: Vec<ElementRef<'a>> = selector.iter().flat_map(|selector| html.select(selector)).collect();
    found.into_iter()
}

fn text_of(element: ElementRef<'_>) -> String {
    one_line(&element.text().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_1251_pages_are_read() {
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode("<h2>Прейскурант</h2><p>Экскурсия для школьников</p>");
        assert_eq!(page(&bytes).expect("a page").names, ["Прейскурант"]);
    }

    #[test]
    fn the_owner_is_looked_for_at_the_edges() {
        let html = "<title>Новости — МБОУ СОШ № 7</title><meta property='og:site_name' content='Школа № 7'>\
                    <p>Новость дня</p><footer>МБОУ СОШ № 7. ИНН/КПП 7700000016/770001001</footer>";
        let page = page(html.as_bytes()).expect("a page");
        assert_eq!(page.about[..2], ["Школа № 7", "Новости — МБОУ СОШ № 7"]);
        assert_eq!(page.inn.as_deref(), Some("7700000016"));
    }

    #[test]
    fn two_inns_or_a_wrong_one_are_none() {
        let inn = |html: &str| page(html.as_bytes()).expect("a page").inn;
        assert_eq!(inn("<p>ИНН 7700000016</p><p>ИНН 7700000023</p>"), None);
        assert_eq!(inn("<p>ИНН 7700000017</p>"), None);
        assert_eq!(inn("<p>ИНН 7700000016</p><p>ИНН: 7700000016</p>").as_deref(), Some("7700000016"));
    }
}
