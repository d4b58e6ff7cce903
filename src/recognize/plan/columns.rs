//! What a column's heading says it holds.
//!
//! Headings vary without end, so they are matched by beginnings of words, whatever their case, number and order. The
//! first entry of [`WORDINGS`] whose words are all there wins; special wordings stand before general ones.

use crate::language::fold::fold;
use crate::model::ColumnRole;

/// How sure a heading is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// The wording occurs in many kinds of tables: «Наименование», «Дата».
    Weak,
    /// The wording is that of plans.
    Sure,
}

/// One way to head a column.
pub(super) struct Wording {
    role: ColumnRole,
    strength: Strength,
    /// Beginnings of words that must all occur. `^` binds to the first word of the heading, `=` asks for the whole word,
    /// `|` separates alternatives.
    words: &'static str,
    /// Beginnings of words that must not occur.
    without: &'static str,
    /// Headings that this entry reads.
    #[cfg_attr(not(test), expect(dead_code, reason = "the examples are run as tests"))]
    examples: &'static [&'static str],
}

const fn sure(
    role: ColumnRole,
    words: &'static str,
    without: &'static str,
    examples: &'static [&'static str],
) -> Wording {
    Wording { role, strength: Strength::Sure, words, without, examples }
}

const fn weak(
    role: ColumnRole,
    words: &'static str,
    without: &'static str,
    examples: &'static [&'static str],
) -> Wording {
    Wording { role, strength: Strength::Weak, words, without, examples }
}

use ColumnRole as R;

/// The vocabulary of headings, special before general.
#[rustfmt::skip]
pub(super) const WORDINGS: &[Wording] = &[
    sure(R::Number, "^=n|=nn|=no|=нн|=номер|=п|=пп|=порядковый", "показат критери стать лицензи имя кабинет телефон", &["№", "№ п/п", "N п/п", "NN пп", "№ п\\п", "п/п", "НОМЕР", "Номер строки", "№ пункта", "№\nп/п", "№п/п"]),
    sure(R::MeasureAndOfficer, "^мероприят|наименован|содержан мероприят|работ|деятельн ответствен|исполнител", "устранен указан недостат", &["Мероприятия/ответственные", "Мероприятие, ответственный", "Содержание работы, исполнитель"]),
    sure(R::DeadlineAndOfficer, "срок|сроки|дата|когда ответствен|исполнител|кто", "ответственность", &["Срок исполнения, ответственный", "Сроки и ответственные", "Ответственный исполнитель, срок", "Дата, ответственный"]),
    sure(R::Completed, "фактич|факт срок|сроки|дата|исполнен|реализац|выполнен", "принят", &["фактический срок реализации", "Срок / факт", "Дата фактического исполнения", "Фактическая дата выполнения", "Дата исполнения (факт)"]),
    sure(R::Measure, "^наименован|название|содержан|описан|перечень мероприят", "", &["Наименование мероприятия", "Наименование мероприятия по устранению недостатков, выявленных в ходе независимой оценки качества", "Перечень мероприятий"]),
    sure(R::Deficiency, "недостат|замечани", "мероприят|меры|мер|устранен срок", &["Недостатки, выявленные в ходе независимой оценки качества условий оказания услуг организацией", "Выявленный недостаток", "Замечания"]),
    sure(R::Deficiency, "^основани реализац|проведени|мероприят|включен", "", &["Основание реализации (результат независимой оценки качества)", "Основание для включения в план"]),
    sure(R::Deficiency, "^проблем|нарушени|несоответств", "срок", &["Проблема", "Проблемы, выявленные при оценке"]),
    sure(R::Deficiency, "^что выявлен|обнаружен|нарушен|установлен", "", &["Что выявлено", "Что нарушено"]),
    sure(R::Deficiency, "^выявлен проблем|нарушени|несоответств|дефицит", "срок", &["Выявленные несоответствия", "Выявленные нарушения"]),
    sure(R::DeadlineStart, "срок|сроки|дата|период начал|=с", "окончан завершен конец", &["Срок начала реализации", "Дата начала", "Срок реализации / начало", "Срок / с"]),
    sure(R::DeadlineEnd, "срок|сроки|дата|период окончан|завершен|конец|=по", "начал проведен", &["Срок окончания реализации", "Дата завершения", "Срок реализации / окончание"]),
    weak(R::DeadlineStart, "^=начало", "", &["Начало"]),
    weak(R::DeadlineEnd, "^=окончание|=завершение", "", &["Окончание"]),
    sure(R::Progress, "ход реализац|выполнен|исполнен", "план", &["Сведения о ходе реализации мероприятия", "Информация о ходе выполнения"]),
    sure(R::Progress, "реализован|принят|выполнен мер|меры|мероприят|работ", "срок дат период время ответствен исполнител лиц", &["реализованные меры по устранению выявленных недостатков", "Принятые меры"]),
    sure(R::Progress, "отметк|информац|сведени|отчет|результат|степень|состоян выполнен|исполнен|реализац|состоян", "план", &["Отметка о выполнении", "Отметка об исполнении", "Информация об исполнении", "Результат выполнения"]),
    sure(R::Deadline, "^=исполнение|=выполнение|=реализация срок|сроки|дата", "", &["Исполнение (срок)"]),
    weak(R::Progress, "^=выполнение|=исполнение|=отметка|=отметки|=корректировка|=стадия|=факт", "", &["Выполнение", "Корректировка плана", "Стадия развития"]),
    weak(R::Status, "^статус", "", &["Статус", "Статус мероприятия"]),
    sure(R::Other, "показател характериз", "", &["Показатели, характеризующие результат мероприятия"]),
    sure(R::Other, "источник|объем|объём|стоимост|сумм|финансир финансир|средств|затрат|руб", "", &["Источник финансирования", "Объем финансирования, тыс. руб."]),
    sure(R::Indicator, "номер|n|no|код показател", "", &["Номер показателя", "№ показателя", "Код показателя"]),
    sure(R::ExpectedResult, "ожидаем|планируем|предполагаем|прогнозируем результат|эффект|итог", "", &["Ожидаемый результат", "ОЖИДАЕМЫЕ РЕЗУЛЬТАТЫ", "Планируемый результат", "Ожидаемый эффект"]),
    sure(R::ExpectedResult, "целев|контрольн показател|ориентир|событи", "", &["Целевой показатель, для достижения которого выполняется мероприятие"]),
    sure(R::ExpectedResult, "^что|чего|какой|какого достич|достигн|достигаем|получ|добит", "", &["Чего хотим достичь", "Какого результата достигнем"]),
    weak(R::ExpectedResult, "результат", "оценк опрос", &["Результат", "Результат мероприятий", "Итоговый результат"]),
    weak(R::ExpectedResult, "форма|вид|выходн отчет|документ|завершен|представлен", "срок дата", &["Форма отчетности", "Вид документа"]),
    weak(R::Criterion, "^критери", "", &["Критерий", "Критерий оценки", "Критерии НОК"]),
    weak(R::Indicator, "^показател", "результат", &["Показатель", "Показатель/критерий", "Показатель НОК"]),
    sure(R::Other, "срок|сроки хранен|годност|действи|служб|поставк|обучен|освоен|полномочи|эксплуатац|гаранти|оплат", "исполнен реализац", &["Срок хранения", "Срок действия", "Срок поставки"]),
    sure(R::EventDate, "^=дата|=время|=день|=даты проведен|мероприят|событи|=час", "окончан", &["Дата проведения", "Время проведения", "Дата мероприятия"]),
    sure(R::EventDate, "^=дата|=даты|=день =время", "", &["Дата, время", "Дата и время"]),
    sure(R::Deadline, "^срок|сроки", "", &["Срок", "Сроки", "Срок исполнения", "Сроки реализации", "Срок / план"]),
    sure(R::Deadline, "планов|=план|планируем|ожидаем|календарн|предполагаем|контрольн|примерн|ориентировочн|предельн|крайн|конечн|установлен срок|сроки|период|дата", "", &["Плановый срок реализации мероприятия", "Ожидаемые сроки принятия", "Календарные сроки", "План. срок", "Крайний срок", "Планируемая дата"]),
    sure(R::Deadline, "дата|период|время исполнен|выполнен|реализац|устранен|сдачи", "", &["Дата исполнения", "Период реализации", "Время выполнения"]),
    sure(R::Deadline, "какого|какому|какой|каком|какие срок|срока|сроку|сроки|числу|числа|время|времени", "", &["До какого срока", "К какому сроку"]),
    sure(R::Deadline, "^=год|=годы|=месяц|=квартал|=полугодие исполнен|выполнен|реализац|устранен|проведен", "", &["Год реализации", "Месяц проведения"]),
    weak(R::Deadline, "^=год|=годы", "рожден выпуск постройк обучен", &["Год"]),
    weak(R::Deadline, "^срок|=сроки|=когда|=месяц|=месяцы|=период|=квартал", "", &["Когда", "Месяц", "Период"]),
    weak(R::EventDate, "^=дата|=даты|=число", "", &["Дата"]),
    sure(R::CoOfficer, "^соисполнител|привлекаем|участвующ", "", &["Соисполнители", "Привлекаемые лица"]),
    sure(R::Officer, "^ответствен|исполнител|отв", "ответственность", &["Ответственный", "Ответственные лица", "Исполнители", "Ответственный исполнитель (с указанием фамилии, имени, отчества и должности)"]),
    sure(R::Officer, "лиц|фио|фамили|должност|кто ответствен|отвеча|исполнител", "", &["Ф.И.О., должность ответственного", "Должность, ФИО исполнителя", "Кто отвечает"]),
    sure(R::Officer, "^=кому|=кем|=лицо поруч|возлож|назнач|исполн|выполн", "", &["Кому поручено", "Кем исполняется", "Лицо, которому поручено"]),
    weak(R::Officer, "^=кто|=исполняет|=делает", "", &["Кто", "Кто исполняет"]),
    weak(R::CoOfficer, "^руководител|куратор", "", &["Руководитель", "Куратор"]),
    sure(R::Other, "^=контроль|контролир", "", &["Контроль", "Контролирует", "Контроль исполнения"]),
    sure(R::Measure, "мероприят", "финансир место дата адрес стоимост участник формат площадк дн уровень статус", &["Мероприятие", "Мероприятия", "Виды деятельности. Мероприятия", "Планируемые мероприятия", "Мероприятия по улучшению"]),
    sure(R::Measure, "содержан|вид|виды|направлен работ|деятельн", "развит", &["Содержание работы", "Виды деятельности", "Направления деятельности", "Содержание деятельности"]),
    sure(R::Measure, "что|необходимо нужно|сделать|надлежит|предстоит", "", &["Что нужно сделать", "Что сделать"]),
    sure(R::Measure, "^действи|меры|мера|шаги|шаг", "", &["Меры", "Действия по устранению", "Меры по улучшению качества"]),
    sure(R::Measure, "^принимаем|предлагаем|планируем|предусмотрен|намечен|намечаем|необходим|корректирующ мер|меры|мера|действи|шаг", "", &["Принимаемые меры", "Планируемые действия", "Намеченные меры"]),
    sure(R::Measure, "пути|способ|способы|план|механизм устранен|решен|инструмент", "", &["Пути решения", "Механизм (инструмент)", "Способ устранения"]),
    sure(R::Measure, "рассматриваем|обсуждаем вопрос", "", &["Рассматриваемые вопросы"]),
    sure(R::ExpectedResult, "^expected|planned|=target result|outcome|effect", "", &["Expected result", "Planned outcome"]),
    sure(R::Deadline, "^deadline|=due|=term|=time|timeline", "", &["Deadline", "Due date", "Time frame"]),
    sure(R::Officer, "^responsib|=owner|executor|performer|assignee", "", &["Responsible", "Responsible person", "Executor"]),
    sure(R::Measure, "^activit|action|measure|=task", "", &["Activity", "Actions", "Measure"]),
    weak(R::Measure, "^рекомендац|предложени|задач|работ|поручени|вопрос", "времен", &["Рекомендации", "Предложения", "Задачи", "Работы"]),
    weak(R::Measure, "^наименовани|название|содержани|тема|тематика|направлени|требовани|описани|пункт|раздел", "орган учрежден товар документ", &["Наименование", "Тема", "НАПРАВЛЕНИЕ РАЗВИТИЯ", "Содержание"]),
];

/// Headings of tables that sell, count or teach rather than plan.
const FOREIGN: &[&str] = &[
    "цен",
    "стоимост",
    "колич",
    "кол",
    "ед",
    "единиц",
    "артикул",
    "остат",
    "сумм",
    "балл",
    "оценк",
    "час",
    "часов",
    "понедельник",
    "вторник",
];

/// In a longer text only the first word tells a heading from a sentence that happens to use the same words.
const LONGEST_UNBOUND: usize = 9;

/// What a heading says, and how sure it is; `None` for headings of no known wording.
pub(super) fn role(heading: &str) -> Option<(ColumnRole, Strength)> {
    let words = words(heading);
    if words.is_empty() || words.len() > 30 {
        return None;
    }
    WORDINGS
        .iter()
        .filter(|w| words.len() <= LONGEST_UNBOUND || w.words.starts_with('^'))
        .find(|w| w.matches(&words))
        .map(|w| (w.role, w.strength))
}

/// Whether a heading belongs to price lists, budgets, mark sheets and timetables.
pub(super) fn is_foreign(heading: &str) -> bool {
    words(heading).first().is_some_and(|word| FOREIGN.iter().any(|stem| word.starts_with(stem)))
}

impl Wording {
    fn matches(&self, words: &[String]) -> bool {
        self.words.split(' ').all(|term| holds(term, words))
            && !self
                .without
                .split([' ', '|'])
                .filter(|stem| !stem.is_empty())
                .any(|stem| words.iter().any(|w| w.starts_with(stem)))
    }
}

fn holds(term: &str, words: &[String]) -> bool {
    let (words, term) = match term.strip_prefix('^') {
        Some(rest) => (&words[..1], rest),
        None => (words, term),
    };
    term.split('|').any(|stem| match stem.strip_prefix('=') {
        Some(whole) => words.iter().any(|word| word == whole),
        None => words.iter().any(|word| word.starts_with(stem)),
    })
}

/// Words in one spelling; a hyphen inside a word is a line wrap («Ответствен-ный») more often than not and is dropped.
fn words(heading: &str) -> Vec<String> {
    let spaced = heading.replace('№', " n ");
    fold(&spaced)
        .replace("ф.и.о", "фио")
        .replace("ф. и. о", "фио")
        .replace("- ", "")
        .replace('-', "")
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !word.chars().all(|c| c.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wording_reads_its_examples() {
        for (index, wording) in WORDINGS.iter().enumerate() {
            assert!(!wording.examples.is_empty(), "entry {index} has no example");
            for example in wording.examples {
                let words = words(example);
                let first = WORDINGS.iter().position(|w| w.matches(&words));
                assert_eq!(first, Some(index), "«{example}» {words:?}");
            }
        }
    }

    #[test]
    fn headings_seen_in_the_field() {
        use ColumnRole::*;
        for (heading, want) in [
            ("Ответствен-ный", Some(Officer)),
            ("Срок испол-нения", Some(Deadline)),
            ("Плановый срок реализации мероприятия", Some(Deadline)),
            ("Сведения о ходе реализации мероприятия <1> / фактический срок реализации", Some(Completed)),
            ("Ответственные за выполнение", Some(Officer)),
            ("Ответственные за проведение", Some(Officer)),
            ("Oтветственный", Some(Officer)),
            ("Сроки проведения", Some(Deadline)),
            ("Ожидаемый непосредственный результат", Some(ExpectedResult)),
            ("Место проведения", None),
            ("Участники", None),
            ("Цена", None),
        ] {
            assert_eq!(role(heading).map(|(role, _)| role), want, "{heading}");
        }
    }
}
