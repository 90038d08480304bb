//! See `errcat_fuzz::catalog`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| errcat_fuzz::catalog(bytes));
