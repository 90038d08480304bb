//! A code of another service.

use super::handles::CodeRef;

/// A code belongs to another service than the enum it was to become a variant of.
///
/// ```
/// use errcat::{code, csbs};
///
/// let error = csbs::Code::try_from(code!("SMS.2802")).unwrap_err();
/// assert_eq!(error.to_string(), "`SMS.2802` is a code of sms, not of csbs");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("`{code}` is a code of {}, not of {wanted}", .code.service().name())]
pub struct WrongService {
    pub(crate) code: CodeRef,
    pub(crate) wanted: &'static str,
}

impl WrongService {
    /// The code.
    #[must_use]
    pub fn code(self) -> CodeRef {
        self.code
    }
}
