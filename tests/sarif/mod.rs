//! A log held against the schema of SARIF 2.1.0, as far as a log of svod goes.
//!
//! The public schema is a quarter of a megabyte and a validator for it more than the rest of the tests; the objects below
//! are those of its definitions that svod writes, with all keys the schema knows: what is not listed is refused, as the
//! schema refuses it.

use serde_json::Value;

/// One definition of the schema: what must be there, and what may, with the type of each.
struct Definition {
    name: &'static str,
    required: &'static [&'static str],
    /// One of these must be there, where any is named.
    any_of: &'static [&'static str],
    keys: &'static [(&'static str, Type)],
}

/// The type of a value.
#[derive(Clone, Copy)]
enum Type {
    Text,
    /// A relative or absolute address: no spaces, nothing outside ASCII.
    Uri,
    /// A two-letter language, with or without a country.
    Language,
    /// An index, -1 where there is none.
    Index,
    Number,
    Flag,
    OneOf(&'static [&'static str]),
    /// Any object: a property bag, or a part of the schema that svod does not write.
    Bag,
    /// A list of anything: a part of the schema that svod does not write.
    List,
    Object(&'static str),
    /// Objects that are all different.
    Objects(&'static str),
    /// An object whose values are of one type.
    MapOf(&'static str),
    TextMap,
}

use Type::*;

const LEVEL: Type = OneOf(&["none", "note", "warning", "error"]);

#[rustfmt::skip]
const DEFINITIONS: &[Definition] = &[
    Definition { name: "sarifLog", required: &["version", "runs"], any_of: &[], keys: &[
        ("$schema", Uri), ("version", OneOf(&["2.1.0"])), ("runs", Objects("run")), ("inlineExternalProperties", List),
        ("properties", Bag),
    ] },
    Definition { name: "run", required: &["tool"], any_of: &[], keys: &[
        ("tool", Object("tool")), ("language", Language), ("originalUriBaseIds", MapOf("artifactLocation")),
        ("results", Objects("result")), ("columnKind", OneOf(&["utf16CodeUnits", "unicodeCodePoints"])),
        ("automationDetails", Bag), ("invocations", List), ("artifacts", List), ("logicalLocations", List),
        ("taxonomies", List), ("defaultEncoding", Text), ("properties", Bag),
    ] },
    Definition { name: "tool", required: &["driver"], any_of: &[], keys: &[
        ("driver", Object("toolComponent")), ("extensions", List), ("properties", Bag),
    ] },
    Definition { name: "toolComponent", required: &["name"], any_of: &[], keys: &[
        ("name", Text), ("version", Text), ("semanticVersion", Text), ("language", Language), ("organization", Text),
        ("product", Text), ("informationUri", Uri), ("downloadUri", Uri), ("fullName", Text),
        ("shortDescription", Object("multiformatMessageString")), ("fullDescription", Object("multiformatMessageString")),
        ("rules", Objects("reportingDescriptor")), ("notifications", List), ("taxa", List), ("properties", Bag),
    ] },
    Definition { name: "reportingDescriptor", required: &["id"], any_of: &[], keys: &[
        ("id", Text), ("name", Text), ("deprecatedIds", List), ("helpUri", Uri),
        ("shortDescription", Object("multiformatMessageString")), ("fullDescription", Object("multiformatMessageString")),
        ("help", Object("multiformatMessageString")), ("messageStrings", MapOf("multiformatMessageString")),
        ("defaultConfiguration", Object("reportingConfiguration")), ("relationships", List), ("properties", Bag),
    ] },
    Definition { name: "reportingConfiguration", required: &[], any_of: &[], keys: &[
        ("enabled", Flag), ("level", LEVEL), ("rank", Number), ("parameters", Bag), ("properties", Bag),
    ] },
    Definition { name: "multiformatMessageString", required: &["text"], any_of: &[], keys: &[
        ("text", Text), ("markdown", Text), ("properties", Bag),
    ] },
    Definition { name: "message", required: &[], any_of: &["text", "id"], keys: &[
        ("text", Text), ("markdown", Text), ("id", Text), ("arguments", List), ("properties", Bag),
    ] },
    Definition { name: "result", required: &["message"], any_of: &[], keys: &[
        ("ruleId", Text), ("ruleIndex", Index), ("rule", Bag), ("level", LEVEL), ("message", Object("message")),
        ("kind", OneOf(&["notApplicable", "pass", "fail", "review", "open", "informational"])), ("rank", Number),
        ("locations", Objects("location")), ("relatedLocations", Objects("location")), ("guid", Text),
        ("fingerprints", TextMap), ("partialFingerprints", TextMap), ("suppressions", List), ("fixes", List),
        ("baselineState", OneOf(&["new", "unchanged", "updated", "absent"])), ("properties", Bag),
    ] },
    Definition { name: "location", required: &[], any_of: &[], keys: &[
        ("id", Index), ("physicalLocation", Object("physicalLocation")), ("logicalLocations", List),
        ("message", Object("message")), ("annotations", List), ("relationships", List), ("properties", Bag),
    ] },
    Definition { name: "physicalLocation", required: &[], any_of: &["artifactLocation", "address"], keys: &[
        ("artifactLocation", Object("artifactLocation")), ("address", Bag), ("region", Bag), ("contextRegion", Bag),
        ("properties", Bag),
    ] },
    Definition { name: "artifactLocation", required: &[], any_of: &[], keys: &[
        ("uri", Uri), ("uriBaseId", Text), ("index", Index), ("description", Object("message")), ("properties", Bag),
    ] },
];

/// What in a log is against the schema, each with its place.
pub(crate) fn mistakes(log: &Value) -> Vec<String> {
    let mut found = Vec::new();
    object("sarifLog", log, "log", &mut found);
    found
}

fn object(name: &str, value: &Value, place: &str, found: &mut Vec<String>) {
    let definition = DEFINITIONS.iter().find(|d| d.name == name).unwrap_or_else(|| panic!("no definition {name}"));
    let Some(object) = value.as_object() else {
        found.push(format!("{place}: no object"));
        return;
    };
    for key in definition.required.iter().filter(|key| !object.contains_key(**key)) {
        found.push(format!("{place}: no {key}"));
    }
    if !definition.any_of.is_empty() && !definition.any_of.iter().any(|key| object.contains_key(*key)) {
        found.push(format!("{place}: none of {:?}", definition.any_of));
    }
    for (key, value) in object {
        let place = format!("{place}.{key}");
        match definition.keys.iter().find(|(known, _)| known == key) {
            Some((_, kind)) => check(*kind, value, &place, found),
            None => found.push(format!("{place}: no such key")),
        }
    }
}

fn check(kind: Type, value: &Value, place: &str, found: &mut Vec<String>) {
    let text = value.as_str();
    let fits = match kind {
        Text => text.is_some(),
        Uri => text.is_some_and(|text| {
            !text.is_empty() && text.bytes().all(|b| b.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&b))
        }),
        Language => text.is_some_and(|text| {
            let mut parts = text.split('-');
            text.len() <= 5 && parts.all(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic()))
        }),
        Index => value.as_i64().is_some_and(|index| index >= -1),
        Number => value.is_number(),
        Flag => value.is_boolean(),
        OneOf(known) => text.is_some_and(|text| known.contains(&text)),
        Bag => value.is_object(),
        List => value.is_array(),
        TextMap => value.as_object().is_some_and(|map| map.values().all(Value::is_string)),
        Object(name) => return object(name, value, place, found),
        MapOf(name) => match value.as_object() {
            Some(map) => {
                return map.iter().for_each(|(key, value)| object(name, value, &format!("{place}.{key}"), found));
            }
            None => false,
        },
        Objects(name) => match value.as_array() {
            Some(list) => {
                for (at, value) in list.iter().enumerate() {
                    object(name, value, &format!("{place}[{at}]"), found);
                }
                // The schema asks for distinct rules; results may repeat.
                name != "reportingDescriptor" || (1..list.len()).all(|at| !list[..at].contains(&list[at]))
            }
            None => false,
        },
    };
    if !fits {
        found.push(format!("{place}: {value} does not fit"));
    }
}
