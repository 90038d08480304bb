//! See `errcat_fuzz::find`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| errcat_fuzz::find(bytes));
