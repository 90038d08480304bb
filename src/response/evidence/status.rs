//! An HTTP status in prose.

use alloc::string::String;

use crate::response::body;

/// What stands before a status, the surest first.
const BEFORE: [&str; 9] = [
    "but got ",
    "status_code",
    "status code",
    "statuscode",
    "http status",
    "状态码",
    "http/1.1",
    "http/2",
    "http ",
];

/// What the tools of the vendor say of a status without naming it.
const SAID: [(&str, u16); 5] = [
    ("bad request with: [", 400),
    ("action forbidden: [", 403),
    ("resource not found: [", 404),
    ("too many requests: [", 429),
    ("internal server error: [", 500),
];

/// What web servers write after a status.
const REASONS: [(&str, u16); 8] = [
    ("400 bad request", 400),
    ("401 unauthorized", 401),
    ("403 forbidden", 403),
    ("404 not found", 404),
    ("500 internal server error", 500),
    ("502 bad gateway", 502),
    ("503 service ", 503),
    ("504 gateway time", 504),
];

/// The status that the text names.
pub(in crate::response) fn find(text: &str) -> Option<u16> {
    let lower: String = text.to_ascii_lowercase();
    let named = BEFORE.iter().find_map(|before| {
        let mut places = lower.match_indices(before).take(64);
        places.find_map(|(at, _)| number(&lower[at + before.len()..]))
    });
    let said = || SAID.iter().find(|(words, _)| lower.contains(words)).map(|(_, status)| *status);
    let reason = || REASONS.iter().find(|(words, _)| lower.contains(words)).map(|(_, status)| *status);
    named.or_else(said).or_else(reason).or_else(|| cell(&lower))
}

/// A status at the beginning, after a colon, an equals sign or a quote.
fn number(text: &str) -> Option<u16> {
    let text = text.trim_start_matches([' ', ':', '=', '"', '\'', '：', '\\']);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 3 { body::status(&text[..3]) } else { None }
}

/// A status in a cell of a table of its own, or alone before a body.
fn cell(text: &str) -> Option<u16> {
    for line in text.lines().take(64) {
        if line.contains('|') && line.len() < 4096 {
            let found =
                line.split('|').find_map(|cell| body::status(cell).filter(|_| cell.trim().len() == 3));
            if found.is_some() {
                return found;
            }
        }
    }
    let before = text.split('{').next().unwrap_or("").trim_end();
    let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let alone = before[..before.len() - digits]
        .chars()
        .next_back()
        .is_none_or(|letter| letter.is_whitespace() || letter == '(');
    if digits == 3 && alone && text.contains('{') { body::status(&before[before.len() - 3..]) } else { None }
}
