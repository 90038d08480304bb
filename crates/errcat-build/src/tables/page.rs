//! The page of an entry, as the pattern of its service gives it.

use std::fmt::Write;

use crate::model::{Entry, Service};

/// Puts service, code and name into the pattern, percent-encoded where an address needs it.
pub(super) fn address(pattern: &str, service: &Service, entry: &Entry) -> String {
    let values = [("{service}", &service.module), ("{code}", &entry.code), ("{name}", &entry.name)];
    values.iter().fold(pattern.to_owned(), |address, (name, value)| address.replace(name, &encoded(value)))
}

fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn only_unreserved_characters_stay() {
        assert_eq!(encoded("PAY-1001.a_b~"), "PAY-1001.a_b~");
        assert_eq!(encoded("a/b?{c} d#é"), "a%2Fb%3F%7Bc%7D%20d%23%C3%A9");
    }
}
