//! Delimited text: one table, with the delimiter and the encoding told by the content.

use ::csv::ReaderBuilder;

use super::{encoding, refusal};
use crate::language::fold::clean;
use crate::model::{Block, Document, Reason, TableBuilder, Warned};

/// Delimiters that exports use; the first wins a draw.
const DELIMITERS: [u8; 4] = [b';', b'\t', b',', b'|'];
/// So many lines tell the delimiter.
const SAMPLE_LINES: usize = 200;

/// Reads delimited text. A row that is shorter or longer than the others is kept as it is.
pub(super) fn read(bytes: &[u8]) -> Result<Warned<Document>, Reason> {
    let decoded = encoding::decode(bytes);
    let text = decoded.value.as_str();
    let (delimiter, body) = stated_delimiter(text).unwrap_or_else(|| (delimiter(text).unwrap_or(b';'), text));
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .quoting(quotes_balance(body))
        .from_reader(body.as_bytes());
    let mut builder = TableBuilder::new();
    let mut record = ::csv::StringRecord::new();
    while reader.read_record(&mut record).unwrap_or(false) {
        let row = builder.rows();
        builder.touch(row);
        for (column, field) in record.iter().enumerate() {
            builder.put(row, column, &clean(field));
        }
    }
    let table = builder.finish().map_err(|_| refusal::TOO_LARGE.reason())?;
    Ok(decoded.map(|_| Document::text(vec![Block::Table(table)])))
}

/// Whether a text without a telling name is a table through and through: every line has the same number of delimiters.
pub(super) fn is_delimited(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(SAMPLE_LINES).collect();
    if lines.len() < 3 || lines.iter().all(|line| line.trim_start().starts_with('|')) {
        return false;
    }
    [(b';', 2), (b',', 3)].into_iter().any(|(delimiter, least)| {
        let mut counts = lines.iter().map(|line| outside_quotes(line, delimiter));
        let first = counts.next().unwrap_or(0);
        first >= least && counts.all(|count| count == first)
    })
}

/// `sep=;` in the first line, which spreadsheet programs write and obey.
fn stated_delimiter(text: &str) -> Option<(u8, &str)> {
    let text = text.trim_start_matches('\u{feff}');
    let (first, rest) = text.split_once('\n')?;
    let stated = first.trim().trim_matches('"').strip_prefix("sep=")?;
    let delimiter = if stated.is_empty() { b'\t' } else { *stated.as_bytes().first()? };
    delimiter.is_ascii().then_some((delimiter, rest))
}

/// The delimiter whose count is the most even over the lines; a line that has none speaks against it.
fn delimiter(text: &str) -> Option<u8> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(SAMPLE_LINES).collect();
    DELIMITERS
        .into_iter()
        .map(|delimiter| {
            let counts: Vec<usize> = lines.iter().map(|line| outside_quotes(line, delimiter)).collect();
            let usual = most_frequent(counts.iter().copied().filter(|&count| count > 0));
            let agreeing = counts.iter().filter(|&&count| count > 0 && count == usual).count();
            (delimiter, agreeing * 100 + usual.min(50))
        })
        .filter(|&(_, votes)| votes > 0)
        .rev()
        .max_by_key(|&(_, votes)| votes)
        .map(|(delimiter, _)| delimiter)
}

fn most_frequent(counts: impl Iterator<Item = usize>) -> usize {
    let mut counts: Vec<usize> = counts.collect();
    counts.sort_unstable();
    counts.chunk_by(|a, b| a == b).max_by_key(|group| group.len()).and_then(|group| group.first().copied()).unwrap_or(0)
}

fn outside_quotes(line: &str, delimiter: u8) -> usize {
    let mut quoted = false;
    line.bytes()
        .filter(|&byte| {
            quoted ^= byte == b'"';
            byte == delimiter && !quoted
        })
        .count()
}

/// An odd quote would swallow the rest of the file: then quotes are only characters.
fn quotes_balance(text: &str) -> bool {
    text.bytes().filter(|&byte| byte == b'"').count() % 2 == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::show;

    fn rendering(text: &str) -> String {
        show::render(&read(text.as_bytes()).expect("readable").value)
    }

    #[test]
    fn delimiters_are_told_by_the_content() {
        for text in [
            "№;Срок, план\n1;до 1 июля\n2;май",
            "№\tСрок, план\n1\tдо 1 июля\n2\tмай",
            "№,\"Срок, план\"\n1,до 1 июля\n2,май",
        ] {
            assert_eq!(
                rendering(text),
                "table 3x2\n  1,1 \"№\"\n  1,2 \"Срок, план\"\n  2,1 \"1\"\n  2,2 \"до 1 июля\"\n  3,1 \"2\"\n  3,2 \"май\"\n",
                "{text}"
            );
        }
    }

    #[test]
    fn a_quoted_field_keeps_its_lines_and_an_odd_quote_swallows_nothing() {
        assert_eq!(rendering("а;\"б\nв\"\n"), "table 1x2\n  1,1 \"а\"\n  1,2 \"б\\nв\"\n");
        assert!(rendering("а;\"б\nв;г\n").starts_with("table 2x2"));
    }

    #[test]
    fn prose_is_not_delimited() {
        assert!(!is_delimited("Раз, два, три\nчетыре, пять\nшесть, семь, восемь, девять"));
        assert!(is_delimited("а;б;в\n1;2;3\n4;5;6"));
    }
}
