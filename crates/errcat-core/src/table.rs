//! Reads a table: rows of little-endian `u32` columns, in bytes that the compiler laid out.

/// A little-endian `u32` of a table.
pub type Number = [u8; 4];

/// A table whose rows have `WIDTH` columns.
///
/// ```
/// use errcat_core::table::Table;
///
/// let table = Table::<2>::new(&[1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0]);
/// assert_eq!((table.len(), table.get(1, 0)), (2, 3));
/// // Outside of the table is nothing but zeros.
/// assert_eq!((table.get(1, 2), table.get(2, 0)), (0, 0));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Table<const WIDTH: usize> {
    rows: &'static [[Number; WIDTH]],
}

/// A row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Row<const WIDTH: usize> {
    numbers: &'static [Number; WIDTH],
}

impl<const WIDTH: usize> Table<WIDTH> {
    /// Reads these bytes as a table. Bytes that do not fill a row are left out.
    #[must_use]
    pub const fn new(bytes: &'static [u8]) -> Self {
        Self { rows: bytes.as_chunks().0.as_chunks().0 }
    }

    /// Returns the number of rows.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.rows.len() as u32
    }

    /// Returns `true` if the table has no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns the row of this number, or a row of zeros outside of the table.
    #[must_use]
    #[inline]
    pub const fn row(&self, row: u32) -> Row<WIDTH> {
        let row = row as usize;
        Row { numbers: if row < self.rows.len() { &self.rows[row] } else { const { &[[0; 4]; WIDTH] } } }
    }

    /// Returns the number in this row and column, or 0 outside of the table.
    #[must_use]
    #[inline]
    pub const fn get(&self, row: u32, column: usize) -> u32 {
        self.row(row).get(column)
    }
}

impl Table<1> {
    /// Returns `count` numbers from the row `from` on, or none if the table ends before the last of them.
    #[must_use]
    #[inline]
    pub fn numbers(&self, from: u32, count: u32) -> &'static [Number] {
        let rows = self.rows.get(from as usize..).and_then(|rows| rows.get(..count as usize));
        rows.unwrap_or(&[]).as_flattened()
    }

    /// Returns the numbers of all rows.
    #[must_use]
    #[inline]
    pub fn all(&self) -> &'static [Number] {
        self.rows.as_flattened()
    }
}

impl<const WIDTH: usize> Row<WIDTH> {
    /// Returns the number in this column, or 0 if there is no such column.
    #[must_use]
    #[inline]
    pub const fn get(self, column: usize) -> u32 {
        if column < WIDTH { u32::from_le_bytes(self.numbers[column]) } else { 0 }
    }

    /// Returns the bytes of all columns.
    #[must_use]
    #[inline]
    pub const fn bytes(self) -> &'static [u8] {
        self.numbers.as_flattened()
    }

    /// Returns the 64-bit number whose lower and upper half are in these columns.
    #[must_use]
    #[inline]
    pub fn wide(self, [low, high]: [usize; 2]) -> u64 {
        u64::from(self.get(low)) | u64::from(self.get(high)) << 32
    }
}

/// A table of single bytes.
#[derive(Clone, Copy, Debug)]
pub struct ByteTable {
    bytes: &'static [u8],
}

impl ByteTable {
    /// Reads these bytes as a table.
    #[must_use]
    pub const fn new(bytes: &'static [u8]) -> Self {
        Self { bytes }
    }

    /// Returns the eight bytes from this row on, the first one lowest, or `None` where the table ends before the last.
    ///
    /// ```
    /// let table = errcat_core::table::ByteTable::new(b"abcdefgh!");
    /// assert_eq!(table.word(1), Some(u64::from_le_bytes(*b"bcdefgh!")));
    /// assert_eq!(table.word(2), None);
    /// ```
    #[must_use]
    #[inline]
    pub fn word(&self, row: usize) -> Option<u64> {
        self.bytes.get(row..)?.first_chunk().map(|bytes| u64::from_le_bytes(*bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn numbers_are_there_as_a_whole_or_not_at_all() {
        let table = Table::<1>::new(&[1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 9]);
        assert_eq!(table.len(), 3);
        assert_eq!(table.numbers(1, 2), [[2, 0, 0, 0], [3, 0, 0, 0]]);
        assert!(table.numbers(1, 3).is_empty() && table.numbers(4, 0).is_empty());
        assert!(table.numbers(u32::MAX, u32::MAX).is_empty());
    }

    #[test]
    fn a_wide_number_has_its_lower_half_first() {
        let row = Table::<2>::new(&[1, 2, 3, 4, 5, 6, 7, 8]).row(0);
        assert_eq!(row.wide([0, 1]), 0x0807_0605_0403_0201);
        assert_eq!(row.wide([1, 9]), 0x0807_0605);
    }
}
