//! Signs of symbol fonts as the characters a person sees.

/// What a code of a symbol font shows. Codes of such fonts lie in the private area U+F020–U+F0FF or below 256.
pub(super) fn shown(font: &str, code: u32) -> char {
    let low = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let font = font.to_lowercase();
    if font.contains("wingdings 2") {
        return match low {
            0x50 | 0x52 => '✓',
            0x4f | 0x51 => '✗',
            _ => '•',
        };
    }
    if font.contains("wingdings") {
        return wingdings(low);
    }
    if font.contains("symbol") {
        return symbol(low);
    }
    match char::from_u32(code) {
        Some(c) if !is_private(c) => c,
        _ => wingdings(low),
    }
}

/// A text in which signs of the private area are replaced by what they show, as far as that is known without a font.
pub(super) fn resolve_private(text: &str) -> String {
    text.chars().map(|c| if is_private(c) { shown("", u32::from(c)) } else { c }).collect()
}

/// Whether a character belongs to the area that symbol fonts use.
pub(super) fn is_private(c: char) -> bool {
    matches!(c, '\u{f000}'..='\u{f0ff}')
}

fn wingdings(code: u32) -> char {
    match code {
        0xfc => '✓',
        0xfb => '✗',
        0xfe | 0x78 => '☒',
        0xa8 | 0x6f | 0x71 => '☐',
        0x52 => '☑',
        0xe0 | 0xe8 | 0xf0 => '→',
        0x2d => '–',
        _ => '•',
    }
}

fn symbol(code: u32) -> char {
    match code {
        0x2d => '–',
        0xb3 => '≥',
        0xa3 => '≤',
        0xb1 => '±',
        0xb0 => '°',
        0xb4 => '×',
        0xae => '→',
        0xa5 => '∞',
        0x20 => ' ',
        0x21..=0x40 | 0x5b | 0x5d | 0x7b..=0x7d => char::from_u32(code).unwrap_or('•'),
        _ => '•',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_and_ticks_are_seen() {
        assert_eq!(shown("Symbol", 0xf0b7), '•');
        assert_eq!(shown("Wingdings", 0xf0fc), '✓');
        assert_eq!(shown("Times New Roman", 0x2116), '№');
        assert_eq!(resolve_private("\u{f0b7} пункт"), "• пункт");
    }
}
