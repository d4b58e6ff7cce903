//! An officer cell as its writer meant it: words broken by line wrap joined, contacts and remarks dropped.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use regex::Regex;

use crate::language::fold::{clean, cyrillic_look_alikes};
use crate::language::lexicon::{Part, is_known, readings};

use super::words::is_occupation;

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a pattern of our own")
}

const DIGITS: &[&str] = &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// What stands beside a party and says nothing of who it is: marks that it cannot be without, and its pattern.
#[rustfmt::skip]
const DROPPED: &[(&[&str], &str)] = &[
        // e-mail, web address
        (&["@"], r"(?i)(?:e-?mail|эл\.?\s*почта|электронная\s+почта|адрес\s+электронной\s+почты)?\s*[:–—-]?\s*[a-z0-9._+-]+@[a-z0-9.-]+\.[a-zа-я]+"),
        (&["://", "www."], r"(?i)\b(?:https?://|www\.)\S+"),
        // telephone, with and without its label
        (DIGITS, r"(?i)[,;(]?\s*(?:\bконт(?:актный|\.)\s*)?\b(?:тел(?:ефон)?|моб|сот|факс|т)\b\.?(?:/факс)?\s*(?:раб|моб|сот|дом)?\.?\s*[:–—-]?\s*\+?[\d(][\d\s()–—-]{3,}\d\)?(?:\s*,?\s*доб\.?\s*\d+)?"),
        (DIGITS, r"[,;]?\s*(?:\+7|\b8)[\s(–-]*\d{3,5}[\s)–-]*\d[\d\s–-]{4,}\d"),
        (DIGITS, r"[,;]?\s*\(?\b\d{1,3}-\d{2}-\d{2}(?:-\d{2})?\b\)?"),
        // remarks in brackets
        (&["("], r"(?i)\(\s*(?:по\s+согласованию|по\s+соглас\.?|далее\s*[-–—:]?|при\s+(?:наличии|необходимости|условии)|в\s+рамках|в\s+пределах|по\s+(?:отдельному\s+)?графику|на\s+договорной|по\s+(?:договору|приказу)|приказ\b|распоряжени|соисполнител|исполнител|ответственн|контрол|свод|без\s+дополнительн)[^()]*\)?"),
        // the class that a teacher leads
        (DIGITS, r#"\(\s*\d{1,2}\s*[-–]?\s*[«"]?[а-яА-Я]?[»"]?\s*(?:кл\.?|класс)?\s*\)"#),
        (&["огласовани", "ОГЛАСОВАНИ"], r"(?i),?\s+(?:по\s+согласованию)\s*(?:$|[,;])"),
        // forms of address, academic degrees
        (&["г-", "Г-", "оспо", "тов."], r"(?i)\b(?:г-жа|г-н|господин|госпожа|тов\.)(?:\s|$)"),
        (&["к.", "К.", "д.", "Д."], r"\b(?:[кКдД]\.\s?(?:[а-я]{1,5}\.|[а-я]{1,5}-[а-я]{1,5}\.)\s?н\.?)"),
        (&["каб", "Каб"], r"(?i)\bкаб(?:инет|\.)\s*№?\s*\d+"),
];

static DROPPED_PATTERNS: LazyLock<Vec<Regex>> =
    LazyLock::new(|| DROPPED.iter().map(|(_, text)| pattern(text)).collect());

/// All marks, and the row of [`DROPPED`] that each belongs to.
static MARKS: LazyLock<(AhoCorasick, Vec<usize>)> = LazyLock::new(|| {
    let (rows, marks): (Vec<usize>, Vec<&str>) =
        DROPPED.iter().enumerate().flat_map(|(row, (marks, _))| marks.iter().map(move |mark| (row, *mark))).unzip();
    (AhoCorasick::new(marks).expect("a few short marks"), rows)
});

/// The patterns whose marks a text has: most cells have none, so that they are looked through once for all marks.
fn droppable(text: &str) -> impl Iterator<Item = &'static Regex> + use<> {
    let (marks, rows) = &*MARKS;
    let mut marked = [false; DROPPED.len()];
    for mark in marks.find_overlapping_iter(text) {
        marked[rows[mark.pattern()]] = true;
    }
    DROPPED_PATTERNS.iter().zip(marked).filter(|(_, marked)| *marked).map(|(pattern, _)| pattern)
}

/// A label before the parties.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(^|[\n;.]\s*)(?:ответственн(?:ый|ая|ые|ое лицо|ые лица)(?:\s+(?:исполнител[ьи]|лиц[оа]))?(?:\s+за\s+[^:;\n–—-]{1,80})?|отв\.(?:\s+исполнител[ьи])?|исполнител[ьи]|соисполнител[ьи]|исп\.|контроль(?:\s+за\s+[^:;\n–—-]{1,60})?|ф\.?\s?и\.?\s?о\.?)\s*(?::|\s[-–—])\s*",
    )
});

/// «и.о.», «И/о», «и. о.», «ио» before a post: no initials.
static ACTING: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)(^|[^\p{L}.])(и\s?[./]\s?о\s?\.?|ио\.?)\s*(\p{L}{3,})"));

/// A word broken by line wrap: «руково- дитель», «дополнительно-\nго».
static BROKEN: LazyLock<Regex> = LazyLock::new(|| pattern(r"([А-ЯЁ]?[а-яё]+)(-|‐|¬)[ \n]+([а-яё]+)"));

/// A post of two nouns whose hyphen has spaces around it: «учитель - логопед».
static LOOSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(^|[^\p{L}\d_])((?:учител|педагог|врач|инженер|преподавател|воспитател|художник|тренер|слесар|медсестр|психолог|специалист)[а-я]{0,3})(?:\s+[-–]\s*|\s*[-–]\s+)([а-яё]{5,})",
    )
});

/// «совместно с», «при участии»: another party follows, in an oblique case.
static TOGETHER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)(?:^|[\s,(])(?:совместно\s+со?|при\s+(?:участии|содействии|поддержке))\s"));

/// «Поручить завхозу», «возложить на директора», «под руководством методиста»: words that give the task, before a party in
/// an oblique case.
static GIVES_TASK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\s*(?:поручить|поручено|назначить(?:\s+ответственн\p{L}+)?|возложить(?:\s+(?:ответственность|исполнение|контроль))?\s+на|под\s+(?:руководством|контролем|ответственность)|силами)\s+",
    )
});

/// «Отв. Рогова А.А.», «Ответственная Рогова А.А.»: the word only heads the name.
static HEADS_NAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^\s*(?i:отв\.?\s*(?:исп\.?|исполнител[ьи])?|ответственн(?:ый|ая|ые)(?:\s+исполнител[ьи])?)\s+(\p{Lu}[\p{Ll}-]+\s+\p{Lu}\s?\.|\p{Lu}\s?\.\s?(?:\p{Lu}\s?\.)?\s?\p{Lu}\p{Ll})",
    )
});

/// A lone letter torn off its word: «специалист ы».
static TORN: LazyLock<Regex> = LazyLock::new(|| pattern(r"([а-яё]{4,}) ([бгджзйлмнпртфхцчшщъыьэюя])(\s|[,;)]|$)"));

/// The text of a cell without what is no part of a party, and whether words had to be repaired.
pub(super) fn tidy(text: &str) -> (String, bool) {
    let cleaned = clean(text);
    let mut text = cyrillic_look_alikes(&cleaned).into_owned();
    let mut repaired = false;
    if text.contains(['-', '‐', '¬']) && BROKEN.is_match(&text) {
        text = BROKEN
            .replace_all(&text, |found: &regex::Captures<'_>| {
                repaired = true;
                joined(&found[1], &found[3])
            })
            .into_owned();
    }
    if TORN.is_match(&text) {
        text = TORN
            .replace_all(&text, |found: &regex::Captures<'_>| {
                let whole = format!("{}{}", &found[1], &found[2]);
                if is_known(&whole) {
                    repaired = true;
                    format!("{whole}{}", &found[3])
                } else {
                    found[0].to_owned()
                }
            })
            .into_owned();
    }
    if [" -", "- ", " –", "– "].iter().any(|dash| text.contains(dash)) && LOOSE.is_match(&text) {
        text = LOOSE
            .replace_all(&text, |found: &regex::Captures<'_>| {
                match is_occupation(&found[3]) && found[3].starts_with(char::is_lowercase) {
                    true => format!("{}{}-{}", &found[1], &found[2], &found[3]),
                    false => found[0].to_owned(),
                }
            })
            .into_owned();
    }
    if text.contains("овместно") || text.contains("при ") {
        text = TOGETHER.replace_all(&text, " ; ").into_owned();
    }
    for dropped in droppable(&text) {
        if dropped.is_match(&text) {
            text = dropped.replace_all(&text, " , ").into_owned();
        }
    }
    if text.contains([':', '-', '–', '—']) && LABEL.is_match(&text) {
        let without = LABEL.replace_all(&text, "$1").into_owned();
        if without.chars().any(char::is_alphabetic) {
            text = without;
        }
    }
    if GIVES_TASK.is_match(&text) {
        text = GIVES_TASK.replace(&text, "").into_owned();
    }
    if HEADS_NAME.is_match(&text) {
        text = HEADS_NAME.replace(&text, "$1").into_owned();
    }
    if ACTING.is_match(&text) {
        text = ACTING
            .replace_all(&text, |found: &regex::Captures<'_>| match is_occupation(&found[3]) {
                true => format!("{}и.о. {}", &found[1], &found[3]),
                false => found[0].to_owned(),
            })
            .into_owned();
    }
    if SMALL_AFTER_SURNAME.is_match(&text) {
        text = SMALL_AFTER_SURNAME
            .replace_all(&text, |found: &regex::Captures<'_>| {
                format!("{}{}{}", &found[1], found[2].to_uppercase(), &found[3])
            })
            .into_owned();
    }
    if !text.chars().any(char::is_uppercase) {
        text = capitalized(&text);
    }
    (text, repaired)
}

/// The two halves of a broken word as one word, or with the hyphen that was its own: «педагог-организатор».
fn joined(first: &str, second: &str) -> String {
    let whole = format!("{first}{second}");
    let two_words =
        || readings(first).first().is_some_and(|r| r.known) && readings(second).first().is_some_and(|r| r.known);
    if !is_known(&whole) && two_words() { format!("{first}-{second}") } else { whole }
}

/// Initials beside a name, in a cell that has no capital letter.
static SMALL_INITIALS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b[а-яё]\.\s?[а-яё]\.*(?:\s|[,;]|$)"));

/// «Кузнецова м.и.»
static SMALL_AFTER_SURNAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"([А-ЯЁ][а-яё]+(?:ов|ев|ёв|ин|ын|ий|ко|ва|на|ая|ук|юк|ич|ян|ых) )([а-яё]\.\s?[а-яё]\.?)([\s.]*(?:$|[,;\n(]))",
    )
});

/// A cell without capital letters with those that names have: «директор иванова и.и.».
fn capitalized(text: &str) -> String {
    let has_initials = SMALL_INITIALS.is_match(text);
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive([' ', '\n', ',', ';']) {
        let word = piece.trim_end_matches([' ', '\n', ',', ';', '.']);
        let initial = has_initials
            && word != "и.о"
            && word.split('.').all(|letter| letter.chars().count() <= 1)
            && piece.contains('.');
        if initial {
            out.extend(piece.chars().flat_map(char::to_uppercase));
        } else if is_name(word) {
            let mut letters = piece.chars();
            out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            out.extend(letters);
        } else {
            out.push_str(piece);
        }
    }
    out
}

/// Whether a word is known as a name and as nothing else.
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    let title: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let found = readings(&title);
    let named = |part: Part| matches!(part, Part::Surname | Part::GivenName | Part::Patronymic);
    !is_occupation(word)
        && found.first().is_some_and(|r| named(r.part))
        && found.iter().all(|r| !r.known || named(r.part) || r.likelihood < 0.1)
}
