//! Numbers of list items, computed as Word does.

use std::collections::{HashMap, HashSet};

use quick_xml::events::{BytesStart, Event};

use crate::read::marks::NumberFormat;
use crate::read::{symbols, xml};

/// Levels of a list.
const LEVELS: usize = 9;

/// Which list an item belongs to and how deep; either may come from a style.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ListRef {
    /// The list's number; 0 means none.
    pub(super) number: Option<i64>,
    /// Depth from 0.
    pub(super) level: Option<usize>,
}

/// A computed mark and its depth.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// «1.2.», «–», «•»; empty where the list shows nothing.
    pub(super) text: String,
    /// Depth from 0.
    pub(super) level: u8,
}

/// All lists and how far each has been counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    patterns: HashMap<i64, Pattern>,
    lists: HashMap<i64, List>,
    counters: HashMap<i64, [Option<u32>; LEVELS]>,
    begun: HashSet<(i64, usize)>,
}

/// An abstract list: how each level looks.
#[derive(Clone, Debug, Default)]
struct Pattern {
    levels: [Level; LEVELS],
    /// Another list whose looks this one borrows by a style.
    style_link: Option<String>,
    /// The style by which others borrow.
    lends_to: Option<String>,
}

#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: Option<NumberFormat>,
    text: String,
    font: String,
    /// 0: never starts anew; `None`: after any higher level.
    restart: Option<usize>,
    all_decimal: bool,
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 1,
            format: Some(NumberFormat::Decimal),
            text: String::new(),
            font: String::new(),
            restart: None,
            all_decimal: false,
            style: None,
        }
    }
}

/// A list in the document: a pattern with overrides.
#[derive(Clone, Debug, Default)]
struct List {
    pattern: i64,
    starts: [Option<u32>; LEVELS],
    levels: [Option<Level>; LEVELS],
}

impl Numbering {
    /// The level of a list to which a style is linked.
    pub(super) fn level_of_style(&self, number: i64, style: &str) -> Option<usize> {
        let pattern = self.pattern(self.lists.get(&number)?.pattern)?;
        pattern.levels.iter().position(|level| level.style.as_deref() == Some(style))
    }

    /// Counts one item and writes its mark.
    pub(super) fn next(&mut self, number: i64, level: usize) -> Option<Mark> {
        let at = level.min(LEVELS - 1);
        let list = self.lists.get(&number)?.clone();
        let levels = self.levels(&list)?;
        let counters = self.counters.entry(list.pattern).or_default();
        if let Some(start) = list.starts[at].filter(|_| self.begun.insert((number, at))) {
            counters[at] = Some(start);
        } else {
            counters[at] = Some(counters[at].map_or(levels[at].start, |count| count.saturating_add(1)));
        }
        for (deeper, level) in counters.iter_mut().zip(&levels).skip(at + 1) {
            // `restart` is the level, from 1, after which this one begins anew.
            if level.restart.is_none_or(|after| after > at) {
                *deeper = None;
            }
        }
        for (higher, level) in counters.iter_mut().zip(&levels).take(at) {
            higher.get_or_insert(level.start);
        }
        let counts = counters.map(|count| count.unwrap_or(0));
        Some(Mark { text: levels[at].write(&counts, &levels), level: at as u8 })
    }

    fn pattern(&self, id: i64) -> Option<&Pattern> {
        let pattern = self.patterns.get(&id)?;
        let Some(link) = &pattern.style_link else { return Some(pattern) };
        let mut lenders: Vec<_> = self.patterns.iter().filter(|(_, p)| p.lends_to.as_ref() == Some(link)).collect();
        lenders.sort_by_key(|(id, _)| **id);
        lenders.first().map(|(_, lender)| *lender).or(Some(pattern))
    }

    fn levels(&self, list: &List) -> Option<[Level; LEVELS]> {
        let mut levels = self.pattern(list.pattern)?.levels.clone();
        for (level, own) in levels.iter_mut().zip(&list.levels) {
            if let Some(own) = own {
                *level = own.clone();
            }
        }
        Some(levels)
    }
}

impl Level {
    fn write(&self, counts: &[u32; LEVELS], levels: &[Self; LEVELS]) -> String {
        let Some(format) = self.format else { return bullet(&self.text, &self.font) };
        if format == NumberFormat::None && !self.text.contains('%') {
            return self.text.clone();
        }
        let mut out = String::new();
        let mut chars = self.text.chars().peekable();
        while let Some(c) = chars.next() {
            let place = chars.peek().and_then(|digit| digit.to_digit(10)).filter(|place| c == '%' && *place > 0);
            let Some(place) = place else {
                out.push(c);
                continue;
            };
            chars.next();
            let level = place as usize - 1;
            let format =
                if self.all_decimal { NumberFormat::Decimal } else { levels[level].format.unwrap_or_default() };
            out.push_str(&format.write(counts[level]));
        }
        out.trim().to_owned()
    }
}

/// Dashes stay dashes; whatever else marks an item is a bullet to a person.
fn bullet(text: &str, font: &str) -> String {
    let shown = text.trim().chars().next().map(|c| {
        if symbols::is_private(c) || font.to_lowercase().contains("symbol") || font.to_lowercase().contains("wingdings")
        {
            symbols::shown(font, u32::from(c))
        } else {
            c
        }
    });
    match shown {
        None => String::new(),
        Some('-' | '–' | '—' | '‒' | '−' | '⁻') => "–".to_owned(),
        Some(_) => "•".to_owned(),
    }
}

/// Reads the part of lists.
pub(super) fn parse(text: &str) -> Numbering {
    let mut reader = xml::reader(text);
    let mut numbering = Numbering::default();
    let mut open = Open::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => open.start(&element),
            Ok(Event::End(element)) => open.end(element.local_name().as_ref(), &mut numbering),
            Ok(Event::Eof) | Err(_) => return numbering,
            Ok(_) => {}
        }
    }
}

/// What is being read.
#[derive(Default)]
struct Open {
    pattern: Option<(i64, Pattern)>,
    list: Option<(i64, List)>,
    overridden: Option<usize>,
    level: Option<(usize, Level)>,
}

impl Open {
    fn start(&mut self, element: &BytesStart<'_>) {
        let value = || xml::attribute(element, "val");
        match element.local_name().as_ref() {
            "abstractNum" => {
                self.pattern = xml::number(element, "abstractNumId").map(|id| (id, Pattern::default()));
            }
            "num" => self.list = xml::number(element, "numId").map(|id| (id, List::default())),
            "abstractNumId" => {
                if let (Some((_, list)), Some(id)) = (&mut self.list, xml::number(element, "val")) {
                    list.pattern = id;
                }
            }
            "lvlOverride" => self.overridden = xml::number(element, "ilvl").filter(|level| *level < LEVELS),
            "startOverride" => {
                if let (Some((_, list)), Some(level)) = (&mut self.list, self.overridden) {
                    list.starts[level] = xml::number(element, "val");
                }
            }
            "numStyleLink" => self.pattern.iter_mut().for_each(|(_, pattern)| pattern.style_link = value()),
            "styleLink" => self.pattern.iter_mut().for_each(|(_, pattern)| pattern.lends_to = value()),
            "lvl" => {
                self.level = xml::number(element, "ilvl").filter(|l| *l < LEVELS).map(|l| (l, Level::default()));
            }
            name => {
                if let Some((_, level)) = &mut self.level {
                    level.property(name, element);
                }
            }
        }
    }

    fn end(&mut self, name: &str, numbering: &mut Numbering) {
        match name {
            "lvl" => {
                let Some((at, level)) = self.level.take() else { return };
                if let Some((_, list)) = &mut self.list {
                    list.levels[at] = Some(level);
                } else if let Some((_, pattern)) = &mut self.pattern {
                    pattern.levels[at] = level;
                }
            }
            "lvlOverride" => self.overridden = None,
            "abstractNum" => numbering.patterns.extend(self.pattern.take()),
            "num" => numbering.lists.extend(self.list.take()),
            _ => {}
        }
    }
}

impl Level {
    fn property(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "start" => self.start = xml::number(element, "val").unwrap_or(1),
            "numFmt" => self.format = format(&xml::attribute(element, "val").unwrap_or_default()),
            "lvlText" => self.text = xml::attribute(element, "val").unwrap_or_default(),
            "lvlRestart" => self.restart = xml::number(element, "val"),
            "isLgl" => self.all_decimal = xml::is_on(element),
            "pStyle" => self.style = xml::attribute(element, "val"),
            "rFonts" => {
                let font = xml::attribute(element, "ascii").or_else(|| xml::attribute(element, "hAnsi"));
                self.font = font.unwrap_or_default();
            }
            _ => {}
        }
    }
}

/// `None` is a bullet. Formats of other languages are counted in digits.
fn format(name: &str) -> Option<NumberFormat> {
    Some(match name {
        "bullet" => return None,
        "none" => NumberFormat::None,
        "decimalZero" => NumberFormat::DecimalZero,
        "upperRoman" => NumberFormat::UpperRoman,
        "lowerRoman" => NumberFormat::LowerRoman,
        "upperLetter" => NumberFormat::UpperLetter,
        "lowerLetter" => NumberFormat::LowerLetter,
        "russianUpper" => NumberFormat::UpperRussian,
        "russianLower" => NumberFormat::LowerRussian,
        _ => NumberFormat::Decimal,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: &str = r#"<n:numbering xmlns:n="x">
        <n:abstractNum n:abstractNumId="0">
          <n:lvl n:ilvl="0"><n:start n:val="1"/><n:numFmt n:val="upperRoman"/><n:lvlText n:val="%1."/></n:lvl>
          <n:lvl n:ilvl="1"><n:start n:val="1"/><n:numFmt n:val="decimal"/><n:lvlText n:val="%1.%2"/><n:isLgl/></n:lvl>
          <n:lvl n:ilvl="2"><n:numFmt n:val="bullet"/><n:lvlText n:val="&#xF0B7;"/></n:lvl>
          <n:lvl n:ilvl="3"><n:numFmt n:val="russianLower"/><n:lvlText n:val="%4)"/><n:lvlRestart n:val="0"/></n:lvl>
        </n:abstractNum>
        <n:num n:numId="1"><n:abstractNumId n:val="0"/></n:num>
        <n:num n:numId="2"><n:abstractNumId n:val="0"/><n:lvlOverride n:ilvl="0"><n:startOverride n:val="5"/></n:lvlOverride></n:num>
      </n:numbering>"#;

    #[test]
    fn items_are_counted_as_word_counts_them() {
        let mut numbering = parse(LISTS);
        let steps = [
            (1, 0, "I."),
            (1, 1, "1.1"),
            (1, 1, "1.2"),
            (1, 3, "а)"),
            (1, 0, "II."),
            (1, 1, "2.1"),
            (1, 2, "•"),
            (1, 3, "б)"),
            (2, 0, "V."),
            (2, 0, "VI."),
            // Lists of one pattern count on together.
            (1, 0, "VII."),
        ];
        for (step, (number, level, expected)) in steps.into_iter().enumerate() {
            assert_eq!(numbering.next(number, level).map(|mark| mark.text).as_deref(), Some(expected), "step {step}");
        }
        assert_eq!(numbering.next(9, 0), None);
    }
}
