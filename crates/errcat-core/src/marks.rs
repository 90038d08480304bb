//! Where a search looks for codes: the places in a text that a code of a catalog can be around.
//!
//! Every code has a *mark*: a place inside of it that ordinary words seldom have, such as the dot of `CSBS.6019`. A search
//! looks for marks, many bytes at a time, and only there whether the word is a code. A code without such a place is an ordinary
//! word or number (`timeout`, `1045`), which is only a code next to a label, as in `code: timeout`.

use crate::shape;

/// The marks of the codes of a catalog.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Marks(u8);

impl Marks {
    /// A dot between a letter and a digit, in codes that [`shape::is_plain`].
    pub const PLAIN_DOT: Self = Self(1);
    /// Another dot.
    pub const DOT: Self = Self(1 << 1);
    /// A `-`.
    pub const DASH: Self = Self(1 << 2);
    /// A `_`.
    pub const UNDERSCORE: Self = Self(1 << 3);
    /// A digit after a letter.
    pub const LETTER_DIGIT: Self = Self(1 << 4);
    /// A letter after a digit.
    pub const DIGIT_LETTER: Self = Self(1 << 5);
    /// A capital after a small letter.
    pub const INNER_CAPITAL: Self = Self(1 << 6);
    /// The `:` or `=` of a label before a code.
    pub const LABEL: Self = Self(1 << 7);

    /// Returns the mark of a code.
    ///
    /// ```
    /// use errcat_core::marks::Marks;
    ///
    /// assert_eq!(Marks::of("CSBS.6019"), Marks::PLAIN_DOT);
    /// assert_eq!(Marks::of("SNYK-CLI-0001"), Marks::DASH);
    /// assert_eq!(Marks::of("E0308"), Marks::LETTER_DIGIT);
    /// assert_eq!(Marks::of("NoSuchBucket"), Marks::INNER_CAPITAL);
    /// assert_eq!(Marks::of("timeout"), Marks::LABEL);
    /// ```
    #[must_use]
    pub fn of(code: &str) -> Self {
        if shape::is_plain(code) {
            return Self::PLAIN_DOT;
        }
        let joins = |joint: u8| {
            let is = |bytes: &[u8]| {
                bytes[1] == joint && bytes[0].is_ascii_alphanumeric() && bytes[2].is_ascii_alphanumeric()
            };
            code.as_bytes().windows(3).any(is)
        };
        let pairs = |is: fn(u8, u8) -> bool| code.as_bytes().windows(2).any(|bytes| is(bytes[0], bytes[1]));
        // What is rarest in texts comes first.
        if joins(b'_') {
            Self::UNDERSCORE
        } else if joins(b'-') {
            Self::DASH
        } else if joins(b'.') {
            Self::DOT
        } else if pairs(|before, byte| before.is_ascii_digit() && byte.is_ascii_alphabetic()) {
            Self::DIGIT_LETTER
        } else if pairs(|before, byte| before.is_ascii_alphabetic() && byte.is_ascii_digit()) {
            Self::LETTER_DIGIT
        } else if pairs(|before, byte| before.is_ascii_lowercase() && byte.is_ascii_uppercase()) {
            Self::INNER_CAPITAL
        } else {
            Self::LABEL
        }
    }

    /// Returns the marks of these codes.
    pub fn of_all<'c>(codes: impl IntoIterator<Item = &'c str>) -> Self {
        codes.into_iter().fold(Self::default(), |marks, code| Self(marks.0 | Self::of(code).0))
    }

    /// Returns the marks with these bits, as the tables hold them.
    #[must_use]
    pub const fn from_bits(bits: u8) -> Self {
        Self(bits)
    }

    /// Returns the bits.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Returns whether all of these marks are among them.
    #[must_use]
    pub const fn has(self, others: Self) -> bool {
        self.0 & others.0 == others.0
    }
}

#[cfg(test)]
mod tests {
    use super::Marks;

    #[test]
    fn a_catalog_has_the_marks_of_its_codes() {
        let marks = Marks::of_all(["PAY-1001", "card_declined", "42P01", "timeout", "1045", "PAY.CLOSED"]);
        for mark in [Marks::DASH, Marks::UNDERSCORE, Marks::DIGIT_LETTER, Marks::LABEL, Marks::DOT] {
            assert!(marks.has(mark), "{mark:?}");
        }
        assert!(!marks.has(Marks::PLAIN_DOT) && !marks.has(Marks::INNER_CAPITAL));
        assert_eq!(Marks::from_bits(marks.bits()), marks);
        // What is not between letters or digits marks nothing.
        assert_eq!([Marks::of("-32700"), Marks::of("ERROR"), Marks::of("Timeout")], [Marks::LABEL; 3]);
    }
}
