//! `class` is chosen by the meaning of the text, `status` is the vendor's. Some
//! pairs do not go together: a 404 that means "permission denied", a 429 that means
//! "not found". Mostly the class was chosen by a word of the text, or the line of
//! the table is off by one. A status that says nothing about the class (400, 402,
//! 422) is never reported.
//!
//! ## What to do
//!
//! Read description and remediation again, and correct the class. Where the
//! vendor's status is what is odd, leave both as they are and allow the lint on the
//! entry.

use errcat_core::Class;
use errcat_core::Class::{
    AlreadyExists, Conflict, FailedPrecondition, Internal, InvalidArgument, NotFound, PermissionDenied,
    QuotaExceeded, Throttled, Unauthenticated, Unavailable, Unsupported,
};

use super::entry::Entry;
use super::finding::Finding;
use crate::diagnostic::Lint;

pub(super) fn find(entry: &Entry<'_>, findings: &mut Vec<Finding>) {
    let (Ok(Some(status)), Ok(text)) = (&entry.raw.status, &entry.raw.class) else { return };
    let Ok(class) = text.value.parse::<Class>() else { return };
    if contradicts(status.value, class) {
        let what = format!("class `{}` contradicts status {}", text.value, status.value);
        let help =
            "read the text again: class is by meaning; allow it where the vendor's status is what it is";
        findings.push(entry.finding(Lint::ClassContradictsStatus, text.place, what, help));
    }
}

/// Classes that no reader expects with a status. A status that is not here goes with every class.
const CONTRADICTIONS: &[(i64, &[Class])] = &[
    (
        401,
        &[
            InvalidArgument,
            NotFound,
            AlreadyExists,
            Conflict,
            QuotaExceeded,
            Throttled,
            Unavailable,
            Internal,
        ],
    ),
    (403, &[NotFound, AlreadyExists, Conflict, Unavailable, Internal]),
    (404, &[Unauthenticated, PermissionDenied, AlreadyExists, QuotaExceeded, Throttled, Internal]),
    (409, &[Unauthenticated, PermissionDenied, NotFound, Throttled, Unavailable, Internal]),
    (
        429,
        &[
            InvalidArgument,
            Unauthenticated,
            PermissionDenied,
            NotFound,
            AlreadyExists,
            Conflict,
            FailedPrecondition,
            Unsupported,
            Unavailable,
            Internal,
        ],
    ),
    (500, &[Unauthenticated, PermissionDenied, NotFound, AlreadyExists, Throttled]),
    (501, &[Unauthenticated, PermissionDenied, NotFound, AlreadyExists, QuotaExceeded, Throttled]),
    (503, &[InvalidArgument, Unauthenticated, PermissionDenied, NotFound, AlreadyExists]),
    (504, &[InvalidArgument, Unauthenticated, PermissionDenied, NotFound, AlreadyExists, QuotaExceeded]),
];

fn contradicts(status: i64, class: Class) -> bool {
    CONTRADICTIONS.iter().any(|(known, classes)| *known == status && classes.contains(&class))
}
