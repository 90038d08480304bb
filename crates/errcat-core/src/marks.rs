//! Where a search looks for codes: the places in a text that a code of a catalog can be around.
//!
//! Every code has a *mark*: a place inside of it that ordinary words seldom have, such as the dot of `CSBS.6019`. A search
//! looks for marks, many bytes at a time, and only there whether the word is a code. A code without such a place is an ordinary
//! word or number (`timeout`, `1045`), which is only a code next to a label, as in `code: timeout`.

use crate::shape::{self, Split};

/// The bytes from one to another; none if the first is greater.
pub type Range = [u8; 2];

/// What makes a place a mark of one kind: the ranges of the byte before it, of its own byte, and of the byte after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The byte before.
    pub before: Range,
    /// The byte itself.
    pub byte: Range,
    /// The byte after.
    pub after: Range,
}

impl Place {
    /// A place that no text has.
    const NOWHERE: Self = Self { before: [1, 0], byte: [1, 0], after: [1, 0] };

    /// Returns the smallest place that both are.
    fn or(self, other: Self) -> Self {
        let either = |one: Range, other: Range| [one[0].min(other[0]), one[1].max(other[1])];
        match (self == Self::NOWHERE, other == Self::NOWHERE) {
            (true, _) => other,
            (_, true) => self,
            _ => Self {
                before: either(self.before, other.before),
                byte: either(self.byte, other.byte),
                after: either(self.after, other.after),
            },
        }
    }
}

/// Kinds of marks. The rarer a mark is in ordinary text, the earlier it is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// A dot between a letter and a digit, in codes that [`shape::is_plain`].
    PlainDot,
    /// A `_` between letters or digits.
    Underscore,
    /// A `-` between letters or digits.
    Dash,
    /// Another dot between letters or digits.
    Dot,
    /// A letter after a digit.
    DigitLetter,
    /// A digit after a letter.
    LetterDigit,
    /// A capital after a small letter.
    InnerCapital,
    /// The `:` or `=` of a label before a code.
    Label,
}

impl Mark {
    /// The kinds, in their order.
    pub const ALL: [Self; 8] = [
        Self::PlainDot,
        Self::Underscore,
        Self::Dash,
        Self::Dot,
        Self::DigitLetter,
        Self::LetterDigit,
        Self::InnerCapital,
        Self::Label,
    ];

    /// Returns the mark of a code.
    ///
    /// ```
    /// use errcat_core::marks::Mark;
    ///
    /// assert_eq!(Mark::of("CSBS.6019"), Mark::PlainDot);
    /// assert_eq!(Mark::of("SNYK-CLI-0001"), Mark::Dash);
    /// assert_eq!(Mark::of("E0308"), Mark::LetterDigit);
    /// assert_eq!(Mark::of("NoSuchBucket"), Mark::InnerCapital);
    /// assert_eq!(Mark::of("timeout"), Mark::Label);
    /// ```
    #[must_use]
    pub fn of(code: &str) -> Self {
        if shape::is_plain(code) {
            return Self::PlainDot;
        }
        let bytes = code.as_bytes();
        let marks = (1..bytes.len()).filter_map(|at| Self::at(bytes, at));
        marks.min().unwrap_or(Self::Label)
    }

    /// Returns the mark at this byte, which is not the first.
    fn at(bytes: &[u8], at: usize) -> Option<Self> {
        match bytes.get(at - 1..at + 2) {
            Some(bytes) => Self::inside(bytes),
            None => Self::between(bytes[at - 1], bytes[at]),
        }
    }

    /// Returns the mark at the second of three bytes.
    fn inside(bytes: &[u8]) -> Option<Self> {
        let [before, byte, after] = *bytes else { return None };
        let joint = match byte {
            b'_' => Self::Underscore,
            b'-' => Self::Dash,
            b'.' => Self::Dot,
            _ => return Self::between(before, byte),
        };
        (before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric()).then_some(joint)
    }

    /// Returns the mark at the second of two letters or digits.
    fn between(before: u8, byte: u8) -> Option<Self> {
        if before.is_ascii_digit() && byte.is_ascii_alphabetic() {
            Some(Self::DigitLetter)
        } else if before.is_ascii_alphabetic() && byte.is_ascii_digit() {
            Some(Self::LetterDigit)
        } else {
            (before.is_ascii_lowercase() && byte.is_ascii_uppercase()).then_some(Self::InnerCapital)
        }
    }

    /// Returns the first place of this mark in a code.
    fn place_in(self, code: &str) -> Option<Place> {
        let bytes = code.as_bytes();
        let any = [0, u8::MAX];
        (1..bytes.len()).find_map(|at| {
            let (before, byte, after) = (bytes[at - 1], bytes[at], bytes.get(at + 1).copied());
            let mark = Self::at(bytes, at);
            let is_joint = self <= Self::Dot;
            let after = if is_joint { after.map_or(any, |after| [after, after]) } else { any };
            let same = mark == Some(self) || mark == Some(Self::Dot) && self == Self::PlainDot;
            same.then_some(Place { before: [before, before], byte: [byte, byte], after })
        })
    }
}

/// The marks of the codes of a catalog: the place of each kind that there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Marks {
    places: [Place; Mark::ALL.len()],
}

impl Default for Marks {
    fn default() -> Self {
        Self { places: [Place::NOWHERE; Mark::ALL.len()] }
    }
}

impl Marks {
    /// Adds the mark of a code, with its prefix if it has one: other numbers of the prefix have this mark too.
    pub fn add(&mut self, code: &str, split: Option<Split<'_>>) {
        let mark = Mark::of(code);
        let (mark, place) = match split.and_then(Self::of_numbers) {
            Some((_, place)) if mark == Mark::PlainDot => (mark, place),
            Some(of_numbers) => of_numbers,
            None => (mark, mark.place_in(code).unwrap_or(LABEL)),
        };
        self.places[mark as usize] = self.places[mark as usize].or(place);
    }

    /// Returns the mark that is between a prefix and numbers that follow it.
    fn of_numbers(split: Split<'_>) -> Option<(Mark, Place)> {
        const DIGITS: Range = [b'0', b'9'];
        let last = split.prefix.bytes().last()?;
        if !split.number.starts_with(|first: char| first.is_ascii_digit()) {
            return None;
        }
        let before = [last, last];
        if let [byte] = *split.separator.as_bytes() {
            let mark = Mark::inside(&[last, byte, b'0'])?;
            Some((mark, Place { before, byte: [byte, byte], after: DIGITS }))
        } else {
            let mark = Mark::between(last, b'0')?;
            Some((mark, Place { before, byte: DIGITS, after: [0, u8::MAX] }))
        }
    }

    /// Returns the place of a mark, if a code of the catalog has it.
    #[must_use]
    pub const fn place(&self, mark: Mark) -> Option<Place> {
        let place = self.places[mark as usize];
        if place.byte[0] <= place.byte[1] { Some(place) } else { None }
    }

    /// Returns whether a code of the catalog has a mark.
    #[must_use]
    pub const fn has(&self, mark: Mark) -> bool {
        self.place(mark).is_some()
    }

    /// Returns what a search has to look for.
    #[must_use]
    pub const fn kinds(&self) -> Kinds {
        let mut places = [Place::NOWHERE; Mark::ALL.len()];
        let (mut count, mut dots) = (0, 0);
        let mut at = 0;
        while at < Mark::ALL.len() {
            let mark = Mark::ALL[at];
            if let Some(place) = self.place(mark) {
                places[count] = place;
                count += 1;
                dots += matches!(mark, Mark::PlainDot | Mark::Dot) as usize;
            }
            at += 1;
        }
        if count == dots {
            return if self.has(Mark::Dot) { Kinds::Dots } else { Kinds::PlainDots };
        }
        match count {
            1 => Kinds::One(places[0]),
            2 => Kinds::Two([places[0], places[1]]),
            _ => {
                // The rest repeats the first one, which changes nothing.
                let mut at = count;
                while at < places.len() {
                    places[at] = places[0];
                    at += 1;
                }
                Kinds::More(places)
            }
        }
    }

    /// Returns the marks with these numbers, as tables hold them: see [`numbers`](Self::numbers).
    #[must_use]
    pub const fn from_numbers(numbers: [[u8; 6]; 8]) -> Self {
        let mut places = [Place::NOWHERE; 8];
        let mut at = 0;
        while at < numbers.len() {
            let place = numbers[at];
            places[at] = Place {
                before: [place[0], place[1]],
                byte: [place[2], place[3]],
                after: [place[4], place[5]],
            };
            at += 1;
        }
        Self { places }
    }

    /// Returns the bounds of the ranges of each place.
    #[must_use]
    pub fn numbers(&self) -> [[u8; 6]; 8] {
        self.places
            .map(|Place { before, byte, after }| [before[0], before[1], byte[0], byte[1], after[0], after[1]])
    }
}

/// The kinds of places that a search looks for. There is a loop for each, and fewer kinds make a quicker one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kinds {
    /// Dots of codes that are all [`shape::is_plain`].
    PlainDots,
    /// Dots between letters or digits.
    Dots,
    /// Places of one kind.
    One(Place),
    /// Places of two kinds.
    Two([Place; 2]),
    /// Places of more kinds.
    More([Place; Mark::ALL.len()]),
}

/// A `:` or a `=`, and what is between them in ASCII, which is looked at again.
const LABEL: Place = Place { before: [0, u8::MAX], byte: [b':', b'='], after: [0, u8::MAX] };

#[cfg(test)]
mod tests {
    use super::{Kinds, Mark, Marks, Place};
    use crate::shape::split;

    #[test]
    fn a_catalog_has_the_marks_of_its_codes() {
        let codes = ["PAY-1001", "card_declined", "42P01", "timeout", "1045", "PAY.CLOSED"];
        let mut marks = Marks::default();
        for code in codes {
            marks.add(code, None);
        }
        for mark in [Mark::Dash, Mark::Underscore, Mark::DigitLetter, Mark::Label, Mark::Dot] {
            assert!(marks.has(mark), "{mark:?}");
        }
        assert!(!marks.has(Mark::PlainDot) && !marks.has(Mark::InnerCapital));
        assert!(matches!(marks.kinds(), Kinds::More(_)));
        assert_eq!(Marks::from_numbers(marks.numbers()), marks);
        let kinds = |codes: &[&str]| {
            let mut marks = Marks::default();
            for code in codes {
                marks.add(code, None);
            }
            marks.kinds()
        };
        assert_eq!((kinds(&[]), kinds(&["SMS.0202"])), (Kinds::PlainDots, Kinds::PlainDots));
        assert_eq!(kinds(&["SMS.0202", "PAY.CLOSED"]), Kinds::Dots);
        assert!(matches!(kinds(&["PAY-1001", "timeout"]), Kinds::Two(_)));
        assert!(matches!(kinds(&["PAY-1001"]), Kinds::One(_)));
        // What is not between letters or digits marks nothing.
        assert_eq!(["-32700", "ERROR", "Timeout", "x", ""].map(Mark::of), [Mark::Label; 5]);
        assert_eq!(
            ["ab1", "a1b", "1a"].map(Mark::of),
            [Mark::LetterDigit, Mark::DigitLetter, Mark::DigitLetter]
        );
    }

    #[test]
    fn places_are_as_narrow_as_the_codes() {
        let mut marks = Marks::default();
        for code in ["PAY-1001", "PAY-2001", "E0308"] {
            marks.add(code, split(code, [("PAY", "-"), ("E", "")]));
        }
        let dash = Place { before: [b'Y', b'Y'], byte: [b'-', b'-'], after: [b'0', b'9'] };
        assert_eq!(marks.place(Mark::Dash), Some(dash));
        let digit = Place { before: [b'E', b'E'], byte: [b'0', b'9'], after: [0, u8::MAX] };
        assert_eq!(marks.place(Mark::LetterDigit), Some(digit));
        let mut words = Marks::default();
        for code in ["card_declined", "user_gone"] {
            words.add(code, None);
        }
        let joint = Place { before: [b'd', b'r'], byte: [b'_', b'_'], after: [b'd', b'g'] };
        assert_eq!(words.place(Mark::Underscore), Some(joint));
    }
}
