//! Which parts of the package hold the text, the styles and the lists.

use quick_xml::events::Event;

use crate::model::Reason;
use crate::read::package::Package;
use crate::read::xml;

/// Parts beside the main one.
#[derive(Debug, Default)]
pub(super) struct Related {
    pub(super) styles: Option<String>,
    pub(super) numbering: Option<String>,
}

/// The name of the main part: what the package's relations say, else the usual name, else any part called so.
pub(super) fn main(package: &mut Package<'_>) -> Result<Option<String>, Reason> {
    let stated = relations(package, "_rels/.rels")?
        .into_iter()
        .find(|(kind, _)| kind.ends_with("/officeDocument"))
        .and_then(|(_, target)| package.find(&resolve("", &target)).map(str::to_owned));
    let usual = || package.find("word/document.xml").map(str::to_owned);
    let any = || package.find_by(|name| name.ends_with("/document.xml") || name.ends_with("/document2.xml"));
    Ok(stated.or_else(usual).or_else(|| any().map(str::to_owned)))
}

/// The parts that the main one points to.
pub(super) fn related(package: &mut Package<'_>, main: &str) -> Result<Related, Reason> {
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", main));
    let mut related = Related::default();
    for (kind, target) in relations(package, &join(folder, &format!("_rels/{file}.rels")))? {
        let name = resolve(folder, &target);
        match kind.rsplit('/').next() {
            Some("styles") => related.styles = Some(name),
            Some("numbering") => related.numbering = Some(name),
            _ => {}
        }
    }
    let usual = |name: &str| package.find(&join(folder, name)).map(str::to_owned);
    related.styles = related.styles.or_else(|| usual("styles.xml"));
    related.numbering = related.numbering.or_else(|| usual("numbering.xml"));
    Ok(related)
}

/// Kind and target of every relation inside the package.
fn relations(package: &mut Package<'_>, name: &str) -> Result<Vec<(String, String)>, Reason> {
    let Some(part) = package.part(name)? else { return Ok(Vec::new()) };
    let text = xml::decode(part.bytes);
    let mut reader = xml::reader(&text);
    let mut relations = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) if element.local_name().as_ref() == "Relationship" => {
                let external = xml::attribute(&element, "TargetMode").is_some_and(|mode| mode == "External");
                if let (Some(kind), Some(target), false) =
                    (xml::attribute(&element, "Type"), xml::attribute(&element, "Target"), external)
                {
                    relations.push((kind, target));
                }
            }
            Ok(Event::Eof) | Err(_) => return Ok(relations),
            Ok(_) => {}
        }
    }
}

/// A target as a name within the package; targets are relative to the folder of the part that points.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in target.split('/') {
        match name {
            ".." => {
                names.pop();
            }
            "." | "" => {}
            name => names.push(name),
        }
    }
    names.join("/")
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_relative_to_the_part_that_points() {
        assert_eq!(resolve("word", "styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word", "/word/styles.xml"), "word/styles.xml");
        assert_eq!(resolve("a/b", "../c/./d.xml"), "a/c/d.xml");
    }
}
