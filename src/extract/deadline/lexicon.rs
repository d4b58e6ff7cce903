//! The words of time, in every form that people write.

use std::collections::HashMap;
use std::sync::LazyLock;

use strsim::osa_distance;

use super::token::Class;
use crate::language::month;
use crate::model::PeriodUnit;

/// Words, what they are and their value.
///
/// A bare word stands for itself, `stem~` for the stem with any ending, `stem@` for the stem with an adjective's ending. The
/// longest entry that fits a word wins. Spelling is folded: lower case, «ё» as «е».
const LEXICON: &[(&str, Class, i32)] = &[
    // Months.
    ("январ~ янв", Class::MonthName, 1),
    ("феврал~ фев февр", Class::MonthName, 2),
    ("март марта марте марту мартом мар", Class::MonthName, 3),
    ("апрел~ апр", Class::MonthName, 4),
    ("май мая мае маю маем", Class::MonthName, 5),
    ("июн~", Class::MonthName, 6),
    ("июл~", Class::MonthName, 7),
    ("август~ авг", Class::MonthName, 8),
    ("сентябр~ сентебр~ сент сен", Class::MonthName, 9),
    ("октябр~ октебр~ окт", Class::MonthName, 10),
    ("ноябр~ ноя нояб", Class::MonthName, 11),
    ("декабр~ дек", Class::MonthName, 12),
    // Days of the week.
    ("понедельник~ пн", Class::Weekday, 1),
    ("вторник~ вт", Class::Weekday, 2),
    ("среда среду среды среде средам ср", Class::Weekday, 3),
    ("четверг~ чт", Class::Weekday, 4),
    ("пятниц~ пт", Class::Weekday, 5),
    ("суббот~ сб", Class::Weekday, 6),
    ("воскресень~ вс", Class::Weekday, 7),
    // Seasons.
    ("зима зимы зиме зиму зимой зимн@ зимне новогодн@", Class::Season, 1),
    ("весна весны весне весну весной весенн@ весенне", Class::Season, 2),
    ("лето лета лете лету летом летн@ летне", Class::Season, 3),
    ("осень осени осенью осенн@ осенне", Class::Season, 4),
    // Units.
    ("день дня дню днем дни дней дням днях дн сутки суток сут", Class::Day, 0),
    ("число числа числу числе чисел числам числах", Class::DayNumber, 0),
    ("недел~ нед", Class::Week, 0),
    ("месяц месяца месяцу месяце месяцев месяцы месяцам месяцах мес", Class::Month, 0),
    ("квартал квартала кварталу квартале кварталом кварталам кварталы кварталов кварталах кварт кв", Class::Quarter, 0),
    ("триместр~ трим", Class::Trimester, 0),
    ("полугоди~ полгода полугода полуг пол", Class::HalfYear, 0),
    ("год года году годом годе г лет", Class::Year, 0),
    ("годы годов годах годам гг", Class::Years, 0),
    ("декада декады декаду декаде декад", Class::Decade, 0),
    ("четверть четверти четвертью четвертей четвертям четвертях", Class::Term, 0),
    ("час часа часов часу часам часах ч мин минут", Class::Hour, 0),
    ("каникул каникулы каникулах каникулярн@ каникулам", Class::Holidays, 0),
    ("учебн@ уч учеб", Class::School, 0),
    ("рабоч@ раб", Class::Working, 0),
    ("календарн@ кален", Class::Calendar, 0),
    ("дневн@ суточн@", Class::UnitAdjective, PeriodUnit::Day as i32),
    ("недельн@", Class::UnitAdjective, PeriodUnit::Week as i32),
    ("месячн@", Class::UnitAdjective, PeriodUnit::Month as i32),
    ("годичн@ годовой годового", Class::UnitAdjective, PeriodUnit::Year as i32),
    // Numbers in words.
    ("один одна одно одного одной одну", Class::Number, 1),
    ("два две двух двум", Class::Number, 2),
    ("три трех трем", Class::Number, 3),
    ("четыре четырех четырем", Class::Number, 4),
    ("пять пяти", Class::Number, 5),
    ("шесть шести", Class::Number, 6),
    ("семь семи", Class::Number, 7),
    ("восемь восьми", Class::Number, 8),
    ("девять девяти", Class::Number, 9),
    ("десять десяти", Class::Number, 10),
    ("четырнадцать четырнадцати", Class::Number, 14),
    ("пятнадцать пятнадцати", Class::Number, 15),
    ("двадцать двадцати", Class::Number, 20),
    ("тридцать тридцати", Class::Number, 30),
    ("перв@", Class::Ordinal, 1),
    ("втор@", Class::Ordinal, 2),
    ("трет@", Class::Ordinal, 3),
    ("четверт@", Class::Ordinal, 4),
    ("пят@", Class::Ordinal, 5),
    ("шест@", Class::Ordinal, 6),
    ("седьм@", Class::Ordinal, 7),
    ("восьм@", Class::Ordinal, 8),
    ("девят@", Class::Ordinal, 9),
    ("десят@", Class::Ordinal, 10),
    ("одиннадцат@", Class::Ordinal, 11),
    ("двенадцат@", Class::Ordinal, 12),
    ("тринадцат@", Class::Ordinal, 13),
    ("четырнадцат@", Class::Ordinal, 14),
    ("пятнадцат@", Class::Ordinal, 15),
    ("шестнадцат@", Class::Ordinal, 16),
    ("семнадцат@", Class::Ordinal, 17),
    ("восемнадцат@", Class::Ordinal, 18),
    ("девятнадцат@", Class::Ordinal, 19),
    ("двадцат@", Class::Ordinal, 20),
    ("тридцат@", Class::Ordinal, 30),
    // Words between.
    ("и", Class::And, 0),
    ("или либо", Class::Or, 0),
    ("не", Class::Not, 0),
    ("позднее позже", Class::Later, 0),
    ("ранее раньше", Class::Sooner, 0),
    ("чем", Class::Than, 0),
    ("до", Class::Until, 0),
    ("к ко", Class::Until, 1),
    ("с со", Class::From, 0),
    ("начиная", Class::From, 1),
    ("по", Class::By, 0),
    ("в во", Class::In, 0),
    ("на", Class::On, 0),
    ("за", Class::Before, 0),
    ("через спустя истечении прошествии", Class::Through, 0),
    ("течение течении течений теч протяжении", Class::Course, 0),
    ("втечение втечении", Class::Within, 0),
    ("от", Class::Act, 0),
    ("срок срока сроки сроком сроков срокам сроках сроку", Class::Deadline, 0),
    ("между", Class::Between, 0),
    // Feasts with a day of their own, by the word after «День».
    ("защитника", Class::Feast, 223),
    ("театра", Class::Feast, 327),
    ("космонавтики", Class::Feast, 412),
    ("победы", Class::Feast, 509),
    ("музеев", Class::Feast, 518),
    ("библиотек", Class::Feast, 527),
    ("защиты", Class::Feast, 601),
    ("социального", Class::Feast, 608),
    ("россии", Class::Feast, 612),
    ("семьи", Class::Feast, 708),
    ("знаний", Class::Feast, 901),
    ("пожилого пожилых", Class::Feast, 1001),
    ("учителя", Class::Feast, 1005),
    ("народного", Class::Feast, 1104),
    ("инвалидов инвалида", Class::Feast, 1203),
    ("конституции", Class::Feast, 1212),
    ("международн@ всемирн@ всероссийск@ общероссийск@", Class::FeastKind, 0),
    // Recurrence.
    ("ежедневн~ ежедн", Class::Every, PeriodUnit::Day as i32),
    ("еженедельн~ еженед", Class::Every, PeriodUnit::Week as i32),
    ("ежемесячн~ ежемесечн~ ежемес помесячно", Class::Every, PeriodUnit::Month as i32),
    ("ежеквартальн~ ежекварт ежекв поквартально", Class::Every, PeriodUnit::Quarter as i32),
    ("ежегодн~ ежег", Class::Every, PeriodUnit::Year as i32),
    ("кажд@", Class::Each, 0),
    ("раз раза р", Class::Times, 0),
    ("дважды", Class::Times, 2),
    ("трижды", Class::Times, 3),
    ("реже чаще менее меньше минимум максимум более", Class::Least, 0),
    (
        "постоянн~ системн@ систематическ~ систематично регулярн~ непрерывн~ бессрочн~ всегда круглосуточно неограничен~ перманентно",
        Class::Always,
        0,
    ),
    ("немедленн~ незамедлительн~ срочно безотлагательно сразу кратчайш@ ближайш@", Class::AtOnce, 0),
    ("накануне", Class::AtOnce, 1),
    // Parts.
    ("начало начала началу начале началом", Class::Start, 0),
    ("середина середины середине середину", Class::Middle, 0),
    ("конец конца концу конце концом", Class::End, 0),
    ("половина половины половине половину", Class::Half, 0),
    ("последн@", Class::Last, 0),
    ("текущ@ нынешн@ данн@ этого этом", Class::This, 0),
    ("следующ@ нов@ очередн@", Class::Next, 0),
    ("отчетн@", Class::Reported, 0),
    ("весь всего всей вся все всех", Class::All, 0),
    ("круглогодичн~ круглогодично круглый", Class::All, 1),
    ("включительно включ вкл", Class::Inclusive, 0),
    ("далее затем впоследствии дальнейшем последующем", Class::Onward, 0),
    ("итог итогам итоги итогами результатам", Class::Outcome, 0),
    ("окончани~ завершени~ истечения", Class::Completion, 0),
    ("момент момента моменту даты", Class::Moment, 0),
    ("после", Class::After, 0),
    ("перед", Class::After, 1),
    // Conditions and other documents.
    ("при если случае случаях пределах рамках учетом ввиду", Class::If, 0),
    (
        "мере необходимости запросу запросам требованию заявке заявкам заявлению заявлениям обращению обращениям факту \
         возможности потребности вызову показаниям желанию инициативе готовности поступлению",
        Class::Need,
        0,
    ),
    (
        "план плана плану плане планом планы планов планам графику график графика графиком графикам расписанию расписания \
         расписанием приказу приказа приказом распоряжению распоряжением программе программой карте картой порядку порядке \
         положению положением соглашению соглашением согласованию согласованности договору договором договоренности контракту \
         контрактом смете регламенту регламентом решению решением циклограмме протоколу предписанию предписанием письму \
         указанию законодательством законодательству законом закону приложению постановлению постановлением заданию заданием \
         поручению перечню перечнем назначению репертуару афише тематике",
        Class::Paper,
        0,
    ),
    ("согласно соответствии соответствие соотв см смотри", Class::Accordance, 0),
    ("установленн@ предусмотренн@ указанн@ определенн@ утвержденн@ обозначенн@ назначенн@", Class::Set, 0),
    ("реализации действия выполнения осуществления", Class::Realization, 0),
    ("период периода периоде периоду время сезон сезона сезоне сезону", Class::Span, 0),
    // No deadline.
    (
        "нет уточняется уточняются уточнен уточнена уточнено уточнены уточнить уточнению отсутствует неизвестно неизвестен",
        Class::Nothing,
        0,
    ),
    (
        "определен определена определены определено определяется указан указана указаны указано установлен установлена установлены установлено задан назначен \
         предусмотрен предусмотрено утвержден утвержденные требуется ограничен",
        Class::Stated,
        0,
    ),
    ("без будет", Class::Not, 1),
    ("же тоже аналогично", Class::Ditto, 0),
    (
        "продлен продлена продлено продлены продлить перенос перенесен перенесена перенесено перенесены отложен отложено",
        Class::Moved,
        0,
    ),
    (
        "выполнен выполнено выполнена исполнен исполнено исполнена сделано завершено реализовано проведено",
        Class::Done,
        0,
    ),
    ("сертификат~ действителен действительна подписан подписано подписью подпись владелец", Class::Signature, 0),
    (
        "ориентировочно примерно предположительно около обязательно строго планируемый плановый плановом планового основе режиме исполнения \
         дата календаря",
        Class::Filler,
        0,
    ),
];

/// Endings of adjectives and of ordinal numbers.
const ADJECTIVE_ENDINGS: &[&str] = &[
    "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ую",
    "юю", "ей", "ых", "их", "ыми", "ими", "ья", "ье", "ьи", "ьего", "ьему", "ьим", "ьем", "ью", "ьей", "ьих", "но",
];

/// Numbers that are glued to a unit: «трёхдневный».
const NUMBER_PREFIXES: &[(&str, i32)] = &[
    ("одно", 1),
    ("двух", 2),
    ("трех", 3),
    ("четырех", 4),
    ("пяти", 5),
    ("шести", 6),
    ("семи", 7),
    ("восьми", 8),
    ("девяти", 9),
    ("десяти", 10),
    ("пятнадцати", 15),
    ("двадцати", 20),
    ("тридцати", 30),
    ("полу", 6),
];

/// What may follow a stem.
#[derive(Clone, Copy)]
enum Ending {
    Adjective,
    Any,
}

struct Stem {
    stem: &'static str,
    ending: Ending,
    class: Class,
    value: i32,
}

/// The lexicon laid out for looking up.
#[derive(Default)]
struct Index {
    /// Words that stand for themselves: no stem can fit more of them.
    words: HashMap<&'static str, (Class, i32)>,
    /// Stems by their first letter, the longest first, so that the first that fits is the longest.
    stems: HashMap<char, Vec<Stem>>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index::default();
    for &(words, class, value) in LEXICON {
        for word in words.split_whitespace() {
            let (stem, ending) = match (word.strip_suffix('~'), word.strip_suffix('@')) {
                (Some(stem), _) => (stem, Ending::Any),
                (_, Some(stem)) => (stem, Ending::Adjective),
                _ => {
                    index.words.insert(word, (class, value));
                    continue;
                }
            };
            let letter = stem.chars().next().unwrap_or_default();
            index.stems.entry(letter).or_default().push(Stem { stem, ending, class, value });
        }
    }
    #[expect(clippy::iter_over_hash_type, reason = "each list is sorted by itself")]
    for stems in index.stems.values_mut() {
        stems.sort_by_key(|stem| std::cmp::Reverse(stem.stem.len()));
    }
    index
});

/// What a folded word is.
pub(super) fn look_up(word: &str) -> Option<(Class, i32)> {
    if let Some(&found) = INDEX.words.get(word) {
        return Some(found);
    }
    let stems = INDEX.stems.get(&word.chars().next()?)?;
    let stem = stems.iter().find(|stem| {
        word.strip_prefix(stem.stem).is_some_and(|ending| match stem.ending {
            Ending::Adjective => ADJECTIVE_ENDINGS.contains(&ending),
            Ending::Any => true,
        })
    })?;
    Some((stem.class, stem.value))
}

/// Two words that lost the hyphen between them: «апрельмай». Returns the length of the first in bytes.
pub(super) fn glued_months(word: &str) -> Option<usize> {
    (4..word.len().saturating_sub(3))
        .filter(|&at| word.is_char_boundary(at))
        .find(|&at| month::number(&word[..at]).is_some() && month::number(&word[at..]).is_some())
}

/// A month with one letter wrong, missing, doubled or moved: «сснтября», «декбаря». Short months are left alone: other words
/// are as near to them.
pub(super) fn misspelt_month(word: &str) -> Option<i32> {
    const FORMS: &[(&str, i32)] = &[
        ("января", 1),
        ("январь", 1),
        ("февраля", 2),
        ("февраль", 2),
        ("апреля", 4),
        ("апрель", 4),
        ("августа", 8),
        ("август", 8),
        ("сентября", 9),
        ("сентябрь", 9),
        ("октября", 10),
        ("октябрь", 10),
        ("ноября", 11),
        ("ноябрь", 11),
        ("декабря", 12),
        ("декабрь", 12),
    ];
    let month = || FORMS.iter().find(|(form, _)| osa_distance(word, form) == 1).map(|(_, month)| *month);
    (5..=9).contains(&word.chars().count()).then(month).flatten()
}

/// A unit that lost the space before it: «течениегода». Returns the length of the word before the unit in bytes.
pub(super) fn glued_unit(word: &str) -> Option<usize> {
    let tail = ["года", "месяца", "квартала", "полугодия"].iter().find(|tail| word.ends_with(**tail))?;
    let at = word.len() - tail.len();
    let before = look_up(&word[..at]).filter(|_| at > 6)?;
    matches!(
        before.0,
        Class::Course | Class::Within | Class::End | Class::Start | Class::School | Class::All | Class::Each
    )
    .then_some(at)
}

/// A number glued to a unit: «трёхдневный» is three and the rest.
pub(super) fn glued_number(word: &str) -> Option<(i32, Class, i32)> {
    NUMBER_PREFIXES.iter().find_map(|(prefix, number)| match look_up(word.strip_prefix(prefix)?)? {
        (Class::UnitAdjective, unit) if *prefix != "полу" => Some((*number, Class::UnitAdjective, unit)),
        (Class::UnitAdjective, unit) if unit == PeriodUnit::Year as i32 => {
            Some((*number, Class::UnitAdjective, PeriodUnit::Month as i32))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_entry_wins() {
        for (word, class, value) in [
            ("вторник", Class::Weekday, 2),
            ("второй", Class::Ordinal, 2),
            ("четверть", Class::Term, 0),
            ("четвертом", Class::Ordinal, 4),
            ("пятницам", Class::Weekday, 5),
            ("пятнадцати", Class::Number, 15),
            ("мая", Class::MonthName, 5),
            ("ежемесячный", Class::Every, PeriodUnit::Month as i32),
        ] {
            assert_eq!(look_up(word), Some((class, value)), "{word}");
        }
        assert_eq!(look_up("средства"), None);
        assert_eq!(look_up("первоначально"), None);
    }

    #[test]
    fn glued_words_come_apart() {
        assert_eq!(glued_months("апрельмай"), Some("апрель".len()));
        assert_eq!(glued_months("сентябрьдекабрь"), Some("сентябрь".len()));
        assert_eq!(glued_months("мартовский"), None);
        assert_eq!(glued_unit("течениегода"), Some("течение".len()));
        assert_eq!(glued_unit("выгода"), None);
    }

    #[test]
    fn months_with_one_slip() {
        for (word, month) in [("сснтября", 9), ("декбаря", 12), ("окябрь", 10), ("ноябрря", 11), ("апрела", 4)]
        {
            assert_eq!(misspelt_month(word), Some(month), "{word}");
        }
        for word in ["сентиментально", "апрельский", "карта", "октава"] {
            assert_eq!(misspelt_month(word), None, "{word}");
        }
        assert_eq!(glued_number("двухнедельный"), Some((2, Class::UnitAdjective, PeriodUnit::Week as i32)));
        assert_eq!(glued_number("трехэтажный"), None);
    }

    #[test]
    fn no_word_stands_in_the_table_twice() {
        let mut words: Vec<&str> = LEXICON.iter().flat_map(|(words, ..)| words.split_whitespace()).collect();
        words.sort_unstable();
        for pair in words.windows(2) {
            assert_ne!(pair[0], pair[1]);
        }
    }
}
