//! Saved pages of an organization's site, read offline: which items of a disclosure list they show, and where.
//!
//! A heading, a link or a document's name shows an item by its words; markup of the special section (`itemprop`) shows it
//! by its name. A heading over nothing and a link to a page that was not saved show nothing. What a page says about an
//! item is not judged: that is for people.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Selector};

use crate::language::fold::{fold, one_line};
use crate::law::disclosure::{DisclosureList, Requirement};
use crate::model::{Channel, Disclosure, DisclosureStatus};

/// A saved page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Path below the folder of the site, with `/`.
    pub path: String,
    /// Texts that name what the page shows, in order.
    pub names: Vec<String>,
    /// Links: text and target.
    pub links: Vec<(String, String)>,
    /// Marked properties that hold something: `itemprop` and its text.
    pub properties: Vec<(String, String)>,
}

/// Reads a page from the bytes of its file.
pub fn page(path: &str, bytes: &[u8]) -> Page {
    let html = Html::parse_document(&decoded(bytes));
    let mut page = Page { path: path.to_owned(), ..Page::default() };
    if !is_unfinished(&html) {
        page.names = select(&html, "h1, h2, h3, h4, h5, h6, caption, summary, dt, th").map(text_of).collect();
    }
    for link in select(&html, "a[href]") {
        page.links.push((text_of(link), link.attr("href").unwrap_or_default().to_owned()));
    }
    for element in select(&html, "[itemprop]") {
        let target = element.attr("href").filter(|_| element.value().name() == "a");
        let text = target.map_or_else(|| text_of(element), |href| format!("{} {href}", text_of(element)));
        if text.chars().any(char::is_alphanumeric) {
            page.properties.push((element.attr("itemprop").unwrap_or_default().to_owned(), text));
        }
    }
    page
}

/// The state of every item of a list that is looked for on sites, by the saved pages of one organization.
pub fn disclosures(organization_id: &str, pages: &[Page], list: &DisclosureList) -> Vec<Disclosure> {
    let mut evidence: Vec<Option<(String, &str)>> = vec![None; list.items.len()];
    for page in pages {
        for (item, text) in shown(page, pages, list) {
            if evidence[item].is_none() {
                evidence[item] = Some((text, &page.path));
            }
        }
    }
    let on_site = list.items.iter().zip(evidence).filter(|(item, _)| item.channels.contains(&Channel::Site));
    on_site.map(|(item, evidence)| row(organization_id, list, item, evidence, pages.len())).collect()
}

/// What a person reads of it: one line an item, what was shown where, or what was looked for.
pub fn report(pages: &[Page], list: &DisclosureList) -> String {
    let rows = disclosures("", pages, list);
    let met = rows.iter().filter(|row| row.status == DisclosureStatus::Met).count();
    let mut out =
        format!("{}\nстраниц: {}, есть: {met}, нет: {}\n", list.edition.citation(), pages.len(), rows.len() - met);
    for row in rows {
        let item = list.item(&row.requirement).map_or("", |item| item.text.as_str());
        let found = if row.status == DisclosureStatus::Met { "есть" } else { "нет " };
        let place = row.locator.map_or(String::new(), |locator| format!(", {locator}"));
        out += &format!("{found} {} {item}\n     {}{place}\n", row.requirement, row.evidence.unwrap_or_default());
    }
    out
}

fn row(
    organization_id: &str,
    list: &DisclosureList,
    item: &Requirement,
    evidence: Option<(String, &str)>,
    pages: usize,
) -> Disclosure {
    let status = if evidence.is_some() { DisclosureStatus::Met } else { DisclosureStatus::NotMet };
    let locator = evidence.as_ref().map(|(_, path)| format!("страница {path}"));
    let text = evidence.map_or_else(
        || format!("на {pages} сохранённых страницах не найдено ни одного из слов: {}", item.synonyms.join(", ")),
        |(text, _)| text,
    );
    Disclosure {
        organization_id: organization_id.to_owned(),
        edition: list.edition.id.clone(),
        requirement: item.id.clone(),
        channel: Channel::Site,
        status,
        evidence: Some(text),
        submission_id: None,
        locator,
    }
}

/// The items that one page shows, each with the text that shows it.
fn shown(page: &Page, pages: &[Page], list: &DisclosureList) -> Vec<(usize, String)> {
    let mut shown = Vec::new();
    for (property, text) in &page.properties {
        let marked = list.items.iter().enumerate().filter(|(_, item)| item.itemprops.contains(property));
        shown.extend(marked.map(|(item, _)| (item, format!("разметка {property}: «{}»", short(text)))));
    }
    for name in &page.names {
        shown.extend(list.find(name).into_iter().map(|m| (m.item, format!("заголовок «{}»", short(name)))));
    }
    for (text, _) in page.links.iter().filter(|(_, target)| leads_somewhere(target, pages)) {
        shown.extend(list.find(text).into_iter().map(|m| (m.item, format!("ссылка «{}»", short(text)))));
    }
    shown
}

/// Whether a link leads to a document, to another site or to a page that was saved too.
fn leads_somewhere(target: &str, pages: &[Page]) -> bool {
    const DOCUMENTS: &[&str] =
        &["pdf", "doc", "docx", "rtf", "odt", "xls", "xlsx", "ods", "zip", "rar", "jpg", "png", "sig"];
    let path = target.split(['#', '?']).next().unwrap_or_default().trim_end_matches('/');
    let name = path.rsplit('/').next().unwrap_or_default();
    if name.is_empty() {
        return false;
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    if ending.as_deref().is_some_and(|ending| DOCUMENTS.contains(&ending)) || target.contains("://") {
        return true;
    }
    let stem =
        |path: &str| path.rsplit('/').next().unwrap_or_default().split('.').next().unwrap_or_default().to_lowercase();
    pages.iter().any(|page| stem(&page.path) == stem(name))
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

/// UTF-8 where it is that, else windows-1251: the two encodings of Russian sites.
fn decoded(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1251.decode(bytes).0.into_owned(),
    }
}

fn short(text: &str) -> String {
    let limit = text.char_indices().nth(80).map_or(text.len(), |(index, _)| index);
    if limit < text.len() { format!("{}…", text[..limit].trim_end()) } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::{Law, built_in};

    fn list(id: &str) -> DisclosureList {
        let law = Law::parse(built_in()).expect("the built-in law is right");
        law.disclosure.into_iter().find(|list| list.edition.id == id).expect("a list")
    }

    fn missing(pages: &[Page], list: &DisclosureList) -> Vec<String> {
        let rows = disclosures("школа", pages, list).into_iter();
        rows.filter(|row| row.status == DisclosureStatus::NotMet).map(|row| row.requirement).collect()
    }

    #[test]
    fn exactly_the_five_missing_items_of_a_saved_school_site_are_named() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/site/school");
        let mut files: Vec<_> =
            std::fs::read_dir(folder).expect("the fixture").map(|f| f.expect("a file").path()).collect();
        files.sort();
        let read = |path: &std::path::PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            page(&name, &std::fs::read(path).expect("a page"))
        };
        let pages: Vec<Page> = files.iter().map(read).collect();
        assert_eq!(pages.len(), 20);
        assert_eq!(missing(&pages, &list("education-1802")), ["EDU-12", "EDU-19", "EDU-24", "EDU-37", "EDU-38"]);
    }

    #[test]
    fn empty_pages_dead_links_and_empty_marks_show_nothing() {
        let culture = list("culture-277");
        let education = list("education-1802");
        let shows = |html: &str, list: &DisclosureList| {
            let pages = [page("index.html", html.as_bytes())];
            let total = list.items.iter().filter(|item| item.channels.contains(&Channel::Site)).count();
            total - missing(&pages, list).len()
        };
        assert_eq!(shows("<h1>Устав</h1><p>Устав утверждён приказом учредителя.</p>", &culture), 1);
        assert_eq!(shows("<h1>Устав</h1><p>Раздел в разработке, зайдите позже.</p>", &culture), 0);
        assert_eq!(shows("<h1>Устав</h1>", &culture), 0);
        assert_eq!(shows("<a href='ustav.html'>Устав</a>", &culture), 0);
        assert_eq!(shows("<a href='/doc/ustav.pdf'>Устав</a>", &culture), 1);
        assert_eq!(shows("<a href='#'>Устав</a>", &culture), 0);
        assert_eq!(shows("<p itemprop='workTime'>пн–пт 8–18</p>", &education), 1);
        assert_eq!(shows("<p itemprop='workTime'> — </p>", &education), 0);
    }

    #[test]
    fn windows_1251_pages_are_read() {
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode("<h2>Прейскурант</h2><p>Экскурсия для школьников</p>");
        assert_eq!(page("a.html", &bytes).names, ["Прейскурант"]);
    }
}
