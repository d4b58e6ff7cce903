//! Words that a line wrap broke with a hyphen, joined again; words that are written with a hyphen, left alone.
//!
//! A narrow column breaks words: «Ответствен-ный», «туристи-ческих», «руково- дитель». When the text is taken out of its
//! column the hyphen stays. Without a dictionary three facts of the language tell a broken word from a compound:
//! what follows the hyphen cannot begin a word (a suffix with its ending: «-ный», «-ческих», «-нения»); or the break is
//! visible (a space or line break after the hyphen) and what precedes it is no first half of a compound; and no Russian
//! word begins with «ь», «ъ», «ы» or with a doubled consonant.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

use super::month;

/// A hyphen between letters, with or without a space after it.
static HYPHEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(\p{L}+)-([ \n]*)(\p{Ll}+)").expect("the pattern of a hyphen inside a word is valid")
});

/// Suffixes with their endings that cannot stand at the beginning of a word: the rest of a broken word.
static REST: LazyLock<Regex> = LazyLock::new(|| {
    const ADJECTIVE: &str = "(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ых|их|ым|им|ыми|ими|ую|юю|ей|ом|ем)";
    Regex::new(&format!(
        concat!(
            r"^(?:[ьъы]\p{{Ll}}*",
            r"|(?:н|нн|льн|тельн|енн|ённ|ованн|ческ|ическ|тическ|ск|еск|овск|инск|альн|ивн|тивн|онн|ционн|зионн|ющ|ящ|щ|вш){a}(?:ся)?",
            r"|(?:ни|ени|нени|чени|дени|шени|жени|щени|лени|вани|овани|дани|тани|зани|сани|рени|тельств|ительств|ств|еств|тв)(?:[еяюий]|ем|ях|ям|ями|о|а|у|ом|ах|ам|ами)",
            r"|(?:ци|нци|аци|яци|зици|кци|сси)(?:[яиюй]|ей|ям|ях|ями)",
            r"|(?:ност|ост|емост|имост)(?:ь|и|ью|ей|ям|ях|ями)",
            r"|(?:тел|дител|зител|ител|вател)(?:ь|я|ю|ем|е|и|ей|ям|ях|ями)",
            r"|(?:ник|чик|щик|ист|ниц|тор|атор)(?:и|а|у|ом|ов|ам|ах|ами|ы|е|ей)?",
            r"|(?:ть|ться|тся|лся|лась|лись|вать|ваться|ся|сь|ми|ях|ям|ями|ах|ам|ами|ов|ев|ей|ки|ка|ку|ке|ки|кой|ок))$"
        ),
        a = ADJECTIVE
    ))
    .expect("the pattern of word rests is valid")
});

/// Words that the pattern of rests covers although they are words: the second halves of real compounds.
const WORDS: &[&str] = &["ник", "тор", "ток", "ка", "ток", "скими"];

/// First halves of compounds that are no words of their own, beside those on «-о» and «-е».
#[rustfmt::skip]
const FIRST_HALVES: &[&str] = &[
    "мини", "онлайн", "офлайн", "оффлайн", "интернет", "веб", "медиа", "видео", "аудио", "фото", "теле", "арт",
    "бизнес", "пресс", "вице", "экс", "обер", "топ", "чат", "блиц", "квест", "флеш", "смарт", "эко", "этно", "био",
    "кибер", "промо", "из", "кое", "по", "во", "в", "педагог", "учитель", "врач", "инженер", "методист", "художник",
    "музей", "школа", "центр", "план", "карта", "кресло", "кресел", "стул", "стулья", "стол", "мастер", "музыкант",
    "тренер", "режиссер", "режиссёр", "библиотека", "клуб", "дом", "сайт", "генерал", "штаб", "северо", "юго", "пол",
    "комплекс", "клиент", "выставка", "шоу", "рок", "поп", "джаз", "ди", "он", "офф", "ток", "фан", "спа", "хит",
    "тет", "нон", "йога", "лего", "ярмарка", "конкурс", "фестиваль", "день", "час", "круиз", "вечер", "концерт",
    "лекция", "урок", "игра", "семинар",
];

/// What follows «экс» in words that only begin like a former holder of a post: «экскурсант», «эксперт», «экспозиция».
const FOREIGN_EX: &[&str] = &[
    "курс",
    "перт",
    "перимент",
    "поз",
    "понат",
    "плуат",
    "порт",
    "пресс",
    "пертиз",
    "педици",
    "клюзив",
    "тракт",
    "трен",
    "травагант",
    "цесс",
    "либрис",
    "тернат",
];

/// Second halves that are always written with a hyphen: particles.
const PARTICLES: &[&str] = &["то", "либо", "нибудь", "таки", "ка", "с", "де"];

/// The text with broken words joined. Compounds keep their hyphen and lose a space after it («педагог- организатор»).
pub fn join(text: &str) -> Cow<'_, str> {
    if !text.contains('-') {
        return Cow::Borrowed(text);
    }
    HYPHEN.replace_all(text, |found: &regex::Captures<'_>| {
        let (whole, left, gap, right) = (&found[0], &found[1], &found[2], &found[3]);
        match verdict(left, !gap.is_empty(), right) {
            Verdict::Broken => format!("{left}{right}"),
            Verdict::Compound => format!("{left}-{right}"),
            Verdict::Untouched => whole.to_owned(),
        }
    })
}

enum Verdict {
    Broken,
    Compound,
    Untouched,
}

fn verdict(left: &str, gap: bool, right: &str) -> Verdict {
    // Abbreviations head compounds: «QR-код», «СМС-рассылка».
    let abbreviation = left.chars().count() > 1 && left.chars().all(char::is_uppercase);
    let (left, right) = (left.to_lowercase(), right.to_lowercase());
    if abbreviation {
        return Verdict::Compound;
    }
    if month::number(&left).is_some() || month::number(&right).is_some() {
        return Verdict::Untouched;
    }
    if left == "экс" && FOREIGN_EX.iter().any(|rest| right.starts_with(rest)) {
        return Verdict::Broken;
    }
    if left.chars().count() > 1 && is_rest(&left, &right) {
        return Verdict::Broken;
    }
    if !gap {
        return if starts_like_no_word(&right) || is_chunk(&left, &right) {
            Verdict::Broken
        } else {
            Verdict::Compound
        };
    }
    let first_half = FIRST_HALVES.contains(&left.as_str())
        || (left.chars().count() > 4
            && left.ends_with(['о', 'е'])
            && right.chars().count() > 3
            && right.ends_with(['й', 'я', 'е', 'х', 'м', 'о', 'у', 'ю']));
    if first_half || PARTICLES.contains(&right.as_str()) || left.chars().count() == 1 {
        Verdict::Compound
    } else {
        Verdict::Broken
    }
}

fn is_rest(left: &str, right: &str) -> bool {
    if WORDS.contains(&right) || FIRST_HALVES.contains(&left) || PARTICLES.contains(&right) {
        return false;
    }
    if REST.is_match(right) || right != left && is_verb_end(right) {
        return true;
    }
    // «попечительс-кого»: the suffix itself is broken.
    left.ends_with('с')
        && left.len() > 6
        && matches!(
            right,
            "кого"
                | "кому"
                | "кий"
                | "кая"
                | "кое"
                | "кие"
                | "кой"
                | "ких"
                | "ким"
                | "кими"
                | "кую"
                | "ком"
        )
}

/// «обно-вить», «разме-щать»: no infinitive is the second half of a compound but a doubled one («чуть-чуть»), and nouns
/// in «-ть» are few.
fn is_verb_end(right: &str) -> bool {
    const NOUNS: &[&str] = &["сеть", "кровать", "печать", "память", "нить", "мать", "плеть", "рукоять"];
    let infinitive = ["ать", "ять", "ить", "еть", "уть", "ыть"].iter().any(|end| right.ends_with(end));
    infinitive && !NOUNS.contains(&right)
}

/// Parts too short or too hard to say for a word: «па-мятки», «работни-ки».
fn is_chunk(left: &str, right: &str) -> bool {
    const VOWELS: &str = "аеёиоуыэюя";
    let letters = |part: &str| part.chars().count();
    let voiceless = |part: &str| letters(part) > 1 && !part.chars().any(|c| VOWELS.contains(c));
    if left == right || PARTICLES.contains(&right) || FIRST_HALVES.contains(&left) || letters(left) < 2 {
        return false;
    }
    letters(left) <= 3 || letters(right) <= 2 || voiceless(left) || voiceless(right)
}

/// No Russian word begins with a doubled consonant; «ссора», «ввод» and «жжение» are the exceptions that matter.
fn starts_like_no_word(right: &str) -> bool {
    let mut chars = right.chars();
    let (first, second) = (chars.next(), chars.next());
    first == second && first.is_some_and(|c| !"ссвжаеиоуэюя".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_words_are_joined() {
        for (broken, whole) in [
            ("Ответствен-ный", "Ответственный"),
            ("испол-нения", "исполнения"),
            ("туристи-ческих маршрутов", "туристических маршрутов"),
            ("руково- дитель", "руководитель"),
            ("руково-\nдитель", "руководитель"),
            ("Учителя музы- ки", "Учителя музыки"),
            ("дополнительно- го образования", "дополнительного образования"),
            ("попечительс-кого совета", "попечительского совета"),
            ("информа-ции", "информации"),
            ("доступ-ность", "доступность"),
            ("биб- лиотека", "библиотека"),
            ("размеще-ние", "размещение"),
            ("па-мятки", "памятки"),
            ("работ-ы", "работы"),
            ("Обно-вить стенды", "Обновить стенды"),
            ("разме- щать", "размещать"),
            ("экс-курсантов", "экскурсантов"),
            ("экс- позицию", "экспозицию"),
        ] {
            assert_eq!(join(broken), whole);
        }
    }

    #[test]
    fn compounds_keep_their_hyphen() {
        #[rustfmt::skip]
        let compounds = [
            "педагог-организатор", "социально-значимый", "онлайн-запись", "стулья-трости", "музей-заповедник",
            "мини-опросы", "художник-оформитель", "кулисами-ширмами", "чат-бот", "из-за", "кто-либо", "какой-то",
            "по-русски", "план-график", "материально-технической", "культурно-массовой", "кресел-колясок",
            "мастер-классы", "учитель-дефектолог", "QR-код", "СМС-рассылка", "чуть-чуть", "рок-концерт", "ток-шоу",
            "библиотека-филиал", "экс-директор", "интернет-сеть", "диван-кровать", "фото-печать", "школа-интернат", "во-первых", "план-схему", "веб-сайт", "тифло-сурдо",
            "октябрь- май", "стенд - сайт", "врач-терапевт", "интернет-ресурсы", "пресс-релиз",
            "информационно-телекоммуникационной",
        ];
        for text in compounds {
            assert_eq!(join(text), text);
        }
        assert_eq!(join("педагог- организатор"), "педагог-организатор");
        assert_eq!(join("социально- значимый"), "социально-значимый");
    }

    #[test]
    fn joining_twice_changes_nothing() {
        for text in ["Ответствен-ный руково- дитель", "педагог- организатор", "а-б-в-г", "те-ле-ви-зор"]
        {
            let once = join(text).into_owned();
            assert_eq!(join(&once), once, "{text}");
        }
    }
}
