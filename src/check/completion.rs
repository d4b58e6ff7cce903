//! How far a measure is: whether what its plan reports as done is what the measure promised.
//!
//! The words of a progress cell are read with the plan; only beside the measure can it be told that «кнопка приобретена»
//! does not complete «установить кнопку», nor one quarter's survey a survey in every quarter.

use std::sync::LazyLock;

use regex::Regex;

use crate::language::fold::fold;
use crate::model::{DeadlineKind, Measure, Progress};

/// Reports of preparation, and the promises that it fulfils by itself.
const PREPARED: &[(&str, &str)] = &[
    (
        r"приобретен|закуплен|\bкуплен|оплачен|получен\b|доставлен",
        r"при?обре|закуп|\bкуп|покуп|оснас|оснащ|укомплект|пополн",
    ),
    (r"заказан|выделен|заключен|подан\w* заявк", r"заказ|выдел|заключ|\bподач|\bподать"),
    (r"разработан|составлен|подготовлен|согласован", r"разраб|состав|подгот|согласов|оформ|созда"),
];

/// Promises that need more than preparation.
const FINISHED: &str = r"установ|\bмонтаж|смонтир|размест|размещ|опублик|публик|вывес|повес|нанес|нанес|постро|строит|отремонт|ремонт|\bпровес|\bпровед|проводит|организ|открыт|\bоткрыв|оборудов|внедр|введен|\bввест|подключ|замен|обуч|изготов|переобор|устро|обеспеч|ознаком|утверд";

/// Words that say that the measure itself is done, whatever else stands beside them.
const DONE: &str = r"выполнен|исполнен|реализован|заверш|\bготово\b|в полном объеме|\bвып\.|\bисп\.|^да$|100 ?%";

/// One stretch of time out of many, and the last one of a year.
const ONE_PERIOD: &str = r"\b(?:за|в|на) (?:[1-4ivх]+|перв\w+|втор\w+|трет\w+|четверт\w+) ?-?(?:й|м|ом|ый)? (?:кв|квартал|полугоди|триместр)|\b(?:за|в) (?:январ|феврал|март|апрел|ма[йе]|июн|июл|август|сентябр|октябр|ноябр|декабр)";
const LAST_PERIOD: &str =
    r"\b(?:4|iv|четверт\w+) ?-?(?:й|м|ом|ый)? (?:кв|квартал)|\b(?:2|ii|втор\w+) ?-?(?:е|м|ом|ое)? полугоди|декабр";

struct Patterns {
    prepared: Vec<(Regex, Regex)>,
    finished: Regex,
    done: Regex,
    one_period: Regex,
    last_period: Regex,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let regex = |pattern: &str| Regex::new(pattern).expect("a constant pattern");
    Patterns {
        prepared: PREPARED.iter().map(|(report, promise)| (regex(report), regex(promise))).collect(),
        finished: regex(FINISHED),
        done: regex(DONE),
        one_period: regex(ONE_PERIOD),
        last_period: regex(LAST_PERIOD),
    }
});

/// The status of a measure, corrected by what it promised: what its words alone call complete may be the beginning.
pub fn completion(measure: &Measure) -> Progress {
    let Some(progress) = measure.progress.as_deref().filter(|_| measure.status == Progress::Complete) else {
        return measure.status;
    };
    let report = fold(progress);
    if is_one_of_many(measure, &report) || is_preparation(&fold(&measure.text), &report) {
        return Progress::Partial;
    }
    measure.status
}

/// One period of what comes again and again, and not the last of the year.
fn is_one_of_many(measure: &Measure, report: &str) -> bool {
    let recurs = |kind: DeadlineKind| matches!(kind, DeadlineKind::Recurring | DeadlineKind::Continuous);
    measure.deadlines.iter().any(|deadline| recurs(deadline.kind))
        && PATTERNS.one_period.is_match(report)
        && !PATTERNS.last_period.is_match(report)
}

/// Something was bought, ordered or drawn up, and the measure promises what is done with it.
fn is_preparation(promise: &str, report: &str) -> bool {
    if PATTERNS.done.is_match(report) || PATTERNS.finished.is_match(report) {
        return false;
    }
    let reported = || PATTERNS.prepared.iter().filter(|(prepared, _)| prepared.is_match(report));
    reported().next().is_some()
        && PATTERNS.finished.is_match(promise)
        && reported().all(|(_, fulfils)| !ends_with_promise(promise, fulfils))
}

/// Whether the last thing that is promised is of a kind: «установить купленные скамьи» is not fulfilled by buying.
fn ends_with_promise(promise: &str, fulfils: &Regex) -> bool {
    let last = |pattern: &Regex| pattern.find_iter(promise).last().map(|found| found.start());
    last(fulfils) > last(&PATTERNS.finished)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::example::example;

    fn of(text: &str, deadline: &str, progress: &str) -> Progress {
        let plan = format!(
            "План: МБУК «Клуб» (культура), 2025 год\n1. {text} | {deadline} | директор Ершова О.Н. | {progress}"
        );
        completion(&example(&plan).submissions[0].facts.plans[0].measures[0])
    }

    #[test]
    fn preparation_completes_what_promised_no_more() {
        for (text, progress, expected) in [
            ("Установить у входа кнопку вызова", "Кнопка приобретена", Progress::Partial),
            ("Установить у входа кнопку вызова", "Кнопка приобретена и установлена", Progress::Complete),
            ("Установить у входа кнопку вызова", "Выполнено, кнопка приобретена", Progress::Complete),
            ("Приобрести и установить кулер", "Кулер куплен", Progress::Partial),
            ("Приобрести кулер", "Кулер закуплен", Progress::Complete),
            ("Пополнить холл креслами", "Приобретены 4 кресла", Progress::Complete),
            ("Отремонтировать крыльцо", "Смета составлена", Progress::Partial),
            ("Разработать памятку", "Памятка разработана", Progress::Complete),
            ("Заключить договор и установить кулеры", "Кулеры установлены", Progress::Complete),
            ("Провести 2 тренинга", "Проведены", Progress::Complete),
            ("Обновить стенд", "вып.", Progress::Complete),
        ] {
            assert_eq!(of(text, "до 01.07.2025", progress), expected, "{text}: {progress}");
        }
    }

    #[test]
    fn one_period_does_not_complete_what_recurs() {
        for (deadline, progress, expected) in [
            ("ежемесячно", "Опрос за I квартал проведён (114 анкет)", Progress::Partial),
            ("ежемесячно", "Проведён в марте", Progress::Partial),
            ("ежемесячно", "Опрос за IV квартал проведён", Progress::Complete),
            ("постоянно", "выполнено за 1 полугодие", Progress::Partial),
            ("01.07.2025", "Проведён в марте", Progress::Complete),
        ] {
            assert_eq!(of("Проводить опрос", deadline, progress), expected, "{deadline}: {progress}");
        }
    }
}
