//! Texts that were read in a wrong encoding and saved so («Ïëàí», «РџР»Р°РЅ», «в„–»), brought back.

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_1251, WINDOWS_1252};

use super::{RUSSIAN, best_cyrillic, russian_score};
use crate::language::fold::is_cyrillic;

/// UTF-8 signs read as windows-1251, where they stand alone in a text that is otherwise right.
const SIGNS: [(&str, &str); 8] =
    [("в„–", "№"), ("вЂ“", "–"), ("вЂ”", "—"), ("вЂ¦", "…"), ("вЂњ", "“"), ("вЂќ", "”"), ("вЂћ", "„"), ("вЂ™", "’")];

/// The text as it was meant, or `None` when there is nothing to repair.
pub(super) fn repair(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let mut repaired = Cow::Borrowed(text);
    if text.split('\n').any(|line| utf8_as_code_page(line).is_some()) {
        let lines = text.split('\n').map(|line| utf8_as_code_page(line).map_or(Cow::Borrowed(line), Cow::Owned));
        repaired = Cow::Owned(lines.collect::<Vec<_>>().join("\n"));
    } else if let Some(latin) = code_page_as_latin(text) {
        repaired = Cow::Owned(latin);
    }
    if SIGNS.iter().any(|(damaged, _)| repaired.contains(damaged)) {
        let mut text = repaired.into_owned();
        for (damaged, sign) in SIGNS.into_iter().chain([("В«", "«"), ("В»", "»")]) {
            text = text.replace(damaged, sign);
        }
        repaired = Cow::Owned(text);
    }
    match repaired {
        Cow::Owned(repaired) => Some(repaired),
        Cow::Borrowed(_) => None,
    }
}

/// Russian bytes read as Latin-1: letters with accents and hardly anything else.
fn code_page_as_latin(text: &str) -> Option<String> {
    let accented = text.chars().filter(|c| matches!(c, '\u{c0}'..='\u{ff}')).count();
    let cyrillic = text.chars().filter(|&c| is_cyrillic(c)).count();
    let plain = text.chars().filter(char::is_ascii_alphabetic).count();
    if accented < 8 || cyrillic * 20 > accented || accented * 2 < plain {
        return None;
    }
    let bytes = bytes_of(text, WINDOWS_1252)?;
    let (encoding, _) = best_cyrillic(&bytes)?;
    let repaired = encoding.decode_without_bom_handling(&bytes).0.into_owned();
    (russian_score(&repaired)? >= RUSSIAN).then_some(repaired)
}

/// UTF-8 bytes read as a code page: half of the characters are what the first bytes of Cyrillic letters look like. Real
/// Russian hardly ever makes valid UTF-8, so that no score is needed.
fn utf8_as_code_page(line: &str) -> Option<String> {
    let foreign = line.chars().filter(|c| !c.is_ascii()).count();
    let first_bytes = line.chars().filter(|c| matches!(c, 'Р' | 'С' | 'Ð' | 'Ñ')).count();
    if foreign < 4 || first_bytes * 4 < foreign {
        return None;
    }
    [WINDOWS_1251, WINDOWS_1252].into_iter().find_map(|encoding| {
        let repaired = String::from_utf8(bytes_of(line, encoding)?).ok()?;
        repaired.chars().any(is_cyrillic).then_some(repaired)
    })
}

/// The bytes that give this text in an encoding. Places the encoding leaves undefined stand for themselves; a sign
/// that it does not have becomes a question mark, unless there are many.
fn bytes_of(text: &str, encoding: &'static Encoding) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let (mut strange, mut all) = (0, 0);
    let mut buffer = [0; 4];
    for c in text.chars() {
        all += 1;
        let (encoded, _, unmappable) = encoding.encode(c.encode_utf8(&mut buffer));
        match u8::try_from(u32::from(c)) {
            _ if !unmappable => bytes.extend_from_slice(&encoded),
            Ok(byte) => bytes.push(byte),
            Err(_) => {
                strange += 1;
                bytes.push(b'?');
            }
        }
    }
    (strange * 50 < all).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_is_repaired() {
        let text = "План мероприятий МБУК «Дом культуры» № 5 – на 2026 год";
        let (in_1251, _, _) = WINDOWS_1251.encode(text);
        let latin = WINDOWS_1252.decode_without_bom_handling(&in_1251).0.into_owned();
        assert_eq!(repair(&latin).as_deref(), Some(text));
        for encoding in [WINDOWS_1251, WINDOWS_1252] {
            let damaged = encoding.decode_without_bom_handling(text.as_bytes()).0.into_owned();
            assert_eq!(repair(&damaged).as_deref(), Some(text), "{}", encoding.name());
        }
        assert_eq!(repair("Приказ в„– 5 вЂ“ о сайте").as_deref(), Some("Приказ № 5 – о сайте"));
    }

    #[test]
    fn sound_texts_are_left_alone() {
        for text in ["План «Дома» № 5 – на год", "plain", "Café déjà vu, naïve façade à côté", "В«»", "1;Да;Нет"]
        {
            assert_eq!(repair(text), None, "{text}");
        }
    }
}
