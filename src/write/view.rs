//! The report as its readers ask for it: by organization, by ranking, by state.

use std::collections::{BTreeMap, BTreeSet};

use num_traits::ToPrimitive;

use super::rows::{MeasureRow, PlanRow};
use super::words;
use crate::model::{
    Addressee, DeadlineKind, Disclosure, Finding, Kind, Organization, Place, Progress, Prospect, Report, Scope, Score,
    Severity, unmatched,
};
use crate::schedule;

/// The report with the look-ups that every document needs.
#[derive(Debug)]
pub(crate) struct View<'a> {
    pub(crate) report: &'a Report,
    pub(crate) run_id: String,
    organizations: BTreeMap<&'a str, &'a Organization>,
    /// Figures of an organization, in the order of the report.
    scores: BTreeMap<&'a str, Vec<&'a Score>>,
    /// The place that an organization is known by: in its sector, else in the region.
    places: BTreeMap<&'a str, &'a Place>,
    findings: BTreeMap<&'a str, Vec<&'a Finding>>,
    plans: BTreeMap<&'a str, Vec<PlanRow<'a>>>,
    disclosures: BTreeMap<&'a str, Vec<&'a Disclosure>>,
    /// How many people answered about an organization.
    respondents: BTreeMap<&'a str, usize>,
    /// Texts of the measures that findings speak of.
    quotes: BTreeMap<&'a str, &'a str>,
    /// Who is to put findings of a code right.
    addressees: BTreeMap<&'a str, Addressee>,
    /// What the files are.
    kinds: BTreeMap<&'a str, Kind>,
    /// Names that only answers know: most often misspelled.
    unmatched: BTreeSet<&'a str>,
}

/// Places within one scope, ranked organizations first.
#[derive(Debug)]
pub(crate) struct Board<'a> {
    pub(crate) scope: &'a Scope,
    pub(crate) places: Vec<&'a Place>,
    /// Mean of every figure over the ranked organizations that have it.
    means: BTreeMap<&'a str, f64>,
}

/// How a measure stands on the day of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum State {
    /// Reported as done.
    Done,
    /// Its day has passed, and nothing says it was done.
    Overdue,
    /// Its day is still to come.
    Ahead,
    /// It comes again and again, or has no end.
    Ongoing,
    /// It has no date that anybody could hold it to.
    Undated,
}

impl State {
    pub(crate) const ALL: [Self; 5] = [Self::Done, Self::Overdue, Self::Ahead, Self::Ongoing, Self::Undated];

    /// The word a report prints.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Done => "выполнено",
            Self::Overdue => "просрочено",
            Self::Ahead => "срок не наступил",
            Self::Ongoing => "повторяется или постоянно",
            Self::Undated => "без даты",
        }
    }
}

/// How many findings of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Severities {
    pub(crate) violations: usize,
    pub(crate) warnings: usize,
    pub(crate) notes: usize,
}

impl Severities {
    pub(crate) fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut counts = Self::default();
        for finding in findings {
            match finding.severity {
                Severity::Violation => counts.violations += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Note => counts.notes += 1,
            }
        }
        counts
    }
}

impl<'a> View<'a> {
    pub(crate) fn of(report: &'a Report) -> Self {
        let mut view = Self {
            report,
            run_id: super::run_id(report),
            organizations: report.organizations.iter().map(|o| (o.id.as_str(), o)).collect(),
            scores: BTreeMap::new(),
            places: BTreeMap::new(),
            findings: BTreeMap::new(),
            plans: BTreeMap::new(),
            disclosures: BTreeMap::new(),
            respondents: respondents(report),
            quotes: BTreeMap::new(),
            addressees: report.rules.iter().map(|rule| (rule.code.as_str(), rule.addressee)).collect(),
            kinds: report.submissions.iter().map(|s| (s.facts.source.path.as_str(), s.facts.kind)).collect(),
            unmatched: unmatched(&report.organizations, &report.submissions),
        };
        let mut quoted: BTreeMap<&str, &str> =
            report.findings.iter().filter_map(|finding| Some((finding.measure_id.as_deref()?, ""))).collect();
        for row in report.measure_rows() {
            if let Some(quote) = quoted.get_mut(row.measure_id().as_str()) {
                *quote = &row.measure.text;
            }
        }
        view.quotes = quoted;
        for score in &report.scores {
            view.scores.entry(&score.organization_id).or_default().push(score);
        }
        for level in ["region", "sector"] {
            let places = report.rankings.iter().filter(|place| place.scope.level == level);
            view.places.extend(places.map(|place| (place.organization_id.as_str(), place)));
        }
        for finding in &report.findings {
            view.findings.entry(finding.organization_id.as_deref().unwrap_or_default()).or_default().push(finding);
        }
        for findings in view.findings.values_mut() {
            findings.sort_by_key(|finding| (finding.severity, &finding.code, &finding.submission_id, ordinal(finding)));
        }
        for plan in report.plan_rows() {
            view.plans.entry(plan.organization_id.unwrap_or_default()).or_default().push(plan);
        }
        for disclosure in &report.disclosures {
            view.disclosures.entry(&disclosure.organization_id).or_default().push(disclosure);
        }
        view
    }

    /// The name of an organization, the short one where there is one; its id where it is unknown.
    pub(crate) fn name(&self, id: &'a str) -> &'a str {
        self.organizations.get(id).map_or(id, |organization| words::name(organization))
    }

    /// What a requirement says; its id where the list is not known.
    pub(crate) fn requirement(&self, disclosure: &'a Disclosure) -> &'a str {
        let key = (disclosure.edition.clone(), disclosure.requirement.clone());
        self.report.requirements.get(&key).map_or(&disclosure.requirement, String::as_str)
    }

    /// What the method calls an indicator, a criterion or the total; the code itself where it is not known.
    pub(crate) fn figure<'b>(&self, code: &'b str) -> &'b str
    where
        'a: 'b,
    {
        self.report.figures.get(code).map_or(code, String::as_str)
    }

    pub(crate) fn organization(&self, id: &str) -> Option<&'a Organization> {
        self.organizations.get(id).copied()
    }

    pub(crate) fn score(&self, id: &str, code: &str) -> Option<&'a Score> {
        self.scores(id).iter().find(|score| score.code == code).copied()
    }

    /// All figures of an organization.
    pub(crate) fn scores(&self, id: &str) -> &[&'a Score] {
        self.scores.get(id).map_or(&[], Vec::as_slice)
    }

    /// Findings about an organization; those about none are under the empty id.
    pub(crate) fn findings(&self, id: &str) -> &[&'a Finding] {
        self.findings.get(id).map_or(&[], Vec::as_slice)
    }

    /// Whether a finding is the organization's to put right, and not the operator's or the ministry's.
    pub(crate) fn is_own(&self, finding: &Finding) -> bool {
        self.addressee(finding) == Addressee::Organization
    }

    /// Who is to put a finding right.
    pub(crate) fn addressee(&self, finding: &Finding) -> Addressee {
        self.addressees.get(finding.code.as_str()).copied().unwrap_or_default()
    }

    /// Findings about an organization that it is to put right itself.
    pub(crate) fn own_findings(&self, id: &str) -> impl Iterator<Item = &'a Finding> {
        self.findings(id).iter().copied().filter(|finding| self.is_own(finding))
    }

    /// What a file is.
    pub(crate) fn kind(&self, submission_id: &str) -> Option<Kind> {
        self.kinds.get(submission_id).copied()
    }

    /// Organizations that only answers name, though there is a register.
    pub(crate) fn unmatched(&self) -> &BTreeSet<&'a str> {
        &self.unmatched
    }

    /// The text of the measure that a finding speaks of.
    pub(crate) fn quote(&self, finding: &Finding) -> Option<&'a str> {
        self.quotes.get(finding.measure_id.as_deref()?).copied().filter(|quote| !quote.is_empty())
    }

    /// Plans of an organization; those of none are under the empty id.
    pub(crate) fn plans(&self, id: &str) -> &[PlanRow<'a>] {
        self.plans.get(id).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn disclosures(&self, id: &str) -> &[&'a Disclosure] {
        self.disclosures.get(id).map_or(&[], Vec::as_slice)
    }

    /// How many people answered about an organization.
    pub(crate) fn respondents(&self, id: &str) -> usize {
        self.respondents.get(id).copied().unwrap_or_default()
    }

    /// What closing an organization's gaps would give, the largest gain first.
    pub(crate) fn prospects(&self, id: &str) -> &'a [Prospect] {
        let all = &self.report.prospects;
        let start = all.partition_point(|prospect| prospect.organization_id.as_str() < id);
        let end = all.partition_point(|prospect| prospect.organization_id.as_str() <= id);
        &all[start..end]
    }

    /// Measures of an organization, in the order of its plans.
    pub(crate) fn measures(&self, id: &str) -> impl Iterator<Item = MeasureRow<'a>> {
        self.plans(id)
            .iter()
            .flat_map(|&plan| plan.plan.measures.iter().map(move |measure| MeasureRow { plan, measure }))
    }

    /// The rankings that a report shows: by sector, or the whole region where there is no ranking by sector.
    pub(crate) fn boards(&self) -> Vec<Board<'a>> {
        let by_sector = self.boards_of("sector");
        if by_sector.is_empty() { self.boards_of("region") } else { by_sector }
    }

    /// The rankings of one level.
    pub(crate) fn boards_of(&self, level: &str) -> Vec<Board<'a>> {
        let mut boards: BTreeMap<&Scope, Vec<&Place>> = BTreeMap::new();
        for place in self.report.rankings.iter().filter(|place| place.scope.level == level) {
            boards.entry(&place.scope).or_default().push(place);
        }
        let board = |(scope, mut places): (&'a Scope, Vec<&'a Place>)| {
            places.sort_by_key(|place| (place.place.unwrap_or(u32::MAX), self.name(&place.organization_id)));
            let means = self.means(&places);
            Board { scope, places, means }
        };
        boards.into_iter().map(board).collect()
    }

    fn means(&self, places: &[&'a Place]) -> BTreeMap<&'a str, f64> {
        let mut sums: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
        let ranked = places.iter().filter(|place| place.place.is_some());
        for score in ranked.flat_map(|place| self.scores(&place.organization_id)) {
            if let Some(value) = score.value.as_ref().and_then(ToPrimitive::to_f64) {
                let (sum, n) = sums.entry(&score.code).or_default();
                (*sum, *n) = (*sum + value, *n + 1.0);
            }
        }
        sums.into_iter().map(|(code, (sum, n))| (code, sum / n)).collect()
    }

    /// The place of an organization in its sector, else in the region.
    pub(crate) fn place(&self, id: &str) -> Option<&'a Place> {
        self.places.get(id).copied()
    }

    /// How a measure stands on the day of the report.
    pub(crate) fn state(&self, row: MeasureRow<'_>) -> State {
        let measure = row.measure;
        let kind = |kinds: &[DeadlineKind]| measure.deadlines.iter().any(|d| kinds.contains(&d.kind));
        if measure.status == Progress::Complete || measure.completed_on.is_some() {
            State::Done
        } else if measure.deadlines.iter().any(|deadline| schedule::is_overdue(deadline, self.report.as_of)) {
            State::Overdue
        } else if kind(&[DeadlineKind::Date, DeadlineKind::Period]) {
            State::Ahead
        } else if kind(&[DeadlineKind::Recurring, DeadlineKind::Continuous]) {
            State::Ongoing
        } else {
            State::Undated
        }
    }
}

fn respondents(report: &Report) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for submission in &report.submissions {
        for (answers, joined) in submission.facts.answers.iter().zip(&submission.answer_organizations) {
            let named = answers.respondents.iter().filter_map(|respondent| respondent.organization);
            for id in named.filter_map(|name| joined.get(name as usize)?.as_deref()) {
                *counts.entry(id).or_default() += 1;
            }
        }
    }
    counts
}

/// The number of the measure that a finding speaks of: ids sort «#m10» before «#m2».
fn ordinal(finding: &Finding) -> Option<u32> {
    finding.measure_id.as_deref()?.rsplit_once("#m")?.1.parse().ok()
}

impl Board<'_> {
    /// The mean of a figure over the ranked organizations; `None` where none has it.
    pub(crate) fn mean(&self, code: &str) -> Option<f64> {
        self.means.get(code).copied()
    }
}
