//! See `errcat_fuzz::log`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| errcat_fuzz::log(bytes));
