//! The alphabet of the grammar: what words, numbers and marks are, before anything is known of their order.

use super::time::Time;

/// Declares [`Class`] together with the names that patterns call its members by.
macro_rules! classes {
    ($($(#[$doc:meta])* $class:ident $name:literal,)*) => {
        /// What a token is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(super) enum Class { $($(#[$doc])* $class,)* }

        /// Names of the classes in patterns.
        pub(super) const CLASS_NAMES: &[(&str, Class)] = &[$(($name, Class::$class),)*];
    };
}

classes! {
    /// A word the grammar does not know.
    Word "word",
    /// A number: «5», «двух»; `value` is the number, `digits` how many digits it was written with (0: in words).
    Number "number",
    /// «первый», «5-го», «III».
    Ordinal "ordinal",
    /// Four digits that can be a year.
    Digits4 "digits4",
    /// A year with its word, or several that make one school year: «2025 г.», «2024/2025 уч. год», «текущего года».
    YearOf "year-of",
    /// A time of day: «10:00».
    Clock "clock",
    /// «января», «янв.»; `value` is 1 to 12.
    MonthName "month-name",
    /// «понедельник»; `value` is 1 to 7.
    Weekday "weekday",
    /// «весна», «осенний»; `value` is 1 (winter) to 4 (autumn).
    Season "season",
    /// «день», «сутки».
    Day "day",
    /// «число», «числа».
    DayNumber "day-number",
    /// «неделя».
    Week "week",
    /// «месяц».
    Month "month",
    /// «квартал».
    Quarter "quarter",
    /// «триместр».
    Trimester "trimester",
    /// «полугодие», «полгода».
    HalfYear "half-year",
    /// «год», «г.».
    Year "year",
    /// «гг.», «годы»: a plural.
    Years "years",
    /// «декада».
    Decade "decade",
    /// «четверть» of a school year.
    Term "term",
    /// «час».
    Hour "hour",
    /// «каникулы».
    Holidays "holidays",
    /// «учебный», «уч.».
    School "school",
    /// «рабочий» of days.
    Working "working",
    /// «календарный».
    Calendar "calendar",
    /// «дневный», «месячный»: a unit as an adjective; `value` is the unit.
    UnitAdjective "unit-adjective",
    /// A stretch of the calendar.
    Time "time",
    /// «до …», «не позднее …» with its stretch.
    Limit "limit",
    /// «с …» with its stretch.
    Beginning "beginning",
    /// Any dash.
    Dash "dash",
    /// A comma.
    Comma "comma",
    /// A semicolon, a line break, the end of a sentence.
    Stop "stop",
    /// A bracket.
    Bracket "bracket",
    /// A colon.
    Colon "colon",
    /// A slash.
    Slash "slash",
    /// «№».
    NumberSign "number-sign",
    /// «и».
    And "and",
    /// «или».
    Or "or",
    /// «не».
    Not "not",
    /// «позднее», «позже».
    Later "later",
    /// «ранее», «раньше».
    Sooner "sooner",
    /// «чем».
    Than "than",
    /// «до»; `value` is 1 for «к».
    Until "until",
    /// «не позднее».
    NoLater "no-later",
    /// «с».
    From "from",
    /// «по».
    By "by",
    /// «в».
    In "in",
    /// «на».
    On "on",
    /// «за».
    Before "before",
    /// «через», «спустя», «по истечении».
    Through "through",
    /// «течение», «протяжение».
    Course "course",
    /// «в течение».
    Within "within",
    /// «срок».
    Deadline "deadline",
    /// «ежемесячно»; `value` is the unit.
    Every "every",
    /// «каждый».
    Each "each",
    /// «раз».
    Times "times",
    /// «реже», «чаще», «менее», «минимум».
    Least "least",
    /// «постоянно».
    Always "always",
    /// «немедленно».
    AtOnce "at-once",
    /// «начало».
    Start "start",
    /// «середина».
    Middle "middle",
    /// «конец».
    End "end",
    /// «половина».
    Half "half",
    /// «последний».
    Last "last",
    /// «текущий», «этот».
    This "this",
    /// «следующий», «новый».
    Next "next",
    /// «отчётный».
    Reported "reported",
    /// «весь».
    All "all",
    /// «включительно».
    Inclusive "inclusive",
    /// «далее», «затем».
    Onward "onward",
    /// «итоги».
    Outcome "outcome",
    /// «окончание», «завершение», «истечение».
    Completion "completion",
    /// «день», «момент», «дата» that a term is counted from, joined with «с» or «со»: «со дня».
    Since "since",
    /// «момент», «дата».
    Moment "moment",
    /// «после», «следующий за».
    After "after",
    /// «при», «в случае»: a condition begins.
    If "if",
    /// «мера», «запрос», «необходимость»: what work depends on after «по».
    Need "need",
    /// «план», «график», «приказ»: another document.
    Paper "paper",
    /// «согласно», «соответствие».
    Accordance "accordance",
    /// «установленный» of terms.
    Set "set",
    /// «реализация», «действие», «программа»: whose term is the plan's own.
    Realization "realization",
    /// «период», «время».
    Span "span",
    /// «нет», «уточняется».
    Nothing "nothing",
    /// «определён», «указан».
    Stated "stated",
    /// «то же», ditto marks.
    Ditto "ditto",
    /// «продлён», «перенесён».
    Moved "moved",
    /// «выполнено».
    Done "done",
    /// «сертификат», «подпись»: their dates are no deadlines.
    Signature "signature",
    /// «закон», «приказ» with a date and a number.
    Act "act",
    /// Politeness and guesses that change nothing: «ориентировочно».
    Filler "filler",
    /// «между» two days.
    Between "between",
    /// Whose day a feast is: «Победы» after «День»; `value` is its month and day, 509.
    Feast "feast",
    /// «международный» of feasts.
    FeastKind "feast-kind",
}

/// A set of classes.
pub(super) type ClassSet = u128;

impl Class {
    /// The set with this member only.
    pub(super) fn bit(self) -> ClassSet {
        1 << self as u8
    }
}

/// A token, or what several tokens were read as.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// What it is.
    pub class: Class,
    /// How many digits a number was written with; 0 for anything else.
    pub digits: u8,
    /// Whether the text had to be repaired to read it.
    pub repaired: bool,
    /// The number, month, unit or other detail that belongs to the class.
    pub value: i32,
    /// Where it begins in the text, in bytes.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// The stretch of the calendar, for classes that are one.
    pub time: Option<Time>,
}

impl Item {
    /// A token of a class.
    pub(super) fn new(class: Class, value: i32, start: usize, end: usize) -> Self {
        Self { class, digits: 0, repaired: false, value, start: start as u32, end: end as u32, time: None }
    }
}

/// What rules ask of the items they matched.
pub(super) trait Items {
    /// The first item of a class.
    fn first_of(&self, class: Class) -> Option<&Item>;
    /// The last item of a class.
    fn last_of(&self, class: Class) -> Option<&Item>;
    /// Whether there is one.
    fn has(&self, class: Class) -> bool {
        self.first_of(class).is_some()
    }
    /// The value of the first item of a class.
    fn value_of(&self, class: Class) -> Option<i32> {
        self.first_of(class).map(|item| item.value)
    }
}

impl Items for [Item] {
    fn first_of(&self, class: Class) -> Option<&Item> {
        self.iter().find(|item| item.class == class)
    }

    fn last_of(&self, class: Class) -> Option<&Item> {
        self.iter().rev().find(|item| item.class == class)
    }
}
