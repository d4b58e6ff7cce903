//! Editions of the calculation order: criteria, indicators, weights, points and caps, per sector.

mod parse;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use num_bigint::BigInt;
use num_rational::BigRational;
use serde::Deserialize;

pub use parse::parse;

use crate::model::{CheckTopic, OrganizationKind, Question, Sector};

/// One edition of the calculation order.
#[derive(Clone, Debug)]
pub struct Method {
    /// Stable id, such as `344n-2018`.
    pub id: String,
    /// What the order is called.
    pub title: String,
    /// The act.
    pub act: String,
    /// Which edition of it.
    pub edition: String,
    /// First day in force.
    pub in_force_from: NaiveDate,
    /// Whether the figures were compared with the text of the act.
    pub verified: bool,
    /// Where the figures come from.
    pub source: String,
    /// What becomes of a criterion when one of its indicators is not computed.
    pub missing: Missing,
    /// The total.
    pub total: Total,
    /// How many recipients have to be asked.
    pub sample: Sample,
    /// How many answers make a figure worth showing.
    pub reliability: Reliability,
    /// Points for waiting.
    pub waiting: WaitingScale,
    /// Criteria in the order's own order.
    pub criteria: Vec<Criterion>,
    /// Indicators in the order's own order.
    pub indicators: Vec<Indicator>,
    /// What each sector does differently.
    pub sectors: Vec<SectorRules>,
}

impl Method {
    /// The edition in force on a day: the latest of those that had begun; before the first of them, the first.
    pub fn on(methods: &[Self], day: NaiveDate) -> Option<&Self> {
        methods
            .iter()
            .filter(|m| m.in_force_from <= day)
            .max_by_key(|m| m.in_force_from)
            .or_else(|| methods.iter().min_by_key(|m| m.in_force_from))
    }

    /// An indicator by its code.
    pub fn indicator(&self, code: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|i| i.code == code)
    }

    /// What a sector does differently.
    pub fn sector(&self, sector: Sector) -> Option<&SectorRules> {
        self.sectors.iter().find(|s| s.sector == sector)
    }

    /// The indicators of a criterion with their weights, as a sector counts them.
    pub fn weights<'a>(&'a self, criterion: &'a Criterion, sector: Option<Sector>) -> &'a BTreeMap<String, Fraction> {
        sector
            .and_then(|sector| self.sector(sector))
            .and_then(|rules| rules.weights.get(&criterion.code))
            .unwrap_or(&criterion.weights)
    }

    /// Which criteria are calculated from which others for a kind of organization; `None` where all are measured.
    pub fn calculated(&self, sector: Option<Sector>, kind: Option<OrganizationKind>) -> Option<&KindRules> {
        let rules = self.sector(sector?)?;
        rules.kinds.iter().find(|k| Some(k.kind) == kind)
    }
}

/// What becomes of a criterion when one of its indicators is not computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// The weighted mean of the indicators that were computed.
    Renormalize,
    /// The criterion is not computed either.
    Withhold,
}

/// The total of an organization.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Total {
    /// «S».
    pub code: String,
    /// What it is called.
    pub title: String,
    /// Where the order speaks of it.
    pub clause: String,
}

/// How many recipients have to be asked.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    /// The act that says so.
    pub act: String,
    /// Where in it.
    pub clause: String,
    /// The share of the recipients of a year.
    pub share: Fraction,
    /// Never more than this.
    pub most: u64,
    /// Whether the figures were compared with the text of the act.
    pub verified: bool,
}

impl Sample {
    /// How many recipients have to be asked where so many were served in a year.
    pub fn required(&self, recipients: u64) -> u64 {
        let (share, of) = (u128::from(self.share.numerator), u128::from(self.share.denominator));
        let needed = (u128::from(recipients) * share).div_ceil(of);
        u64::try_from(needed).map_or(self.most, |needed| needed.min(self.most))
    }
}

/// How many answers make a figure worth showing.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reliability {
    /// Below this, figures are shown with a note.
    pub note_below: u64,
    /// Below this, the organization gets no place.
    pub withhold_below: u64,
}

/// Points for a wait, compared with the established term.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaitingScale {
    /// Longer than the term.
    pub over: u32,
    /// As long as the term.
    pub equal: u32,
    /// Shorter by one unit, by two, and so on; the last stands for everything shorter still.
    pub less_by: Vec<u32>,
    /// At most half of the term.
    pub half: u32,
    /// Where the order says so.
    pub clause: String,
    /// Whether the figures were compared with the text of the act.
    pub verified: bool,
    /// Established terms, by words of the question.
    #[serde(default, rename = "term")]
    pub terms: Vec<WaitingTerm>,
}

/// An established term of waiting.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaitingTerm {
    /// Beginnings of words, one of which the question has.
    pub words: Vec<String>,
    /// `hour` or `day`.
    pub unit: String,
    /// How many of them.
    pub amount: u32,
}

/// A criterion: a weighted sum of indicators.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// «K1» to «K5».
    pub code: String,
    /// What it is called.
    pub title: String,
    /// Indicators and their weights; they add up to one.
    pub weights: BTreeMap<String, Fraction>,
}

/// An indicator.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// «1.1» to «5.3».
    pub code: String,
    /// As operators write it: «Пинф».
    pub symbol: String,
    /// What it is called.
    pub title: String,
    /// Where the order speaks of it.
    pub clause: String,
    /// How it is computed.
    pub formula: Formula,
}

/// How an indicator is computed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind", deny_unknown_fields)]
pub enum Formula {
    /// The mean, over topics of the check-list, of the share of applicable items that are met.
    MetShares {
        /// The topics.
        topics: Vec<CheckTopic>,
    },
    /// So many points for each item that is met, up to a cap.
    MetPoints {
        /// The topic.
        topic: CheckTopic,
        /// Points for one item.
        points: u32,
        /// At most this.
        cap: u32,
    },
    /// The mean, over questions, of the share of «Да» among those who were asked and passed the question's filter.
    Shares {
        /// The questions.
        questions: Vec<Question>,
    },
    /// The mean of the points for waiting and of the share of «Да» to a question.
    Waiting {
        /// Whether the service was given in time.
        question: Question,
    },
}

/// What a sector does differently.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectorRules {
    /// The sector.
    pub sector: Sector,
    /// The order that defines its indicators.
    pub act: String,
    /// Whether its rules were compared with a source.
    pub verified: bool,
    /// Its own weights, by criterion.
    #[serde(default)]
    pub weights: BTreeMap<String, BTreeMap<String, Fraction>>,
    /// The number that the sector's own order gives to an indicator, where it differs.
    #[serde(default)]
    pub printed_as: BTreeMap<String, String>,
    /// Kinds of organizations with rules of their own.
    #[serde(default, rename = "kind")]
    pub kinds: Vec<KindRules>,
}

/// Criteria that are calculated for a kind of organization instead of being measured.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindRules {
    /// The kind.
    pub kind: OrganizationKind,
    /// Criteria that are calculated.
    pub calculated: Vec<String>,
    /// As the mean of these.
    pub from: Vec<String>,
    /// Whether this was compared with a source.
    pub verified: bool,
}

/// A decimal fraction of the law, kept exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct Fraction {
    /// Above the line.
    pub numerator: u64,
    /// Below the line, a power of ten.
    pub denominator: u64,
}

impl Fraction {
    /// The exact number.
    pub fn exact(self) -> BigRational {
        BigRational::new(BigInt::from(self.numerator), BigInt::from(self.denominator))
    }
}

impl TryFrom<String> for Fraction {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong = || format!("«{text}» не десятичная дробь вида «0.3»");
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        if decimals.len() > 9 || !(whole.bytes().chain(decimals.bytes()).all(|b| b.is_ascii_digit())) {
            return Err(wrong());
        }
        let numerator = format!("{whole}{decimals}").parse().map_err(|_| wrong())?;
        Ok(Self { numerator, denominator: 10_u64.pow(decimals.len() as u32) })
    }
}
