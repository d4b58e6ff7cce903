//! Word documents: a zip of xml parts, walked as a stream.
//!
//! Names are matched without their prefixes, parts are found through relations, so that strict documents, renamed parts
//! and other people's writers are read too. What cannot be read is left out with a warning whose code begins with
//! `lost-`.

mod numbering;
mod paragraph;
mod parts;
mod styles;
mod table;
mod walk;

use super::package::Package;
use super::{refusal, xml};
use crate::model::{Document, Reason, Warned};

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Result<Warned<Document>, Reason> {
    let mut package = Package::open(bytes)?;
    let main = parts::main(&mut package)?.ok_or_else(|| refusal::NO_MAIN_PART.reason())?;
    let related = parts::related(&mut package, &main)?;
    let styles = text(&mut package, related.styles.as_deref())?.map(|text| styles::parse(&text)).unwrap_or_default();
    let numbering = text(&mut package, related.numbering.as_deref())?;
    let numbering = numbering.map(|text| numbering::parse(&text)).unwrap_or_default();
    let body = package.part(&main)?.ok_or_else(|| refusal::BROKEN_ZIP.reason())?;
    let whole = body.whole;
    let walked = walk::walk(&xml::decode(body.bytes), &styles, numbering);
    let mut document = walked.map(Document::text);
    let broken = document.warnings.iter().any(|warning| warning.code == "lost-text");
    if !whole && !broken {
        document.warn("lost-text", "Файл повреждён: прочитана только его часть, остальное не распаковалось.");
    }
    if package.is_salvaged() && whole && !broken {
        document.warn("lost-part", "Файл обрезан: текст прочитан, но номера списков и заголовки могли потеряться.");
    }
    let nothing = document.value.parts.iter().all(|part| part.blocks.is_empty());
    if nothing && (broken || !whole) {
        return Err(refusal::BROKEN_XML.reason());
    }
    Ok(document)
}

fn text(package: &mut Package<'_>, name: Option<&str>) -> Result<Option<String>, Reason> {
    let Some(name) = name else { return Ok(None) };
    Ok(package.part(name)?.map(|part| xml::decode(part.bytes)))
}
