//! Names of inputs, which need not be UTF-8.

use std::ffi::OsString;
use std::fmt;
use std::path::Path;

use serde::{Serialize, Serializer};

use crate::text::sanitize::one_line;

/// The name of a file, or `-` for standard input.
///
/// It is displayed on one line, whatever it holds. In JSON, bytes that are not UTF-8 become U+FFFD.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileName(OsString);

impl From<OsString> for FileName {
    fn from(name: OsString) -> Self {
        Self(name)
    }
}

impl FileName {
    pub(crate) fn is_stdin(&self) -> bool {
        self.0 == "-"
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.as_ref()
    }

    /// Returns what messages call it.
    pub(crate) fn described(&self) -> String {
        if self.is_stdin() { "standard input".to_owned() } else { self.to_string() }
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&one_line(&self.0.to_string_lossy()))
    }
}

impl Serialize for FileName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.to_string_lossy())
    }
}
