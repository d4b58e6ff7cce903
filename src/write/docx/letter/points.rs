//! Findings as points of a letter: one point for what is put right in one way, and under it, numbered, everything it
//! concerns. Every different text is said; only the same words are folded.

use crate::model::{Finding, Severity};
use crate::write::by_rule::{place_within, quoted, told, wrong_and_remedy};
use crate::write::docx::paper::Paper;
use crate::write::source::Source;
use crate::write::view::View;
use crate::write::words;

/// Characters of a measure that are enough to recognize it.
const QUOTE: usize = 120;

/// One point of a letter.
#[derive(Debug)]
struct Point<'a> {
    code: &'a str,
    /// What is to be done, a sentence for each of the rules that meet here.
    remedies: Vec<String>,
    items: Vec<Item<'a>>,
}

/// One thing to put right.
#[derive(Debug)]
struct Item<'a> {
    /// What is wrong.
    wrong: String,
    /// The findings that say so: the first, the same again elsewhere, and those of other rules about the same place.
    findings: Vec<&'a Finding>,
}

/// The points as a table. With `several` documents each point names its own.
pub(super) fn table(paper: &mut Paper, view: &View<'_>, heading: &str, findings: &[&Finding], several: bool) {
    let rows: Vec<_> = (1..)
        .zip(points(view, findings))
        .map(|(number, point)| vec![number.to_string(), point.text(view, several), point.basis()])
        .collect();
    paper.table(&[("№", 7), (heading, 61), ("Основание", 32)], &rows);
}

fn points<'a>(view: &View<'_>, findings: &[&'a Finding]) -> Vec<Point<'a>> {
    let mut points: Vec<Point<'a>> = Vec::new();
    for (finding, others) in by_place(findings) {
        let told = told(finding);
        let (wrong, remedy) = wrong_and_remedy(&told);
        let of_others = others.iter().map(|other| {
            let (_, remedy) = wrong_and_remedy(&other.message);
            format!("{} {remedy}", sentence(title(view, other)))
        });
        let remedies: Vec<String> = std::iter::once(remedy.to_owned()).chain(of_others).collect();
        let same = |point: &&mut Point<'_>| point.code == finding.code && point.remedies == remedies;
        let all = std::iter::once(finding).chain(others);
        match points.iter_mut().find(same) {
            None => {
                let items = vec![Item { wrong: wrong.to_owned(), findings: all.collect() }];
                points.push(Point { code: &finding.code, remedies, items });
            }
            Some(point) => match point.items.iter_mut().find(|item| item.wrong == wrong) {
                Some(item) => item.findings.extend(all),
                None => point.items.push(Item { wrong: wrong.to_owned(), findings: all.collect() }),
            },
        }
    }
    points
}

/// Findings, each with those of other rules that rest on what it says: what is missing on the site and, for that very
/// reason, in the plan is one thing to put right.
fn by_place<'a>(findings: &[&'a Finding]) -> Vec<(&'a Finding, Vec<&'a Finding>)> {
    let rests_on = |finding: &Finding, other: &Finding| {
        other.severity != Severity::Note && finding.evidence.as_ref().is_some_and(|place| *place == other.place())
    };
    let leading = findings.iter().filter(|finding| !findings.iter().any(|other| rests_on(finding, other)));
    leading
        .map(|&finding| (finding, findings.iter().copied().filter(|other| rests_on(other, finding)).collect()))
        .collect()
}

impl Point<'_> {
    /// «На сайте нет обязательных сведений. Разместите их на сайте:», then the list and where it was seen.
    fn text(&self, view: &View<'_>, several: bool) -> String {
        let (source, alike) = self.source(view, several);
        let remedies = self.remedies.iter().filter(|remedy| !remedy.is_empty()).map(String::as_str);
        let mut lines: Vec<String> = Vec::new();
        match self.items.as_slice() {
            [item] => {
                let place = item.places(view, alike);
                let wrong = if place.is_empty() { item.wrong.clone() } else { aside(&item.wrong, &place) };
                lines.push(std::iter::once(wrong.as_str()).chain(remedies).collect::<Vec<_>>().join(" "));
            }
            items => {
                let first = items.first().and_then(|item| item.findings.first());
                let title = sentence(first.map_or("", |finding| title(view, finding)));
                let head = std::iter::once(title.as_str()).chain(remedies).collect::<Vec<_>>().join(" ");
                lines.push(format!("{}:", head.trim_end_matches('.')));
                for (number, (item, wrong)) in (1..).zip(items.iter().zip(brief(items))) {
                    let place = item.places(view, alike);
                    let wrong = if place.is_empty() { wrong } else { aside(&wrong, &place) };
                    let end = if number == items.len() { "." } else { ";" };
                    lines.push(format!("{number}) {}{end}", wrong.trim_end_matches('.')));
                }
            }
        }
        lines.extend(source);
        lines.join("\n")
    }

    /// What all of it rests on, said once, and whether it is one document.
    fn source(&self, view: &View<'_>, several: bool) -> (Vec<String>, bool) {
        let mut sources: Vec<Source<'_>> = self.findings().filter_map(|finding| Source::of(view, finding)).collect();
        sources.sort_unstable();
        sources.dedup();
        let documents = sources.iter().filter(|source| matches!(source, Source::Document(_))).count();
        // Several documents stand beside each item, and the only one of all is named above the table.
        let said = |source: &&Source<'_>| match source {
            Source::Document(_) => documents == 1 && several,
            Source::Pages | Source::CheckList => true,
        };
        let named: Vec<String> = sources.iter().filter(said).map(|source| format!("{}.", source.named())).collect();
        (named, documents < 2)
    }

    /// Acts with their clauses; where items rest on different clauses, each with its number.
    fn basis(&self) -> String {
        let mut acts: Vec<(&str, Vec<(usize, &str)>)> = Vec::new();
        for (number, item) in (1..).zip(&self.items) {
            for finding in &item.findings {
                let Some(act) = finding.act.as_deref() else { continue };
                let at = acts.iter().position(|(known, _)| *known == act).unwrap_or_else(|| {
                    acts.push((act, Vec::new()));
                    acts.len() - 1
                });
                let clause = (number, finding.clause.as_deref().unwrap_or_default());
                if !acts[at].1.contains(&clause) {
                    acts[at].1.push(clause);
                }
            }
        }
        let named = |(act, clauses): (&str, Vec<(usize, &str)>)| match clauses.as_slice() {
            [(_, first), rest @ ..] if rest.iter().all(|(_, clause)| clause == first) => format!("{act}, {first}"),
            _ => {
                let each: Vec<_> = clauses.iter().map(|(number, clause)| format!("{number}) {clause}")).collect();
                format!("{act}:\n{}", each.join(";\n"))
            }
        };
        if acts.is_empty() {
            return "—".to_owned();
        }
        acts.into_iter().map(named).collect::<Vec<_>>().join(";\n")
    }

    fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.items.iter().flat_map(|item| item.findings.iter().copied())
    }
}

impl Item<'_> {
    /// Where it stands in the organization's own documents; with the file, unless there is but one.
    fn places(&self, view: &View<'_>, alike: bool) -> String {
        let own = self.findings.iter().filter(|f| matches!(Source::of(view, f), Some(Source::Document(_))));
        let placed = own.filter(|finding| place_within(finding).is_some());
        let place = |finding: &Finding| {
            let place = if alike { finding.locator.clone().unwrap_or_default() } else { finding.place() };
            // The document's own words, unless the message has them.
            let quote = view.quote(finding).filter(|quote| !finding.message.contains(head(quote)));
            quote.map_or_else(|| place.clone(), |quote| format!("{place}: «{}»", words::beginning(quote, QUOTE)))
        };
        let mut places: Vec<String> = Vec::new();
        for place in placed.map(|finding| place(finding)) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places.join("; ")
    }
}

/// What tells items of one list from each other: where all of them begin with the same words and say nothing behind what
/// stands in quotation marks but a remark in brackets, the quoted words with that remark.
fn brief(items: &[Item<'_>]) -> Vec<String> {
    let cut = |item: &Item<'_>| {
        let name = format!("«{}»", quoted(&item.wrong)?);
        let (before, after) = item.wrong.split_once(&name)?;
        let after = after.trim_end_matches('.');
        let remark = after.is_empty() || after.starts_with(" (") && after.ends_with(')');
        remark.then(|| (before.to_owned(), format!("{name}{after}")))
    };
    let cuts: Option<Vec<_>> = items.iter().map(cut).collect();
    match cuts {
        Some(cuts) if cuts.windows(2).all(|pair| pair[0].0 == pair[1].0) => {
            cuts.into_iter().map(|(_, text)| text).collect()
        }
        _ => items.iter().map(|item| item.wrong.clone()).collect(),
    }
}

/// Enough of a text to see that a message quotes it.
fn head(text: &str) -> &str {
    const ENOUGH: usize = 24;
    text.char_indices().nth(ENOUGH).map_or(text, |(end, _)| &text[..end])
}

/// A sentence with a remark in brackets before its end.
fn aside(text: &str, remark: &str) -> String {
    format!("{} ({remark}).", text.trim_end_matches('.'))
}

fn sentence(text: &str) -> String {
    format!("{}.", text.trim_end_matches('.'))
}

/// What a rule finds, in a few words.
fn title<'a>(view: &View<'a>, finding: &'a Finding) -> &'a str {
    let rule = view.report.rules.iter().find(|rule| rule.code == finding.code);
    rule.map_or(finding.message.as_str(), |rule| rule.title.as_str())
}
