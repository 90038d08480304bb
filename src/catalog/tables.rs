//! Rows of numbers, as the compiler laid them out.

/// A table of rows with `WIDTH` columns of little-endian `u32`.
#[derive(Clone, Copy)]
pub(crate) struct Table<const WIDTH: usize> {
    numbers: &'static [[u8; 4]],
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
}
