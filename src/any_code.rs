//! A code from the wire, known or not.

use alloc::string::String;
use core::convert::Infallible;
use core::fmt;
use core::str::FromStr;

use crate::Code;

/// A code as it was written, known to the bundled catalog or not: the type for a field of a message from the wire,
/// where [`Code`] would refuse what the catalog does not hold.
///
/// ```
/// use errcat::{AnyCode, code};
///
/// let known = AnyCode::from("APIGW.0101");
/// assert_eq!((known.as_str(), known.code()), ("APIGW.0101", Some(code!("APIGW.0101"))));
/// assert_eq!(AnyCode::from("VPC.0602").code(), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnyCode {
    text: String,
}

impl AnyCode {
    /// The code as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The code of the bundled catalog, if it is one.
    #[must_use]
    pub fn code(&self) -> Option<Code> {
        Code::find(&self.text)
    }
}

impl From<&str> for AnyCode {
    fn from(text: &str) -> Self {
        Self { text: text.into() }
    }
}

impl From<String> for AnyCode {
    fn from(text: String) -> Self {
        Self { text }
    }
}

impl From<Code> for AnyCode {
    fn from(code: Code) -> Self {
        code.as_str().into()
    }
}

impl From<AnyCode> for String {
    fn from(code: AnyCode) -> Self {
        code.text
    }
}

impl FromStr for AnyCode {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(text.into())
    }
}

impl AsRef<str> for AnyCode {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl PartialEq<Code> for AnyCode {
    fn eq(&self, code: &Code) -> bool {
        self.code() == Some(*code)
    }
}

impl PartialEq<AnyCode> for Code {
    fn eq(&self, code: &AnyCode) -> bool {
        code == self
    }
}

impl fmt::Display for AnyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}
