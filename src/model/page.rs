//! What a page of a site shows.

use serde::{Deserialize, Serialize};

/// A saved page. What its texts mean, and whether the file belongs to a site at all, is decided later.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Texts that name what the page shows, in order: headings, captions, terms.
    pub names: Vec<String>,
    /// Links: text and target.
    pub links: Vec<(String, String)>,
    /// Marked properties that hold something: `itemprop` and its text.
    pub properties: Vec<(String, String)>,
    /// Texts that may name the owner of the site: title, header, footer.
    pub about: Vec<String>,
    /// ИНН stated on the page, its check digit right; `None` where there is none or several.
    pub inn: Option<String>,
    /// Files that the page draws in (pictures, styles, scripts, frames), as it calls them; those of other hosts are left
    /// out.
    #[serde(default)]
    pub parts: Vec<String>,
}
