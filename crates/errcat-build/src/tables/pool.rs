//! Strings and lists that are stored once, however often they are used.

use std::collections::HashMap;

use super::bytes;

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

    /// Where the string of this number stands.
    pub(super) fn offset(&self, id: u32) -> u32 {
        self.offsets[id as usize]
    }

    pub(super) fn finish(&self) -> Result<(String, Vec<u32>), String> {
        let Ok(end) = u32::try_from(self.text.len()) else {
            return Err("the texts of the catalog are longer than 4 GiB".to_owned());
        };
        let mut offsets = self.offsets.clone();
        offsets.push(end);
        Ok((self.text.clone(), offsets))
    }
}

/// Distinct lists of numbers; number 0 is the empty one.
pub(super) struct Lists {
    ids: HashMap<Vec<u32>, u32>,
    numbers: Vec<u32>,
}

impl Default for Lists {
    fn default() -> Self {
        Self { ids: HashMap::from([(Vec::new(), 0)]), numbers: vec![0] }
    }
}

impl Lists {
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

    pub(super) fn bytes(&self) -> Vec<u8> {
        bytes(&self.numbers)
    }
}

/// Rows of a table.
#[derive(Default)]
pub(super) struct Rows<const WIDTH: usize> {
    rows: Vec<[u32; WIDTH]>,
}

impl<const WIDTH: usize> Rows<WIDTH> {
    pub(super) fn len(&self) -> u32 {
        self.rows.len() as u32
    }

    /// Adds a row, and answers its number.
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
