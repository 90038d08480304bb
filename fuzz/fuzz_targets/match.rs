//! See `errcat_fuzz::match_message`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| errcat_fuzz::match_message(bytes));
