//! An officer cell cut into words, initials, quoted names and the marks between them.

use crate::language::fold::{is_cyrillic, look_alike};

use super::words::{OTHER_ABBREVIATIONS, POST_ABBREVIATIONS, is_acronym, is_occupation};

/// What a piece of a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word, with the dot of its abbreviation; a number.
    Word,
    /// One or two initials, whatever their dots.
    Initials,
    /// A name in quotes, quotes included.
    Quoted,
    /// A comma, a slash.
    Comma,
    /// A semicolon, a number or mark of a list, the end of a sentence.
    Break,
    /// A line break.
    Newline,
    /// A dash between words, a colon.
    Dash,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
}

/// A piece of a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind,
    pub(super) text: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Token<'_> {
    /// Whether it is a word with a capital first letter.
    pub(super) fn is_capitalized(&self) -> bool {
        self.kind == Kind::Word && self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

/// Cuts a tidied cell into tokens.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out: Vec<Token<'_>> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let (kind, length) = match c {
            ' ' => {
                at += 1;
                continue;
            }
            '\n' => (Kind::Newline, 1),
            ';' => (Kind::Break, 1),
            ',' | '/' | '\\' | '&' | '+' => (Kind::Comma, 1),
            ':' => (Kind::Dash, 1),
            '(' | '[' => (Kind::Open, 1),
            ')' | ']' => (Kind::Close, 1),
            '.' | '!' | '?' | '…' => (Kind::Break, c.len_utf8()),
            '•' | '▪' | '●' | '·' | '*' | '\u{f0b7}' => (Kind::Break, c.len_utf8()),
            '-' | '–' | '—' | '−' => (Kind::Dash, c.len_utf8()),
            '«' | '"' | '“' | '„' => match quoted(rest) {
                Some(length) => (Kind::Quoted, length),
                None => {
                    at += c.len_utf8();
                    continue;
                }
            },
            c if c.is_alphanumeric() || c == '№' => match list_number(rest, &out).or_else(|| initials(rest)) {
                Some(found) => found,
                None => (Kind::Word, word(rest)),
            },
            _ => {
                at += c.len_utf8();
                continue;
            }
        };
        out.push(Token { kind, text: &rest[..length], start: at, end: at + length });
        at += length;
    }
    out
}

/// Length of a quoted name; inner quotes are counted, a missing end ends at the last closing quote.
fn quoted(rest: &str) -> Option<usize> {
    let line = rest.split('\n').next().unwrap_or(rest);
    let mut depth = 0_i32;
    let mut last_close = None;
    for (at, c) in line.char_indices() {
        match c {
            '«' | '„' => depth += 1,
            '»' | '”' => depth -= 1,
            '"' | '“' if at == 0 => depth += 1,
            '"' | '“' => {
                // A straight quote opens after a space and before a letter, and closes elsewhere.
                let opens = line[..at].ends_with(' ') && line[at + c.len_utf8()..].starts_with(char::is_alphanumeric);
                depth += if opens { 1 } else { -1 };
            }
            _ => continue,
        }
        if matches!(c, '»' | '”' | '"' | '“') && at > 0 {
            last_close = Some(at + c.len_utf8());
        }
        if depth <= 0 {
            return Some(at + c.len_utf8());
        }
    }
    last_close
}

/// «1.», «2)» where an item of a list may begin.
fn list_number(rest: &str, before: &[Token<'_>]) -> Option<(Kind, usize)> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 2 || !rest[digits..].starts_with(['.', ')']) {
        return None;
    }
    let after = rest[digits + 1..].trim_start_matches(' ');
    if !after.starts_with(|c: char| c.is_alphabetic()) || before.last().is_some_and(|token| token.text.ends_with('№'))
    {
        return None;
    }
    Some((Kind::Break, digits + 1))
}

/// Length of one or two initials: «И.И.», «И. И», «А,В,», «Ю.В», and a bare «И».
fn initials(rest: &str) -> Option<(Kind, usize)> {
    let first = initial(rest)?;
    let after = rest[first..].trim_start_matches(' ');
    let gap = rest.len() - first - after.len();
    if let Some(second) = initial(after).or_else(|| before_hyphen(after)) {
        let second_dotted =
            after[..second].ends_with('.') || (after[..second].ends_with(',') && rest[..first].ends_with(','));
        let length = if second_dotted || !after[..second].ends_with(',') { second } else { second - 1 };
        return Some((Kind::Initials, first + gap + length));
    }
    // «А,» alone is a letter before a comma.
    let length = if rest[..first].ends_with(',') { first - 1 } else { first };
    Some((Kind::Initials, length))
}

/// The second initial of «Рогова Н.Н-директор».
fn before_hyphen(rest: &str) -> Option<usize> {
    let letter = rest.chars().next().filter(|c| c.is_uppercase())?;
    let after = rest[letter.len_utf8()..].strip_prefix('-')?;
    after.starts_with(char::is_lowercase).then_some(letter.len_utf8())
}

/// Length of one initial with its dot: a capital letter that no other letter follows.
fn initial(rest: &str) -> Option<usize> {
    if let Some(length) = double_initial(rest) {
        return Some(length);
    }
    let mut chars = rest.chars();
    let letter = chars.next().filter(|c| {
        is_cyrillic(*c) && c.is_uppercase() || *c != 'X' && look_alike(*c).is_some_and(char::is_uppercase)
    })?;
    let mut length = letter.len_utf8();
    let mut next = chars.next();
    // «Дж.», «Ал-др.» are written so; only a lower letter before a dot belongs to the initial.
    if letter == 'Д' && next == Some('ж') && rest[length + 2..].starts_with('.') {
        length += 2;
        next = Some('.');
    }
    match next {
        // «И..И.»
        Some('.') if rest[length..].starts_with("..") => Some(length + 2),
        Some('.') => Some(length + 1),
        Some(',') => Some(length + 1),
        Some(c) if c.is_alphanumeric() || matches!(c, '\'' | '’') => None,
        Some('-') if rest[length + 1..].starts_with(char::is_alphabetic) => None,
        _ => Some(length),
    }
}

/// Length of the initials of a double name: «М.-Р.», «А-М.».
fn double_initial(rest: &str) -> Option<usize> {
    let initial = |text: &str| {
        let letter = text.chars().next().filter(|c| is_cyrillic(*c) && c.is_uppercase())?;
        Some(letter.len_utf8())
    };
    let first = initial(rest)?;
    let dot = usize::from(rest[first..].starts_with('.'));
    let second = rest[first + dot..].strip_prefix('-')?;
    let length = initial(second)?;
    let after = &second[length..];
    let whole = first + dot + 1 + length + usize::from(after.starts_with('.'));
    (!after.starts_with(char::is_alphanumeric)).then_some(whole)
}

/// Length of a word: letters and digits, inner hyphens, the dot of an abbreviation.
fn word(rest: &str) -> usize {
    if let Some(acting) = ["и.о.", "и.о"].iter().find(|acting| rest.starts_with(**acting)) {
        return acting.len();
    }
    let mut end = 0;
    let mut previous: Option<char> = None;
    let mut lower_run = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        let inside = match c {
            c if c.is_uppercase() && lower_run >= 2 && previous.is_some_and(char::is_lowercase) => false,
            c if is_cyrillic(c) || c.is_alphanumeric() => true,
            '№' => at == 0,
            '-' | '‑' | '\'' | '’' | '`' => {
                let torn = previous.is_some_and(char::is_lowercase)
                    && next.is_some_and(char::is_uppercase)
                    && (rest[..at].chars().all(|c| !c.is_uppercase()) || is_occupation(&rest[..at]));
                previous.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric) && !torn
            }
            _ => false,
        };
        if !inside {
            break;
        }
        lower_run = if c.is_lowercase() { lower_run + 1 } else { 0 };
        previous = Some(c);
        end = at + c.len_utf8();
    }
    if end == 0 {
        return rest.chars().next().map_or(1, char::len_utf8);
    }
    end + abbreviation_dot(&rest[..end], &rest[end..])
}

/// 1 where the dot after a word belongs to it.
fn abbreviation_dot(word: &str, after: &str) -> usize {
    let Some(next) = after.strip_prefix('.') else { return 0 };
    let lower = word.to_lowercase();
    if is_acronym(word) {
        return 0;
    }
    let known = POST_ABBREVIATIONS.contains(&lower.as_str()) || OTHER_ABBREVIATIONS.contains(&lower.as_str());
    // «физ.воспитания», «зам. директора»: what goes on in lower case is no new sentence.
    let goes_on = next.trim_start_matches(' ').starts_with(char::is_lowercase);
    usize::from(known || goes_on || word == "и" || (word.chars().count() == 1 && word.chars().all(char::is_lowercase)))
}
