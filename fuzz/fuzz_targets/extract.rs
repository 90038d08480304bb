//! See `errcat_fuzz::extract`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| errcat_fuzz::extract(bytes));
