//! How a placeholder of a template is written: what the template's text does not tell by itself.

/// How a placeholder takes its argument. `M` is the text of a marker, or its number.
///
/// ```
/// use errcat_core::placeholder::{Written, is_list};
///
/// let number = Written::Position(1).to_number(true);
/// assert!(is_list(number.to_le_bytes()));
/// assert_eq!(Written::from_number(number), Written::Position(1));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written<M> {
    /// By a name of its own: `{id}`, `<id>`, `%(id)s`.
    Named,
    /// The next one: `%s`, `{}`.
    Next,
    /// The one at this position, counted from 0: `{0}`, `%1$s`.
    Position(u32),
    /// The next one, for a text that is a placeholder in this entry only: `xxx`.
    Marker(M),
}

impl<M> Written<M> {
    /// Returns the same with the marker replaced by what `of` returns for it.
    pub fn map_marker<N>(self, of: impl FnOnce(M) -> N) -> Written<N> {
        match self {
            Self::Named => Written::Named,
            Self::Next => Written::Next,
            Self::Position(position) => Written::Position(position),
            Self::Marker(marker) => Written::Marker(of(marker)),
        }
    }
}

/// The lowest bit says that the placeholder takes a list, the next two which variant it is.
const LIST: u32 = 1;
const VARIANT_SHIFT: u32 = 1;
const VARIANT_MASK: u32 = 3;
/// The other bits are the position, or the number of the marker.
const VALUE_SHIFT: u32 = 3;

/// The largest position and the largest number of a marker that fit.
pub const MAX_VALUE: u32 = u32::MAX >> VALUE_SHIFT;

impl Written<u32> {
    /// Returns the number that the tables hold for a placeholder. Values above [`MAX_VALUE`] do not fit.
    #[must_use]
    pub const fn to_number(self, list: bool) -> u32 {
        let (variant, value) = match self {
            Self::Named => (0, 0),
            Self::Next => (1, 0),
            Self::Position(position) => (2, position),
            Self::Marker(marker) => (3, marker),
        };
        value << VALUE_SHIFT | variant << VARIANT_SHIFT | if list { LIST } else { 0 }
    }

    /// Reads the number that [`to_number`](Self::to_number) returned.
    #[must_use]
    pub const fn from_number(number: u32) -> Self {
        let value = number >> VALUE_SHIFT;
        match number >> VARIANT_SHIFT & VARIANT_MASK {
            0 => Self::Named,
            1 => Self::Next,
            2 => Self::Position(value),
            _ => Self::Marker(value),
        }
    }
}

/// Returns `true` if this number, in little-endian bytes, is that of a placeholder which takes a list.
#[must_use]
#[inline]
pub const fn is_list(number: [u8; 4]) -> bool {
    number[0] as u32 & LIST != 0
}

#[cfg(test)]
mod tests {
    use super::{MAX_VALUE, Written, is_list};

    #[test]
    fn a_number_is_read_as_what_it_was_made_of() {
        let values = [0, 1, 99, MAX_VALUE];
        let with_value =
            values.into_iter().flat_map(|value| [Written::Position(value), Written::Marker(value)]);
        for written in [Written::Named, Written::Next].into_iter().chain(with_value) {
            for list in [false, true] {
                let number = written.to_number(list);
                assert_eq!(Written::from_number(number), written);
                assert_eq!(is_list(number.to_le_bytes()), list);
            }
        }
    }
}
