//! Bytes of any Russian code page to text.
//!
//! Detectors made for the whole world confuse the Cyrillic code pages on short texts, so the page is chosen by how
//! Russian the letters come out; the general detector is asked only where nothing looks Russian.

mod mojibake;

use std::borrow::Cow;

use encoding_rs::{
    Encoding, IBM866, ISO_8859_5, KOI8_R, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252, X_MAC_CYRILLIC,
};

use crate::language::fold::is_cyrillic;
use crate::model::Warned;

/// Code pages in which Russian was written; the more usual come first and win a draw.
const CYRILLIC: [&Encoding; 5] = [WINDOWS_1251, IBM866, KOI8_R, X_MAC_CYRILLIC, ISO_8859_5];
/// So much of a file decides.
const SAMPLE: usize = 256 << 10;
/// The mean score of a character above which a text counts as Russian; chance gives less than zero.
const RUSSIAN: f64 = 1.0;

/// The text of a file whose encoding is told by its bytes alone.
pub(super) fn decode(bytes: &[u8]) -> Warned<String> {
    decode_labelled(bytes, None)
}

/// The text of a file that also states its encoding. The statement is believed unless the text comes out un-Russian
/// while another code page gives Russian.
pub(super) fn decode_labelled(bytes: &[u8], label: Option<&str>) -> Warned<String> {
    let stated = label.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    let encoding = choose(bytes, stated);
    let (text, _, _) = encoding.decode(bytes);
    let mut decoded = Warned::clean(unix_lines(text));
    if let Some(repaired) = mojibake::repair(&decoded.value) {
        decoded.value = repaired;
        decoded.warn("repaired-encoding", "Текст был сохранён в неверной кодировке («кракозябры») и восстановлен.");
    }
    let lost = decoded.value.matches('\u{fffd}').count();
    if lost > 0 {
        decoded.warn("lost-characters", format!("Не удалось прочитать символов: {lost}. Проверьте кодировку файла."));
    }
    decoded
}

/// Every kind of line end as `\n`.
fn unix_lines(text: Cow<'_, str>) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.into_owned() }
}

/// Whether the bytes are UTF-16, with a mark or without.
pub(super) fn is_utf16(bytes: &[u8]) -> bool {
    Encoding::for_bom(bytes).is_some_and(|(e, _)| e == UTF_16LE || e == UTF_16BE) || unmarked_utf16(bytes).is_some()
}

fn choose(bytes: &[u8], stated: Option<&'static Encoding>) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return encoding;
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if is_utf8(sample) {
        return UTF_8;
    }
    let best = best_cyrillic(sample);
    match (stated, best) {
        (Some(stated), Some((best, score))) if stated != best => {
            let stated_score = score_as(stated, sample).unwrap_or(f64::MIN);
            if stated_score + 0.5 >= score { stated } else { best }
        }
        (Some(stated), _) if stated != UTF_8 => stated,
        (_, Some((best, _))) => best,
        _ => guess(sample),
    }
}

/// Valid UTF-8, or UTF-8 with a few broken bytes: a cut end, one bad character.
fn is_utf8(sample: &[u8]) -> bool {
    let text = String::from_utf8_lossy(sample);
    let (mut broken, mut good) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        if c == '\u{fffd}' { broken += 1 } else { good += 1 }
    }
    broken == 0 || broken * 50 < good
}

/// UTF-16 without a mark: nearly every second byte is the high byte of Latin, Cyrillic or punctuation.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let units = sample.len() / 2;
    if units < 4 {
        return None;
    }
    let likely = |offset: usize| {
        let high = sample[offset..].iter().step_by(2).filter(|b| matches!(b, 0 | 4 | 0x20 | 0x21)).count();
        let low_varies = sample[1 - offset..].iter().step_by(2).filter(|b| !matches!(b, 0 | 4)).count();
        high * 100 >= units * 95 && low_varies * 2 > units
    };
    match (likely(1), likely(0)) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

/// The code page in which the bytes are the most Russian, when they are Russian at all.
fn best_cyrillic(sample: &[u8]) -> Option<(&'static Encoding, f64)> {
    let mut best = None;
    for encoding in CYRILLIC {
        if let Some(score) = score_as(encoding, sample)
            && score >= RUSSIAN
            && best.is_none_or(|(_, previous)| score > previous)
        {
            best = Some((encoding, score));
        }
    }
    best
}

fn score_as(encoding: &'static Encoding, sample: &[u8]) -> Option<f64> {
    russian_score(&encoding.decode_without_bom_handling(sample).0)
}

/// How Russian the non-ASCII characters of a text are, on average; `None` where there are none. Box-drawing lines say
/// nothing unless they grow out of a word, and neither does a character repeated. A capital after a small letter and a
/// Latin letter beside a Cyrillic one speak against.
fn russian_score(text: &str) -> Option<f64> {
    let (mut sum, mut count) = (0_i64, 0_i64);
    let mut previous = ' ';
    for c in text.chars() {
        let line = is_line(c);
        if (line && previous.is_alphabetic() && !matches!(c, '│' | '║'))
            || (is_line(previous) && c.is_alphabetic() && !matches!(previous, '│' | '║'))
        {
            sum -= 6;
            count += 1;
        }
        if !c.is_ascii() && c != previous && !line && c != '\u{a0}' {
            sum += weight(c);
            count += 1;
            if c.is_uppercase() && previous.is_lowercase() {
                sum -= 6;
            }
        }
        if c.is_alphabetic() && previous.is_alphabetic() && c.is_ascii() != previous.is_ascii() {
            sum -= 6;
        }
        previous = c;
    }
    (count > 0).then(|| sum as f64 / count as f64)
}

fn is_line(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{259f}')
}

/// How often a character stands in Russian texts, in steps.
fn weight(c: char) -> i64 {
    const STEPS: [(&str, i64); 6] =
        [("оеаинт", 4), ("срвл", 3), ("кмдпу", 2), ("яыьгзбчйх", 1), ("жшюцщ", -1), ("эфъё", -3)];
    let lower = c.to_lowercase().next().unwrap_or(c);
    if let Some((_, weight)) = STEPS.iter().find(|(letters, _)| letters.contains(lower)) {
        return *weight;
    }
    match c {
        '№' | '«' | '»' | '–' | '—' | '“' | '”' | '„' | '…' | '•' | '°' | '§' | '’' => 2,
        _ if is_cyrillic(c) => -6,
        '\u{80}'..='\u{9f}' | '\u{fffd}' => -10,
        _ => -4,
    }
}

/// What the general detector says, for texts that are not Russian.
fn guess(sample: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    let guessed = detector.guess(Some(b"ru"), chardetng::Utf8Detection::Deny);
    // Without Russian letters a Cyrillic guess is noise of accented Latin letters.
    if CYRILLIC.contains(&guessed) && score_as(guessed, sample).is_some_and(|score| score < 0.0) {
        WINDOWS_1252
    } else {
        guessed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: &[&str] = &[
        "План мероприятий",
        "№;Наименование мероприятия;Срок;Ответственный\n1;Обновить сайт;до 1 июля 2026 г.;Заместитель директора",
        "УТВЕРЖДАЮ Директор МБУК «Дом культуры»",
        "Да;Нет;Да;Да",
        "┌────┬───────┐\n│ №  │ Срок  │\n└────┴───────┘\n",
    ];

    #[test]
    fn every_russian_code_page_is_told_from_the_others() {
        for encoding in CYRILLIC.into_iter().chain([UTF_8]) {
            for text in TEXTS {
                let (bytes, _, unmappable) = encoding.encode(text);
                if !unmappable {
                    assert_eq!(decode(&bytes).value, *text, "{}", encoding.name());
                }
            }
        }
    }

    #[test]
    fn utf16_is_read_with_and_without_a_mark() {
        let text = "Срок исполнения; план 2026";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&little).value, text);
        assert_eq!(decode(&big).value, text);
        assert_eq!(decode(&[&b"\xff\xfe"[..], &little].concat()).value, text);
    }

    #[test]
    fn a_wrong_statement_is_not_believed_and_a_right_one_is() {
        let (bytes, _, _) = WINDOWS_1251.encode("Обновить официальный сайт организации");
        for label in ["utf-8", "iso-8859-1", "windows-1251", "koi8-r"] {
            assert_eq!(decode_labelled(&bytes, Some(label)).value, "Обновить официальный сайт организации", "{label}");
        }
    }

    #[test]
    fn a_cut_last_character_does_not_change_the_encoding() {
        let text = "Обновить официальный сайт организации, разместить сведения о коллективах, провести ремонт зала";
        let cut = &text.as_bytes()[..text.len() - 1];
        let decoded = decode(cut);
        assert!(decoded.value.starts_with("Обновить официальный"));
        assert_eq!(decoded.warnings[0].code, "lost-characters");
    }

    #[test]
    fn latin_texts_keep_their_accents() {
        let (bytes, _, _) = WINDOWS_1252.encode("Café, déjà vu, naïve, façade, crème brûlée");
        assert_eq!(decode(&bytes).value, "Café, déjà vu, naïve, façade, crème brûlée");
    }
}
