//! The codes nearest to one that is not there.

use super::{Catalog, Code};

/// Codes longer than this are not compared.
const LONGEST: usize = 64;

/// How many suggestions there are at most.
pub(crate) const MOST: usize = 3;

/// How far a suggestion may be from what was written.
const FARTHEST: u32 = 2;

impl Catalog {
    /// The codes that look most like this one, the nearest first; at most three. Letters that look like digits, case
    /// and separators count little; swapped neighbours count once.
    ///
    /// ```
    /// let nearest = errcat::CATALOG.suggest("CSBS.6O19");
    /// assert_eq!(nearest[0].unwrap().as_str(), "CSBS.6019");
    /// ```
    #[must_use]
    pub fn suggest(&'static self, text: &str) -> [Option<Code>; MOST] {
        let mut best: [Option<(u32, Code)>; MOST] = [None; MOST];
        for code in self.codes() {
            let Some(distance) = distance(text.as_bytes(), code.as_str().as_bytes()) else { continue };
            let place = best.iter().position(|known| known.is_none_or(|(known, _)| distance < known));
            if let Some(place) = place {
                best[place..].rotate_right(1);
                best[place] = Some((distance, code));
            }
        }
        // What is a look-alike of one code leaves no doubt.
        let near = best[0].is_some_and(|(distance, _)| distance < 10);
        best.map(|known| known.filter(|(distance, _)| !near || *distance < 10).map(|(_, code)| code))
    }
}

/// What two swapped neighbours cost: less than a wrong digit, since that is how fingers err.
const SWAP: u32 = 7;

/// Edits between two codes, in tenths; `None` when they are too many.
fn distance(written: &[u8], known: &[u8]) -> Option<u32> {
    let limit = FARTHEST * 10;
    if written.len() > LONGEST
        || known.len() > LONGEST
        || written.len().abs_diff(known.len()) as u32 > FARTHEST
    {
        return None;
    }
    // Three rows of the table of optimal string alignment.
    let mut rows = [[0u32; LONGEST + 1]; 3];
    for (at, cell) in rows[1][..=known.len()].iter_mut().enumerate() {
        *cell = at as u32 * 10;
    }
    for (at, byte) in written.iter().enumerate() {
        let [before, above, row] = &mut rows;
        row[0] = (at as u32 + 1) * 10;
        for (column, other) in known.iter().enumerate() {
            let changed = above[column] + cost(*byte, *other);
            let removed = above[column + 1] + 10;
            let added = row[column] + 10;
            let mut least = changed.min(removed).min(added);
            if at > 0 && column > 0 && *byte == known[column - 1] && written[at - 1] == *other {
                least = least.min(before[column - 1] + SWAP);
            }
            row[column + 1] = least;
        }
        rows.rotate_left(1);
    }
    Some(rows[1][known.len()]).filter(|distance| *distance <= limit)
}

/// What it costs to read one character as another, in tenths of an edit.
fn cost(written: u8, known: u8) -> u32 {
    let class = |byte: u8| match byte.to_ascii_uppercase() {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        b'_' | b'-' | b' ' | b',' | b':' => b'.',
        other => other,
    };
    if written == known {
        0
    } else if written.eq_ignore_ascii_case(&known) {
        1
    } else if class(written) == class(known) {
        2
    } else {
        10
    }
}
