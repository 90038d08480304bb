//! The codes nearest to one that is not there.

use super::{Catalog, Code, Service};

/// Numbers and codes longer than this are not compared.
const LONGEST: usize = 64;

/// How many suggestions there are at most.
const MOST: usize = 3;

/// How far a suggestion may be from what was written. All distances are in tenths of an edit.
const FARTHEST: u32 = 2 * EDIT;

/// A character that is wrong, missing or too many.
const EDIT: u32 = 10;
/// Two swapped neighbours: less than a wrong digit, since that is how fingers err.
const SWAP: u32 = 7;
/// A zero that is missing or too many: numbers lose them in spreadsheets.
const ZERO: u32 = 6;
/// A character that looks like the right one.
const LOOKALIKE: u32 = 2;
/// Another prefix of the same service.
const OTHER_PREFIX: u32 = 10;
/// The prefix of another service: then the number must be right, but for characters that look alike.
const OTHER_SERVICE: u32 = 15;

impl Catalog {
    /// The codes that look most like this one, the nearest first; at most three. Case counts nothing, letters that
    /// look like digits count little; swapped neighbours count once. Where the prefix is known, the codes are those of
    /// its service; only if none is near, those of the same number elsewhere.
    ///
    /// ```
    /// let nearest = |text| errcat::CATALOG.suggest(text).next().map(|code| code.as_str());
    /// assert_eq!(nearest("CSBS.6O19"), Some("CSBS.6019"));
    /// assert_eq!(nearest("imetal.7717"), Some("SMS.7717"));
    /// assert_eq!(nearest("nothing like a code"), None);
    /// ```
    #[must_use]
    pub fn suggest(&'static self, text: &str) -> impl Iterator<Item = Code> + use<> {
        self.nearest(text).codes().into_iter().flatten()
    }

    fn nearest(&'static self, text: &str) -> Nearest {
        let mut nearest = Nearest::default();
        let Some(written) = Written::new(self, text) else {
            for code in self.codes() {
                // Two wrong letters make the prefix of a service that the catalog does not hold.
                let distance = distance(text.as_bytes(), code.as_str().as_bytes());
                nearest.add(distance.filter(|distance| *distance < 2 * EDIT), code);
            }
            return nearest;
        };
        for code in written.service.codes() {
            nearest.add(written.distance_in_service(code), code);
        }
        if nearest.is_empty() {
            for code in self.codes().filter(|code| code.service() != written.service) {
                let number = code.number();
                nearest.add(
                    distance(written.number, number.as_bytes()).map(|distance| distance + OTHER_SERVICE),
                    code,
                );
            }
        }
        nearest
    }
}

/// The best candidates so far, each with its distance.
#[derive(Default)]
struct Nearest([Option<(u32, Code)>; MOST]);

impl Nearest {
    fn add(&mut self, distance: Option<u32>, code: Code) {
        let Some(distance) = distance.filter(|distance| *distance <= FARTHEST) else { return };
        // Of those that are equally far the first stays first.
        let place = self.0.iter().position(|known| known.is_none_or(|(known, _)| distance < known));
        if let Some(place) = place {
            self.0[place..].rotate_right(1);
            self.0[place] = Some((distance, code));
        }
    }

    fn is_empty(&self) -> bool {
        self.0[0].is_none()
    }

    fn codes(self) -> [Option<Code>; MOST] {
        // What is a look-alike of one code leaves no doubt.
        let sure = self.0[0].is_some_and(|(distance, _)| distance < ZERO);
        self.0.map(|known| known.filter(|(distance, _)| !sure || *distance < ZERO).map(|(_, code)| code))
    }
}

/// What was written, where it begins with a prefix that is known.
struct Written<'t> {
    service: Service,
    /// The prefix that was meant, as the codes have it.
    prefix: &'static str,
    number: &'t [u8],
}

impl<'t> Written<'t> {
    fn new(catalog: &'static Catalog, text: &'t str) -> Option<Self> {
        let begins = |prefix: &str| {
            let head = text.as_bytes().get(..prefix.len());
            head.is_some_and(|head| head.iter().zip(prefix.bytes()).all(|(a, b)| likeness(*a) == likeness(b)))
        };
        let prefixes =
            catalog.services().flat_map(|service| service.prefixes().map(move |known| (service, known)));
        // `APIGW` begins with `APIG`.
        let (service, written) =
            prefixes.filter(|(_, prefix)| begins(prefix)).max_by_key(|(_, prefix)| prefix.len())?;
        let rest = text.as_bytes().get(written.len()..)?;
        let separators = rest.iter().take_while(|byte| likeness(**byte) == b'.').count();
        let prefix =
            service.aliases().find(|(alias, _)| *alias == written).map_or(written, |(_, prefix)| prefix);
        Some(Self { service, prefix, number: &rest[separators..] })
    }

    fn distance_in_service(&self, code: Code) -> Option<u32> {
        let other = if code.prefix() == self.prefix { 0 } else { OTHER_PREFIX };
        distance(self.number, code.number().as_bytes()).map(|distance| distance + other)
    }
}

/// Edits between two codes or numbers; `None` when they are too many.
fn distance(written: &[u8], known: &[u8]) -> Option<u32> {
    let apart = written.len().abs_diff(known.len()) as u32;
    if written.len() > LONGEST || known.len() > LONGEST || apart * ZERO > FARTHEST {
        return None;
    }
    // Three rows of the table of optimal string alignment.
    let mut rows = [[0u32; LONGEST + 1]; 3];
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
    Some(rows[1][known.len()]).filter(|distance| *distance <= FARTHEST)
}

/// What it costs that a character is too many, or missing.
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
