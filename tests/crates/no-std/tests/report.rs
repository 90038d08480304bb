//! Runs the library where there is a test runner.

use no_std::{Buffer, MISMATCH, needs_a_fix, report};

fn reported(code: &str, args: &[&str]) -> String {
    let mut out = Buffer::<256>::new();
    report(code, args, &mut out).expect("fits");
    out.as_str().to_owned()
}

#[test]
fn known_code() {
    assert_eq!(
        reported("CSBS.6019", &["s-1", "ECS", "s-2", "BMS"]),
        "CSBS.6019: The source server (s-1) type (ECS) is not the same as the target server (s-2) type (BMS). \
         Select a target server of the same type as the source server."
    );
}

#[test]
fn wrong_count_and_unknown_code() {
    assert_eq!(reported("CSBS.6019", &["s-1"]), "CSBS.6019: the message takes 4 arguments, 1 given");
    assert_eq!(reported("SMS.2802", &[]), "SMS.2802: unknown");
}

#[test]
fn too_small_a_buffer_is_an_error() {
    assert!(report("CSBS.6019", &["a", "b", "c", "d"], &mut Buffer::<8>::new()).is_err());
}

#[test]
fn enum_of_codes() {
    assert!(needs_a_fix(MISMATCH.try_into().expect("a code of csbs")));
}
