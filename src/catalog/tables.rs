//! Rows of numbers, as the compiler laid them out.

/// A little-endian `u32` of a table.
pub(crate) type Number = [u8; 4];

/// A table of rows with `WIDTH` columns of little-endian `u32`.
#[derive(Clone, Copy)]
pub(crate) struct Table<const WIDTH: usize> {
    numbers: &'static [Number],
}

impl<const WIDTH: usize> Table<WIDTH> {
    pub(crate) const fn new(bytes: &'static [u8]) -> Self {
        Self { numbers: bytes.as_chunks().0 }
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> u32 {
        (self.numbers.len() / WIDTH) as u32
    }

    /// The number in this row and column; 0 outside the table.
    #[inline]
    pub(crate) fn get(&self, row: u32, column: usize) -> u32 {
        self.numbers.get(row as usize * WIDTH + column).map_or(0, |bytes| u32::from_le_bytes(*bytes))
    }

    /// So many numbers from this place on; none if the table ends before.
    #[inline]
    pub(crate) fn numbers(&self, from: u32, count: u32) -> &'static [Number] {
        let rest = self.numbers.get(from as usize..).unwrap_or(&[]);
        rest.get(..count as usize).unwrap_or(&[])
    }
}
