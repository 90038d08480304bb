//! The codes of a service, each with its entries, in the order of the rows.

use std::collections::HashMap;

use crate::model::{Entry, Service};

/// Returns the codes of a service in the order of its file, each with the positions of its entries in the file.
pub(crate) fn codes(service: &Service) -> Vec<(&str, Vec<usize>)> {
    let mut places = HashMap::new();
    let mut codes: Vec<(&str, Vec<usize>)> = Vec::new();
    for (position, entry) in service.entries.iter().enumerate() {
        let place = *places.entry(entry.code.as_str()).or_insert_with(|| {
            codes.push((&entry.code, Vec::new()));
            codes.len() - 1
        });
        codes[place].1.push(position);
    }
    codes
}

/// Returns the entries of a service in the order of their rows: by code, then in the order of the file.
pub(crate) fn by_code(service: &Service) -> impl Iterator<Item = &Entry> {
    codes(service).into_iter().flat_map(|(_, entries)| entries).map(|at| &service.entries[at])
}
