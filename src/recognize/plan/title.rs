//! Lines around tables: titles that mark a plan, stamps, letters, signatures.

use std::sync::LazyLock;

use regex::Regex;

use crate::language::fold::fold;

/// What a line outside the measures is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// «ПЛАН», «План мероприятий по …», «Дорожная карта …», «Отчёт о выполнении плана …».
    PlanTitle,
    /// «Предложения по …», «Рекомендации по …».
    RecommendationsTitle,
    /// «УТВЕРЖДАЮ», «Согласовано», «Приложение № 1 к приказу …».
    Stamp,
    /// «Уважаемая …!», «Приложение: на 3 л.», «Исп. …»: a letter around the plan.
    Letter,
    /// «Расписание …», «План закупок …», «Прейскурант …»: a document that has terms and persons but plans nothing here.
    Foreign,
    /// «ПРИКАЗ», «ПРИКАЗЫВАЮ:», «РЕШИЛИ:»: another sort of act.
    Act,
    /// Anything else.
    Other,
}

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the patterns of this table are valid")
}

/// Beginnings of lines, folded; the first that matches wins.
static LINES: LazyLock<Vec<(Line, Regex)>> = LazyLock::new(|| {
    vec![
        (
            Line::Letter,
            pattern(
                r"^(уважаем|приложение: |приложения: |исп\.|исполнитель: .{3,40}тел|на ваш|в ответ на|направляем )",
            ),
        ),
        (
            Line::Act,
            pattern(
                r#"^"?(приказываю|постановляю|распоряжаюсь|решили|постановили|приказ|постановление|распоряжение|протокол|договор|контракт|положение|устав)"?( |:|$|№)"#,
            ),
        ),
        (Line::Act, pattern(r"^п ?р ?и ?к ?а ?з")),
        (
            Line::Foreign,
            pattern(concat!(
                r"^(расписание|прейскурант|прайс|меню|штатное|смета|табель|номенклатура дел)( |-|$)",
                r"|^график (отпусков|дежурств|работы|приема|занятий|закупок|сменности|уборки|отключени)",
                r"|^журнал (учета|регистрации|инструктаж)",
                r"|^(учебный |тематический |календарно-тематическ\S+ )план|^план-конспект",
                r"|^план(-график)? (финансово|хозяйственн|закуп|размещения заказ|эвакуаци|счетов|застройк|помещени|урока|занятия|приема|выпуска)",
            )),
        ),
        (Line::PlanTitle, pattern(r"^(приложение .{0,90} )?(п ?л ?а ?н|проект плана|планы)( |$|-график)")),
        (
            Line::PlanTitle,
            pattern(
                r#"^((комплексный|муниципальный|годовой|единый|сводный|перспективный|календарный|региональный|ведомственный|общий) ){0,2}план( |$|-график)|^циклограмма мероприятий"#,
            ),
        ),
        (
            Line::PlanTitle,
            pattern(
                r#"^(программа (мероприятий|работ|улучшен|повышен|развит)|"?дорожная карта|комплекс мер|перечень мер|меры по |мероприятия,? (по|направлен)|система мероприятий)"#,
            ),
        ),
        (
            Line::PlanTitle,
            pattern(r"^(отчет|информация|сведения|справка) (о|об|по) (ходе )?(\S+ )?(выполнен|исполнен|реализац)"),
        ),
        (
            Line::RecommendationsTitle,
            pattern(r"^(предложени[яе]|рекомендаци[ия]|\d+\.? рекомендации) (по|об?|для|на) "),
        ),
        (
            Line::Stamp,
            pattern(r#"^\W{0,2}(у ?т ?в ?е ?р ?ж ?д|утв\.|согласован|согласен|принят|рассмотрен|одобрен|введен)"#),
        ),
        (Line::Stamp, pattern(r"^приложение( n| №| к | \d|$)")),
    ]
});

/// What a line is.
pub(super) fn classify(line: &str) -> Line {
    let folded = fold(line);
    let kind = LINES.iter().find(|(_, pattern)| pattern.is_match(&folded)).map_or(Line::Other, |(kind, _)| *kind);
    // «мероприятия, направленные на …» in the middle of a wrapped sentence is no title.
    let small = line.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase);
    if small && kind != Line::Stamp { Line::Other } else { kind }
}

/// Whether a sentence of a letter leads in the plan that it sends: «… направляет план по устранению недостатков:».
pub(super) fn sends_plan(line: &str) -> bool {
    static SENDS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(направля|представля|сообща|информиру|планиру|предусмотрен|запланирован|намечен|разработан)\S* .*(план|мероприяти|мер)\S*.*:$",
        )
    });
    has_topic(line) && SENDS.is_match(&fold(line))
}

/// Whether a sentence of a letter says that an institution sends its plan: «МБУК «Галерея» направляет план мероприятий …».
pub(super) fn announces_plan(line: &str) -> bool {
    static ANNOUNCES: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(^| )(направля|представля)(ет|ем|ю) (\S+ ){0,3}план( |$)"));
    has_topic(line) && ANNOUNCES.is_match(&fold(line))
}

/// Whether any line of a text is the title of a plan or of recommendations.
pub(super) fn titles_plan(text: &str) -> bool {
    text.lines().any(|line| matches!(classify(line), Line::PlanTitle | Line::RecommendationsTitle))
}

/// The title of minutes; a stamp may name a protocol too, but with its date.
static MINUTES: LazyLock<Regex> = LazyLock::new(|| pattern(r"^протокол\W{0,3}(n|no|№)?\W{0,2}\d{0,5}$"));

/// Whether any line of a text is the title of a document of another sort.
pub(super) fn titles_other(text: &str) -> bool {
    text.lines().any(|line| classify(line) == Line::Foreign || MINUTES.is_match(&fold(line)))
}

/// Whether a new document begins here: its stamp or its title.
pub(super) fn begins_document(text: &str) -> bool {
    text.lines().any(|line| matches!(classify(line), Line::PlanTitle | Line::RecommendationsTitle | Line::Stamp))
}

static TOPIC: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"качеств|недостатк|недочет|независим|замечани|улучшен|устранен|мероприят|удовлетворен|доступност|открытост|обслуживан",
    )
});

/// Whether a title speaks of what such plans are about: quality, shortcomings, measures.
pub(super) fn has_topic(text: &str) -> bool {
    TOPIC.is_match(&fold(text))
}

static SIGNATURE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"_{3,}|\.{6,}|…{2,}",
        r"|^(директор|заведующ\S+|руководитель|глава|председатель|начальник|главный врач|и\.? ?о\.?|врио|исполнитель|исп\.|составил\S*|подготовил\S*|отчет составил)\b.{0,140}$",
        r"|^документ подписан|^подписано|^<\d+>|^\* |^примечани[ея]:|^м\. ?п\.",
        r"|^ответствен\S+ (исполнитель )?(за|:|-)|^за выполнение|^контроль за |^ответствен\S+ исполнитель ?[:-]"
    ))
});

/// Whether a line below the measures signs the plan, names who answers for all of it, or is a note.
pub(super) fn closes_plan(line: &str) -> bool {
    SIGNATURE.is_match(&fold(line))
}

/// Whether a line can be a section's heading: short, no sentence, no list item of a letter.
pub(super) fn is_heading_like(line: &str) -> bool {
    let line = line.trim();
    (3..=220).contains(&line.chars().count())
        && !line.ends_with([';', ',', ':'])
        && !closes_plan(line)
        && classify(line) == Line::Other
        && line.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_apart() {
        for (line, want) in [
            ("П Л А Н", Line::PlanTitle),
            ("План мероприятий по улучшению качества работы", Line::PlanTitle),
            ("Приложение к Постановлению от 30.12.2013 г № 982 План", Line::PlanTitle),
            ("«Дорожная карта» по улучшению", Line::PlanTitle),
            ("Отчёт о выполнении плана по устранению недостатков", Line::PlanTitle),
            ("Комплексный план мероприятий", Line::PlanTitle),
            ("Единый региональный план мероприятий", Line::PlanTitle),
            ("Циклограмма мероприятий", Line::PlanTitle),
            ("Предложения по улучшению качества деятельности", Line::RecommendationsTitle),
            ("«УТВЕРЖДАЮ»", Line::Stamp),
            ("У т в е р ж д а ю:", Line::Stamp),
            ("Приложение № 2 к приказу", Line::Stamp),
            ("ПРИКАЗ", Line::Act),
            ("П Р И К А З Ы В А Ю:", Line::Act),
            ("Уважаемая Анна Ивановна!", Line::Letter),
            ("План финансово-хозяйственной деятельности", Line::Foreign),
            ("План-график закупок на 2025 год", Line::Foreign),
            ("Расписание занятий кружков", Line::Foreign),
            ("График устранения недостатков", Line::Other),
            ("Планетарий открыт", Line::Other),
            ("мероприятия, направленные на предупреждение нарушений", Line::Other),
            ("Открытость и доступность информации", Line::Other),
        ] {
            assert_eq!(classify(line), want, "{line}");
        }
    }

    #[test]
    fn closing_lines() {
        for line in [
            "Директор ____________ И.И. Птицын",
            "Ответственный за исполнение плана – заведующая Птицына А.А.",
            "<1> Графа заполняется",
        ] {
            assert!(closes_plan(line), "{line}");
        }
        assert!(!closes_plan("II. Комфортность условий"));
    }
}
