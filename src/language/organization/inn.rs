//! ИНН and its check digit.

/// What a cell that should hold an ИНН turned out to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inn {
    /// Ten digits of an organization, or twelve of an entrepreneur, with right check digits.
    Right(String),
    /// Digits that are no ИНН: of another length, or with a wrong check digit.
    Wrong(String),
    /// No digits at all.
    Absent,
}

/// Weights of the check digits by order of the tax service (ММВ-7-6/435@, appendix).
const TENTH: [u32; 9] = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const ELEVENTH: [u32; 10] = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const TWELFTH: [u32; 11] = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/// Reads an ИНН as written. A spreadsheet that took it for a number has lost the zero of regions 01 to 09, or has added
/// «.0»: both are undone, provided that the check digit agrees.
pub fn read_inn(text: &str) -> Inn {
    let text = text.trim();
    let text = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(text);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return Inn::Absent;
    }
    let padded = match digits.len() {
        9 | 11 => format!("0{digits}"),
        _ => digits.clone(),
    };
    if is_right(&padded) { Inn::Right(padded) } else { Inn::Wrong(digits) }
}

fn is_right(text: &str) -> bool {
    let digits: Vec<u32> = text.chars().filter_map(|c| c.to_digit(10)).collect();
    if digits.iter().all(|&d| d == 0) {
        return false;
    }
    match digits.len() {
        10 => digits[9] == check_digit(&TENTH, &digits),
        12 => digits[10] == check_digit(&ELEVENTH, &digits) && digits[11] == check_digit(&TWELFTH, &digits),
        _ => false,
    }
}

fn check_digit(weights: &[u32], digits: &[u32]) -> u32 {
    weights.iter().zip(digits).map(|(weight, digit)| weight * digit).sum::<u32>() % 11 % 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_decide() {
        let right = |text: &str| Inn::Right(text.to_owned());
        assert_eq!(read_inn("7707083893"), right("7707083893"));
        assert_eq!(read_inn(" ИНН 7707083893 "), right("7707083893"));
        assert_eq!(read_inn("7707083893.0"), right("7707083893"));
        assert_eq!(read_inn("500100732259"), right("500100732259"));
        assert_eq!(read_inn("7707083894"), Inn::Wrong("7707083894".to_owned()));
        assert_eq!(read_inn("0000000000"), Inn::Wrong("0000000000".to_owned()));
        assert_eq!(read_inn("нет"), Inn::Absent);
    }

    #[test]
    fn a_lost_leading_zero_is_given_back() {
        assert_eq!(read_inn("0274062111"), Inn::Right("0274062111".to_owned()));
        assert_eq!(read_inn("274062111"), Inn::Right("0274062111".to_owned()));
        assert_eq!(read_inn("274062112"), Inn::Wrong("274062112".to_owned()));
    }
}
