//! Legal disclosure lists: what an organization must show on its site and stand.
//!
//! One file is one act in one edition. An edition that changes little says `extends` and lists what it changes.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::edition::Edition;
use super::file::{below, line_at, mistake, read};
use super::meaning::{Meaning, Meanings, Words};
use super::{LawError, LawFile};
use crate::model::{Channel, Organization, OrganizationKind, Sector};

/// One list in one edition.
#[derive(Clone, Debug)]
pub struct DisclosureList {
    /// The act.
    pub edition: Edition,
    /// The sector it binds; `None` binds all.
    pub sector: Option<Sector>,
    /// The kinds of organization it binds; empty binds all of the sector.
    pub kinds: Vec<OrganizationKind>,
    /// Whether it binds everybody of its sector, or only those whose own act adopted it.
    pub reach: Reach,
    /// Whether the law itself asks for a stand, or operators made the stand list as a part of the site list.
    pub stand: StandBasis,
    /// The items in the law's order.
    pub items: Vec<Requirement>,
    meanings: Meanings,
}

/// Whom a list binds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Everybody of the sector and kinds.
    #[default]
    Everybody,
    /// Those who took it upon themselves: a municipal act, a plan that repeats it.
    Adopters,
}

/// What the stand half of a list rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StandBasis {
    /// The act names stands.
    Law,
    /// The act speaks of the site; assessors look for a part of it on the stand (indicator 1.1).
    #[default]
    Practice,
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// Stable id, the same in every edition: `CUL-05`.
    pub id: String,
    /// What must be shown, as a report prints it.
    pub text: String,
    /// The clause of the act.
    pub clause: String,
    /// Where; empty where neither site nor stand is looked at.
    pub channels: Vec<Channel>,
    /// How strict it is.
    pub obligation: Obligation,
    /// When a conditional item must be shown.
    pub condition: Option<String>,
    /// The indicator of order 344н that an assessed condition feeds; `None` for items of disclosure.
    pub indicator: Option<String>,
    /// Values of the `itemprop` attribute that mark it in the special section of a school's site.
    pub itemprops: Vec<String>,
    /// Phrases that headings and columns use for it.
    pub synonyms: Vec<String>,
    /// Phrases that look like it and are something else.
    pub exceptions: Vec<String>,
    /// A heading that shows the item.
    pub found: String,
    /// A heading that comes near and does not show it.
    pub missing: String,
}

/// How strict an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Obligation {
    /// Always.
    Required,
    /// When its condition holds.
    Conditional,
    /// As the founder or the organization wishes.
    Optional,
}

impl Obligation {
    /// The word a report prints.
    pub fn title(self) -> &'static str {
        match self {
            Self::Required => "обязательно",
            Self::Conditional => "при условии",
            Self::Optional => "по решению учредителя",
        }
    }
}

impl DisclosureList {
    /// Whether an organization is bound by the list, by its sector and kind.
    pub fn binds(&self, organization: &Organization) -> bool {
        self.reach == Reach::Everybody
            && self.sector.is_none_or(|sector| organization.sector == Some(sector))
            && (self.kinds.is_empty() || organization.kind.is_some_and(|kind| self.kinds.contains(&kind)))
    }

    /// The items a heading, a link or a column is about.
    pub fn find(&self, text: &str) -> Vec<Meaning> {
        self.meanings.find(text)
    }

    /// The same, for a text that is held against several lists.
    pub fn find_in(&self, words: &Words) -> Vec<Meaning> {
        self.meanings.find_in(words)
    }

    /// The item with an id.
    pub fn item(&self, id: &str) -> Option<&Requirement> {
        self.items.iter().find(|item| item.id == id)
    }

    /// Whether anything of the list is looked for on sites or stands.
    pub fn is_assessed(&self) -> bool {
        self.items.iter().any(|item| !item.channels.is_empty())
    }
}

/// Reads `law/disclosure/*.toml`.
///
/// # Errors
/// Every mistake of every file.
pub fn parse(files: &[LawFile]) -> Result<Vec<DisclosureList>, Vec<LawError>> {
    parse_folder(files, "law/disclosure/")
}

/// Reads `law/conditions/*.toml`: the conditions that assessors look for beside disclosure, in the same shape.
///
/// # Errors
/// Every mistake of every file.
pub fn parse_conditions(files: &[LawFile]) -> Result<Vec<DisclosureList>, Vec<LawError>> {
    parse_folder(files, "law/conditions/")
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ListFile {
    edition: Edition,
    sector: Option<Sector>,
    #[serde(default)]
    kinds: Vec<OrganizationKind>,
    #[serde(default)]
    reach: Reach,
    #[serde(default)]
    stand: StandBasis,
    /// Id of the edition whose items stay, except those of `removed` and those repeated here.
    extends: Option<Spanned<String>>,
    #[serde(default)]
    removed: Vec<Spanned<String>>,
    #[serde(default)]
    item: Vec<ItemEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemEntry {
    id: Spanned<String>,
    text: String,
    clause: String,
    channels: Vec<Channel>,
    obligation: Obligation,
    condition: Option<String>,
    indicator: Option<String>,
    #[serde(default)]
    itemprops: Vec<String>,
    #[serde(default)]
    synonyms: Vec<String>,
    #[serde(default)]
    exceptions: Vec<String>,
    #[serde(default)]
    found: String,
    #[serde(default)]
    missing: String,
}

fn parse_folder(files: &[LawFile], folder: &str) -> Result<Vec<DisclosureList>, Vec<LawError>> {
    let mut errors = Vec::new();
    let mut read_files: BTreeMap<String, (&LawFile, ListFile)> = BTreeMap::new();
    for file in below(files, folder) {
        match read::<ListFile>(file) {
            Ok(list) => {
                errors.extend(list.edition.mistakes(&file.path).iter().map(|text| mistake(file, 1, text)));
                read_files.insert(list.edition.id.clone(), (file, list));
            }
            Err(error) => errors.push(error),
        }
    }
    let mut lists = Vec::new();
    for (file, list) in read_files.values() {
        match items_of(file, list, &read_files) {
            Ok(items) => {
                let list = assemble(list, items);
                errors.extend(list_mistakes(file, &list));
                lists.push(list);
            }
            Err(mistakes) => errors.extend(mistakes),
        }
    }
    if errors.is_empty() { Ok(lists) } else { Err(errors) }
}

/// The items of an edition: those of the edition it extends, changed as it says. One step only: an edition extends one
/// that is written out in full.
fn items_of(
    file: &LawFile,
    list: &ListFile,
    all: &BTreeMap<String, (&LawFile, ListFile)>,
) -> Result<Vec<ItemEntry>, Vec<LawError>> {
    let mut errors = Vec::new();
    let mut at = |id: &Spanned<String>, text: &str| {
        errors.push(mistake(file, line_at(&file.text, id.span().start), &format!("«{}»: {text}", id.get_ref())));
    };
    let mut items: Vec<ItemEntry> = Vec::new();
    if let Some(base) = &list.extends {
        match all.get(base.get_ref()) {
            Some((_, full)) if full.extends.is_none() => items.clone_from(&full.item),
            Some(_) => at(base, "эта редакция сама неполная; укажите в extends полную"),
            None => at(base, "нет такой редакции, на которую ссылается extends"),
        }
    }
    for id in &list.removed {
        match items.iter().position(|item| item.id.get_ref() == id.get_ref()) {
            Some(index) => {
                items.remove(index);
            }
            None => at(id, "в прежней редакции нет такого пункта, исключать нечего"),
        }
    }
    let inherited = items.len();
    for entry in &list.item {
        match items.iter().position(|item| item.id.get_ref() == entry.id.get_ref()) {
            Some(index) if index < inherited => items[index] = entry.clone(),
            Some(_) => at(&entry.id, "пункт с таким id уже есть"),
            None => items.push(entry.clone()),
        }
        if (entry.obligation == Obligation::Conditional) != entry.condition.is_some() {
            at(&entry.id, "условие (condition) указывается у пунктов obligation = \"conditional\", и только у них");
        }
        if entry.synonyms.is_empty() && !entry.channels.is_empty() {
            at(&entry.id, "нет ни одного синонима: пункт нельзя найти");
        }
    }
    if errors.is_empty() { Ok(items) } else { Err(errors) }
}

fn assemble(list: &ListFile, items: Vec<ItemEntry>) -> DisclosureList {
    let items: Vec<Requirement> = items
        .into_iter()
        .map(|entry| Requirement {
            id: entry.id.into_inner(),
            text: entry.text,
            clause: entry.clause,
            channels: entry.channels,
            obligation: entry.obligation,
            condition: entry.condition,
            indicator: entry.indicator,
            itemprops: entry.itemprops,
            synonyms: entry.synonyms,
            exceptions: entry.exceptions,
            found: entry.found,
            missing: entry.missing,
        })
        .collect();
    DisclosureList {
        edition: list.edition.clone(),
        sector: list.sector,
        kinds: list.kinds.clone(),
        reach: list.reach,
        stand: list.stand,
        meanings: Meanings::new(items.iter().map(|item| (item.synonyms.as_slice(), item.exceptions.as_slice()))),
        items,
    }
}

/// The examples of every item, tried: a list that does not find its own examples would find nobody's.
fn list_mistakes(file: &LawFile, list: &DisclosureList) -> Vec<LawError> {
    let mut errors = Vec::new();
    for (index, item) in list.items.iter().enumerate().filter(|(_, item)| !item.synonyms.is_empty()) {
        let line = line_of_item(&file.text, &item.id);
        let shows = |text: &str| list.find(text).iter().any(|m| m.item == index);
        if item.found.is_empty() || !shows(&item.found) {
            let text = format!("«{}»: пример found «{}» не распознаётся как этот пункт", item.id, item.found);
            errors.push(mistake(file, line, &text));
        }
        if item.missing.is_empty() || shows(&item.missing) {
            let text = format!("«{}»: пример missing «{}» распознаётся как этот пункт", item.id, item.missing);
            errors.push(mistake(file, line, &text));
        }
    }
    errors
}

/// The line where an item's id stands; 1 where the item comes from the edition that this one extends.
fn line_of_item(text: &str, id: &str) -> usize {
    text.find(&format!("\"{id}\"")).map_or(1, |offset| line_at(text, offset))
}
