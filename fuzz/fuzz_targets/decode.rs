//! See `errcat_fuzz::decode`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| errcat_fuzz::decode(bytes));
