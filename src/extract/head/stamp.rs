//! Stamps: «УТВЕРЖДАЮ», «СОГЛАСОВАНО», «ПРИНЯТО», electronic signatures. They are parted from the rest of the head, so
//! that only an approval is read as one.

use std::sync::LazyLock;

use regex::Regex;

use super::date::dates;
use super::lines::Line;
use super::person::people;
use super::title::begins_title;

/// The lines before the measures, parted.
#[derive(Debug, Default)]
pub(super) struct Parted {
    /// Stamps that approve, in order.
    pub(super) approvals: Vec<Stamp>,
    /// Everything that is no stamp and no electronic signature.
    pub(super) rest: Vec<Line>,
}

/// One stamp.
#[derive(Clone, Debug)]
pub(super) struct Stamp {
    /// Its lines, the first one beginning with the word of the stamp.
    pub(super) lines: Vec<Line>,
    /// Where two stamps are interleaved, how many stamps stand before this one in the same text.
    pub(super) among: Option<usize>,
}

static WORD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(?P<approves>утверждаю|утверждаем|утвержд[её]н[аоы]?|введ[её]н[аоы]? в действие)\b|^\W*(?P<short>утв)\.|\b(?:согласован[аоы]?|согласовываю|согласно на заседании|принят[аоы]?|рассмотрен[аоы]?|рассмотрено и одобрено|одобрен[аоы]?|рекомендован[аоы]?|учтено мнение)\b",
    )
    .expect("a constant pattern")
});

static SIGNATURE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)электронной подписью|цифровой подписью|документ подписан|подписано эцп|сертификат|^владелец|^действителен|^дата подписания|усиленн\p{L}+ квалифицированн")
        .expect("a constant pattern")
});

/// Whether a text has a word of a stamp in it.
pub(super) fn is_stamp(text: &str) -> bool {
    text.lines().any(|line| !marks(line).is_empty())
}

/// The words of stamps in a line: they begin it, or are written with a capital.
fn marks(line: &str) -> Vec<(usize, bool)> {
    let start = line.len() - line.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    WORD.captures_iter(line)
        .filter_map(|found| {
            let whole = found.get(0)?;
            let capital = whole.as_str().starts_with(char::is_uppercase);
            let fresh = whole.start() == start || line[..whole.start()].trim_end().ends_with(|c: char| c != ',');
            (capital && fresh).then_some((whole.start(), found.name("approves").or(found.name("short")).is_some()))
        })
        .collect()
}

/// Parts the lines before the measures.
pub(super) fn part(lines: &[Line]) -> Parted {
    let mut parted = Parted::default();
    let mut open: Vec<(bool, Stamp)> = Vec::new();
    let mut side_by_side = false;
    let mut titled = false;
    for (at, line) in lines.iter().enumerate() {
        if is_signature(lines, at) {
            continue;
        }
        let left = open.first().is_some_and(|(_, stamp)| stamp.lines[0].group != line.group);
        let marks = marks(&line.text);
        let ends = left || !marks.is_empty() || begins_title(&line.text) || titled && !signs(&line.text);
        if ends {
            close(&mut open, &mut parted);
        }
        titled |= begins_title(&line.text) && marks.is_empty();
        if let [(first, approves)] = marks[..] {
            if !line.text[..first].trim().is_empty() && line.text[..first].chars().any(char::is_alphanumeric) {
                parted.rest.push(slice(line, 0, first));
            }
            let (stamp, title) = before_title(&slice(line, first, line.text.len()));
            open.push((approves, Stamp { lines: vec![stamp], among: None }));
            side_by_side = false;
            if titled && !is_bare(&line.text) || title.is_some() {
                // «Рассмотрен на заседании …» under the title is one line.
                close(&mut open, &mut parted);
            }
            parted.rest.extend(title);
        } else if marks.len() > 1 {
            side_by_side = columns(&line.raw).len() == marks.len();
            let apart: Vec<usize> = marks.iter().map(|(start, _)| *start).chain([line.text.len()]).collect();
            let inside = marks.windows(2).any(|pair| pair[1].0 - pair[0].0 > 60);
            for (index, (_, approves)) in marks.iter().enumerate() {
                let own = slice(line, apart[index], apart[index + 1]);
                let among = (!side_by_side && !inside).then_some(index);
                let text = if among.is_some() { slice(line, apart[0], line.text.len()) } else { own };
                open.push((*approves, Stamp { lines: vec![text], among }));
            }
        } else if open.is_empty() {
            parted.rest.push(line.clone());
        } else {
            extend(&mut open, line, side_by_side);
        }
    }
    close(&mut open, &mut parted);
    parted
}

/// Whether a line is the word of a stamp alone: «УТВЕРЖДАЮ:».
fn is_bare(line: &str) -> bool {
    WORD.find(line).is_some_and(|word| !line[word.end()..].chars().any(char::is_alphanumeric))
}

/// Whether a line under the title goes on with a stamp: it says who, when or by which order.
fn signs(line: &str) -> bool {
    static POST: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^(?:и\.\s?о\.|врио|директор|завед|руковод|начальник|глава\b|главный врач|председател|управляющ|приказ|распоряжение)|_{3,}")
            .expect("a constant pattern")
    });
    line.chars().count() <= 200 && (POST.is_match(line) || !dates(line).is_empty() || !people(line).is_empty())
}

/// A stamp and a title on one line: «УТВЕРЖДАЮ Директор ___ И.И. Лесной План мероприятий …».
fn before_title(line: &Line) -> (Line, Option<Line>) {
    static TITLE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\b(?:ПЛАН|План|ОТЧ[ЕЁ]Т|Отч[её]т) ").expect("a constant pattern"));
    match TITLE.find(&line.text) {
        Some(found) if found.start() > 0 => {
            (slice(line, 0, found.start()), Some(slice(line, found.start(), line.text.len())))
        }
        _ => (line.clone(), None),
    }
}

fn close(open: &mut Vec<(bool, Stamp)>, parted: &mut Parted) {
    parted.approvals.extend(open.drain(..).filter(|(approves, _)| *approves).map(|(_, stamp)| stamp));
}

/// Gives a line to the stamps that are open: to all where they are interleaved, to the one in whose column it stands
/// where spaces keep them apart.
fn extend(open: &mut [(bool, Stamp)], line: &Line, side_by_side: bool) {
    if !side_by_side || open.len() < 2 {
        for (_, stamp) in open.iter_mut() {
            stamp.lines.push(line.clone());
        }
        return;
    }
    let parts = columns(&line.raw);
    let indented = line.raw.chars().take_while(|c| c.is_whitespace()).count() > 10 || line.raw.starts_with('\t');
    let last = open.len() - 1;
    for (index, part) in parts.iter().enumerate() {
        let to = if parts.len() == 1 && indented { last } else { index.min(last) };
        open[to].1.lines.push(Line { text: part.trim().to_owned(), ..line.clone() });
    }
}

/// The parts of a line that wide gaps or tabs keep apart.
fn columns(raw: &str) -> Vec<&str> {
    static GAP: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\t+|[ \u{a0}]{3,}").expect("a constant pattern"));
    GAP.split(raw.trim()).filter(|part| !part.trim().is_empty()).collect()
}

fn slice(line: &Line, from: usize, to: usize) -> Line {
    Line { text: line.text[from..to].trim().to_owned(), ..line.clone() }
}

/// Whether a line belongs to an electronic signature: its «с … до …» is no period and its date no approval.
pub(super) fn is_signature(lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    let certificate = |line: &Line| SIGNATURE.is_match(&line.text);
    let in_cell =
        line.place.table.is_some() && lines.iter().any(|other| other.place == line.place && certificate(other));
    in_cell || certificate(line)
}
