//! The organizations known so far, and how a name is looked up among them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sha2::{Digest, Sha256};

use super::findings::Findings;
use super::mentions::Named;
use super::similar::{Candidate, Index};
use crate::language::fold::fold;
use crate::language::organization::{
    Inn, NameKey, branch, kind_of, name_key, read_inn, respelled, sector_of, without_list_mark,
};
use crate::model::{FileFacts, MatchedBy, Organization};

/// The outcome of looking a name up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Match {
    /// It is this organization.
    Joined(usize, MatchedBy),
    /// It may be one of these, or none.
    Doubtful(Vec<usize>),
    /// Nobody of that name is known.
    Unknown,
}

impl Match {
    /// The organization, where there is one.
    pub(super) fn joined(&self) -> Option<usize> {
        match self {
            Self::Joined(at, _) => Some(*at),
            Self::Doubtful(_) | Self::Unknown => None,
        }
    }
}

/// One known organization.
#[derive(Debug)]
struct Known {
    organization: Organization,
    registered: bool,
    is_branch: bool,
    keys: Vec<NameKey>,
    joined_by: Option<MatchedBy>,
    files: BTreeSet<String>,
}

/// All known organizations.
#[derive(Debug, Default)]
pub(super) struct Directory {
    known: Vec<Known>,
    by_inn: HashMap<String, usize>,
    by_key: HashMap<NameKey, Vec<usize>>,
    /// By words and numbers, whatever the form and the nouns of places.
    by_words: HashMap<(Vec<String>, Vec<String>), Vec<usize>>,
    /// By the words of what stands in the innermost quotes: «Перспектива» of «Лицей «Перспектива»».
    by_proper_name: HashMap<Vec<String>, BTreeSet<usize>>,
    /// Folded spelling to the organization the user says it is.
    aliases: BTreeMap<String, usize>,
    index: Index,
}

impl Directory {
    /// Whether nobody is known.
    pub(super) fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// An organization by its place here.
    pub(super) fn organization(&self, at: usize) -> &Organization {
        &self.known[at].organization
    }

    /// Whether a register lists it.
    pub(super) fn is_registered(&self, at: usize) -> bool {
        self.known[at].registered
    }

    /// The organization with an ИНН; never a branch.
    pub(super) fn by_inn(&self, inn: &str) -> Option<usize> {
        self.by_inn.get(inn).copied()
    }

    /// Organizations with the same name, form and place.
    pub(super) fn same_key(&self, name: &str) -> Vec<usize> {
        self.by_key.get(&name_key(name)).cloned().unwrap_or_default()
    }

    /// Adds an organization that documents name.
    pub(super) fn add(&mut self, organization: Organization) -> usize {
        let is_branch = branch(&organization.name).is_some();
        self.insert(organization, false, is_branch)
    }

    /// Adds an organization of a register.
    pub(super) fn add_registered(&mut self, organization: Organization, is_branch: bool) -> usize {
        self.insert(organization, true, is_branch)
    }

    fn insert(&mut self, mut organization: Organization, registered: bool, is_branch: bool) -> usize {
        let key = name_key(&organization.name);
        if let Some(proper) = proper_name(&organization.name).filter(|_| registered && !is_branch) {
            self.by_proper_name.entry(proper).or_default().insert(self.known.len());
        }
        organization.id = id(&organization, &key, is_branch);
        let at = self.known.len();
        if let Some(inn) = organization.inn.as_ref().filter(|_| !is_branch) {
            self.by_inn.entry(inn.clone()).or_insert(at);
        }
        self.index.add_entry(at, organization.municipality.as_deref());
        self.known.push(Known {
            organization,
            registered,
            is_branch,
            keys: Vec::new(),
            joined_by: None,
            files: BTreeSet::new(),
        });
        self.add_key(at, key);
        at
    }

    fn add_key(&mut self, at: usize, key: NameKey) {
        if key.is_empty() || self.known[at].keys.contains(&key) {
            return;
        }
        self.index.add_name(at, &key);
        self.by_key.entry(key.clone()).or_default().push(at);
        let same = self.by_words.entry((key.words.clone(), key.numbers.clone())).or_default();
        if same.last() != Some(&at) {
            same.push(at);
        }
        self.known[at].keys.push(key);
    }

    /// Fills what is not known yet from another row of the same organization, and learns its names.
    pub(super) fn complete(&mut self, at: usize, other: &Organization) {
        let names = [Some(&other.name), other.short_name.as_ref()];
        for name in names.into_iter().flatten() {
            self.add_key(at, name_key(name));
        }
        let known = &mut self.known[at].organization;
        known.short_name = known.short_name.take().or_else(|| other.short_name.clone());
        known.sector = known.sector.or(other.sector);
        known.kind = known.kind.or(other.kind);
        known.municipality = known.municipality.take().or_else(|| other.municipality.clone());
        known.region = known.region.take().or_else(|| other.region.clone());
        known.recipients = known.recipients.or(other.recipients);
    }

    /// Says whose branch it is.
    pub(super) fn set_parent(&mut self, branch: usize, parent: usize) {
        self.known[branch].organization.parent_id = Some(self.known[parent].organization.id.clone());
    }

    /// Says whose branch an organization of documents is, and takes from the head what documents do not tell.
    pub(super) fn adopt(&mut self, branch: usize, head: usize) {
        self.set_parent(branch, head);
        let head = self.known[head].organization.clone();
        let organization = &mut self.known[branch].organization;
        organization.sector = organization.sector.or(head.sector).or_else(|| sector_of(&head.name));
        organization.municipality = organization.municipality.take().or(head.municipality);
        organization.region = organization.region.take().or(head.region);
    }

    /// The head of a branch.
    pub(super) fn head(&self, branch: usize) -> Option<&Organization> {
        let id = self.known[branch].organization.parent_id.as_ref()?;
        self.known.iter().map(|known| &known.organization).find(|organization| organization.id == *id)
    }

    /// Reads the users' own tables of aliases.
    pub(super) fn add_aliases(&mut self, files: &[FileFacts], findings: &mut Findings) {
        let mut aliases: Vec<_> = files
            .iter()
            .flat_map(|facts| facts.aliases.iter().map(|alias| (facts.source.submission_id(), alias)))
            .collect();
        aliases.sort_by(|(_, a), (_, b)| (&a.written, &a.target).cmp(&(&b.written, &b.target)));
        for (file, alias) in aliases {
            let target = match read_inn(&alias.target) {
                Inn::Right(inn) => self.by_inn(&inn),
                Inn::Wrong(_) | Inn::Absent => None,
            };
            let target = target.or_else(|| match self.by_name(&alias.target) {
                Match::Joined(at, by) if by <= MatchedBy::Name => Some(at),
                _ => None,
            });
            let spelling = spelling(&alias.written);
            match target {
                Some(target) if self.aliases.get(&spelling).is_none_or(|known| *known == target) => {
                    self.aliases.insert(spelling, target);
                }
                Some(_) => findings.two_aliases(&file, &alias.place, &alias.written),
                None => findings.alias_of_nobody(&file, &alias.place, &alias.written, &alias.target),
            }
        }
    }

    /// Looks a name up, the surest way first.
    pub(super) fn look_up(&mut self, named: &Named) -> Match {
        let stated = named.inn.clone().or_else(|| only_inn(&named.name));
        if let Some(at) = stated.and_then(|inn| self.by_inn(&inn)) {
            return Match::Joined(at, MatchedBy::Inn);
        }
        if let Some(&at) = self.aliases.get(&spelling(&named.name)) {
            return Match::Joined(at, MatchedBy::Alias);
        }
        match self.by_key(&named.key, named.is_branch) {
            Match::Unknown => match self.by_similar_key(&named.key, named.is_branch) {
                Match::Unknown => self.by_respelled(named),
                found => found,
            },
            found => found,
        }
    }

    /// «Гимнзия № 4»: the name, had its kind of institution been spelled right.
    fn by_respelled(&mut self, named: &Named) -> Match {
        let Some(key) = respelled(&named.name).map(|name| name_key(&name)) else { return Match::Unknown };
        match self.by_key(&key, named.is_branch) {
            Match::Joined(at, _) => Match::Joined(at, MatchedBy::Similar),
            Match::Unknown => self.by_similar_key(&key, named.is_branch),
            found => found,
        }
    }

    /// By name: the same in every respect, else the same words and numbers with a form and a place that do not
    /// contradict.
    pub(super) fn by_name(&self, name: &str) -> Match {
        self.by_key(&name_key(name), branch(name).is_some())
    }

    /// [`Self::by_name`], the name taken apart already.
    pub(super) fn by_key(&self, key: &NameKey, is_branch: bool) -> Match {
        if key.words.is_empty() && (key.form.is_empty() || key.numbers.is_empty()) {
            return Match::Unknown;
        }
        match self.by_key.get(key).map(Vec::as_slice) {
            Some([at]) => return Match::Joined(*at, MatchedBy::Name),
            Some(several) if !several.is_empty() => return Match::Doubtful(several.to_vec()),
            _ => {}
        }
        let same_words: Vec<usize> = self
            .by_words
            .get(&(key.words.clone(), key.numbers.clone()))
            .into_iter()
            .flatten()
            .copied()
            .filter(|&at| self.known[at].is_branch == is_branch && self.keys(at).any(|known| known.same_places(key)))
            .collect();
        let same_form: Vec<usize> =
            same_words.iter().copied().filter(|&at| self.keys(at).any(|known| known.same_form(key))).collect();
        match (&same_form[..], &same_words[..]) {
            ([at], _) => Match::Joined(*at, MatchedBy::Name),
            // «МБУК» that has become «МАУК» is the same house; «МБУК» and «ГБУК» are two.
            ([], [at]) if self.keys(*at).any(|known| same_owner(&known.form, &key.form)) => {
                Match::Joined(*at, MatchedBy::Similar)
            }
            ([], []) => Match::Unknown,
            ([], several) | (several, _) => Match::Doubtful(several.to_vec()),
        }
    }

    fn keys(&self, at: usize) -> impl Iterator<Item = &NameKey> {
        self.known[at].keys.iter()
    }

    fn by_similar_key(&mut self, key: &NameKey, is_branch: bool) -> Match {
        let known = &self.known;
        let fits = |at: usize| {
            let one = &known[at];
            one.is_branch == is_branch
                && one.keys.iter().any(|known| {
                    known.numbers == key.numbers
                        && known.same_places(key)
                        && (known.same_form(key) || same_owner(&known.form, &key.form))
                })
        };
        match self.index.search(key, fits) {
            Candidate::Clear(at) => Match::Joined(at, MatchedBy::Similar),
            Candidate::Rivals(rivals) => match self.by_proper_name(key) {
                Some(at) if rivals == [at] => Match::Joined(at, MatchedBy::Similar),
                _ => Match::Doubtful(rivals),
            },
            Candidate::Nobody if key.numbers.is_empty() => self.by_own_word(key, is_branch),
            Candidate::Nobody => Match::Unknown,
        }
    }

    /// The one registered organization whose proper name is all that is said.
    fn by_proper_name(&self, key: &NameKey) -> Option<usize> {
        let bare = key.form.is_empty() && key.numbers.is_empty() && key.places.is_empty();
        let named = self.by_proper_name.get(&key.words).filter(|_| bare)?;
        named.first().copied().filter(|_| named.len() == 1)
    }

    /// «Детский сад Ромашка» of «Детский сад № 7 «Ромашка»»: people leave numbers out. It is the same only if a word of the
    /// name is nobody else's.
    fn by_own_word(&mut self, key: &NameKey, is_branch: bool) -> Match {
        let known = &self.known;
        let fits = |at: usize| {
            let one = &known[at];
            let same = |known: &NameKey| known.same_places(key) && known.same_form(key);
            one.is_branch == is_branch && one.registered && one.keys.iter().any(same)
        };
        match self.index.search(key, fits) {
            Candidate::Clear(at) if self.index.has_own_word(key, at) => Match::Joined(at, MatchedBy::Similar),
            Candidate::Clear(at) => Match::Doubtful(vec![at]),
            Candidate::Rivals(rivals) => Match::Doubtful(rivals),
            Candidate::Nobody => Match::Unknown,
        }
    }

    /// Whether a name beside an ИНН is clearly another organization's.
    pub(super) fn contradicts(&self, at: usize, name: &str) -> bool {
        match self.by_name(name) {
            Match::Joined(other, MatchedBy::Name) => other != at,
            _ => false,
        }
    }

    /// Notes that documents were joined to an organization.
    pub(super) fn join(&mut self, at: usize, by: MatchedBy, files: &BTreeSet<String>) {
        let known = &mut self.known[at];
        known.joined_by = known.joined_by.max(Some(by));
        known.files.extend(files.iter().cloned());
    }

    /// All organizations by id, with what their names tell filled in.
    pub(super) fn into_organizations(self) -> Vec<Organization> {
        let mut organizations: Vec<Organization> = self
            .known
            .into_iter()
            .map(|known| {
                let mut organization = known.organization;
                let names = format!("{} {}", organization.name, organization.short_name.as_deref().unwrap_or_default());
                organization.kind = organization.kind.or_else(|| kind_of(&names));
                organization.sector = organization.sector.or_else(|| sector_of(&names));
                organization.matched_by = match known.joined_by {
                    // Several documents that agree on a name have joined by it.
                    Some(MatchedBy::Alone) if known.files.len() > 1 => MatchedBy::Name,
                    by => by.unwrap_or_default(),
                };
                organization
            })
            .collect();
        organizations.sort_by(|a, b| a.id.cmp(&b.id));
        organizations.dedup_by(|a, b| a.id == b.id);
        organizations
    }
}

/// The words in the innermost quotes of a name that has quotes inside quotes: a kind, and what one of the kind is called.
fn proper_name(name: &str) -> Option<Vec<String>> {
    let open = name.rfind(['«', '“', '„'])?;
    let inner = &name[open..];
    let key = name_key(inner.trim_matches(|c: char| !c.is_alphanumeric()));
    (name[..open].contains(['«', '“', '„']) && key.numbers.is_empty() && !key.words.is_empty()).then_some(key.words)
}

/// The spelling by which aliases are looked up.
fn spelling(name: &str) -> String {
    fold(without_list_mark(name))
}

/// A name that is nothing but an ИНН.
fn only_inn(name: &str) -> Option<String> {
    let name = name.trim();
    if name.is_empty() || !name.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match read_inn(name) {
        Inn::Right(inn) => Some(inn),
        Inn::Wrong(_) | Inn::Absent => None,
    }
}

/// Whether two forms have the same owner: the municipality, the region, nobody of them.
fn same_owner(one: &str, other: &str) -> bool {
    let municipal = |form: &str| form.starts_with('м');
    one.is_empty() || other.is_empty() || municipal(one) == municipal(other)
}

/// The ИНН, or a hash of the name; a branch, which has the ИНН of its head, has both.
fn id(organization: &Organization, key: &NameKey, is_branch: bool) -> String {
    let hash = || {
        let text = format!("{}|{}|{}|{}", key.form, key.words.join(" "), key.numbers.join(" "), key.places.join(" "));
        Sha256::digest(text).iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    match &organization.inn {
        Some(inn) if is_branch => format!("{inn}-{}", hash()),
        Some(inn) => inn.clone(),
        None => format!("n-{}", hash()),
    }
}
