//! One organization: its evidence to figures, intervals, standing and findings.

use num_rational::BigRational;

use super::bootstrap::{self, Draws, Stratum};
use super::counts::Counts;
use super::evidence::Evidence;
use super::indicator::{self, Basis};
use super::number::Number;
use super::scheme::{Scheme, Source, Sums};
use super::{Rounding, Terms, awaited, basis, gain, integrity, sample, waiting};
use crate::law::method::{Formula, Indicator, Method};
use crate::model::{Assessment, Form, Score, ScoreNote, Standing};

/// The exact figures of one organization with what they were made of.
pub(super) struct Figures<'a> {
    pub(super) scheme: Scheme<'a>,
    pub(super) strata: Vec<Stratum>,
    /// Counts of each questionnaire.
    pub(super) forms: Vec<Counts>,
    /// In the order of the scheme.
    pub(super) indicators: Vec<Option<BigRational>>,
    pub(super) sums: Sums<BigRational>,
}

impl<'a> Figures<'a> {
    pub(super) fn new(evidence: &Evidence<'_>, method: &'a Method, rounding: Rounding) -> Self {
        let strata = strata(evidence, method);
        let mut forms: Vec<Counts> = strata.iter().map(Stratum::counts).collect();
        forms.extend(stated(evidence));
        let waiting_asked = forms.iter().any(|counts| {
            let asks =
                |i: &Indicator| matches!(&i.formula, Formula::Waiting { question } if counts.base(*question) > 0);
            counts.waits() > 0 || method.indicators.iter().any(asks)
        });
        let organization = evidence.organization;
        let scheme = Scheme::new(method, organization.sector, organization.kind, waiting_asked);
        let value = |indicator: &&Indicator| {
            indicator::assessed(&indicator.formula, &evidence.checks)
                .or_else(|| indicator::surveyed(&indicator.formula, &forms))
                .map(|value: BigRational| value.settle(rounding))
        };
        let indicators: Vec<_> = scheme.indicators.iter().map(value).collect();
        let sums = scheme.sums(&indicators, rounding);
        Self { scheme, strata, forms, indicators, sums }
    }
}

/// The respondents of an organization as counts, questionnaire by questionnaire.
fn strata(evidence: &Evidence<'_>, method: &Method) -> Vec<Stratum> {
    let of_form = |form: Form| {
        let mut respondents = Vec::new();
        for sheet in evidence.sheets.iter().filter(|sheet| sheet.answers.form == form) {
            let asked = sheet.answers.asked();
            respondents.extend(sheet.respondents.iter().map(|respondent| {
                let points = |wait| waiting::points(wait, &sheet.answers.waiting, &method.waiting);
                Counts::one(respondent, asked, respondent.waits.iter().filter_map(points))
            }));
        }
        (!respondents.is_empty()).then(|| Stratum::new(respondents))
    };
    Form::ALL.into_iter().filter_map(of_form).collect()
}

/// Shares that tables state instead of answers, questionnaire by questionnaire. Of two that state the same the first
/// counts.
fn stated(evidence: &Evidence<'_>) -> impl Iterator<Item = Counts> {
    Form::ALL.into_iter().filter_map(|form| {
        let mut counts: Option<Counts> = None;
        let of_form = evidence.shares.iter().filter(|shares| shares.answers.form == form);
        for share in of_form.flat_map(|shares| &shares.stated) {
            let counts = counts.get_or_insert(Counts::NONE);
            if counts.base(share.question) == 0 {
                *counts += &Counts::stated(share);
            }
        }
        counts
    })
}

/// Computes one organization from its own evidence alone.
pub fn assess(evidence: &Evidence<'_>, terms: &Terms<'_>) -> Assessment {
    let method = terms.method;
    let figures = Figures::new(evidence, method, terms.settings.rounding);
    let seen: Vec<Option<f64>> =
        figures.scheme.indicators.iter().map(|i| indicator::assessed(&i.formula, &evidence.checks)).collect();
    let id = evidence.organization.id.as_str();
    // Counts and shares do not tell who answered what together with what: they cannot be drawn anew.
    let drawn = evidence.shares.is_empty() && evidence.sheets.iter().all(|sheet| !sheet.answers.summed);
    let count = if drawn { terms.settings.draws } else { 0 };
    let draws = bootstrap::draw(id, &figures.strata, &figures.scheme, &seen, count);
    let scores = scores(evidence, method, &figures, &draws);
    let mut findings = sample::findings(evidence, terms, &scores);
    findings.extend(awaited::findings(evidence, terms, &scores));
    findings.extend(integrity::findings(evidence, terms));
    Assessment {
        organization_id: id.to_owned(),
        standing: standing(evidence, method, figures.sums.total.is_some()),
        draws: totals(&draws, &figures, terms.settings.draws),
        drawn,
        gains: gain::gains(evidence, &figures),
        findings,
        basis: basis::basis(evidence, &figures, method),
        scores,
    }
}

/// Totals of the draws in hundredths. The rare draw that could not compute a total stands for no change.
fn totals(draws: &Draws, figures: &Figures<'_>, count: u32) -> Vec<u16> {
    let Some(total) = figures.sums.total.as_ref().and_then(num_traits::ToPrimitive::to_f64) else { return Vec::new() };
    let hundredths = |total: f64| (total * 100.0).round() as u16;
    let mut totals: Vec<u16> = draws.totals.iter().map(|&total| hundredths(total)).collect();
    totals.resize(count as usize, hundredths(total));
    totals
}

fn scores(evidence: &Evidence<'_>, method: &Method, figures: &Figures<'_>, draws: &Draws) -> Vec<Score> {
    let respondents = evidence.respondents();
    let blank = |code: &str| Score {
        organization_id: evidence.organization.id.clone(),
        code: code.to_owned(),
        value: None,
        numerator: None,
        denominator: None,
        n: evidence.shares.is_empty().then_some(respondents),
        low: None,
        high: None,
        note: None,
        method_edition: method.id.clone(),
    };
    let mut scores = Vec::new();
    for (index, indicator) in figures.scheme.indicators.iter().enumerate() {
        let value = figures.indicators[index].clone();
        let fraction = fraction(&indicator.formula, evidence, &figures.forms);
        let survey = indicator::basis(&indicator.formula) == Basis::Respondents;
        let share = survey && matches!(fraction, Some((_, Some(_))));
        let ends = match fraction {
            _ if !survey || value.is_none() => None,
            Some((yes, Some(of))) => bootstrap::wilson(yes, of),
            _ => bootstrap::interval(&draws.indicators[index]),
        };
        scores.push(Score {
            note: indicator_note(indicator, evidence, &figures.forms, value.is_some()),
            numerator: fraction.map(|(numerator, _)| numerator),
            denominator: fraction.and_then(|(_, denominator)| denominator),
            n: match fraction {
                _ if !survey => None,
                Some((_, of)) if share => of,
                _ => evidence.shares.is_empty().then_some(respondents),
            },
            low: ends.map(|(low, _)| low),
            high: ends.map(|(_, high)| high),
            value,
            ..blank(&indicator.code)
        });
    }
    for (index, (criterion, source)) in figures.scheme.criteria.iter().enumerate() {
        let ends = bootstrap::interval(&draws.criteria[index]);
        let value = figures.sums.criteria[index].clone();
        scores.push(Score {
            note: criterion_note(source, figures, value.is_some()),
            low: ends.map(|(low, _)| low),
            high: ends.map(|(_, high)| high),
            value,
            ..blank(&criterion.code)
        });
    }
    let ends = bootstrap::interval(&draws.totals).filter(|_| figures.sums.total.is_some());
    scores.push(Score {
        value: figures.sums.total.clone(),
        note: figures.sums.total.is_none().then(|| {
            note("missing-criterion", "Итоговая оценка не рассчитана: не рассчитан хотя бы один из критериев.")
        }),
        low: ends.map(|(low, _)| low),
        high: ends.map(|(_, high)| high),
        ..blank(&method.total.code)
    });
    scores
}

/// What was counted, where an indicator is one share (out of how many) or so many points for each item.
fn fraction(formula: &Formula, evidence: &Evidence<'_>, forms: &[Counts]) -> Option<(u64, Option<u64>)> {
    match (formula, forms) {
        (Formula::Shares { .. }, _) if !evidence.shares.is_empty() => None,
        (Formula::MetPoints { topic, .. }, _) => evidence.checks.get(topic).map(|check| (check.met(), None)),
        (Formula::Shares { questions }, [counts]) => match questions.as_slice() {
            [question] => Some((counts.yes(*question), Some(counts.base(*question)))),
            _ => None,
        },
        _ => None,
    }
}

fn note(code: &str, text: impl Into<String>) -> ScoreNote {
    ScoreNote { code: code.to_owned(), text: text.into() }
}

fn indicator_note(
    indicator: &Indicator,
    evidence: &Evidence<'_>,
    forms: &[Counts],
    computed: bool,
) -> Option<ScoreNote> {
    let formula = &indicator.formula;
    if indicator::basis(formula) == Basis::Assessors {
        let topics = indicator::topics(formula);
        return Some(match topics.iter().filter(|topic| evidence.checks.contains_key(topic)).count() {
            0 => note("no-checklist", "Показатель не рассчитан: нет данных чек-листа."),
            seen if seen < topics.len() => {
                note("one-half", "По одному из каналов данных нет; показателем служит другой. Погрешности выборки нет.")
            }
            _ => note("no-sampling-error", "Рассчитан по чек-листу экспертов; погрешности выборки нет."),
        });
    }
    let questions = indicator::questions(formula);
    let asked = |question| forms.iter().any(|counts| counts.base(question) > 0 && counts.answered(question) > 0);
    if !computed {
        return Some(if forms.is_empty() {
            note("no-answers", "Показатель не рассчитан: нет ни одной анкеты.")
        } else if evidence.sheets.iter().all(|s| questions.iter().all(|&q| s.answers.asked() & 1 << q as u16 == 0)) {
            note("not-asked", "Показатель не рассчитан: в анкете такого вопроса не найдено.")
        } else {
            note("zero-denominator", "Показатель не рассчитан: ни один из опрошенных не мог ответить на этот вопрос.")
        });
    }
    if !evidence.shares.is_empty() {
        let text = "Доля взята готовой из таблицы, число опрошенных в ней не указано: погрешность неизвестна.";
        return Some(note("stated-share", text));
    }
    if forms.len() > 1 {
        return Some(note("several-forms", "Среднее по анкетам для стационара и для поликлиники."));
    }
    let waited = forms.iter().any(|counts| counts.waits() > 0);
    match formula {
        Formula::Shares { questions } if questions.len() > 1 && !questions.iter().all(|&q| asked(q)) => {
            Some(note("one-half", "Одним из каналов никто не пользовался; показателем служит доля по другому."))
        }
        Formula::Waiting { question } if !waited && asked(*question) => {
            Some(note("one-half", "Время ожидания не измерялось; показателем служит доля своевременно обслуженных."))
        }
        Formula::Waiting { question } if waited && !asked(*question) => {
            Some(note("one-half", "О своевременности не спрашивали; показателем служит среднее время ожидания."))
        }
        _ => None,
    }
}

fn criterion_note(source: &Source, figures: &Figures<'_>, computed: bool) -> Option<ScoreNote> {
    match source {
        Source::Calculated(_) => Some(note(
            "calculated",
            "Для организаций этого вида критерий не измеряется: расчётная величина по критериям 1 и 3.",
        )),
        Source::Measured(_) if !computed => {
            Some(note("not-computed", "Критерий не рассчитан: не рассчитан ни один из его показателей."))
        }
        Source::Measured(weights) => {
            let missing: Vec<&str> = weights
                .iter()
                .filter(|(index, _)| figures.indicators[*index].is_none())
                .map(|(index, _)| figures.scheme.indicators[*index].code.as_str())
                .collect();
            (!missing.is_empty()).then(|| {
                let text = format!("Не рассчитано: {}. Веса остальных показателей увеличены.", missing.join(", "));
                note("renormalized", text)
            })
        }
    }
}

fn standing(evidence: &Evidence<'_>, method: &Method, has_total: bool) -> Standing {
    let respondents = evidence.respondents();
    let limits = method.reliability;
    if respondents == 0 && evidence.shares.is_empty() {
        Standing::Withheld("Нет ни одной анкеты.".to_owned())
    } else if evidence.checks.is_empty() {
        Standing::Withheld("Нет чек-листа: условия на стенде, на сайте и в помещениях не оценены.".to_owned())
    } else if !has_total {
        Standing::Withheld("Не рассчитан хотя бы один из критериев.".to_owned())
    } else if respondents == 0 {
        Standing::Noted("Переданы готовые доли без числа опрошенных: насколько они точны, неизвестно.".to_owned())
    } else if respondents < limits.withhold_below {
        let least = limits.withhold_below;
        Standing::Withheld(format!("Опрошено {respondents}: меньше {least} анкет, место не определяется."))
    } else if respondents < limits.note_below {
        Standing::Noted(format!("Опрошено {respondents}: анкет мало, оценка приблизительна."))
    } else {
        Standing::Ranked
    }
}
