//! Strings and lists that are stored once, however often they are used.

use std::collections::HashMap;

use errcat_core::placeholder::MAX_VALUE;

/// Distinct strings, numbered in the order of their first use; number 0 is the empty one.
pub(super) struct Texts {
    ids: HashMap<String, u32>,
    text: String,
    offsets: Vec<u32>,
}

impl Default for Texts {
    fn default() -> Self {
        Self { ids: HashMap::from([(String::new(), 0)]), text: String::new(), offsets: vec![0] }
    }
}

impl Texts {
    /// Returns the number of a string, which is added if it is new.
    pub(super) fn id(&mut self, text: &str) -> u32 {
        if let Some(id) = self.ids.get(text) {
            return *id;
        }
        let id = self.offsets.len() as u32;
        self.offsets.push(self.text.len() as u32);
        self.text.push_str(text);
        self.ids.insert(text.to_owned(), id);
        id
    }

    /// Returns where the string of this number begins.
    pub(super) fn offset(&self, id: u32) -> u32 {
        self.offsets[id as usize]
    }

    /// Returns all strings, joined, and where each begins and the last one ends, or `None` if there are more than the
    /// tables can refer to.
    pub(super) fn finish(mut self) -> Option<(String, Vec<u32>)> {
        // A placeholder refers to the text of its marker.
        if self.offsets.len() > MAX_VALUE as usize {
            return None;
        }
        self.offsets.push(u32::try_from(self.text.len()).ok()?);
        Some((self.text, self.offsets))
    }
}

/// Distinct lists of numbers; number 0 is the empty one.
pub(super) struct Lists {
    ids: HashMap<Vec<u32>, u32>,
    /// Several lists one behind the other.
    series: HashMap<Vec<Vec<u32>>, u32>,
    numbers: Vec<u32>,
}

impl Default for Lists {
    fn default() -> Self {
        Self { ids: HashMap::from([(Vec::new(), 0)]), series: HashMap::new(), numbers: vec![0] }
    }
}

impl Lists {
    /// Returns the number of a list, which is added if it is new.
    pub(super) fn id(&mut self, items: &[u32]) -> u32 {
        if let Some(id) = self.ids.get(items) {
            return *id;
        }
        let id = self.numbers.len() as u32;
        self.numbers.push(items.len() as u32);
        self.numbers.extend_from_slice(items);
        self.ids.insert(items.to_vec(), id);
        id
    }

    /// Returns the position of these lists, which are added if they are new; 0 if all of them are empty.
    pub(super) fn series(&mut self, lists: Vec<Vec<u32>>) -> u32 {
        if lists.iter().all(Vec::is_empty) {
            return 0;
        }
        if let Some(id) = self.series.get(&lists) {
            return *id;
        }
        let id = self.numbers.len() as u32;
        for list in &lists {
            self.numbers.push(list.len() as u32);
            self.numbers.extend_from_slice(list);
        }
        self.series.insert(lists, id);
        id
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        bytes(&self.numbers)
    }
}

/// The rows of a table.
#[derive(Default)]
pub(super) struct Table<const WIDTH: usize> {
    rows: Vec<[u32; WIDTH]>,
}

impl<const WIDTH: usize> Table<WIDTH> {
    pub(super) fn len(&self) -> u32 {
        self.rows.len() as u32
    }

    /// Adds a row, and returns its number.
    pub(super) fn push(&mut self, row: [u32; WIDTH]) -> u32 {
        self.rows.push(row);
        self.len() - 1
    }

    pub(super) fn get_mut(&mut self, row: u32) -> &mut [u32; WIDTH] {
        &mut self.rows[row as usize]
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        bytes(self.rows.as_flattened())
    }
}

/// The numbers as the runtime reads them.
pub(super) fn bytes(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

/// The two columns of a 64-bit number.
pub(super) fn halves(number: u64) -> [u32; 2] {
    [number as u32, (number >> 32) as u32]
}
