//! The better of two values for the same thing, whichever comes first.

/// How good a place a value is from: the rank of its key, the best 0, and among keys of one rank the key itself, of which
/// only the beginning is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Order {
    rank: u8,
    key: [u8; 15],
}

impl Order {
    pub(crate) fn new(rank: usize, key: &str) -> Self {
        let mut beginning = [0; 15];
        for (place, byte) in beginning.iter_mut().zip(key.bytes()) {
            *place = byte;
        }
        Self { rank: u8::try_from(rank).unwrap_or(u8::MAX), key: beginning }
    }

    /// The order of keys without ranks.
    pub(crate) fn of_key(key: &str) -> Self {
        Self::new(0, key)
    }
}

/// A value, and how good a place it is from.
#[derive(Clone, Debug)]
pub(crate) struct Pick<T> {
    pub(crate) order: Order,
    pub(crate) value: T,
}

/// The best value so far.
pub(crate) trait Slot<T> {
    /// Returns whether a value from a place of this order is better.
    fn wants(&self, order: Order) -> bool;

    /// Takes the value if it is from a better place than the one before. The first of a key that is there twice remains.
    fn offer(&mut self, order: Order, value: T);

    /// Takes the other slot's value, if there is none yet.
    fn then(&mut self, other: Self);

    /// Takes the other slot's value as one from a place of this order, if that is better, or the place is equal and the value
    /// smaller. The sequence of calls does not matter.
    fn among(&mut self, order: Order, other: Self);
}

impl<T: Ord> Slot<T> for Option<Pick<T>> {
    fn wants(&self, order: Order) -> bool {
        self.as_ref().is_none_or(|known| order < known.order)
    }

    fn offer(&mut self, order: Order, value: T) {
        if self.as_ref().is_none_or(|known| order < known.order) {
            *self = Some(Pick { order, value });
        }
    }

    fn then(&mut self, other: Self) {
        if self.is_none() {
            *self = other;
        }
    }

    fn among(&mut self, order: Order, other: Self) {
        let Some(Pick { value, .. }) = other else { return };
        let better = |known: &Pick<T>| order.cmp(&known.order).then_with(|| value.cmp(&known.value)).is_lt();
        if self.as_ref().is_none_or(better) {
            *self = Some(Pick { order, value });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Order, Pick, Slot};

    #[test]
    fn the_sequence_does_not_matter() {
        let offers = [(1, "a", 1), (0, "b", 9), (0, "a", 7), (0, "a", 3), (2, "", 0)];
        for skip in 0..offers.len() {
            let mut slot: Option<Pick<i32>> = None;
            for (rank, key, value) in offers.iter().cycle().skip(skip).take(offers.len()) {
                let other = Some(Pick { order: Order::of_key(""), value: *value });
                slot.among(Order::new(*rank, key), other);
            }
            assert_eq!(slot.map(|pick| pick.value), Some(3));
        }
    }
}
