//! What every walk over xml parts needs: names without prefixes, attributes, entities, and the text of a part.

use quick_xml::escape::unescape;
use quick_xml::events::{BytesRef, BytesStart};
use quick_xml::reader::Reader;

use super::encoding;

/// A reader that forgives: end tags are not compared, stray ampersands are text, `<x/>` comes as start and end.
pub(super) fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    reader
}

/// The bytes of a part as text: UTF-8 unless a mark or the declaration says otherwise.
pub(super) fn decode(bytes: Vec<u8>) -> String {
    let declared = declared_encoding(&bytes);
    if declared.is_none() && !encoding::is_utf16(&bytes) {
        return match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
        };
    }
    encoding::decode_labelled(&bytes, declared.as_deref()).value
}

/// The encoding that the xml declaration names, if it is not UTF-8.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
    let declaration = &head[head.find("<?xml")?..head.find("?>")?];
    let after = declaration.split_once("encoding")?.1.trim_start_matches([' ', '=']);
    let label = after.trim_start_matches(['"', '\'']).split(['"', '\'']).next()?;
    (!label.eq_ignore_ascii_case("utf-8")).then(|| label.to_owned())
}

/// The value of an attribute by its local name.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes.with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
    Some(unescape(&found.value).map_or_else(|_| found.value.to_string(), |value| value.into_owned()))
}

/// The value of an attribute as a number.
pub(super) fn number<T: std::str::FromStr>(element: &BytesStart<'_>, name: &str) -> Option<T> {
    attribute(element, name)?.trim().parse().ok()
}

/// A property that is on when present, unless its `val` says no.
pub(super) fn is_on(element: &BytesStart<'_>) -> bool {
    !matches!(attribute(element, "val").as_deref(), Some("0" | "false" | "off" | "none"))
}

/// What a reference stands for. Entities of the document's own are not expanded: that is how bombs are made.
pub(super) fn resolve(reference: &BytesRef<'_>) -> Option<char> {
    if reference.is_char_ref() {
        return reference.resolve_char_ref().ok().flatten();
    }
    match reference.as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => None,
    }
}
