//! Codes in any text: the search that looks at 64 bytes at a time, beside one that takes word after word.
#![cfg(feature = "catalogs")]
#![allow(clippy::unwrap_used, reason = "helpers of tests fail loudly")]

use errcat::{CATALOG, CodeMatch, CodeRef, find_in};
use errcat_core::shape;
use proptest::prelude::*;

/// What is found: where, and the code if it is known.
type What = (usize, String, Option<CodeRef>);

fn what(found: CodeMatch<'_>) -> What {
    (found.range().start, found.as_str().to_owned(), found.code())
}

fn in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"._-".contains(&byte)
}

/// The code that a word without an escape holds.
fn code_of(word: &str) -> Option<(&str, Option<CodeRef>)> {
    let whole = shape::trim(word);
    if whole.contains('.') && CATALOG.find(whole).is_some() {
        return Some((whole, CATALOG.find(whole)));
    }
    let text = shape::code_in(whole)?;
    let prefix = text.rsplit_once('.')?.0;
    let known = CATALOG.services().flat_map(errcat::Service::prefixes).any(|known| known == prefix);
    known.then(|| (text, CATALOG.find(text)))
}

/// Word after word.
fn plain_search(bytes: &[u8]) -> Vec<What> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let length = bytes[at..].iter().take_while(|byte| in_word(**byte)).count();
        let word = std::str::from_utf8(&bytes[at..at + length]).unwrap();
        let punctuation = word.bytes().take_while(|byte| !byte.is_ascii_alphanumeric()).count();
        if let Some((text, code)) = code_of(&word[punctuation..]) {
            found.push((at + punctuation, text.to_owned(), code));
        }
        at += length.max(1);
    }
    found
}

/// Pieces of which texts are made that come close to having codes, and have some.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let codes: Vec<&str> = CATALOG.codes().map(CodeRef::as_str).collect();
    let text = |texts: &'static [&'static str]| {
        prop::sample::select(texts).prop_map(|text| text.as_bytes().to_vec())
    };
    prop_oneof![
        4 => prop::sample::select(codes).prop_map(|code| code.as_bytes().to_vec()),
        4 => text(&[" ", ".", "-", "_", ",", "]", "\n", "\"", ":", "：", "码", "\u{e9}"]),
        2 => text(&["SMS.", "CSBS.99", "SVCSTG.CCE-ADDONMGR.403030", "APIGW.0101", "V1.2.345", "SMS.7777-retry"]),
        2 => "[A-Za-z0-9]{1,3}".prop_map(String::into_bytes),
        2 => (0_usize..140).prop_map(|count| vec![b' '; count]),
        1 => prop::collection::vec(any::<u8>(), 0..4),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn the_search_finds_what_a_plain_one_finds(pieces in prop::collection::vec(piece(), 0..24)) {
        // Escapes have a test of their own.
        let mut text = pieces.concat();
        text.retain(|byte| !b"\\\x1b".contains(byte));
        let found: Vec<What> = CATALOG.find_in_bytes(&text).map(what).collect();
        prop_assert_eq!(found, plain_search(&text));
    }

    #[test]
    fn a_code_is_found_at_any_place(before in 0_usize..200, after in 0_usize..200) {
        for filler in [" ", ".", "码"] {
            let text = format!("{} SMS.0202 {}", filler.repeat(before), filler.repeat(after));
            let found: Vec<CodeMatch<'_>> = find_in(&text).collect();
            prop_assert_eq!(found.len(), 1);
            prop_assert_eq!(found[0].range().start, filler.len() * before + 1);
        }
    }
}

#[test]
fn escapes_are_no_part_of_a_word() {
    for (text, at) in [
        (r#"{"message":"failed\nSMS.0202"}"#, 20),
        (r#""\tSMS.0202:""#, 3),
        (r"\u000aSMS.0202", 6),
        ("\u{1b}[31mSMS.0202\u{1b}[0m", 5),
        ("\u{1b}[1;31mSMS.0202\u{1b}[m", 7),
        (r"\u001b[31mSMS.0202", 10),
        (r"\x1b[0;1;31mSMS.0202", 12),
    ] {
        let found: Vec<What> = find_in(text).map(what).collect();
        assert_eq!(found, [(at, "SMS.0202".to_owned(), CATALOG.find("SMS.0202"))], "{text}");
    }
    for text in ["nSMS.0202", r"\xSMS.0202", "[31mSMS.0202", "31mSMS.0202", r"\u00SMS.0202"] {
        assert_eq!(find_in(text).count(), 0, "{text}");
    }
}
