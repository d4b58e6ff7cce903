//! The Russian words of a report: what a reader sees instead of the names used in tables.

use chrono::{Datelike, NaiveDate};
use num_traits::Signed;

use crate::language::month::GENITIVE;
use crate::model::{
    Addressee, Change, Channel, DeadlineKind, DisclosureStatus, GroupScore, Kind, Organization, OrganizationKind,
    Progress, Scope, Sector, Severity, Status,
};

/// «01.03.2026».
pub(crate) fn date(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

/// «1 марта 2026 года».
pub(crate) fn long_date(date: NaiveDate) -> String {
    format!("{} {} {} года", date.day(), GENITIVE[date.month0() as usize], date.year())
}

/// The form of a noun after a number: 1 план, 2 плана, 5 планов.
pub(crate) fn plural<'a>(n: usize, one: &'a str, few: &'a str, many: &'a str) -> &'a str {
    match (n % 100, n % 10) {
        (11..=14, _) => many,
        (_, 1) => one,
        (_, 2..=4) => few,
        _ => many,
    }
}

/// What heads findings that are not the organizations' to put right.
pub(crate) const GATHERING: &str = "Замечания к организации сбора данных";

/// «ещё 1 название не сопоставлено»; `None` where all are.
pub fn unmatched(n: usize) -> Option<String> {
    let named = plural(n, "название не сопоставлено", "названия не сопоставлены", "названий не сопоставлено");
    (n > 0).then(|| format!("ещё {n} {named}"))
}

/// Names in a row, the first so many of them: «А; Б; и ещё 3».
pub(crate) fn listed(names: &[&str], limit: usize) -> String {
    let mut shown = names.iter().take(limit).copied().collect::<Vec<_>>().join("; ");
    if names.len() > limit {
        shown.push_str(&format!("; и ещё {}", names.len() - limit));
    }
    shown
}

/// «3» or «1–3»: a span of places.
pub(crate) fn places(from: Option<u32>, to: Option<u32>) -> Option<String> {
    let (from, to) = from.zip(to)?;
    Some(if from == to { from.to_string() } else { format!("{from}–{to}") })
}

/// «7 → 4», or «7, без изменения».
pub(crate) fn move_of(now: Option<u32>, after: Option<u32>) -> Option<String> {
    let (now, after) = now.zip(after)?;
    Some(if now == after { format!("{now}, без изменения") } else { format!("{now} → {after}") })
}

/// What the public edition says of itself.
pub(crate) const PUBLIC: &str = "Публичная редакция: без личных имён, отзывов и сведений о малых группах. «[скрыто]» — \
                                 сведения есть, но не публикуются.";

/// What follows «среднее из»: «12 организаций» for a sector, «2 сфер» for what is made of sectors.
pub(crate) fn members(group: &GroupScore) -> String {
    let n = group.of as usize;
    let noun = match group.scope.level {
        "sector" => plural(n, "организации", "организаций", "организаций"),
        _ => plural(n, "сферы", "сфер", "сфер"),
    };
    format!("{n} {noun}")
}

/// Whether a change says anything.
pub(crate) fn verdict(change: &Change) -> &'static str {
    match (change.beyond_noise, change.difference.is_positive()) {
        (Some(true), true) => "вырос больше погрешности",
        (Some(true), false) => "снизился больше погрешности",
        (Some(false), _) => "в пределах погрешности",
        (None, _) => "погрешность неизвестна",
    }
}

/// How serious a finding is.
pub(crate) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Violation => "нарушение",
        Severity::Warning => "предупреждение",
        Severity::Note => "примечание",
    }
}

/// Who is to put a finding right.
pub(crate) fn addressee(addressee: Addressee) -> &'static str {
    match addressee {
        Addressee::Organization => "организация",
        Addressee::Operator => "оператор",
        Addressee::Ministry => "орган власти",
    }
}

/// What became of a file.
pub(crate) fn status(status: Status) -> &'static str {
    match status {
        Status::Read => "прочитан",
        Status::Partial => "прочитан частично",
        Status::Quarantined => "в карантине",
        Status::Skipped => "пропущен",
    }
}

/// What a file is.
pub(crate) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Plan => "план",
        Kind::Recommendations => "рекомендации",
        Kind::Answers => "анкеты",
        Kind::Checklist => "чек-лист",
        Kind::Register => "реестр",
        Kind::Other => "иное",
        Kind::Page => "страница сайта",
    }
}

/// How far a measure is.
pub(crate) fn progress(progress: Progress) -> &'static str {
    match progress {
        Progress::NoEvidence => "сведений нет",
        Progress::NotStarted => "не начато",
        Progress::Partial => "начато",
        Progress::Substantial => "почти завершено",
        Progress::Complete => "завершено",
    }
}

/// The sort of a deadline.
pub(crate) fn deadline_kind(kind: DeadlineKind) -> &'static str {
    match kind {
        DeadlineKind::Date => "дата",
        DeadlineKind::Period => "период",
        DeadlineKind::Recurring => "повторяется",
        DeadlineKind::Continuous => "постоянно",
        DeadlineKind::Relative => "от события",
        DeadlineKind::Conditional => "при условии",
        DeadlineKind::ByReference => "по ссылке",
        DeadlineKind::Absent => "не указан",
        DeadlineKind::Invalid => "неверная дата",
        DeadlineKind::Unrecognized => "не распознан",
    }
}

/// Where information must be shown.
pub(crate) fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Site => "сайт",
        Channel::Stand => "стенд",
    }
}

/// What was found of a requirement.
pub(crate) fn disclosure(status: DisclosureStatus) -> &'static str {
    match status {
        DisclosureStatus::Met => "размещено",
        DisclosureStatus::NotMet => "не размещено",
        DisclosureStatus::NotApplicable => "неприменимо",
        DisclosureStatus::NeedsVerification => "требует проверки",
    }
}

/// The short name where there is one.
pub(crate) fn name(organization: &Organization) -> &str {
    organization.short_name.as_deref().unwrap_or(&organization.name)
}

/// The heading over the ranking of a scope.
pub(crate) fn scope(scope: &Scope) -> String {
    match scope.level {
        "sector" => {
            let sector = Sector::ALL.into_iter().find(|sector| sector.as_str() == scope.name);
            format!("Сфера: {}", sector.map_or(scope.name.as_str(), |sector| sector.title()))
        }
        "municipality" => format!("Муниципальное образование: {}", scope.name),
        "kind" => {
            let title = KINDS.iter().find(|(kind, _)| kind.as_str() == scope.name).map(|(_, title)| *title);
            format!("Вид организаций: {}", title.unwrap_or(&scope.name))
        }
        _ => "Все организации".to_owned(),
    }
}

/// Kinds of organizations, in the plural.
const KINDS: [(OrganizationKind, &str); 14] = [
    (OrganizationKind::Library, "библиотеки"),
    (OrganizationKind::Museum, "музеи"),
    (OrganizationKind::Club, "клубы и дома культуры"),
    (OrganizationKind::Park, "парки"),
    (OrganizationKind::Creative, "театры и концертные организации"),
    (OrganizationKind::Kindergarten, "детские сады"),
    (OrganizationKind::School, "школы"),
    (OrganizationKind::College, "колледжи"),
    (OrganizationKind::Supplementary, "дополнительное образование"),
    (OrganizationKind::Inpatient, "стационары"),
    (OrganizationKind::Outpatient, "поликлиники"),
    (OrganizationKind::SocialCentre, "центры социального обслуживания"),
    (OrganizationKind::ResidentialHome, "стационарные социальные учреждения"),
    (OrganizationKind::Other, "прочие"),
];

/// Codes of the criteria, in the order of 344н.
pub(crate) const CRITERIA: [&str; 5] = ["K1", "K2", "K3", "K4", "K5"];

/// «K1» as Russian documents write it: «К1».
pub(crate) fn code(code: &str) -> String {
    if code == "S" { "Итог".to_owned() } else { code.replace('K', "К") }
}

/// Text of a document, made fit for any report: characters that XML forbids, that steer a terminal or that turn the
/// direction of what follows become «�». The tables keep the text as it was.
pub(crate) fn tame(text: &str) -> String {
    text.chars().map(|c| if is_unruly(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// The beginning of a text, at most so many characters, with a mark where it was cut.
pub(crate) fn beginning(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

fn is_unruly(c: char) -> bool {
    let turns = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let noncharacter = matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{2028}' | '\u{2029}');
    turns || noncharacter || (c.is_control() && !matches!(c, '\n' | '\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_follow_their_numbers() {
        let cases =
            [(0, "планов"), (1, "план"), (2, "плана"), (5, "планов"), (11, "планов"), (21, "план"), (112, "планов")];
        for (n, expected) in cases {
            assert_eq!(plural(n, "план", "плана", "планов"), expected, "{n}");
        }
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(beginning("сведения", 8), "сведения");
        assert_eq!(beginning("нет сведений", 4), "нет…");
    }

    #[test]
    fn unruly_characters_are_shown_as_such() {
        assert_eq!(tame("а\u{202e}б\u{0}в\nг"), "а\u{fffd}б\u{fffd}в\nг");
    }
}
