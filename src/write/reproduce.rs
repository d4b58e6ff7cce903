//! `reproduce.sql`: the arithmetic of the order once more, in another language, over the tables of the same run.
//!
//! What differs between editions and sectors stands in the table `formulas`. The text differs in one macro only: whether
//! figures are rounded between the steps.

use super::{OutputFile, WriteError};
use crate::model::Report;

const QUERY: &str = include_str!("reproduce.sql");

/// The macro of the query for exact figures, with the line that tells of it.
const EXACT: &str = "\
-- Значение, каким его берёт следующий шаг расчёта: точное (rounding = \"exact\").
CREATE OR REPLACE TEMP MACRO settled(value) AS value;
";

/// The same for figures rounded at every step. Quotients were cut off after 24 digits, so that a half is a half but for the
/// last of them.
const STAGES: &str = "\
-- Значение, каким его берёт следующий шаг расчёта: округлённое до двух знаков, половина — к чётному (rounding = \"stages\").
CREATE OR REPLACE TEMP MACRO hundredth() AS point() // 100;
CREATE OR REPLACE TEMP MACRO beyond_half(value) AS 2 * (value % hundredth()) - hundredth();
CREATE OR REPLACE TEMP MACRO settled(value) AS hundredth() * (value // hundredth() + CASE
  WHEN abs(beyond_half(value)) < 1000000 THEN (value // hundredth()) % 2
  WHEN beyond_half(value) > 0 THEN 1
  ELSE 0
END);
";

/// The query.
pub(super) fn write(report: &Report) -> Result<Vec<OutputFile>, WriteError> {
    let query = if report.rounding == "stages" { QUERY.replace(EXACT, STAGES) } else { QUERY.to_owned() };
    Ok(vec![OutputFile::new("reproduce.sql", query)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_macro_is_where_it_is_looked_for() {
        assert_eq!(QUERY.matches(EXACT).count(), 1);
        let stages = QUERY.replace(EXACT, STAGES);
        assert!(stages.contains("(rounding = \"stages\")") && !stages.contains("(rounding = \"exact\")"));
        assert_eq!(stages.matches("MACRO settled(").count(), 1);
    }
}
