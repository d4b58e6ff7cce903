//! How far a measure is, by the words of its progress column.

use std::sync::LazyLock;

use regex::Regex;

use crate::language::fold::fold;
use crate::model::Progress;

/// Words of progress, the telling before the general; the first that matches wins.
static WORDS: LazyLock<Vec<(Progress, Regex)>> = LazyLock::new(|| {
    [
        (Progress::Partial, r"\bне (законч|заверш|до конца|доделан)"),
        (Progress::NotStarted, r"\bне \p{L}+(ен|ан|ят|ыт)[аоы]?\b|\bне (выполн|исполн|реализ|провед|начат|приступ|осуществ|сделан|оборудован|размещен|приобретен)|отсутств|отложен|^перенес|^отказ|снят\S* с|\bневыполн"),
        (Progress::Substantial, r"(почти|практически|в основном) (полностью )?(выполн|исполн|заверш|готов)|(на )?(8|9)\d ?(%|процент)"),
        (Progress::Partial, r"частичн|не полностью|не в полном|в работе|в процессе|выполняется|исполняется|ведется|ведутся|идет|начат|проводится|проводятся|реализуется|в стадии|запланирован|заключен договор|\bиз \d|приступ|подан\S* заявк|направлен\S* (заявк|письм)"),
        (Progress::Complete, r"выполн|исполн|реализован|провед|размещ|установлен|заверш|сделан|приобретен|обновлен|оборудован|готов|вып\.|^да$|^100 ?%|изготовлен|создан|отремонтирован|обучен|дополнен|разработан|утвержден|(замен|купл|закупл|нанес|внес|введ|почин|исправл|устран|добавл|настро|постро|оформл|получ|увелич|расшир|обеспеч|поставл|подключ|восстановл)ен|(опубликован|организован|смонтирован|актуализирован|переработан|подписан|выпущен|вывешен)|\b(откры|закры|укры)т[аоы]?\b|\bпринят[аоы]?\b"),
    ]
    .into_iter()
    .map(|(progress, words)| (progress, Regex::new(words).expect("the patterns of progress are valid")))
    .collect()
});

/// How far a measure is: by its status column, else its progress column, else its actual date.
pub(super) fn status(status: Option<&str>, progress: Option<&str>, completed: bool) -> Progress {
    let read = |text: &str| {
        let folded = fold(text);
        WORDS.iter().find(|(_, words)| words.is_match(&folded)).map(|(progress, _)| *progress)
    };
    let told = status.and_then(read).or_else(|| progress.and_then(read));
    match told {
        Some(progress) => progress,
        None if completed => Progress::Complete,
        None if progress.is_some() || status.is_some() => Progress::Partial,
        None => Progress::NoEvidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_progress() {
        for (text, want) in [
            ("выполнено", Progress::Complete),
            ("вып.", Progress::Complete),
            ("выполнено с переносом: подрядчик исправлял ошибки", Progress::Complete),
            ("не выполнено: отказ в финансировании", Progress::NotStarted),
            ("выполняется", Progress::Partial),
            ("выполнено частично", Progress::Partial),
            ("в работе (письмо от 14.06.2023 № 88)", Progress::Partial),
            ("проведено 3 из 4", Progress::Partial),
            ("практически завершено", Progress::Substantial),
            ("Отложено до утверждения цен", Progress::NotStarted),
            ("идёт закупка", Progress::Partial),
            ("Вывеска заменена", Progress::Complete),
            ("закуплены и нанесены 12.05.2025", Progress::Complete),
            ("табличка не установлена", Progress::NotStarted),
            ("ремонт не завершён", Progress::Partial),
        ] {
            assert_eq!(status(None, Some(text), false), want, "{text}");
        }
        assert_eq!(status(None, None, true), Progress::Complete);
        assert_eq!(status(None, None, false), Progress::NoEvidence);
    }
}
