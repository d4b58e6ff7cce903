//! The organizations of the region.

use crate::Dice;
use crate::words::PLACES;

/// The two sectors of the sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sector {
    Culture,
    Education,
}

impl Sector {
    pub(crate) const ALL: [Self; 2] = [Self::Culture, Self::Education];

    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Culture => "Культура",
            Self::Education => "Образование",
        }
    }
}

/// An invented organization.
#[derive(Clone, Debug)]
pub(crate) struct Organization {
    pub(crate) inn: String,
    /// Short form of the legal form: «МБУК».
    pub(crate) short_form: &'static str,
    /// Full form of the legal form, nominative and genitive.
    pub(crate) full_form: (&'static str, &'static str),
    /// The name proper, with its quotes and what follows them.
    pub(crate) proper: String,
    pub(crate) sector: Sector,
    pub(crate) place: &'static str,
    pub(crate) recipients: usize,
}

impl Organization {
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.full_form.0, self.proper)
    }

    pub(crate) fn short_name(&self) -> String {
        format!("{} {}", self.short_form, self.proper)
    }

    pub(crate) fn genitive(&self) -> String {
        format!("{} {}", self.full_form.1, self.proper)
    }

    /// A name that every file system takes.
    pub(crate) fn file_name(&self) -> String {
        self.short_name()
            .chars()
            .filter(|c| !matches!(c, '«' | '»' | '"' | '№' | '/'))
            .collect::<String>()
            .replace("  ", " ")
    }
}

const CULTURE: (&str, (&str, &str)) =
    ("МБУК", ("Муниципальное бюджетное учреждение культуры", "Муниципального бюджетного учреждения культуры"));
const SCHOOL: (&str, (&str, &str)) = (
    "МБОУ",
    (
        "Муниципальное бюджетное общеобразовательное учреждение",
        "Муниципального бюджетного общеобразовательного учреждения",
    ),
);
const KINDERGARTEN: (&str, (&str, &str)) = (
    "МАДОУ",
    (
        "Муниципальное автономное дошкольное образовательное учреждение",
        "Муниципального автономного дошкольного образовательного учреждения",
    ),
);

/// As many organizations as asked for, kinds and places in turn.
pub(crate) fn organizations(count: usize, dice: &mut Dice) -> Vec<Organization> {
    (0..count)
        .map(|index| {
            let (place, genitive) = PLACES[index % PLACES.len()];
            let number = index + 1;
            let ((short_form, full_form), proper, sector) = match index % 6 {
                0 => (CULTURE, format!("«Библиотека № {number}» {genitive}"), Sector::Culture),
                1 => (SCHOOL, format!("«Средняя общеобразовательная школа № {number}» {genitive}"), Sector::Education),
                2 => (CULTURE, format!("«Краеведческий музей № {number}» {genitive}"), Sector::Culture),
                3 => (KINDERGARTEN, format!("«Детский сад № {number} «Колокольчик»»"), Sector::Education),
                4 => (CULTURE, format!("«Дом культуры № {number}» {genitive}"), Sector::Culture),
                _ => (CULTURE, format!("«Парк отдыха № {number}» {genitive}"), Sector::Culture),
            };
            Organization {
                inn: inn(number),
                short_form,
                full_form,
                proper,
                sector,
                place,
                recipients: 100 + dice.below(1_900),
            }
        })
        .collect()
}

/// A ten-digit ИНН of a region that does not exist, with a right check digit.
fn inn(number: usize) -> String {
    let digits: Vec<u32> = format!("99{number:07}").chars().filter_map(|c| c.to_digit(10)).collect();
    let weights = [2, 4, 10, 3, 5, 9, 4, 6, 8];
    let sum: u32 = digits.iter().zip(weights).map(|(d, w)| d * w).sum();
    format!("99{number:07}{}", sum % 11 % 10)
}
