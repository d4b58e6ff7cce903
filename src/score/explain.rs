//! One figure in words: what was counted, in which file and column, by which rule.

use std::fmt::Write;

use num_rational::BigRational;

use super::evidence::Evidence;
use super::indicator::{self, Basis};
use super::scheme::Source;
use super::{Terms, assess};
use crate::law::method::{Formula, Indicator};
use crate::model::{Answers, Form, Question, Sector, two_decimals};

/// How a figure of an organization came about, in Russian; `None` where the method has no such figure for it.
pub fn explain(evidence: &Evidence<'_>, terms: &Terms<'_>, code: &str) -> Option<String> {
    let method = terms.method;
    let figures = assess::Figures::new(evidence, method, terms.settings.rounding);
    let scheme = &figures.scheme;
    let value = |value: &Option<_>| value.as_ref().map_or_else(|| "не рассчитан".to_owned(), two_decimals);
    let mut out = format!("{}\n", evidence.organization.name);
    if let Some(index) = scheme.indicators.iter().position(|i| i.code == code) {
        let indicator = scheme.indicators[index];
        let _ = writeln!(out, "{} {} «{}»", indicator.code, indicator.symbol, indicator.title);
        if let Some(printed) = printed_as(evidence.organization.sector, terms, code) {
            let _ = writeln!(out, "  В отраслевом приказе этот показатель имеет номер {printed}.");
        }
        explain_indicator(evidence, indicator, &figures, &mut out);
        let _ = writeln!(out, "  Значение: {}", value(&figures.indicators[index]));
        let _ = writeln!(out, "  Правило: {}, {}", method.act, indicator.clause);
    } else if let Some(index) = scheme.criteria.iter().position(|(criterion, _)| criterion.code == code) {
        let (criterion, source) = &scheme.criteria[index];
        let _ = writeln!(out, "{} «{}»", criterion.code, criterion.title);
        match source {
            Source::Measured(weights) => {
                for (indicator, weight) in weights {
                    let _ = writeln!(
                        out,
                        "  {} × {} ({})",
                        two_decimals(&weight.exact()),
                        scheme.indicators[*indicator].code,
                        value(&figures.indicators[*indicator])
                    );
                }
                if weights.iter().any(|(indicator, _)| figures.indicators[*indicator].is_none()) {
                    let _ =
                        writeln!(out, "  Нерассчитанные показатели не учтены, сумма делится на сумму учтённых весов.");
                }
            }
            Source::Calculated(from) => {
                let codes: Vec<_> = from.iter().map(|&i| scheme.criteria[i].0.code.as_str()).collect();
                let _ = writeln!(out, "  Расчётная величина: среднее {}.", codes.join(" и "));
            }
        }
        let _ = writeln!(out, "  Значение: {}", value(&figures.sums.criteria[index]));
        let _ = writeln!(out, "  Правило: {}, критерий {}", method.act, criterion.code);
    } else if method.total.code == code {
        let _ = writeln!(out, "{} «{}»", method.total.code, method.total.title);
        for ((criterion, _), sum) in scheme.criteria.iter().zip(&figures.sums.criteria) {
            let _ = writeln!(out, "  {} ({})", criterion.code, value(sum));
        }
        let _ = writeln!(out, "  Среднее критериев: {}", value(&figures.sums.total));
        let _ = writeln!(out, "  Правило: {}, {}", method.act, method.total.clause);
    } else {
        return None;
    }
    if !method.verified {
        let _ = writeln!(out, "  {} ({}): {}", method.title, method.edition, method.source);
    }
    Some(out)
}

fn printed_as<'a>(sector: Option<Sector>, terms: &'a Terms<'_>, code: &str) -> Option<&'a str> {
    terms.method.sector(sector?)?.printed_as.get(code).map(String::as_str)
}

fn explain_indicator(evidence: &Evidence<'_>, indicator: &Indicator, figures: &assess::Figures<'_>, out: &mut String) {
    match indicator::basis(&indicator.formula) {
        Basis::Assessors => {
            for topic in indicator::topics(&indicator.formula) {
                let Some(check) = evidence.checks.get(topic) else {
                    let _ = writeln!(out, "  Нет данных чек-листа ({}).", topic.as_str());
                    continue;
                };
                let path = &check.submission.facts.source.path;
                let place = check.list.place.at_row(check.row.row);
                let _ = writeln!(out, "  Выполнено {} из {}: {path}, {place}", check.met(), check.applicable());
                let told = check.items.iter().filter(|_| !check.list.summed);
                for (item, _) in told.filter(|(_, met)| *met == Some(false)) {
                    let _ = writeln!(out, "    не выполнено (столбец {}): {}", item.column, item.text);
                }
            }
            if let Formula::MetPoints { points, cap, .. } = &indicator.formula {
                let _ = writeln!(out, "  По {points} баллов за каждое, но не более {cap}.");
            }
        }
        Basis::Respondents => {
            for &question in indicator::questions(&indicator.formula) {
                explain_question(evidence, question, figures, out);
            }
        }
    }
}

fn explain_question(evidence: &Evidence<'_>, question: Question, figures: &assess::Figures<'_>, out: &mut String) {
    for shares in &evidence.shares {
        for share in shares.stated.iter().filter(|share| share.question == question) {
            let percent = BigRational::new((100 * u64::from(share.yes)).into(), share.of.into());
            let place = shares.answers.place.at_row(share.row);
            let path = &shares.submission.facts.source.path;
            let _ = writeln!(
                out,
                "  Готовая доля {} %, число опрошенных не указано: {path}, {place}",
                two_decimals(&percent)
            );
        }
    }
    let answered =
        |form: &Form| evidence.sheets.iter().any(|sheet| sheet.answers.form == *form && !sheet.respondents.is_empty());
    let forms: Vec<Form> = Form::ALL.into_iter().filter(answered).collect();
    for (counts, form) in figures.forms.iter().zip(&forms).filter(|_| evidence.shares.is_empty()) {
        // With one questionnaire there is nothing to tell apart.
        let of_form = if forms.len() > 1 { format!(" ({})", form.title()) } else { String::new() };
        let _ = writeln!(out, "  «Да»{of_form} — {} из {}", counts.yes(question), counts.base(question));
        if counts.waits() > 0 && question == Question::InTime {
            let (points, waits) = (counts.waiting_points(), counts.waits());
            let _ = writeln!(out, "  Баллы за время ожидания{of_form}: {points} в сумме по {waits} ответам.");
        }
    }
    if let Some(filter) = question.filter() {
        let _ = writeln!(out, "  Учтены только ответившие «Да» на вопрос {}.", filter.number());
    }
    for sheet in &evidence.sheets {
        let heading = |answers: &Answers| {
            answers.questions.iter().find(|c| c.question == question).map(|c| (c.column, c.heading.clone()))
        };
        let path = &sheet.submission.facts.source.path;
        match heading(sheet.answers) {
            Some((column, heading)) => {
                let place = sheet.answers.place.at_column(column);
                let _ = writeln!(out, "  {path}, {place}: «{heading}», анкет {}", sheet.respondents.len());
            }
            None => {
                let _ = writeln!(out, "  {path}: такого вопроса не найдено");
            }
        }
    }
}
