//! Which parts of the package hold the text, the styles and the lists.

use crate::model::Reason;
use crate::read::package::Package;
use crate::read::relations::{self, join};

/// Parts beside the main one.
#[derive(Debug, Default)]
pub(super) struct Related {
    pub(super) styles: Option<String>,
    pub(super) numbering: Option<String>,
}

/// The name of the main part: what the package's relations say, else the usual name, else any part called so.
pub(super) fn main(package: &mut Package<'_>) -> Result<Option<String>, Reason> {
    let stated = relations::of(package, "")?
        .into_iter()
        .find(|relation| relation.kind == "officeDocument")
        .and_then(|relation| package.find(&relation.part).map(str::to_owned));
    let usual = || package.find("word/document.xml").map(str::to_owned);
    let any = || package.find_by(|name| name.ends_with("/document.xml") || name.ends_with("/document2.xml"));
    Ok(stated.or_else(usual).or_else(|| any().map(str::to_owned)))
}

/// The parts that the main one points to.
pub(super) fn related(package: &mut Package<'_>, main: &str) -> Result<Related, Reason> {
    let mut related = Related::default();
    for relation in relations::of(package, main)? {
        match relation.kind.as_str() {
            "styles" => related.styles = Some(relation.part),
            "numbering" => related.numbering = Some(relation.part),
            _ => {}
        }
    }
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let usual = |name: &str| package.find(&join(folder, name)).map(str::to_owned);
    related.styles = related.styles.or_else(|| usual("styles.xml"));
    related.numbering = related.numbering.or_else(|| usual("numbering.xml"));
    Ok(related)
}
