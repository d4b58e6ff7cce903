//! Which of the five criteria of order 344н a measure serves: stated, named by its section, or told by its words.

use std::sync::LazyLock;

use regex::Regex;

use crate::language::fold::fold;

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the patterns of criteria are valid")
}

/// «В части п. 3.2 «…»», «п. 1.2: …», «показатель 1.1», «по показателю 2.3», «критерий 4», «… (п. 2.1)».
static STATED: LazyLock<[Regex; 3]> = LazyLock::new(|| {
    [
        pattern(
            r#"^(?:в части|по|в соответствии с|согласно)?\s*(?:п\.|пп\.|пункт\S*)\s*([1-5](?:\.[1-3])?)\.?(?:[\s",:;)]|$)"#,
        ),
        pattern(r"\b(?:показател\S{0,3}|критери\S{0,3})\s*(?:n|no|№)?\s*([1-5](?:\.[1-3])?)\b"),
        // In brackets at the end only; a point of some act is named with its act.
        pattern(r"\((?:по |к |в части )?(?:п\.|пп\.|пункт\S*)\s*([1-5]\.[1-3])\.?(?:[,;] ?[1-5]\.[1-3])*\)[.;]?$"),
    ]
});

/// The indicator that a text states, as written: «1.2», or «2» where only the criterion is named.
pub(super) fn stated(text: &str) -> Option<String> {
    let folded = fold(text);
    STATED.iter().find_map(|pattern| pattern.captures(&folded)).map(|found| found[1].to_owned())
}

/// The indicator whose code begins a cell of criteria: «1.1», «2.3. Время ожидания».
pub(super) fn code(text: &str) -> Option<String> {
    static CODE: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^(?:п\. ?|показатель )?(?P<code>[1-5]\.[1-3])(?:[.\s]|$)"));
    CODE.captures(&fold(text)).map(|found| found["code"].to_owned())
}

/// The criterion of an indicator: the first figure of «3.2».
pub(super) fn of_indicator(indicator: &str) -> Option<u8> {
    let digit = indicator.trim().chars().find(|c| !c.is_whitespace())?.to_digit(10)? as u8;
    (1..=5).contains(&digit).then_some(digit)
}

/// Names of the criteria as orders, forms and people write them.
static NAMES: LazyLock<[(u8, Regex); 5]> = LazyLock::new(|| {
    [
        (3, pattern(r"инвалид|маломобильн|\bовз\b|доступност\S* услуг")),
        (1, pattern(r"открытост|доступност\S* информаци|информационн\S* открыт")),
        (4, pattern(r"доброжелательн|вежлив|компетентност\S* работник")),
        (5, pattern(r"удовлетворен|готовност\S* рекомендовать")),
        (2, pattern(r"комфортн|время ожидани|времени ожидани")),
    ]
});

/// The criterion that a heading names.
pub(super) fn named(heading: &str) -> Option<u8> {
    let folded = fold(heading);
    if let Some(found) = STATED[1].captures(&folded) {
        return of_indicator(&found[1]);
    }
    NAMES.iter().find(|(_, pattern)| pattern.is_match(&folded)).map(|(criterion, _)| *criterion)
}

/// Whether a short text is the name of a criterion rather than something to be done about it.
pub(super) fn is_criterion_name(text: &str) -> bool {
    static BEGINS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^((раздел|критерий|показател\S*|блок)?[\s\d.:ivx]*)?(показател\S*, характеризующ\S* )?(открытость|комфортность|доступность (услуг|для|информ)|доброжелательность|удовлетворенность)",
        )
    });
    BEGINS.is_match(&fold(text))
}

/// Whether a text in the column of deficiencies names a criterion and says nothing of what is wrong with it.
pub(super) fn heads(text: &str) -> bool {
    static WRONG: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"\bне\b|\bнет\b|отсутств|недостат|недостаточн|низк|слаб|плох|част|балл|%"));
    is_criterion_name(text) && text.chars().count() <= 120 && !WRONG.is_match(&fold(text))
}

/// Words that belong to one criterion. The third goes first: «версия сайта для слабовидящих» serves the disabled.
static WORDS: LazyLock<[(u8, Regex); 5]> = LazyLock::new(|| {
    [
        (
            3,
            pattern(concat!(
                r"инвалид|пандус|поручн|кресл\S*-коляс|кресел-коляс|брайл|тактильн|сурдо|тифло|слабовид|слабослыш|незряч|глух|доступн\S+ сред",
                r"|кнопк\S* вызова|\bовз\b|маломобильн|индукционн|мнемосхем|безбарьерн|жестов\S* язык|контрастн\S* маркиров|подъемн\S* платформ|сменн\S* кресл"
            )),
        ),
        (
            4,
            pattern(
                r"доброжелат|вежлив|этик|деонтолог|тренинг|повышени\S* квалификаци|конфликт|культур\S* общени|речев\S* модул|бейдж|выгорани|стажиров",
            ),
        ),
        (
            2,
            pattern(concat!(
                r"комфорт|зон\S* (отдыха|ожидания)|мебел|кресл|скам|диван|навигац|указател|питьев|кулер|вод[аыу]\b|санузел|санузл|туалет|санитарно-гигиен",
                r"|ремонт|гардероб|парков|стоянк|транспортн|запис\S* на прием|очеред|вентиляц|кондиционер|освещени|бронировани|покупк\S* билет|онлайн-запис"
            )),
        ),
        (
            1,
            pattern(concat!(
                r"\bсайт|стенд|bus\.gov|обратн\S* связ|электронн\S* (сервис|обращени|почт|приемн)|чат-бот|часто задаваем|анкет\S* на|\bраздел|размест|размещени|актуализ|информировани",
                r"|официальн\S* страниц|соцсет|социальн\S* сет|буклет|афиш|публик|горяч\S* лини"
            )),
        ),
        (
            5,
            pattern(
                r"удовлетвор|рекоменд|график\S* работы|режим\S* работы|опрос|анкетировани|качеств\S* (оказани|услуг|условий)|расширени\S* (перечн\S* )?услуг|отзыв|предложени",
            ),
        ),
    ]
});

/// The criterion that the words of a deficiency or measure belong to.
pub(super) fn guessed(text: &str) -> Option<u8> {
    let folded = fold(text);
    WORDS.iter().find(|(_, pattern)| pattern.is_match(&folded)).map(|(criterion, _)| *criterion)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indicators_are_stated() {
        for (text, want) in [
            ("В части п.1.2 «Наличие форм» доработать форму", Some("1.2")),
            ("В части п. 2 «Комфортность» продолжить", Some("2")),
            ("В части п. 3.2. «Обеспечение условий» выполнить", Some("3.2")),
            ("Нет расписания (показатель 1.1)", Some("1.1")),
            ("В части п. 1.1: создать раздел", Some("1.1")),
            ("п.2.1, установить кулер", Some("2.1")),
            ("Обновить указатели (п. 5.2)", Some("5.2")),
            ("Оборудовать пандус (по п. 3.1, 3.2);", Some("3.1")),
            ("Привести уборную к норме (п. 3.1 правил)", None),
            ("Исполнить п. 7 приказа", None),
            ("По показателю «Открытость» представить сведения", None),
            ("Провести опрос", None),
        ] {
            assert_eq!(stated(text).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn codes_begin_cells_of_criteria() {
        assert_eq!(code("1.1").as_deref(), Some("1.1"));
        assert_eq!(code("2.3. Время ожидания").as_deref(), Some("2.3"));
        for text in ["Открытость", "1", "1.15", "6.1", "3.2024"] {
            assert_eq!(code(text), None, "{text}");
        }
    }

    #[test]
    fn headings_name_criteria() {
        for (text, want) in [
            ("I. Открытость и доступность информации об организации", Some(1)),
            ("II. Комфортность условий предоставления услуг", Some(2)),
            ("III. Доступность услуг для инвалидов", Some(3)),
            ("Критерий 4. Доброжелательность, вежливость работников", Some(4)),
            ("V. Удовлетворённость условиями оказания услуг", Some(5)),
            ("III. Показатели, характеризующие время ожидания", Some(2)),
            ("Организационная работа", None),
        ] {
            assert_eq!(named(text), want, "{text}");
        }
    }

    #[test]
    fn words_tell_the_criterion() {
        for (text, want) in [
            ("Проверить версию сайта для слабовидящих", Some(3)),
            ("Оборудовать парковку для инвалидов", Some(3)),
            ("Обновить раздел сайта", Some(1)),
            ("Установить кулер", Some(2)),
            ("Провести тренинг для работников", Some(4)),
            ("Опросить посетителей: провести опрос", Some(5)),
            ("Купить барабан", None),
        ] {
            assert_eq!(guessed(text), want, "{text}");
        }
    }
}
