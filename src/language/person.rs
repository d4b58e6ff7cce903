//! Names of people: taken apart, and held against each other however fully they are written.

use super::fold::fold;

/// A name taken apart, folded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name<'a> {
    pub(crate) written: &'a str,
    pub(crate) surname: String,
    /// Given name and patronymic, whole or initials; empty where only the surname is known.
    pub(crate) rest: Vec<String>,
}

impl<'a> Name<'a> {
    /// Surname first, as the reader of officers gives it.
    pub(crate) fn parse(written: &'a str) -> Option<Self> {
        let folded = fold(written);
        let mut parts = folded.split([' ', '.']).filter(|part| !part.is_empty()).map(str::to_owned);
        let surname = parts.next()?;
        Some(Self { written, surname, rest: parts.collect() })
    }

    /// Surname and initials.
    pub(crate) fn key(&self) -> (&str, Vec<char>) {
        (&self.surname, self.rest.iter().filter_map(|part| part.chars().next()).collect())
    }

    /// How much of the name is known: letters of given name and patronymic count, initials by one.
    pub(crate) fn completeness(&self) -> (usize, usize) {
        (self.rest.len(), self.rest.iter().map(String::len).sum())
    }

    /// Whether both may be names of one person: no part contradicts, initials stand for any name they begin.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        self.surname == other.surname
            && self.rest.iter().zip(&other.rest).all(|(a, b)| a == b || is_initial_of(a, b) || is_initial_of(b, a))
    }
}

fn is_initial_of(initial: &str, name: &str) -> bool {
    initial.chars().count() == 1 && name.starts_with(initial)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_stand_for_any_name_they_begin() {
        let agree = |a: &str, b: &str| Name::parse(a).expect("a name").agrees(&Name::parse(b).expect("a name"));
        assert!(agree("Ежова И.И.", "Ежова Ирина Игоревна") && agree("Ежова", "Ежова И.И."));
        assert!(!agree("Ежова И.И.", "Ежова О.И.") && !agree("Ежова И.И.", "Ершова И.И."));
        assert!(!agree("Ежова Ирина", "Ежова Инна"));
    }
}
