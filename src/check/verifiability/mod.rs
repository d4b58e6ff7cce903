//! Whether a stranger could check that a measure was done: action, object and measurable result, told by a lexicon.
//!
//! A verdict always names the words it rests on, so that its reader can argue with it. Names in quotation marks are no
//! promises: «провести «Повышение грамотности»» is an event.

mod lexicon;

use std::sync::LazyLock;

use regex::Regex;

use self::lexicon::{DONE, EFFORT, EVENTS, GOING_ON, MEASURED, NOT_EFFORT, TAKEN_BACK};
use crate::language::fold::{fold, one_line};
use crate::model::{Grade, Measure, Verifiability};

/// The verdict on a measure: its lead-in and text, and its expected result where the plan states one.
///
/// A: an action that leaves something behind, or a measurable result, with an object; B: an action whose end nobody
/// stated, or a promise of effort beside a concrete action; C: effort only, or no action at all.
pub fn verifiability(measure: &Measure) -> Verifiability {
    let lead = measure.lead.as_deref().map_or(String::new(), |lead| format!("{lead} "));
    judge(&format!("{lead}{}", measure.text), measure.expected_result.as_deref())
}

fn judge(text: &str, expected_result: Option<&str>) -> Verifiability {
    let unquoted = fold(&without_quotes(&one_line(text)));
    let (promised, considered) = without_considered(&unquoted);
    let folded = concrete(without_purpose(&promised));
    let whole = format!("{} {}", fold(text), fold(expected_result.unwrap_or_default()));
    let (verb, lasting) = verb(&folded).unzip();
    let done = first(&folded, DONE).or(verb.filter(|_| lasting == Some(false)));
    let event = event(&folded);
    let going_on = event.or(first(&folded, GOING_ON)).or(verb).or(first_noun(&folded));
    let effort = first(&folded, EFFORT);
    let measured = measure_of(&whole);
    let has_object = words(&fold(text)).filter(|word| word.chars().count() > 3).count() > 1;
    if done.is_none()
        && event.is_none()
        && let Some(considered) = considered
    {
        let reason = format!(
            "{} ни к чему не {}: сделано может быть и ничего.",
            quoted(&considered),
            agreeing(&considered, "обязывает", "обязывают")
        );
        return Verifiability { grade: Grade::C, reason };
    }
    let (grade, reason) = match (done, going_on, effort, measured) {
        (Some(action), _, None, _) if has_object => {
            (Grade::A, format!("Названы действие («{action}») и его предмет: видно, сделано это или нет."))
        }
        (Some(action), _, Some(effort), Some(measure)) => (
            Grade::A,
            format!("Рядом с общими словами («{effort}») есть действие («{action}») и мера результата («{measure}»)."),
        ),
        (Some(action), _, Some(effort), None) => {
            (Grade::B, format!("Есть действие («{action}»), но рядом общие слова («{effort}») и нет меры результата."))
        }
        (None, Some(action), None, Some(measure)) if has_object => {
            (Grade::A, format!("Названы действие («{action}») и мера результата («{measure}»)."))
        }
        (None, Some(action), Some(effort), Some(measure)) => (
            Grade::B,
            format!("Общие слова («{effort}») сочетаются с действием («{action}») и мерой результата («{measure}»)."),
        ),
        (None, Some(action), None, _) => {
            (Grade::B, format!("Названо действие («{action}»), но не сказано, каким должен быть результат."))
        }
        (None, _, Some(effort), Some(measure)) => (
            Grade::B,
            format!("Действие названо общими словами («{effort}»), проверить можно только меру («{measure}»)."),
        ),
        (None, Some(action), Some(effort), None) if event.is_some() => (
            Grade::B,
            format!(
                "Рядом с общими словами («{effort}») есть действие («{action}»), но не сказано, каким должен быть результат."
            ),
        ),
        (None, _, Some(effort), None) => {
            let promises = agreeing(effort, "обещает", "обещают");
            (Grade::C, format!("{} {promises} усилия, но не действие и не результат.", quoted(effort)))
        }
        (Some(action), _, None, _) => (Grade::B, format!("Названо действие («{action}»), но не назван его предмет.")),
        (None, None, None, Some(measure)) => {
            (Grade::B, format!("Есть мера результата («{measure}»), но не названо действие."))
        }
        (None, None, None, None) => (Grade::C, "Не названо ни действие, ни результат.".to_owned()),
    };
    Verifiability { grade, reason }
}

/// «Слово «усилить»», «Слова «продолжить работу»».
fn quoted(words: &str) -> String {
    format!("{} «{words}»", agreeing(words, "Слово", "Слова"))
}

/// What agrees with one word, or with several.
fn agreeing<'a>(words: &str, one: &'a str, several: &'a str) -> &'a str {
    if words.trim().contains(' ') { several } else { one }
}

/// The text without what stands in quotation marks; quotes within quotes go with the outer ones.
fn without_quotes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut depth, mut straight) = (0_usize, false);
    for c in text.chars() {
        match c {
            '«' | '„' => depth += 1,
            '»' | '“' if depth > 0 => depth -= 1,
            '"' => straight = !straight,
            _ if depth == 0 && !straight => out.push(c),
            _ => {}
        }
    }
    // A mark that is never closed encloses nothing.
    if depth > 0 || straight { text.to_owned() } else { out }
}

/// The text without the sentences that only consider something, and the words that say so.
fn without_considered(text: &str) -> (String, Option<String>) {
    static CONSIDERED: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(&format!(r"({TAKEN_BACK})[^.;]*")).expect("a constant pattern"));
    let considered = CONSIDERED.captures(text).map(|found| found[1].to_owned());
    (CONSIDERED.replace_all(text, " ").into_owned(), considered)
}

/// The text with a plain word in place of effort that names something concrete: raising qualifications is training.
fn concrete(text: &str) -> String {
    static CONCRETE: LazyLock<Vec<(Regex, &str)>> = LazyLock::new(|| {
        NOT_EFFORT.iter().map(|(words, plain)| (Regex::new(words).expect("a constant pattern"), *plain)).collect()
    });
    CONCRETE.iter().fold(text.to_owned(), |text, (words, plain)| words.replace_all(&text, *plain).into_owned())
}

/// The first event that is promised by itself. One that an effort word governs («совершенствование обучения») is only
/// its object.
fn event(text: &str) -> Option<&str> {
    text.split([',', ';', ':', '.'])
        .flat_map(|clause| clause.split(" и "))
        .flat_map(|clause| clause.split(" путем "))
        .filter_map(|clause| {
            let event = first(clause, EVENTS)?;
            let carried = ["провед", "провест", "организ"].iter().any(|verb| clause.contains(verb));
            let before = &clause[..clause.find(event).unwrap_or_default()];
            (carried || first(before, EFFORT).is_none()).then_some(event)
        })
        .next()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
}

/// The text without the clause that says what all this is for: «пандус в целях повышения доступности» is a ramp.
fn without_purpose(text: &str) -> &str {
    const PURPOSE: &[&str] =
        &[" с целью ", " в целях ", " для повыш", " для улучш", " для обеспеч", " чтобы ", ", направленн"];
    PURPOSE.iter().filter_map(|start| text.find(start)).min().map_or(text, |end| &text[..end])
}

/// The first infinitive that promises more than effort, and whether it goes on and on («публиковать») or comes to an
/// end («повесить»). No lexicon can hold all verbs; the endings can.
fn verb(text: &str) -> Option<(&str, bool)> {
    const NOUNS: &[&str] = &[
        "часть",
        "части",
        "области",
        "пути",
        "памяти",
        "сеть",
        "сети",
        "область",
        "путь",
        "память",
        "дети",
        "речь",
        "ночь",
        "почти",
        "опять",
    ];
    const LASTING: &[&str] =
        &["ывать", "ивать", "евать", "авать", "ировать", "ковать", "мать", "щать", "жать", "рять", "гать"];
    let infinitive = |word: &&str| {
        let word = word.trim_end_matches("ся").trim_end_matches("сь");
        ["ть", "ти", "чь"].iter().any(|end| word.ends_with(end))
            && !word.ends_with("ость")
            && !word.ends_with("ости")
            && !NOUNS.contains(&word)
            && word.chars().count() > 3
    };
    let vague = |word: &&str| [EFFORT, GOING_ON].into_iter().flatten().any(|stem| word.starts_with(stem));
    let words = text.split(|c: char| !c.is_alphanumeric());
    let verb = words.filter(infinitive).find(|word| !vague(word))?;
    Some((verb, LASTING.iter().any(|end| verb.ends_with(end))))
}

/// The first word, where it is a noun of action: «сбор», «внесение», «реализация», «постановка».
fn first_noun(text: &str) -> Option<&str> {
    const SHORT: &[&str] = &["сбор", "выбор", "ввод", "выпуск", "показ", "обмен", "поиск", "учет", "пересмотр"];
    let word = text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty())?;
    let of_action =
        ["ние", "ния", "ция", "тие", "ка", "ки"].iter().any(|end| word.ends_with(end)) && word.chars().count() > 5;
    (of_action || SHORT.contains(&word)).then_some(word)
}

/// The first word of the text that begins with one of the stems, as the text has it.
fn first<'a>(text: &'a str, stems: &[&str]) -> Option<&'a str> {
    let at = |start: usize| {
        let here = &text[start..];
        stems.iter().any(|stem| here.starts_with(stem)).then(|| {
            let matched =
                stems.iter().filter(|stem| here.starts_with(**stem)).map(|stem| stem.len()).max().unwrap_or(0);
            let end = here[matched..].find(|c: char| !c.is_alphanumeric()).map_or(here.len(), |end| matched + end);
            here[..end].trim_end()
        })
    };
    word_starts(text).find_map(at)
}

fn word_starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut inside = false;
    text.char_indices().filter_map(move |(index, c)| {
        let starts = c.is_alphanumeric() && !inside;
        inside = c.is_alphanumeric();
        starts.then_some(index)
    })
}

/// What the result can be measured by: a number that counts something, or a document that proves it.
fn measure_of(text: &str) -> Option<&str> {
    if let Some(word) = first(text, MEASURED) {
        return Some(word);
    }
    // Numbers of clauses and acts («п. 3.2», «№ 277») count nothing.
    let mut before = "";
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%');
        let counts =
            !bare.is_empty() && bare.trim_end_matches('%').bytes().all(|b| b.is_ascii_digit()) && bare.len() <= 4;
        let is_year = bare.len() == 4 && (bare.starts_with("19") || bare.starts_with("20"));
        let named = ["п.", "пункт", "№", "n", "ст.", "статья", "от", "этаж", "кабинет"]
            .iter()
            .any(|name| before.starts_with(name));
        if counts && !is_year && !named && !word.ends_with(')') {
            return Some(bare);
        }
        before = word;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verdicts_follow_action_object_and_measure() {
        for (text, result, grade) in [
            ("Установить пандус у входа в здание филиала", None, Grade::A),
            ("Разместить на сайте план финансово-хозяйственной деятельности", None, Grade::A),
            ("Приобретение кулера и одноразовых стаканов", None, Grade::A),
            ("Провести не менее 4 тренингов по деловому общению", None, Grade::A),
            ("Провести обучающий семинар для сотрудников", None, Grade::B),
            ("Проведение опросов посетителей", Some("Отчёт об опросе"), Grade::A),
            ("Продолжить работу по улучшению комфортности условий", None, Grade::C),
            ("Повышать уровень доброжелательности и вежливости работников", None, Grade::C),
            ("Повышение уровня удовлетворённости до 95 %", None, Grade::B),
            ("Продолжить работу по повышению вежливости, провести тренинг", None, Grade::B),
            ("Обучение и повышение квалификации персонала", None, Grade::B),
            ("Повысить квалификацию билетёров", None, Grade::B),
            ("Вовлечение волонтёров, повышение культуры обслуживания", None, Grade::B),
            ("Совершенствование системы обучения персонала", None, Grade::C),
            ("Продолжить проведение семинаров для методистов", None, Grade::B),
            ("Рассмотреть возможность показа спектаклей с тифлокомментированием", None, Grade::C),
            ("Рассмотреть вопрос о приобретении кресел, поручней и пандуса", None, Grade::C),
            ("Рассмотреть возможность установки пандуса; приобрести кресло-коляску", None, Grade::A),
            ("Активизация работы с населением", None, Grade::C),
            ("Активизировать работу клубных формирований", None, Grade::C),
            ("Создать на сайте раздел «Рассмотреть возможность»", None, Grade::A),
            ("Улучшать работу кружка «Построить и обучить»", None, Grade::C),
            ("Провести акцию «Повышаем настроение» для посетителей", None, Grade::B),
            ("Поставить на входе \"умный\" турникет", None, Grade::A),
            ("Совершенствование материальной базы: приобрести мебель", None, Grade::B),
            ("Оклеить стены кабинета моющимися обоями", None, Grade::A),
            ("Повесить в холле план-схему здания", None, Grade::A),
            ("Предлагать посетителям чай", None, Grade::B),
            ("Сбор информации об удовлетворённости", None, Grade::B),
            ("Установить поручни в целях повышения доступности", None, Grade::A),
            ("Развитие культуры уличных концертов", None, Grade::C),
            (
                "В части п. 2 «Комфортность условий» продолжить работу по улучшению условий предоставления услуг",
                None,
                Grade::C,
            ),
            ("Открытость", None, Grade::C),
            ("", None, Grade::C),
        ] {
            let judged = judge(text, result);
            assert_eq!(judged.grade, grade, "{text}: {}", judged.reason);
            assert!(judged.reason.ends_with('.'));
        }
    }

    proptest::proptest! {
        #[test]
        fn every_text_gets_a_verdict_with_a_reason(text in "\\PC{0,120}", result in proptest::option::of("\\PC{0,40}")) {
            let judged = judge(&text, result.as_deref());
            proptest::prop_assert!(judged.grade != Grade::Absent && judged.reason.ends_with('.'));
        }
    }
}
