//! Which items of a disclosure list the saved pages of a site show, and where.
//!
//! A heading, a link or a document's name shows an item by its words; markup of the special section (`itemprop`) shows it
//! by its name. A heading over nothing and a link to a page that was not saved show nothing. What a page says about an
//! item is not judged: that is for people.

use std::collections::BTreeSet;

use super::view::short;
use crate::law::disclosure::DisclosureList;
use crate::model::{Channel, Page};

/// One item of a list on a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sight {
    /// The item, by its place in the list.
    pub item: usize,
    /// The page that shows it, by its place among the pages, and the text; `None` where no page does.
    pub shown: Option<(usize, String)>,
}

/// Every item of a list that is looked for on sites, held against pages: path and page.
pub fn look(pages: &[(&str, &Page)], list: &DisclosureList) -> Vec<Sight> {
    let names: BTreeSet<String> = pages.iter().flat_map(|(path, _)| names_of(path)).collect();
    let mut shown: Vec<Option<(usize, String)>> = vec![None; list.items.len()];
    // Menus repeat on every page.
    let mut known = BTreeSet::new();
    for (at, (_, page)) in pages.iter().enumerate() {
        let mut show = |item: usize, text: String| {
            shown[item].get_or_insert((at, text));
        };
        for (property, text) in &page.properties {
            for (item, _) in list.items.iter().enumerate().filter(|(_, item)| item.itemprops.contains(property)) {
                show(item, format!("разметка {property}: «{}»", short(text)));
            }
        }
        for name in page.names.iter().filter(|name| known.insert((name.as_str(), ""))) {
            for found in list.find(name) {
                show(found.item, format!("заголовок «{}»", short(name)));
            }
        }
        for (text, target) in &page.links {
            if known.insert((text, target)) && leads_somewhere(target, &names) {
                for found in list.find(text) {
                    show(found.item, format!("ссылка «{}»", short(text)));
                }
            }
        }
    }
    let on_site = list.items.iter().zip(shown).enumerate();
    let on_site = on_site.filter(|(_, (item, _))| item.channels.contains(&Channel::Site));
    on_site.map(|(item, (_, shown))| Sight { item, shown }).collect()
}

/// What was looked for in vain.
pub(super) fn looked_for(pages: usize, list: &DisclosureList, item: usize) -> String {
    let words = list.items[item].synonyms.join(", ");
    format!("на сохранённых страницах (всего {pages}) не найдено ни одного из слов: {words}")
}

/// What a person reads of it: one line an item, what was shown where, or what was looked for.
pub fn report(pages: &[(&str, &Page)], list: &DisclosureList) -> String {
    let sights = look(pages, list);
    let met = sights.iter().filter(|sight| sight.shown.is_some()).count();
    let mut out =
        format!("{}\nстраниц: {}, есть: {met}, нет: {}\n", list.edition.citation(), pages.len(), sights.len() - met);
    for sight in sights {
        let item = &list.items[sight.item];
        let (found, text) = match sight.shown {
            Some((page, text)) => ("есть", format!("{text}, страница {}", pages[page].0)),
            None => ("нет ", looked_for(pages.len(), list, sight.item)),
        };
        out += &format!("{found} {} {}\n     {text}\n", item.id, item.text);
    }
    out
}

/// Whether a link leads to a document, to another site or to a page that was saved too.
fn leads_somewhere(target: &str, saved: &BTreeSet<String>) -> bool {
    const DOCUMENTS: &[&str] =
        &["pdf", "doc", "docx", "rtf", "odt", "xls", "xlsx", "ods", "zip", "rar", "jpg", "png", "sig"];
    let path = target.split(['#', '?']).next().unwrap_or_default().trim_end_matches('/');
    let name = path.rsplit('/').next().unwrap_or_default();
    if name.is_empty() {
        return false;
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    ending.as_deref().is_some_and(|ending| DOCUMENTS.contains(&ending))
        || target.contains("://")
        || names_of(path).iter().any(|name| saved.contains(name))
}

/// The names by which a link may call a page: its file, and its folder where the file is the folder's front page.
fn names_of(path: &str) -> Vec<String> {
    let mut parts = path.rsplit('/');
    let stem = parts.next().and_then(|file| file.split('.').next()).unwrap_or_default().to_lowercase();
    let folder = parts.next().filter(|folder| stem == "index" && !folder.is_empty() && !folder.starts_with('.'));
    folder.map(str::to_lowercase).into_iter().chain([stem]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::{Law, built_in};
    use crate::read;

    fn list(id: &str) -> DisclosureList {
        let law = Law::parse(built_in()).expect("the built-in law is right");
        law.disclosure.into_iter().find(|list| list.edition.id == id).expect("a list")
    }

    fn missing(pages: &[(&str, &Page)], list: &DisclosureList) -> Vec<String> {
        let sights = look(pages, list).into_iter().filter(|sight| sight.shown.is_none());
        sights.map(|sight| list.items[sight.item].id.clone()).collect()
    }

    #[test]
    fn exactly_the_five_missing_items_of_a_saved_school_site_are_named() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/site/school");
        let mut files: Vec<_> =
            std::fs::read_dir(folder).expect("the fixture").map(|f| f.expect("a file").path()).collect();
        files.sort();
        let read = |path: &std::path::PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, read::page(&std::fs::read(path).expect("a file")).expect("a page"))
        };
        let pages: Vec<(String, Page)> = files.iter().map(read).collect();
        let pages: Vec<(&str, &Page)> = pages.iter().map(|(path, page)| (path.as_str(), page)).collect();
        assert_eq!(pages.len(), 20);
        assert_eq!(missing(&pages, &list("education-1802")), ["EDU-12", "EDU-19", "EDU-24", "EDU-37", "EDU-38"]);
    }

    #[test]
    fn empty_pages_dead_links_and_empty_marks_show_nothing() {
        let culture = list("culture-277");
        let education = list("education-1802");
        let shows = |html: &str, list: &DisclosureList| {
            let page = read::page(html.as_bytes()).expect("a page");
            let total = list.items.iter().filter(|item| item.channels.contains(&Channel::Site)).count();
            total - missing(&[("index.html", &page)], list).len()
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
    fn a_folder_is_called_by_its_front_page() {
        let saved: BTreeSet<String> = names_of("сайт/sveden/document/index.html").into_iter().collect();
        assert!(leads_somewhere("/sveden/document/", &saved) && leads_somewhere("../document/index.html", &saved));
        assert!(!leads_somewhere("/sveden/struct/", &saved));
    }
}
