//! Sets that are nearly the same, found among many without holding every one against every other: MinHash signatures,
//! cut into bands.
//!
//! The crates at hand were looked at and left: gaoya 0.2.2 brings twenty more, two of them releases of `rand` from 2018,
//! and draws its hashes from a generator that promises no stability between versions; probminhash 0.1.12 brings an
//! optimizer and two loggers. What is needed of them is below.

use std::collections::{BTreeSet, HashMap};

/// Bands of a signature. Sets that share 6/10 of their union meet in some band in 99 of 100 cases, those that share 2/10
/// in 5 of 100.
const BANDS: usize = 32;
/// Hashes of one band.
const ROWS: usize = 4;
/// So many sets of one bucket are looked at: whoever repeats a template repeats the first of its users too.
const NEIGHBOURS: usize = 8;

/// A set by what it is known among many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Signature(Vec<u64>);

impl Signature {
    /// The signature of a set of hashed members; `None` for an empty one, which is like nothing.
    pub(super) fn of(members: &BTreeSet<u64>) -> Option<Self> {
        let least = |row: u64| members.iter().map(|member| mixed(member ^ mixed(row + 1))).min();
        (0..(BANDS * ROWS) as u64).map(least).collect::<Option<Vec<u64>>>().map(Self)
    }

    /// The share that two sets have in common of both together, as nearly as their signatures tell.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        let same = self.0.iter().zip(&other.0).filter(|(a, b)| a == b).count();
        same as f64 / self.0.len() as f64
    }

    fn bands(&self) -> impl Iterator<Item = (usize, u64)> + '_ {
        self.0.chunks(ROWS).map(|rows| rows.iter().fold(0, |hash, row| mixed(hash ^ row))).enumerate()
    }
}

/// Signatures by their bands.
#[derive(Debug, Default)]
pub(super) struct Index {
    buckets: HashMap<(usize, u64), Vec<usize>>,
}

impl Index {
    /// Puts signatures in, in order.
    pub(super) fn new<'s>(signatures: impl Iterator<Item = &'s Signature>) -> Self {
        let mut buckets: HashMap<(usize, u64), Vec<usize>> = HashMap::new();
        for (at, signature) in signatures.enumerate() {
            for band in signature.bands() {
                buckets.entry(band).or_default().push(at);
            }
        }
        Self { buckets }
    }

    /// Sets that may be nearly the same, by their place: of those that `other` allows, the first of every bucket.
    pub(super) fn near(&self, signature: &Signature, other: impl Fn(usize) -> bool) -> BTreeSet<usize> {
        let buckets = signature.bands().filter_map(|band| self.buckets.get(&band));
        buckets.flat_map(|bucket| bucket.iter().copied().filter(|&at| other(at)).take(NEIGHBOURS)).collect()
    }
}

/// A text as a number, the same on every machine and in every version (FNV-1a).
pub(super) fn hashed<'t>(words: impl IntoIterator<Item = &'t str>) -> u64 {
    let bytes = words.into_iter().flat_map(|word| word.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Every bit of the number in every bit of the result (the finalizer of SplitMix64).
fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two sets of a hundred that share so many members.
    fn pair(shared: u64, salt: u64) -> (BTreeSet<u64>, BTreeSet<u64>) {
        let member = |n: u64| mixed(n + salt * 1_000_003);
        let one = (0..100).map(member).collect();
        (one, (0..shared).chain(1_000..1_100 - shared).map(member).collect())
    }

    #[test]
    fn near_sets_meet_and_far_ones_do_not() {
        let meet = |shared: u64| {
            (1..=200)
                .filter(|&salt| {
                    let (one, other) = pair(shared, salt);
                    let signatures =
                        [Signature::of(&one).expect("not empty"), Signature::of(&other).expect("not empty")];
                    !Index::new(signatures.iter()).near(&signatures[0], |at| at != 0).is_empty()
                })
                .count()
        };
        // Of 100 members 80 in common is 2/3 of the union, 30 is less than 2/10.
        assert!(meet(80) >= 196, "{}", meet(80));
        assert!(meet(30) <= 20, "{}", meet(30));
    }

    #[test]
    fn likeness_is_near_the_true_share() {
        for shared in [0, 50, 80, 100] {
            let (one, other) = pair(shared, 7);
            let exact = shared as f64 / (200 - shared) as f64;
            let estimate = Signature::of(&one).expect("not empty").likeness(&Signature::of(&other).expect("not empty"));
            assert!((exact - estimate).abs() < 0.12, "{shared}: {exact} {estimate}");
        }
        assert_eq!(Signature::of(&BTreeSet::new()), None);
    }

    #[test]
    fn hashes_do_not_depend_on_the_version_of_anything() {
        assert_eq!(hashed(["план"]), hashed(["план"]));
        assert_ne!(hashed(["план", "работ"]), hashed(["планработ"]));
        assert_eq!(mixed(1), 0x5692_161d_100b_05e5);
    }
}
