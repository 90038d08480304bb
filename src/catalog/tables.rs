//! Rows of numbers, as the compiler laid them out.

/// A little-endian `u32` of a table.
pub(crate) type Number = [u8; 4];

/// A table of rows with `WIDTH` columns of little-endian `u32`.
#[derive(Clone, Copy)]
pub(crate) struct Table<const WIDTH: usize> {
    rows: &'static [[Number; WIDTH]],
}

/// A row of a table.
#[derive(Clone, Copy)]
pub(crate) struct Row<const WIDTH: usize> {
    numbers: &'static [Number; WIDTH],
}

impl<const WIDTH: usize> Table<WIDTH> {
    pub(crate) const fn new(bytes: &'static [u8]) -> Self {
        Self { rows: bytes.as_chunks().0.as_chunks().0 }
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> u32 {
        self.rows.len() as u32
    }

    /// The row of this number; zeros outside the table.
    #[inline]
    pub(crate) fn row(&self, row: u32) -> Row<WIDTH> {
        Row { numbers: self.rows.get(row as usize).unwrap_or(const { &[[0; 4]; WIDTH] }) }
    }

    /// The number in this row and column; 0 outside the table.
    #[inline]
    pub(crate) fn get(&self, row: u32, column: usize) -> u32 {
        self.row(row).get(column)
    }
}

impl Table<1> {
    /// So many numbers from this row on; none if the table ends before.
    #[inline]
    pub(crate) fn numbers(&self, from: u32, count: u32) -> &'static [Number] {
        let rows = self.rows.get(from as usize..).and_then(|rows| rows.get(..count as usize));
        rows.unwrap_or(&[]).as_flattened()
    }
}

impl<const WIDTH: usize> Row<WIDTH> {
    #[inline]
    pub(crate) fn get(self, column: usize) -> u32 {
        self.numbers.get(column).map_or(0, |number| u32::from_le_bytes(*number))
    }
}
