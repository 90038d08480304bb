//! Whether one word is a misspelling of another.

/// Longest word that is compared, in bytes.
pub const LONGEST: usize = 64;

/// The distance that one wrong, missing or surplus character makes. All distances are in tenths of it.
pub const EDIT: u32 = 10;
/// Two swapped neighbors: fingers do this more often than they hit a wrong key.
const SWAP: u32 = 7;
/// A zero that is missing or surplus: spreadsheets drop those at the front of a number.
pub const ZERO: u32 = 6;
/// A character that looks like the right one.
const LOOKALIKE: u32 = 2;

/// Returns how far `written` is from `known`, if it is at most `limit`. Case does not count, and characters that look
/// alike count little. Words longer than [`LONGEST`] are not near anything.
///
/// ```
/// use errcat_core::suggest::{EDIT, distance};
///
/// assert_eq!(distance("retyr", "retry", 2 * EDIT), Some(7));
/// assert_eq!(distance("6O19", "6019", 2 * EDIT), Some(2));
/// assert_eq!(distance("Status", "status", EDIT), Some(0));
/// assert_eq!(distance("class", "colour", 2 * EDIT), None);
/// ```
#[must_use]
pub fn distance(written: &str, known: &str, limit: u32) -> Option<u32> {
    let (written, known) = (written.as_bytes(), known.as_bytes());
    let apart = written.len().abs_diff(known.len()) as u32;
    if written.len() > LONGEST || known.len() > LONGEST || apart * ZERO > limit {
        return None;
    }
    // Three rows of the table of optimal string alignment.
    let mut rows = [[0_u32; LONGEST + 1]; 3];
    for (at, byte) in known.iter().enumerate() {
        rows[1][at + 1] = rows[1][at] + surplus(*byte);
    }
    for (at, byte) in written.iter().enumerate() {
        let [before, above, row] = &mut rows;
        row[0] = above[0] + surplus(*byte);
        for (column, other) in known.iter().enumerate() {
            let changed = above[column] + change(*byte, *other);
            let removed = above[column + 1] + surplus(*byte);
            let added = row[column] + surplus(*other);
            let mut least = changed.min(removed).min(added);
            let swapped = at > 0
                && column > 0
                && byte.eq_ignore_ascii_case(&known[column - 1])
                && written[at - 1].eq_ignore_ascii_case(other);
            if swapped {
                least = least.min(before[column - 1] + SWAP);
            }
            row[column + 1] = least;
        }
        rows.rotate_left(1);
    }
    Some(rows[1][known.len()]).filter(|distance| *distance <= limit)
}

/// Returns whether `text` begins with `prefix`, where characters that look alike are the same.
///
/// ```
/// assert!(errcat_core::suggest::begins_with("sms-2802", "SMS"));
/// assert!(errcat_core::suggest::begins_with("lMETAL 1", "iMetal."));
/// assert!(!errcat_core::suggest::begins_with("SM", "SMS"));
/// ```
#[must_use]
pub fn begins_with(text: &str, prefix: &str) -> bool {
    let head = text.as_bytes().get(..prefix.len());
    head.is_some_and(|head| head.iter().zip(prefix.bytes()).all(|(a, b)| likeness(*a) == likeness(b)))
}

/// Returns whether a byte is a separator, or what people write in its place.
#[must_use]
pub fn is_separator(byte: u8) -> bool {
    likeness(byte) == b'.'
}

/// The nearest `N` of the candidates that were added, the nearest first.
#[derive(Clone, Debug)]
pub struct Nearest<T, const N: usize> {
    found: [Option<(u32, T)>; N],
}

impl<T, const N: usize> Default for Nearest<T, N> {
    fn default() -> Self {
        Self { found: [const { None }; N] }
    }
}

impl<T, const N: usize> Nearest<T, N> {
    /// Adds a candidate with its distance. Of those that are equally far, the first stays first.
    pub fn add(&mut self, distance: u32, candidate: T) {
        let farther = |known: &Option<(u32, T)>| known.as_ref().is_none_or(|(known, _)| distance < *known);
        if let Some(place) = self.found.iter().position(farther) {
            self.found[place..].rotate_right(1);
            self.found[place] = Some((distance, candidate));
        }
    }

    /// Returns `true` if there was no candidate.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.iter().all(Option::is_none)
    }

    /// Returns the nearest ones. Where one of them is a look-alike of what was written, only such ones are returned.
    ///
    /// ```
    /// let mut nearest = errcat_core::suggest::Nearest::<&str, 2>::default();
    /// nearest.add(10, "SMS.2803");
    /// nearest.add(10, "SMS.2804");
    /// nearest.add(7, "SMS.2820");
    /// assert!(nearest.clone().into_iter().eq(["SMS.2820", "SMS.2803"]));
    /// nearest.add(2, "SMS.2802");
    /// assert!(nearest.into_iter().eq(["SMS.2802"]));
    /// ```
    #[expect(clippy::should_implement_trait, reason = "the type of the iterator has no name")]
    pub fn into_iter(self) -> impl Iterator<Item = T> {
        let sure = matches!(self.found.first(), Some(Some((distance, _))) if *distance < ZERO);
        let found = self.found.into_iter().flatten();
        found.filter(move |(distance, _)| !sure || *distance < ZERO).map(|(_, candidate)| candidate)
    }
}

/// What a missing or surplus character costs.
fn surplus(byte: u8) -> u32 {
    if byte == b'0' { ZERO } else { EDIT }
}

/// What it costs to read one character as another.
fn change(written: u8, known: u8) -> u32 {
    if written.eq_ignore_ascii_case(&known) {
        0
    } else if likeness(written) == likeness(known) {
        LOOKALIKE
    } else {
        EDIT
    }
}

/// One character for all that look alike.
fn likeness(byte: u8) -> u8 {
    match byte.to_ascii_uppercase() {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        b'_' | b'-' | b' ' | b',' | b':' => b'.',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{EDIT, LONGEST, Nearest, ZERO, distance};
    use std::string::String;
    use std::vec::Vec;

    /// The distance by its definition, without a limit.
    fn reference(written: &[u8], known: &[u8]) -> u32 {
        let (Some((last, before)), Some((other, known_before))) = (written.split_last(), known.split_last())
        else {
            return written.iter().chain(known).map(|byte| super::surplus(*byte)).sum();
        };
        let changed = reference(before, known_before) + super::change(*last, *other);
        let removed = reference(before, known) + super::surplus(*last);
        let added = reference(written, known_before) + super::surplus(*other);
        let swapped = match (before.split_last(), known_before.split_last()) {
            (Some((a, written)), Some((b, known)))
                if last.eq_ignore_ascii_case(b) && a.eq_ignore_ascii_case(other) =>
            {
                reference(written, known) + super::SWAP
            }
            _ => u32::MAX,
        };
        changed.min(removed).min(added).min(swapped)
    }

    #[test]
    fn is_the_distance_of_the_definition() {
        let mut seed = 7_u32;
        let mut word = || -> String {
            let mut next = || {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (seed >> 16) as usize
            };
            (0..next() % 6).map(|_| char::from(b"0Oo1lAa."[next() % 8])).collect()
        };
        for _ in 0..2_000 {
            let (written, known) = (word(), word());
            let expected = reference(written.as_bytes(), known.as_bytes());
            assert_eq!(distance(&written, &known, u32::MAX), Some(expected), "{written} {known}");
            assert_eq!(distance(&written, &known, expected), Some(expected), "{written} {known}");
            if let Some(less) = expected.checked_sub(1) {
                assert_eq!(distance(&written, &known, less), None, "{written} {known}");
            }
        }
    }

    #[test]
    fn long_words_are_not_near_anything() {
        let long = "a".repeat(LONGEST);
        assert_eq!(distance(&long, &long, 0), Some(0));
        let longer = "a".repeat(LONGEST + 1);
        assert_eq!(distance(&longer, &longer, 2 * EDIT), None);
        assert_eq!(distance(&long, &longer, 2 * EDIT), None);
    }

    #[test]
    fn look_alikes_leave_no_doubt() {
        let nearest = |distances: &[u32]| {
            let mut nearest = Nearest::<u32, 3>::default();
            for distance in distances {
                nearest.add(*distance, *distance);
            }
            nearest.into_iter().collect::<Vec<_>>()
        };
        assert!(nearest(&[]).is_empty());
        assert_eq!(nearest(&[20, ZERO, 10, 10]), [ZERO, 10, 10]);
        assert_eq!(nearest(&[20, ZERO - 1, 10]), [ZERO - 1]);
        assert_eq!(nearest(&[3, 2, 10]), [2, 3]);
    }
}
