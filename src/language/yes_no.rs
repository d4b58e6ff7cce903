//! How people write yes, no, and neither.

use super::fold::fold;

/// What a short answer says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YesNo {
    /// «Да», «1», «+», «удовлетворён», «есть».
    Yes,
    /// «Нет», «0», «-», «не удовлетворён», «отсутствует».
    No,
    /// Neither: nothing at all, «затрудняюсь ответить», «не применимо».
    Neither,
    /// Yes, but not wholly: «скорее да», «в определённой степени».
    Mostly,
    /// No, but not wholly: «частично», «скорее нет».
    Hardly,
}

/// Whole answers, folded, without closing punctuation.
const WORDS: &[(YesNo, &[&str])] = &[
    (YesNo::Yes, &["1", "1.0", "1,0", "+", "++", "v", "✓", "✔", "☑", "true", "yes", "y", "истина", "верно", "есть"]),
    (YesNo::No, &["0", "0.0", "0,0", "-", "false", "no", "n", "ложь", "неверно", "✗", "✘", "☐", "☒"]),
    (
        YesNo::Neither,
        &["", "?", "н/д", "н/п", "н.п", "нп", "n/a", "na", "nan", "null", "none", "x", "х", "/", "…", "..."],
    ),
];

/// Beginnings of answers, folded, the more telling first. A beginning ends where a word ends, unless it is a stem
/// (marked with `*`).
const BEGINNINGS: &[(YesNo, &[&str])] = &[
    (
        YesNo::Neither,
        &[
            "затрудн*",
            "не применим*",
            "неприменим*",
            "не знаю",
            "не помню",
            "нет ответа",
            "нет данных",
            "нет мнения",
            "не пользов*",
            "не использ*",
            "не обраща*",
            "не посеща*",
            "не взаимодейств*",
            "не сталкив*",
            "не примен*",
            "не требуется",
            "не предусмотр*",
            "без ответа",
            "воздерж*",
            "отказ*",
            "пропу*",
            "не относится",
            "другое",
        ],
    ),
    (
        YesNo::Hardly,
        &[
            "скорее нет",
            "скорее не*",
            "частично",
            "отчасти",
            "не полностью",
            "не совсем",
            "не вполне",
            "удовлетворительно",
            "не в полной",
        ],
    ),
    (
        YesNo::Mostly,
        &["скорее", "в определенной степени", "в основном", "в целом", "в большей степени", "по большей части"],
    ),
    (
        YesNo::No,
        &[
            "нет",
            "не удовлетвор*",
            "неудовлетвор*",
            "не устраива*",
            "не соответству*",
            "не имеется",
            "не имею",
            "не готов*",
            "не доволен",
            "не довольн*",
            "не согласен",
            "не согласна",
            "не своевременно",
            "несвоевременно",
            "не обеспечен*",
            "не размещен*",
            "не выполн*",
            "отсутств*",
            "плохо",
            "с опозданием",
            "не",
            "никогда",
            "абсолютно не*",
            "полностью не*",
            "совсем не*",
            "совершенно не*",
        ],
    ),
    (
        YesNo::Yes,
        &[
            "да",
            "удовлетвор*",
            "устраива*",
            "полностью",
            "вполне",
            "соответствует",
            "соответствуют",
            "имеется",
            "имеются",
            "имею",
            "готов*",
            "доволен",
            "довольн*",
            "согласен",
            "согласна",
            "своевременно",
            "обращал*",
            "пользовал*",
            "пользуюсь",
            "размещено",
            "размещена",
            "размещены",
            "обеспечено",
            "обеспечена",
            "обеспечены",
            "выполнено",
            "выполнен",
            "выполняется",
            "в наличии",
            "присутств*",
            "хорошо",
            "отлично",
            "конечно",
            "безусловно",
            "абсолютно",
            "совершенно",
            "очень",
            "все устраива*",
            "все хорошо",
        ],
    ),
];

/// Reads a short answer; `None` where it is something else: a number, a name, a sentence.
pub fn read(text: &str) -> Option<YesNo> {
    let folded = fold(text);
    let answer = folded.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '!' | ',' | ';' | ':' | '"'));
    if let Some((reading, _)) = WORDS.iter().find(|(_, words)| words.contains(&answer)) {
        return Some(*reading);
    }
    // «1 - Да», «а) нет»: the label of the option, then the answer.
    let unlabelled = without_label(answer);
    let begins = |beginning: &&str| match beginning.strip_suffix('*') {
        Some(stem) => unlabelled.starts_with(stem),
        None => unlabelled.strip_prefix(beginning).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)),
    };
    BEGINNINGS.iter().find(|(_, beginnings)| beginnings.iter().any(&begins)).map(|(reading, _)| *reading)
}

/// The answer without the label of its option: «1 - », «а) », «2.».
fn without_label(answer: &str) -> &str {
    let mut rest = answer.chars();
    let Some(label) = rest.next() else { return answer };
    let closed = rest.clone().next().is_some_and(|c| matches!(c, ')' | '.'));
    let numbered = label.is_ascii_digit() && rest.clone().next().is_some_and(|c| matches!(c, ' ' | '-'));
    let lettered = label.is_alphanumeric() && closed;
    if !lettered && !numbered {
        return answer;
    }
    let text = rest.as_str().trim_start_matches([')', '.', '-', ' ']);
    if text.starts_with(char::is_alphabetic) { text } else { answer }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_however_they_are_written() {
        let cases: &[(YesNo, &[&str])] = &[
            (
                YesNo::Yes,
                &[
                    "Да",
                    "да",
                    "ДА",
                    "Да.",
                    "1",
                    "+",
                    "v",
                    "V",
                    "✓",
                    "Удовлетворен(а)",
                    "Да, удовлетворен",
                    "Полностью удовлетворен",
                    "Да (услуга предоставлена своевременно или ранее установленного срока)",
                    "true",
                    "Удовлетворён",
                    "1 - Да",
                    "а) да",
                    "Имеется",
                    "Своевременно",
                    "1.0",
                    "Устраивают полностью",
                ],
            ),
            (
                YesNo::No,
                &[
                    "Нет",
                    "нет",
                    "0",
                    "-",
                    "–",
                    "Не удовлетворен",
                    "Нет (переход к вопросу 3)",
                    "Не устраивают",
                    "2) Нет",
                    "не удовлетворена",
                    "Неудовлетворён",
                    "Отсутствует",
                    "Нет (с опозданием)",
                    "FALSE",
                    "Полностью не удовлетворен",
                ],
            ),
            (
                YesNo::Neither,
                &["", "  ", "Затрудняюсь ответить", "Не пользовался", "Не обращалась", "н/д", "н/п", "Нет ответа"],
            ),
            (YesNo::Mostly, &["Скорее удовлетворен", "Скорее да", "В определённой степени"]),
            (
                YesNo::Hardly,
                &["Скорее нет", "Скорее не удовлетворен", "Частично", "Частично удовлетворён", "Удовлетворительно"],
            ),
        ];
        for (expected, texts) in cases {
            for text in *texts {
                assert_eq!(read(text), Some(*expected), "{text:?}");
            }
        }
        for text in [
            "5",
            "Дарья",
            "Нетипичный ответ",
            "МБУК «Да и нет»",
            "женский",
            "45",
            "Сделать ремонт",
            "Обеспечение условий",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }
}
