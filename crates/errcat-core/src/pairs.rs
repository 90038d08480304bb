//! Which pairs of neighbouring bytes a text has, roughly: a text that lacks a pair of another does not hold it.

/// A set of pairs. Several share a bit.
pub type Pairs = [u32; 8];

/// Adds the pairs of a text.
///
/// ```
/// use errcat_core::pairs::{Pairs, add, is_subset};
///
/// let (mut text, mut part, mut other) = (Pairs::default(), Pairs::default(), Pairs::default());
/// add(&mut text, b"Server s-1 is busy");
/// add(&mut part, b" is busy");
/// add(&mut other, b" is gone");
/// assert!(is_subset(&part, &text) && !is_subset(&other, &text));
/// ```
#[inline]
pub fn add(pairs: &mut Pairs, text: &[u8]) {
    for pair in text.windows(2) {
        let [first, second] = [pair[0], pair[1]].map(u32::from);
        // The upper bits of the product depend on all bits of the pair.
        let bit = (first << 8 | second).wrapping_mul(0x9E37_79B1) >> 24;
        pairs[bit as usize / 32] |= 1 << (bit % 32);
    }
}

/// Whether the second set has all pairs of the first one.
#[must_use]
#[inline]
pub fn is_subset(part: &Pairs, whole: &Pairs) -> bool {
    part.iter().zip(whole).all(|(part, whole)| part & !whole == 0)
}
