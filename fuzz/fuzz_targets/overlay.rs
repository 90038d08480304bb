//! See `errcat_fuzz::overlay`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| errcat_fuzz::overlay(bytes));
