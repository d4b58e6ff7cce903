//! The ways people write deadlines. To teach the program a new one, add an entry here with its examples.

use super::says::{
    counted, day_of_month, each_unit, end_of_unit, how, month_day, nth, times_per_unit, unit, unit_word, yearly,
};
use super::statement::{How, On, Recurrence, What};
use super::time::{Time, Unit, Year};
use super::token::{Class, Item, Items};
use crate::model::PeriodUnit;

/// A way to write a deadline.
pub(super) struct Phrase {
    /// Name of the rule, kept with every reading.
    pub name: &'static str,
    /// Class names over what the levels below leave; see `pattern.rs`.
    pub pattern: &'static str,
    /// What it says; `None` where the values do not fit the phrase.
    pub read: fn(&[Item]) -> Option<What>,
    /// Texts that this rule reads, in a plan for 2025, and their readings in the short form of `digest`.
    #[cfg_attr(not(test), expect(dead_code, reason = "examples are run by the tests"))]
    pub examples: &'static [(&'static str, &'static str)],
}

/// All phrases. The longest match wins, and the earlier of two that are equally long.
pub(super) const PHRASES: &[Phrase] = &[
    Phrase {
        name: "until",
        pattern: "limit",
        read: |items| {
            let limit = items.first()?;
            Some(What::At(limit.time?, how(limit)))
        },
        examples: &[
            ("до 1 июля 2026 года", "date until 2026-07-01"),
            ("в срок до 01 октября", "date until 2025-10-01"),
            ("не позднее чем до 30.06.2025 г.", "date until 2025-06-30"),
            ("к «01» июня 2025 г.", "date until 2025-06-01"),
            ("до января 2027 года", "date until 2026-12-31 ?"),
            ("не позднее III квартала 2025 года", "date until 2025-09-30"),
            ("до мая 2025 включительно", "date until 2025-05-31"),
            ("до конца года", "date until 2025-12-31"),
            ("до 22:00 19 апреля 2021 года", "date until 2021-04-19"),
            ("до 30 февраля 2025 года", "invalid"),
            ("ко Дню Победы", "date until 2025-05-09"),
            ("до Дня защитника Отечества", "date until 2025-02-23"),
            ("к Международному дню пожилых людей", "date until 2025-10-01"),
        ],
    },
    Phrase {
        name: "moved",
        pattern: "deadline? moved beginning? by|on|in? limit|time",
        read: |items| Some(What::At(items.last()?.time?, How::Through)),
        examples: &[
            ("Срок продлён до 01.12.2025", "date until 2025-12-01"),
            ("перенесено с 01.06.2025 на 01.09.2025", "date until 2025-09-01"),
        ],
    },
    Phrase {
        name: "moved-from",
        pattern: "moved beginning",
        read: |_| Some(What::Aside),
        examples: &[("31.12.2025 (перенос с 01.06.2025)", "date until 2025-12-31")],
    },
    Phrase {
        name: "done",
        pattern: "done limit|time",
        read: |items| Some(What::At(items.last()?.time?, How::On)),
        examples: &[("выполнено 15.03.2025", "date on 2025-03-15")],
    },
    Phrase {
        name: "document-date",
        pattern: "act time number-sign? number?",
        read: |_| Some(What::Aside),
        examples: &[("от 29.12.2012 № 273", "unrecognized")],
    },
    Phrase {
        name: "numbered-document",
        pattern: "time number-sign number?",
        read: |_| Some(What::Aside),
        examples: &[("15.03.2025 № 12", "unrecognized")],
    },
    Phrase {
        name: "stretch",
        pattern: "in|on|before|all* time",
        read: |items| Some(What::At(items.last()?.time?, How::Within)),
        examples: &[
            ("26.09.2014", "date until 2014-09-26"),
            ("III кв. 2024 г.", "period 2024-07-01..2024-09-30"),
            ("сентябрь–май", "period 2024-09-01..2025-05-31 ?"),
            ("апрель, октябрь 2024", "period 2024-04-01..2024-04-30 + period 2024-10-01..2024-10-31"),
            ("с 23 по 27 октября", "period 2025-10-23..2025-10-27"),
            ("30-1.10.14", "period 2014-09-30..2014-10-01"),
            ("конец марта 2025 г.", "date until 2025-03-31"),
            ("2 декада мая", "period 2025-05-11..2025-05-20"),
            ("первые две недели сентября", "period 2025-09-01..2025-09-14"),
            ("между 10 и 20 июня", "period 2025-06-10..2025-06-20"),
            ("май–июнь 2025–2027 гг.", "period 2025-05-01..2027-06-30"),
            ("первая половина июня", "period 2025-06-01..2025-06-15"),
            ("лето 2025", "period 2025-06-01..2025-08-31"),
            ("осень-зима 2025", "period 2025-09-01..2026-02-28"),
            ("июнь-июль-август", "period 2025-06-01..2025-08-31"),
            ("2025-06", "period 2025-06-01..2025-06-30"),
            ("2024-2026 гг.", "period 2024-01-01..2026-12-31"),
            ("15/III-2025", "date until 2025-03-15"),
            ("9 месяцев 2025 года", "period 2025-01-01..2025-09-30"),
            ("IIквартал", "period 2025-04-01..2025-06-30"),
            ("IVкв. 2025г.", "period 2025-10-01..2025-12-31"),
            ("2024/2025 уч. год", "period 2024-09-01..2025-08-31"),
        ],
    },
    Phrase {
        name: "number-of-a-list",
        pattern: "number|ordinal comma|and|or|slash|stop|bracket",
        read: |items| Some(What::Bare(items.first()?.value)),
        examples: &[("10, 15 и 20 мая", "date until 2025-05-10 + date until 2025-05-15 + date until 2025-05-20")],
    },
    Phrase {
        name: "range-of-a-list",
        pattern: "from? number|ordinal dash|by|until number|ordinal comma|and|or|slash|stop|bracket",
        read: |items| {
            let mut numbers = items.iter().filter(|item| matches!(item.class, Class::Number | Class::Ordinal));
            Some(What::BareRange(numbers.next()?.value, numbers.next()?.value))
        },
        examples: &[("1-5, 20-25 мая", "period 2025-05-01..2025-05-05 + period 2025-05-20..2025-05-25")],
    },
    Phrase {
        name: "range-alone",
        pattern: "from? number|ordinal dash|by|until number|ordinal",
        read: |items| {
            let mut numbers = items.iter().filter(|item| matches!(item.class, Class::Number | Class::Ordinal));
            Some(What::BareRange(numbers.next()?.value, numbers.next()?.value))
        },
        examples: &[("10-15", "unrecognized")],
    },
    Phrase {
        name: "number-alone",
        pattern: "number|ordinal",
        read: |items| Some(What::Lone(items.first()?.value)),
        examples: &[("15", "unrecognized")],
    },
    Phrase {
        name: "in-the-year",
        pattern: "within|in|on all? calendar|reported? year",
        read: |_| Some(What::At(Time::of(Unit::PlanYear, Year::Missing), How::Within)),
        examples: &[("В течении года", "period 2025-01-01..2025-12-31")],
    },
    Phrase {
        name: "all-year-round",
        pattern: "all year?",
        read: |_| Some(What::At(Time::of(Unit::PlanYear, Year::Missing), How::Within)),
        examples: &[("круглогодично", "period 2025-01-01..2025-12-31")],
    },
    Phrase {
        name: "school-time",
        pattern: "within|in|on? all? school span",
        read: |_| Some(What::At(Time::of(Unit::SchoolYear, Year::ThisSchool), How::Within)),
        examples: &[("в учебный период", "period 2024-09-01..2025-08-31 ?")],
    },
    Phrase {
        name: "term-of-the-plan",
        pattern: "within|in|on? all|this|reported* deadline|span? realization|reported? paper?",
        read: |items| {
            let named = items.has(Class::Deadline) || items.has(Class::Span);
            let placed = matches!(items.first()?.class, Class::In | Class::On);
            let whole = items.has(Class::Within) && (named || items.has(Class::Realization))
                || named && items.has(Class::All)
                || placed && named && (items.has(Class::Realization) || items.has(Class::Reported));
            whole.then_some(What::At(Time::of(Unit::Plan, Year::Missing), How::Within))
        },
        examples: &[
            ("в течение срока реализации", "period 2025-01-01..2025-12-31"),
            ("весь период", "period 2025-01-01..2025-12-31"),
        ],
    },
    Phrase {
        name: "named-period",
        pattern: "within|in|on? all? span bracket time bracket",
        read: |items| Some(What::At(items.first_of(Class::Time)?.time?, How::Within)),
        examples: &[("весь период (2025 год)", "period 2025-01-01..2025-12-31")],
    },
    Phrase {
        name: "beginning",
        pattern: "beginning",
        read: |items| Some(What::At(items.first()?.time?, How::From)),
        examples: &[("с 1 сентября 2025 года", "continuous 2025-09-01.. ?")],
    },
    Phrase {
        name: "after-date",
        pattern: "after time",
        read: |items| {
            let how = if items.first()?.value == 0 { How::After } else { How::Until };
            Some(What::At(items.last()?.time?, how))
        },
        examples: &[
            ("после 1 сентября 2025 года", "continuous 2025-09-02.. ?"),
            ("перед началом учебного года", "date until 2025-09-01 ?"),
        ],
    },
    Phrase {
        name: "onward",
        pattern: "and|comma* onward",
        read: |_| Some(What::Onward),
        examples: &[("2025 год и далее постоянно", "continuous 2025-01-01..")],
    },
    Phrase {
        name: "always",
        pattern: "by|in|on? always",
        read: |_| Some(What::Always),
        examples: &[
            ("постоянно", "continuous .."),
            ("на постоянной основе", "continuous .."),
            ("с 01.01.2025 постоянно", "continuous 2025-01-01.."),
        ],
    },
    Phrase {
        name: "every",
        pattern: "every",
        read: |items| Some(What::Every(Recurrence::every(unit(items.first()?.value)?, 1))),
        examples: &[
            ("ежемесячно", "recurring month 1 FREQ=MONTHLY;BYMONTHDAY=-1"),
            ("ежегодно в срок до 01 октября", "recurring year 1 FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1"),
            ("Май, ежегодно с 2023", "recurring year 1 FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1 2023-01-01.."),
            ("ежеквартально, до 10 числа", "recurring quarter 1 FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10 ?"),
            (
                "ежемесячно в течение 2025 года",
                "recurring month 1 FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20251231 2025-01-01..2025-12-31",
            ),
        ],
    },
    Phrase {
        name: "each-unit",
        pattern: "in|on? each number? working|school|calendar? unit|year-of",
        read: each_unit,
        examples: &[
            ("каждый месяц", "recurring month 1 FREQ=MONTHLY;BYMONTHDAY=-1"),
            ("каждые 2 недели", "recurring week 2 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
            ("каждый рабочий день", "recurring working_day 1 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ],
    },
    Phrase {
        name: "times-per-unit",
        pattern: "least* number? dash? number? times least? in|on|slash? number|each|calendar|school? dash? number? unit|year-of|time",
        read: times_per_unit,
        examples: &[
            ("1 раз в 2 года", "recurring year 2 FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=31"),
            ("2 раза в год", "recurring half_year 1 FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"),
            ("не реже 1 раза в месяц", "recurring month 1 FREQ=MONTHLY;BYMONTHDAY=-1"),
            ("раз в полгода", "recurring half_year 1 FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"),
            ("2 раза в месяц (1 и 15 числа)", "recurring month 1 FREQ=MONTHLY;BYMONTHDAY=1,15"),
        ],
    },
    Phrase {
        name: "by-units",
        pattern: "by week|month|quarter|term|trimester|half-year",
        read: |items| Some(What::Every(Recurrence::every(unit_word(items)?, 1))),
        examples: &[("по полугодиям", "recurring half_year 1 FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1")],
    },
    Phrase {
        name: "each-time-of-year",
        pattern: "in|on? each time",
        read: yearly,
        examples: &[("каждое лето", "recurring year 1 FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=-1")],
    },
    Phrase {
        name: "weekday",
        pattern: "by|in|on? each? weekday",
        read: |items| Some(What::Anchor(On::Weekdays(1 << (items.last()?.value - 1)))),
        examples: &[
            ("каждую пятницу", "recurring week 1 FREQ=WEEKLY;BYDAY=FR"),
            ("по вторникам и четвергам", "recurring week 1 FREQ=WEEKLY;BYDAY=TU,TH"),
        ],
    },
    Phrase {
        name: "weekdays",
        pattern: "from|by|in? weekday dash|by weekday",
        read: |items| {
            let (first, last) = (items.first_of(Class::Weekday)?.value, items.last_of(Class::Weekday)?.value);
            (first < last)
                .then(|| What::Anchor(On::Weekdays((first..=last).fold(0, |days, day| days | 1 << (day - 1)))))
        },
        examples: &[("пн-пт", "recurring week 1 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")],
    },
    Phrase {
        name: "nth-weekday",
        pattern: "in|on|each* number|ordinal|last weekday each? month?",
        read: |items| {
            let nth = nth(items)?;
            Some(What::Anchor(On::NthWeekday(nth, items.value_of(Class::Weekday)? as u8)))
        },
        examples: &[
            ("последняя среда каждого месяца", "recurring month 1 FREQ=MONTHLY;BYDAY=-1WE"),
            ("ежеквартально, последняя среда", "recurring quarter 1 FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=-1WE"),
        ],
    },
    Phrase {
        name: "week-of-each-month",
        pattern: "in|on? number|ordinal|last week|decade each? month",
        read: |items| {
            let nth = nth(items)?;
            Some(What::Anchor(match (items.has(Class::Decade), nth) {
                (true, 1 | 2) => On::MonthDays(1 << (10 * nth)),
                (true, _) => On::Week(-1),
                (false, nth) => On::Week(nth),
            }))
        },
        examples: &[("последняя неделя каждого месяца", "recurring month 1 FREQ=MONTHLY;BYMONTHDAY=-1")],
    },
    Phrase {
        name: "day-of-each-month",
        pattern: "each|in|until|no-later|by? number|ordinal day-number each|next? month|quarter|half-year|year? reported?",
        read: day_of_month,
        examples: &[
            ("до 25 числа каждого месяца", "recurring month 1 FREQ=MONTHLY;BYMONTHDAY=25"),
            (
                "ежемесячно, не позднее 20-го числа месяца, следующего за отчетным месяцем",
                "recurring month 1 FREQ=MONTHLY;BYMONTHDAY=20",
            ),
            (
                "до 3 числа месяца, следующего за отчетным кварталом",
                "recurring quarter 1 FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=3 ?",
            ),
        ],
    },
    Phrase {
        name: "day-of-the-last-month",
        pattern: "until|no-later|in|on? number|ordinal day-number last month each? quarter|half-year",
        read: |items| {
            let day = items.iter().find(|item| matches!(item.class, Class::Number | Class::Ordinal))?.value;
            let unit = if items.has(Class::Quarter) { PeriodUnit::Quarter } else { PeriodUnit::HalfYear };
            let day = u8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
            Some(What::Every(Recurrence { on: On::DayOfLastMonth(day), ..Recurrence::every(unit, 1) }))
        },
        examples: &[(
            "до 20 числа последнего месяца квартала",
            "recurring quarter 1 FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20",
        )],
    },
    Phrase {
        name: "days-of-each-month",
        pattern: "from? number|ordinal dash|by|until number|ordinal day-number each? month? reported?",
        read: |items| {
            let last = items.iter().rev().find(|item| matches!(item.class, Class::Number | Class::Ordinal))?;
            month_day(last.value).map(What::Anchor)
        },
        examples: &[("с 1 по 5 число каждого месяца", "recurring month 1 FREQ=MONTHLY;BYMONTHDAY=5")],
    },
    Phrase {
        name: "last-day-of-each-month",
        pattern: "until|no-later|in|on|by? last working? day|day-number each? month",
        read: |_| Some(What::Anchor(On::Week(-1))),
        examples: &[("последнее число месяца", "recurring month 1 FREQ=MONTHLY;BYMONTHDAY=-1")],
    },
    Phrase {
        name: "first-day-of-each-month",
        pattern: "until|no-later|in|on|by? ordinal working? day each? month",
        read: |items| (nth(items)? == 1).then_some(What::Anchor(On::MonthDays(1 << 1))),
        examples: &[("в первый рабочий день месяца", "recurring month 1 FREQ=MONTHLY;BYMONTHDAY=1")],
    },
    Phrase {
        name: "yearly-date",
        pattern: "in? limit|time each year",
        read: yearly,
        examples: &[("до 1 марта каждого года", "recurring year 1 FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1")],
    },
    Phrase {
        name: "date-after-reported-year",
        pattern: "limit|time reported",
        read: yearly,
        examples: &[
            ("до 1 февраля года, следующего за отчетным годом", "recurring year 1 FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1"),
            ("до 01 февраля, следующего за отчетным годом", "recurring year 1 FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1"),
        ],
    },
    Phrase {
        name: "end-of-each-unit",
        pattern: "in|until|by|no-later? end|start|outcome|completion|through|before each|reported* unit year-of?",
        read: end_of_unit,
        examples: &[
            (
                "в конце каждого квартала текущего года",
                "recurring quarter 1 FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1;UNTIL=20251231 2025-01-01..2025-12-31",
            ),
            ("по итогам полугодия", "recurring half_year 1 FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"),
        ],
    },
    Phrase {
        name: "count-before",
        pattern: "until|no-later|least* before? number|ordinal? dash? number? working|calendar? unit until|limit|before text*",
        read: |items| match counted(items)? {
            What::Counted(unit, count @ 1..) => Some(What::Counted(unit, -count)),
            _ => None,
        },
        examples: &[
            ("не позднее чем за день до проведения", "relative day -1 if «до проведения»"),
            ("за 5 рабочих дней до начала мероприятия", "relative working_day -5 if «до начала мероприятия»"),
        ],
    },
    Phrase {
        name: "within-count",
        pattern: "within|through|no-later|until|least|in|deadline|before* number|ordinal? dash? number? working|calendar? unit|hour",
        read: counted,
        examples: &[
            ("в течение месяца", "relative month 1"),
            ("в течение 24 часов", "relative day 1"),
            ("не более 10 дней", "relative day 10"),
        ],
    },
    Phrase {
        name: "within-count-from",
        pattern: "within|through|no-later|until|least|in|deadline|before* number|ordinal? dash? number? working|calendar? unit|hour \
                  by? since|after|from|beginning|act|completion text*",
        read: counted,
        examples: &[
            (
                "в течение 10 рабочих дней со дня изменения информации",
                "relative working_day 10 if «со дня изменения информации»",
            ),
            ("через 2 недели после утверждения", "relative week 2 if «после утверждения»"),
            (
                "в срок не позднее 5 рабочих дней со дня получения акта",
                "relative working_day 5 if «со дня получения акта»",
            ),
            ("в течение месяца после 30 апреля", "relative month 1 if «после 30 апреля»"),
            ("30 дней с момента подписания", "relative day 30 if «с момента подписания»"),
        ],
    },
    Phrase {
        name: "bare-count",
        pattern: "number working|calendar? day|week|month|quarter|year",
        read: |items| {
            let count = items.first()?.value;
            let longest = if items.has(Class::Year) { 10 } else { 1000 };
            (1..longest).contains(&count).then_some(What::Counted(unit_word(items)?, count))
        },
        examples: &[("3 рабочих дня", "relative working_day 3"), ("2 года", "relative year 2")],
    },
    Phrase {
        name: "count-as-adjective",
        pattern: "in|on|within number? dash? calendar|working? unit-adjective working? deadline since|after|act|beginning? text*",
        read: |items| {
            let unit = unit(items.value_of(Class::UnitAdjective)?)?;
            let unit = if unit == PeriodUnit::Day && items.has(Class::Working) { PeriodUnit::WorkingDay } else { unit };
            Some(What::Counted(unit, items.value_of(Class::Number).unwrap_or(1)))
        },
        examples: &[
            ("в трёхдневный срок", "relative day 3"),
            ("в 30-дневный срок после заключения контракта", "relative day 30 if «после заключения контракта»"),
        ],
    },
    Phrase {
        name: "at-once",
        pattern: "at-once text*",
        read: |items| Some(What::Counted(PeriodUnit::Day, -items.first()?.value)),
        examples: &[
            ("накануне мероприятия", "relative day -1 if «мероприятия»"),
            ("немедленно", "relative day 0"),
            ("сразу после обращения", "relative day 0 if «после обращения»"),
        ],
    },
    Phrase {
        name: "shortest-term",
        pattern: "in at-once deadline|span",
        read: |_| Some(What::Counted(PeriodUnit::Day, 0)),
        examples: &[("в кратчайшие сроки", "relative day 0"), ("в ближайшее время", "relative day 0")],
    },
    Phrase {
        name: "on-the-day-of",
        pattern: "in|on day|moment word|need|completion text*",
        read: |items| (!items.has(Class::Holidays)).then_some(What::Counted(PeriodUnit::Day, 0)),
        examples: &[("в день обращения", "relative day 0 if «обращения»")],
    },
    Phrase {
        name: "on-the-next-day",
        pattern: "in|on|no-later|until next working? day text*",
        read: |items| {
            let unit = if items.has(Class::Working) { PeriodUnit::WorkingDay } else { PeriodUnit::Day };
            Some(What::Counted(unit, 1))
        },
        examples: &[("на следующий рабочий день после обращения", "relative working_day 1 if «после обращения»")],
    },
    Phrase {
        name: "condition",
        pattern: "in|from|by? if|need text*",
        read: |_| Some(What::If),
        examples: &[
            ("при наличии финансирования", "conditional if «при наличии финансирования»"),
            ("по мере необходимости", "conditional if «по мере необходимости»"),
            (
                "2025-2027 гг. в пределах выделенных ассигнований",
                "period 2025-01-01..2027-12-31 if «в пределах выделенных ассигнований»",
            ),
        ],
    },
    Phrase {
        name: "after-event",
        pattern: "after|completion word|span|holidays|school|paper|set|completion|start|end|this text*",
        read: |_| Some(What::If),
        examples: &[("после капитального ремонта здания", "conditional if «после капитального ремонта здания»")],
    },
    Phrase {
        name: "by-completion",
        pattern: "by outcome|completion text*",
        read: |_| Some(What::If),
        examples: &[("по результатам проверки", "conditional if «по результатам проверки»")],
    },
    Phrase {
        name: "until-event",
        pattern: "until start? word|completion|holidays|set text*",
        read: |items| (items.first()?.value == 0).then_some(What::If),
        examples: &[("до устранения замечаний", "conditional if «до устранения замечаний»")],
    },
    Phrase {
        name: "during-event",
        pattern: "in|on|within span|day|holidays word|span|holidays|season|realization|completion text*",
        read: |_| Some(What::If),
        examples: &[("в период проведения ремонта", "conditional if «в период проведения ремонта»")],
    },
    Phrase {
        name: "other-document",
        pattern: "by word|ordinal|school|set|all|calendar|year|month|dash|number|deadline* paper text*",
        read: |_| Some(What::Elsewhere),
        examples: &[("по отдельному плану", "by_reference"), ("по графику повышения квалификации", "by_reference")],
    },
    Phrase {
        name: "paper-alone",
        pattern: "paper dash paper",
        read: |_| Some(What::Elsewhere),
        examples: &[("План-график", "by_reference")],
    },
    Phrase {
        name: "in-the-usual-order",
        pattern: "in filler|working paper",
        read: |_| Some(What::Elsewhere),
        examples: &[("в плановом порядке", "by_reference")],
    },
    Phrase {
        name: "since-event",
        pattern: "since text*",
        read: |_| Some(What::If),
        examples: &[("с момента утверждения", "conditional if «с момента утверждения»")],
    },
    Phrase {
        name: "in-accordance",
        pattern: "in? accordance text*",
        read: |_| Some(What::Elsewhere),
        examples: &[
            ("согласно плану ФХД", "by_reference"),
            ("в соответствии с приказом от 15.03.2025", "by_reference"),
        ],
    },
    Phrase {
        name: "in-set-terms",
        pattern: "in|by deadline? comma? set word|deadline|paper* text*",
        read: |_| Some(What::Elsewhere),
        examples: &[("в установленные сроки", "by_reference"), ("в сроки, установленные законом", "by_reference")],
    },
    Phrase {
        name: "ditto",
        pattern: "in? word? ditto deadline?",
        read: |_| Some(What::Ditto),
        examples: &[("то же", "by_reference"), ("в те же сроки", "by_reference")],
    },
    Phrase {
        name: "not-stated",
        pattern: "deadline|filler* nothing text*",
        read: |_| Some(What::Nothing),
        examples: &[("уточняется", "absent"), ("срок уточняется", "absent")],
    },
    Phrase {
        name: "not-set",
        pattern: "deadline|filler* not* stated|set text*",
        read: |items| (items.has(Class::Stated) || items.has(Class::Not)).then_some(What::Nothing),
        examples: &[("срок не определен", "absent"), ("будет определен дополнительно", "absent")],
    },
    Phrase {
        name: "without-term",
        pattern: "not word? deadline text*",
        read: |items| (items.first()?.value == 1).then_some(What::Nothing),
        examples: &[("без срока", "absent")],
    },
    Phrase {
        name: "time-of-day",
        pattern: "from|until? clock",
        read: |_| Some(What::Aside),
        examples: &[("с 9:00 до 18:00", "unrecognized")],
    },
];
