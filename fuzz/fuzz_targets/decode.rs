//! Any bytes are a response: reading one never panics, and what is said to be a code stands in the input.
#![no_main]

use errcat::Response;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for decoded in Response::new(bytes).decode_all() {
        let _ = errcat::csbs::Error::try_from(&decoded);
        let _ = decoded.remediation(errcat::Lang::Zh).map(|text| text.to_string());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        for found in errcat::find_in(text) {
            assert_eq!(&text[found.range()], found.as_str());
        }
    }
});
