//! What a name tells of sector and kind. One table, read from the top: the first entry whose stems are all in the name
//! decides.

use strsim::osa_distance;

use crate::language::fold::fold;
use crate::model::{OrganizationKind as Kind, Sector};

/// Stems that must all be there (a stem with a leading space begins a word), the sector and the kind. Narrow entries
/// stand above wide ones: «дом-интернат» above «школа-интернат» above «школа», «школа искусств» above «школа».
const NAMES: &[(&[&str], Sector, Kind)] = &[
    (&["медико-социальн", "экспертиз"], Sector::Expertise, Kind::Other),
    (&[" мсэ"], Sector::Expertise, Kind::Other),
    // Social services.
    (&["психоневрологическ", "интернат"], Sector::Social, Kind::ResidentialHome),
    (&[" дом-интернат"], Sector::Social, Kind::ResidentialHome),
    (&[" дома-интернат"], Sector::Social, Kind::ResidentialHome),
    (&[" пансионат"], Sector::Social, Kind::ResidentialHome),
    (&["геронтологическ"], Sector::Social, Kind::ResidentialHome),
    (&["престарел"], Sector::Social, Kind::ResidentialHome),
    (&[" пни "], Sector::Social, Kind::ResidentialHome),
    (&["цсон "], Sector::Social, Kind::SocialCentre),
    (&["социального обслуживания", "центр"], Sector::Social, Kind::SocialCentre),
    (&["социальн", "приют"], Sector::Social, Kind::SocialCentre),
    (&["реабилитационн", "несовершеннолетн"], Sector::Social, Kind::SocialCentre),
    (&["социальной помощи"], Sector::Social, Kind::SocialCentre),
    (&["помощи семье"], Sector::Social, Kind::SocialCentre),
    (&["социального обслуживания"], Sector::Social, Kind::Other),
    // Schools of arts belong to the bodies of culture; the words of their plans may say otherwise.
    (&["школ", "искусств"], Sector::Culture, Kind::Supplementary),
    (&[" дши"], Sector::Culture, Kind::Supplementary),
    (&[" дмш"], Sector::Culture, Kind::Supplementary),
    (&[" дхш"], Sector::Culture, Kind::Supplementary),
    (&["музыкальн", "школ"], Sector::Culture, Kind::Supplementary),
    (&["художественн", "школ"], Sector::Culture, Kind::Supplementary),
    // Education.
    (&["детск", " сад"], Sector::Education, Kind::Kindergarten),
    (&["дошкольн"], Sector::Education, Kind::Kindergarten),
    (&["доу "], Sector::Education, Kind::Kindergarten),
    (&[" ясли"], Sector::Education, Kind::Kindergarten),
    (&["центр развития ребенка"], Sector::Education, Kind::Kindergarten),
    (&["музыкальн", "колледж"], Sector::Education, Kind::College),
    (&["колледж"], Sector::Education, Kind::College),
    (&["техникум"], Sector::Education, Kind::College),
    (&["училищ"], Sector::Education, Kind::College),
    (&["профессионального образования"], Sector::Education, Kind::College),
    (&["профессиональн", "образовательн"], Sector::Education, Kind::College),
    (&["спортивн", "школ"], Sector::Education, Kind::Supplementary),
    (&[" дюсш"], Sector::Education, Kind::Supplementary),
    (&["творчеств", "дом "], Sector::Education, Kind::Supplementary),
    (&["творчеств", "дворец"], Sector::Education, Kind::Supplementary),
    (&["творчеств", "центр"], Sector::Education, Kind::Supplementary),
    (&[" ддт"], Sector::Education, Kind::Supplementary),
    (&[" цдт"], Sector::Education, Kind::Supplementary),
    (&["внешкольн"], Sector::Education, Kind::Supplementary),
    (&["станци", "юных"], Sector::Education, Kind::Supplementary),
    (&["дополнительного образования"], Sector::Education, Kind::Supplementary),
    (&["школ"], Sector::Education, Kind::School),
    (&["гимнази"], Sector::Education, Kind::School),
    (&["лице"], Sector::Education, Kind::School),
    (&["кадетск"], Sector::Education, Kind::School),
    (&[" сош"], Sector::Education, Kind::School),
    (&[" оош"], Sector::Education, Kind::School),
    (&[" нош"], Sector::Education, Kind::School),
    (&["сош "], Sector::Education, Kind::School),
    // Health.
    (&["поликлиник"], Sector::Health, Kind::Outpatient),
    (&["амбулатори"], Sector::Health, Kind::Outpatient),
    (&["женск", "консультац"], Sector::Health, Kind::Outpatient),
    (&["больниц"], Sector::Health, Kind::Inpatient),
    (&["госпитал"], Sector::Health, Kind::Inpatient),
    (&["диспансер"], Sector::Health, Kind::Inpatient),
    (&["родильн"], Sector::Health, Kind::Inpatient),
    (&["санатори"], Sector::Health, Kind::Inpatient),
    (&["перинатальн"], Sector::Health, Kind::Inpatient),
    (&["медицинск"], Sector::Health, Kind::Other),
    (&["здравоохранени"], Sector::Health, Kind::Other),
    // Culture.
    (&["библиоте"], Sector::Culture, Kind::Library),
    (&["цбс "], Sector::Culture, Kind::Library),
    (&["музе"], Sector::Culture, Kind::Museum),
    (&["галере"], Sector::Culture, Kind::Museum),
    (&["театр"], Sector::Culture, Kind::Creative),
    (&["филармони"], Sector::Culture, Kind::Creative),
    (&[" цирк"], Sector::Culture, Kind::Creative),
    (&["концертн"], Sector::Culture, Kind::Creative),
    (&["оркестр"], Sector::Culture, Kind::Creative),
    (&["ансамбл"], Sector::Culture, Kind::Creative),
    (&[" тюз"], Sector::Culture, Kind::Creative),
    (&[" парк"], Sector::Culture, Kind::Park),
    (&["зоопарк"], Sector::Culture, Kind::Park),
    (&["пкио"], Sector::Culture, Kind::Park),
    (&["культур", "дом"], Sector::Culture, Kind::Club),
    (&["культур", "дворец"], Sector::Culture, Kind::Club),
    (&["дк "], Sector::Culture, Kind::Club),
    (&["клуб"], Sector::Culture, Kind::Club),
    (&["досуг"], Sector::Culture, Kind::Club),
    (&["культур", "центр"], Sector::Culture, Kind::Club),
    (&["цкс "], Sector::Culture, Kind::Club),
    (&["кинотеатр"], Sector::Culture, Kind::Other),
    (&["учреждение культуры"], Sector::Culture, Kind::Other),
    (&["учреждения культуры"], Sector::Culture, Kind::Other),
];

/// Last letters of abbreviated forms that tell the sector alone.
const FORMS: &[(&str, Sector, Kind)] = &[
    ("доу", Sector::Education, Kind::Kindergarten),
    ("поу", Sector::Education, Kind::College),
    ("удо", Sector::Education, Kind::Supplementary),
    ("удод", Sector::Education, Kind::Supplementary),
    ("оу", Sector::Education, Kind::School),
    ("ук", Sector::Culture, Kind::Other),
    ("узо", Sector::Health, Kind::Other),
    ("уз", Sector::Health, Kind::Other),
    ("усо", Sector::Social, Kind::Other),
    ("усон", Sector::Social, Kind::Other),
];

/// The kind of an organization by its name; `None` where the name tells nothing.
pub fn kind_of(name: &str) -> Option<Kind> {
    by_name(name).map(|(_, kind)| kind)
}

/// The sector of an organization by its name; `None` where the name tells nothing.
pub fn sector_of(name: &str) -> Option<Sector> {
    by_name(name).map(|(sector, _)| sector)
}

fn by_name(name: &str) -> Option<(Sector, Kind)> {
    let folded: String = fold(name).chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { ' ' }).collect();
    let folded = format!(" {folded} ").replace("  ", " ");
    let form = super::legal_form(name).map(|form| form.letters).unwrap_or_default();
    let by_form = FORMS.iter().find(|(ending, ..)| form.ends_with(ending)).map(|&(_, sector, kind)| (sector, kind));
    let by_words = NAMES
        .iter()
        .find(|(stems, ..)| stems.iter().all(|stem| folded.contains(stem)))
        .map(|&(_, sector, kind)| (sector, kind));
    match (by_form, by_words) {
        // «МБУК «Детский парк», «ГБУЗ «Детская школа здоровья»»: the form knows the sector, the words know the kind.
        (Some((sector, kind)), Some((other, other_kind)))
            if sector != other && kind != Kind::School && other_kind != Kind::Supplementary =>
        {
            let same_sector =
                NAMES.iter().find(|(stems, s, _)| *s == sector && stems.iter().all(|stem| folded.contains(stem)));
            Some((sector, same_sector.map_or(kind, |(.., kind)| *kind)))
        }
        (_, Some(found)) => Some(found),
        (found, None) => found,
    }
}

/// A word that is nearly a kind of institution, spelled right: «гимнзия» is «гимназия», «библеотека» is «библиотека». Only
/// long nouns, whose slips make no other word.
pub(super) fn respelled(folded: &str) -> Option<String> {
    const NOUNS: &[&str] = &[
        "библиотек",
        "филармони",
        "гимнази",
        "колледж",
        "техникум",
        "училищ",
        "поликлиник",
        "больниц",
        "диспансер",
        "санатори",
        "госпитал",
        "интернат",
        "учреждени",
    ];
    /// Words of their own.
    const OTHERS: &[&str] = &["интернет", "библиотеч", "больничн"];
    if OTHERS.iter().any(|other| folded.starts_with(other)) {
        return None;
    }
    let boundaries: Vec<usize> = folded.char_indices().map(|(at, _)| at).chain([folded.len()]).collect();
    NOUNS.iter().find_map(|noun| {
        let length = noun.chars().count();
        if folded.starts_with(noun) || !folded.starts_with(&noun[..noun.char_indices().nth(2)?.0]) {
            return None;
        }
        let ends = [length, length - 1, length + 1].into_iter().filter_map(|end| boundaries.get(end));
        let end = ends.copied().find(|end| osa_distance(&folded[..*end], noun) == 1)?;
        Some(format!("{noun}{}", &folded[end..]))
    })
}

/// Whether a folded word is a kind of institution in the singular: «библиотеки», «школа», «центр».
pub(super) fn is_institution(folded: &str) -> bool {
    const NOUNS: &[&str] = &[
        "библиотек",
        "музе",
        "театр",
        "филармони",
        "цирк",
        "парк",
        "клуб",
        "школ",
        "гимнази",
        "лице",
        "сад",
        "колледж",
        "техникум",
        "училищ",
        "поликлиник",
        "больниц",
        "диспансер",
        "санатори",
        "госпитал",
        "центр",
        "интернат",
        "дом",
        "дворец",
        "дворца",
        "школа-интернат",
        "дом-интернат",
        "музей-усадьб",
        "музей-заповедник",
        "детсад",
    ];
    const SINGULAR: &[&str] = &["", "а", "у", "е", "ы", "и", "ой", "ом", "ем", "й", "я", "ю", "ей"];
    NOUNS.iter().any(|noun| folded.strip_prefix(noun).is_some_and(|ending| SINGULAR.contains(&ending)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_in_kinds_of_institutions_are_corrected() {
        let cases = [
            ("гимнзия", Some("гимназия")),
            ("библеотека", Some("библиотека")),
            ("поликлинника", Some("поликлиника")),
            ("учереждение", Some("учреждение")),
            ("гимназии", None),
            ("интернет", None),
            ("библиотечная", None),
            ("краеведческий", None),
            ("г", None),
        ];
        for (written, right) in cases {
            assert_eq!(respelled(written).as_deref(), right, "{written}");
        }
    }

    #[test]
    fn names_tell_sector_and_kind() {
        use Kind as K;
        use Sector::{Culture, Education, Expertise, Health, Social};
        for (name, sector, kind) in [
            ("МБУК «Лесная центральная библиотека»", Culture, K::Library),
            ("МУ «ЦБС посёлка Лесной»", Culture, K::Library),
            ("ГАУК «Лесной краеведческий музей»", Culture, K::Museum),
            ("МБУ «ДК «Луч»", Culture, K::Club),
            ("МАУК «Городской парк культуры и отдыха»", Culture, K::Park),
            ("ОГАУК «Лесной драматический театр»", Culture, K::Creative),
            ("ГАУК «Лесная филармония»", Culture, K::Creative),
            ("МБУ ДО «Лесная детская школа искусств»", Culture, K::Supplementary),
            ("МАДОУ «Детский сад № 14 «Луч»", Education, K::Kindergarten),
            ("МБДОУ №39", Education, K::Kindergarten),
            ("МБОУ СОШ № 16", Education, K::School),
            ("МБОУ гимназия № 2", Education, K::School),
            ("МБОУ «Школа-интернат № 3»", Education, K::School),
            ("ГБПОУ «Лесной техникум»", Education, K::College),
            ("МБУ ДО «Дом детского творчества»", Education, K::Supplementary),
            ("ГБУЗ «Лесная ЦРБ»", Health, K::Other),
            ("ГАУЗ «Городская поликлиника № 3»", Health, K::Outpatient),
            ("ГБУЗ «Лесная районная больница»", Health, K::Inpatient),
            ("ГБУСО «КЦСОН Лесного района»", Social, K::SocialCentre),
            ("ГКУ «Комплексный центр социального обслуживания населения»", Social, K::SocialCentre),
            ("ГБСУСО «Лесной дом-интернат для престарелых и инвалидов»", Social, K::ResidentialHome),
            ("ФКУ «Главное бюро медико-социальной экспертизы»", Expertise, K::Other),
        ] {
            assert_eq!((sector_of(name), kind_of(name)), (Some(sector), Some(kind)), "{name}");
        }
        assert_eq!(kind_of("ООО «Ромашка»"), None);
    }
}
