//! Why a response is not the typed error that was asked for.

use alloc::boxed::Box;
use core::fmt;

use super::decoded::Decoded;
use crate::Service;
use crate::catalog::Entry;

/// The error of converting a response to a typed error that it is not. Gives the response back.
///
/// ```
/// use errcat::{MismatchReason, Response, csbs};
///
/// let decoded = Response::new(r#"{"error_code": "SMS.2802"}"#).decode();
/// let error = csbs::Error::try_from(&decoded).unwrap_err();
/// assert!(matches!(error.reason(), MismatchReason::OtherService(_)));
/// assert_eq!(error.to_string(), "`SMS.2802` is a code of sms, not of csbs");
/// assert_eq!(error.into_decoded(), decoded);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TypedErrorMismatch {
    pub(crate) reason: MismatchReason,
    pub(crate) wanted: Service,
    pub(crate) decoded: Box<Decoded>,
}

/// The reason why a response is not a typed error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MismatchReason {
    /// The response has no code.
    NoCode,
    /// The catalog does not have the code of the response.
    UnknownCode,
    /// The code belongs to this other service.
    OtherService(Service),
    /// Neither the message nor the list of arguments gives all arguments of the typed error.
    MissingArguments,
}

impl TypedErrorMismatch {
    /// Returns the reason why the response is not the typed error.
    #[must_use]
    pub fn reason(&self) -> &MismatchReason {
        &self.reason
    }

    /// Returns the response, unchanged.
    #[must_use]
    pub fn into_decoded(self) -> Decoded {
        *self.decoded
    }

    /// Returns the response.
    #[must_use]
    pub fn decoded(&self) -> &Decoded {
        &self.decoded
    }
}

impl fmt::Display for TypedErrorMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.decoded.code().unwrap_or("").escape_debug();
        match &self.reason {
            MismatchReason::NoCode => f.write_str("the response holds no error code"),
            MismatchReason::UnknownCode => write!(f, "`{code}` is not in the catalog"),
            MismatchReason::OtherService(service) => {
                write!(f, "`{code}` is a code of {}, not of {}", service.name(), self.wanted.name())
            }
            MismatchReason::MissingArguments => {
                write!(f, "`{code}` comes without")?;
                let params = self.decoded.entry().into_iter().flat_map(Entry::params);
                let missing =
                    params.filter(|param| self.decoded.args().iter().all(|arg| arg.name() != Some(*param)));
                for (at, param) in missing.enumerate() {
                    write!(f, "{} `{param}`", if at == 0 { "" } else { "," })?;
                }
                Ok(())
            }
        }
    }
}

impl core::error::Error for TypedErrorMismatch {}
