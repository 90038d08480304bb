//! Texts in YAML.

use crate::text::sanitize::printable_json;

/// A text on one line: plain where YAML reads it as it stands, else in double quotes.
pub(super) fn text(text: &str) -> String {
    let odd_start = |first: char| !(first.is_alphanumeric() || first == '(' || first == '/' || first == '$');
    let quoted = text.is_empty()
        || text.starts_with(odd_start)
        || text.ends_with([' ', ':'])
        || text.contains(": ")
        || text.contains(" #")
        || text
            .chars()
            .any(|letter| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}'))
        || is_scalar(text);
    if quoted {
        // A JSON string is one of YAML.
        printable_json(&serde_json::Value::from(text).to_string())
    } else {
        text.to_owned()
    }
}

/// Whether YAML may take it for a number, a boolean, a date or null.
fn is_scalar(text: &str) -> bool {
    let word = text.to_ascii_lowercase();
    let number = text.starts_with(|first: char| first.is_ascii_digit()) && !text.contains(' ');
    number
        || matches!(
            word.as_str(),
            "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n" | "nan"
        )
}
