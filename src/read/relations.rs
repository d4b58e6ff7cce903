//! Relations between the parts of an Office Open XML package.

use quick_xml::events::Event;

use super::package::Package;
use super::xml;
use crate::model::Reason;

/// One relation inside the package.
#[derive(Debug)]
pub(super) struct Relation {
    /// The name by which the part that points refers to it.
    pub(super) id: String,
    /// The last word of its type: `styles`, `worksheet`.
    pub(super) kind: String,
    /// The name of the part it points to.
    pub(super) part: String,
}

/// The relations of a part; of the package itself where the name is empty.
///
/// # Errors
/// When the part of relations is encrypted or too large.
pub(super) fn of(package: &mut Package<'_>, part: &str) -> Result<Vec<Relation>, Reason> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let Some(stored) = package.part(&join(folder, &format!("_rels/{file}.rels")))? else { return Ok(Vec::new()) };
    let text = xml::decode(stored.bytes);
    let mut reader = xml::reader(&text);
    let mut relations = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) if element.local_name().as_ref() == "Relationship" => {
                let attribute = |name| xml::attribute(&element, name).unwrap_or_default();
                if attribute("TargetMode") != "External" {
                    relations.push(Relation {
                        id: attribute("Id"),
                        kind: attribute("Type").rsplit('/').next().unwrap_or_default().to_owned(),
                        part: resolve(folder, &attribute("Target")),
                    });
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

/// A name in a folder.
pub(super) fn join(folder: &str, name: &str) -> String {
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
