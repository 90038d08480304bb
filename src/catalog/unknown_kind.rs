//! A name that is not the name of an entry.

use core::fmt;

use errcat_core::suggest::{EDIT, Nearest, distance};

use super::clipped::Clipped;
use super::handles::Service;

/// How far the name that is suggested may be from what was written.
const FARTHEST: u32 = 3 * EDIT;

/// A name is not the name of an entry of a service: what parsing its `Kind` returns. Names the nearest one.
///
/// ```
/// let error = "UserUnverifed".parse::<errcat::csbs::Kind>().unwrap_err();
/// assert_eq!(error.to_string(), "csbs has no entry `UserUnverifed`, did you mean `UserUnverified`?");
/// ```
#[derive(Clone)]
pub struct UnknownKind {
    service: Service,
    input: Clipped,
}

impl UnknownKind {
    pub(crate) fn new(service: Service, input: &str) -> Self {
        Self { service, input: Clipped::new(input) }
    }

    /// Returns what was asked for, or the beginning of it if it is longer than 64 bytes.
    #[must_use]
    pub fn input(&self) -> &str {
        self.input.as_str()
    }

    /// Returns the nearest name of an entry of the service, if one is near.
    #[must_use]
    pub fn suggestion(&self) -> Option<&'static str> {
        let mut nearest = Nearest::<_, 1>::default();
        for entry in self.service.entries() {
            if let Some(distance) = distance(self.input(), entry.name(), FARTHEST) {
                nearest.add(distance, entry.name());
            }
        }
        nearest.into_iter().next()
    }
}

impl fmt::Display for UnknownKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} has no entry `{}`", self.service.name(), self.input().escape_debug())?;
        self.suggestion().map_or(Ok(()), |name| write!(f, ", did you mean `{name}`?"))
    }
}

impl fmt::Debug for UnknownKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("UnknownKind").field(&self.input()).finish()
    }
}

impl PartialEq for UnknownKind {
    fn eq(&self, other: &Self) -> bool {
        (self.service, self.input()) == (other.service, other.input())
    }
}

impl Eq for UnknownKind {}

impl core::error::Error for UnknownKind {}
