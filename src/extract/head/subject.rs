//! Whose plan it is.

use std::sync::LazyLock;

use regex::Regex;

use super::lines::Line;
use super::stamp::{Parted, is_signature};
use super::title::Title;
use crate::language::organization::{Inn, Mention, kind_of, mentions, read_inn, sector_of, unformed_mention};
use crate::model::{Located, Location, OrganizationKind, Sector};

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^(?:полное )?(?:наименование|название)(?: (?:организации|учреждения|юридического лица)\p{L}*)?(?: \([^)]*\))?\s*[:–—-]\s*(?P<name>.*)$|^(?:организация|учреждение)\s*:\s*(?P<other>.*)$",
    )
    .expect("a constant pattern")
});

/// The organization in the nominative. A labelled name counts most, then the title and what stands under it, then the
/// text above it, then the stamp of its head, then the signature: the one who approves may be a ministry, and its name
/// is not whose plan it is.
pub(super) fn organization(title: &Title, parted: &Parted, after: &[Line]) -> Option<Located<String>> {
    let everywhere: Vec<&Line> = title.above.iter().chain(&title.under).chain(after).collect();
    let stamps: Vec<Line> = parted.approvals.iter().flat_map(|stamp| stamp.lines.clone()).collect();
    labelled(&everywhere)
        .or_else(|| best(&title.lines, true))
        .or_else(|| best(&title.under, true))
        .or_else(|| best(&title.lines, false))
        .or_else(|| best(&stamps, true))
        .or_else(|| best(&title.above, true))
        .or_else(|| best(&stamps, false))
        .or_else(|| best(after, true))
}

fn labelled(lines: &[&Line]) -> Option<Located<String>> {
    lines.iter().enumerate().find_map(|(at, line)| {
        let found = LABEL.captures(&line.text)?;
        let value = found.name("name").or(found.name("other"))?.as_str().trim();
        let (value, place) = match value {
            "" => lines.get(at + 1).map(|next| (next.text.as_str(), &next.place))?,
            _ => (value, &line.place),
        };
        let name =
            mentions(value).into_iter().next().or_else(|| unformed_mention(value)).map(|mention| mention.name)?;
        Some(Located::new(name, place.clone()))
    })
}

/// The organization that the lines, read as one text, name: in full words rather than abbreviated, an institution rather
/// than an organ of government.
fn best(lines: &[Line], with_form: bool) -> Option<Located<String>> {
    let text = lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let found: Vec<Mention> = if with_form { mentions(&text) } else { unformed_mention(&text).into_iter().collect() };
    let mention = found.into_iter().min_by_key(|mention| (mention.governs, !mention.in_full, mention.start))?;
    Some(Located::new(mention.name, place_of(lines, mention.start)))
}

fn place_of(lines: &[Line], offset: usize) -> Location {
    let mut end = 0;
    lines
        .iter()
        .find(|line| {
            end += line.text.len() + 1;
            offset < end
        })
        .map(|line| line.place.clone())
        .unwrap_or_default()
}

/// The ИНН that the head states with a right check digit. Those of certificates belong to persons.
pub(super) fn inn(before: &[Line], after: &[Line]) -> Option<String> {
    static STATED: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?i)\bИНН\b[^\d]{0,12}(?P<digits>\d{10})(?:\D|$)").expect("a constant pattern"));
    let of = |lines: &[Line]| {
        (0..lines.len()).filter(|&at| !is_signature(lines, at)).find_map(|at| {
            let found = STATED.captures(&lines[at].text)?;
            match read_inn(&found["digits"]) {
                Inn::Right(inn) => Some(inn),
                Inn::Wrong(_) | Inn::Absent => None,
            }
        })
    };
    of(before).or_else(|| of(after))
}

/// Wordings of titles that tell the sector.
const WORDINGS: &[(&str, Sector)] = &[
    ("образовательной деятельности", Sector::Education),
    ("образовательн", Sector::Education),
    ("медико-социальн", Sector::Expertise),
    ("медицинск", Sector::Health),
    ("здравоохранени", Sector::Health),
    ("пациент", Sector::Health),
    ("социального обслуживания", Sector::Social),
    ("социальных услуг", Sector::Social),
    ("образовани", Sector::Education),
    ("культур", Sector::Culture),
];

/// The sector: by the name of the organization, unless it is a school of arts whose plan speaks of education; else by
/// the wording of the title.
pub(super) fn sector(organization: Option<&Located<String>>, title: &Title) -> Option<Sector> {
    let wording = title.text.as_ref().map(|text| text.value.to_lowercase()).unwrap_or_default();
    let by_wording = WORDINGS.iter().find(|(words, _)| wording.contains(words)).map(|(_, sector)| *sector);
    let name = organization.map(|name| name.value.as_str()).unwrap_or_default();
    match (sector_of(name), kind_of(name)) {
        (Some(_), Some(OrganizationKind::Supplementary)) if wording.contains("образовательной деятельности") => {
            Some(Sector::Education)
        }
        (Some(sector), _) => Some(sector),
        (None, _) => by_wording,
    }
}
