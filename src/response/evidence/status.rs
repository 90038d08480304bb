//! An HTTP status in prose.

use crate::response::body;

/// What is before a status, the surest first, and the least status that it tells.
const BEFORE: [(&str, u16); 19] = [
    ("but got ", 100),
    ("status_code", 100),
    ("status code", 100),
    ("statuscode", 100),
    ("http status", 100),
    ("状态码", 100),
    // Other programs also say these of requests that succeeded.
    ("http/1.1", 400),
    ("http/2", 400),
    ("http ", 100),
    ("http code", 400),
    ("http_code", 400),
    ("responsecode", 400),
    ("response code", 400),
    ("error code", 400),
    ("error[", 400),
    ("resp: [", 400),
    ("stat:", 400),
    ("status [", 400),
    ("status=", 400),
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

/// Places of the same words that are looked at.
const PLACES: usize = 64;

/// Returns the status that the text names.
pub(crate) fn find(text: &str) -> Option<u16> {
    let named = BEFORE.iter().find_map(|(before, least)| {
        let mut places = places(text, before).take(PLACES);
        places.find_map(|at| number(text.get(at + before.len()..)?).filter(|status| status >= least))
    });
    let among = |known: &[(&str, u16)]| {
        let mut known = known.iter().filter(|(words, _)| places(text, words).next().is_some());
        known.next().map(|(_, status)| *status)
    };
    named
        .or_else(|| among(&SAID))
        .or_else(|| among(&REASONS))
        .or_else(|| before_words(text))
        .or_else(|| cell(text))
}

/// Returns where these words are in a text, in whatever case. The words are lowercase; the text is not copied for that.
fn places<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = usize> + 't {
    let (bytes, wanted) = (text.as_bytes(), words.as_bytes());
    // The first byte that texts do not have everywhere: a sign, which has no case; else the first letter.
    let sign = wanted.iter().position(u8::is_ascii_punctuation);
    let offset = sign.unwrap_or(0);
    let first = wanted.get(offset).copied().unwrap_or(0);
    let other = first.to_ascii_uppercase();
    let mut at = 0;
    core::iter::from_fn(move || {
        loop {
            let rest = bytes.get(at + offset..)?;
            let start = at + rest.iter().position(|byte| *byte == first || *byte == other)?;
            at = start + 1;
            if bytes.get(start..start + wanted.len())?.eq_ignore_ascii_case(wanted) {
                return Some(start);
            }
        }
    })
}

/// A status at the beginning, after a colon, an equals sign or a quote.
fn number(text: &str) -> Option<u16> {
    let text = text.trim_start_matches([' ', ':', '=', '"', '\'', '：', '\\', '[', '(']);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 3 { body::status(&text[..3]) } else { None }
}

/// The status of `400: Client Error for url`.
fn before_words(text: &str) -> Option<u16> {
    let at = places(text, ": client error").chain(places(text, ": server error")).next()?;
    body::status(text.get(at.checked_sub(3)?..at)?)
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
    let before =
        text.split('{').next().unwrap_or("").trim_end_matches([' ', '\t', '\n', '\r', '[', ']', '(']);
    let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let alone = before[..before.len() - digits]
        .chars()
        .next_back()
        .is_none_or(|character| character.is_whitespace() || character == '(');
    if digits == 3 && alone && text.contains('{') { body::status(&before[before.len() - 3..]) } else { None }
}
