//! The codes of a service, each with its entries.

use std::collections::HashMap;

use crate::model::Service;

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
