//! What a response said.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::catalog::{Entry, Text};
use crate::template::Args;
use crate::{Lang, Service};

/// A response, read: see [`Response::decode`](super::Response::decode).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Decoded {
    pub(super) code: Option<String>,
    pub(super) entry: Option<Entry>,
    pub(super) message: Option<String>,
    pub(super) args: Args<'static>,
    pub(super) rendered: Option<String>,
    pub(super) status: Option<u16>,
    pub(super) request_id: Option<String>,
    pub(super) other_codes: Vec<String>,
    pub(super) subject: Option<Subject>,
    pub(super) authorization: Option<String>,
}

impl Decoded {
    /// The code as it stands in the response, known or not.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The documented meaning that code, message and status point to; `None` if the catalog does not know the code.
    #[must_use]
    pub fn entry(&self) -> Option<Entry> {
        self.entry
    }

    /// The message of the response.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// The arguments of the message: from the response's own list of them, or taken out of the message.
    #[must_use]
    pub fn args(&self) -> &Args<'static> {
        &self.args
    }

    /// The documented message with the arguments in it, where the response has arguments but no message.
    #[must_use]
    pub fn rendered(&self) -> Option<&str> {
        self.rendered.as_deref()
    }

    /// The HTTP status: as it was given, or as the body tells it.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// The id of the request: from the body, or from a header.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// The other codes of the response, in the order of the document, each once.
    pub fn other_codes(&self) -> impl ExactSizeIterator<Item = &str> {
        self.other_codes.iter().map(String::as_str)
    }

    /// What the error is about, where it is one of a list: the other fields of its item.
    #[must_use]
    pub fn subject(&self) -> Option<&Subject> {
        self.subject.as_ref()
    }

    /// The `encoded_authorization_message` of a refusal (status 403), for the tool that decodes it.
    #[must_use]
    pub fn encoded_authorization_message(&self) -> Option<&str> {
        self.authorization.as_deref()
    }

    /// Why it happened.
    #[must_use]
    pub fn description(&self, lang: Lang) -> Option<Text> {
        self.entry.map(|entry| entry.description(lang))
    }

    /// What to do.
    #[must_use]
    pub fn remediation(&self, lang: Lang) -> Option<Text> {
        self.entry.map(|entry| entry.remediation(lang))
    }
}

/// What an error of a list is about: the fields of its item, such as an id and a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Subject {
    pub(super) fields: Vec<(String, String)>,
}

impl Subject {
    /// The field of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.fields().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// The fields, in the order of the document; numbers and booleans as JSON writes them.
    #[must_use]
    pub fn fields(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// A response is not an error of the service that was asked for. Gives the response back.
///
/// ```
/// use errcat::{Reason, Response, csbs};
///
/// let decoded = Response::new(r#"{"error_code": "SMS.2802"}"#).decode();
/// let error = csbs::Error::try_from(&decoded).unwrap_err();
/// assert!(matches!(error.reason(), Reason::OtherService(_)));
/// assert_eq!(error.to_string(), "`SMS.2802` is a code of sms, not of csbs");
/// assert_eq!(error.into_decoded(), decoded);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NotThisError {
    pub(crate) reason: Reason,
    pub(crate) wanted: Service,
    pub(crate) decoded: Box<Decoded>,
}

/// Why a response is not a typed error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// There is no code in it.
    NoCode,
    /// The catalog does not know its code.
    UnknownCode,
    /// Its code is of this service.
    OtherService(Service),
    /// Neither its message nor its list of arguments gives all arguments of the error.
    MissingArguments,
}

impl NotThisError {
    /// Why it is not.
    #[must_use]
    pub fn reason(&self) -> &Reason {
        &self.reason
    }

    /// The response, unchanged.
    #[must_use]
    pub fn into_decoded(self) -> Decoded {
        *self.decoded
    }

    /// The response.
    #[must_use]
    pub fn decoded(&self) -> &Decoded {
        &self.decoded
    }
}

impl fmt::Display for NotThisError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.decoded.code().unwrap_or("").escape_debug();
        match &self.reason {
            Reason::NoCode => f.write_str("the response holds no error code"),
            Reason::UnknownCode => write!(f, "`{code}` is not in the catalog"),
            Reason::OtherService(service) => {
                write!(f, "`{code}` is a code of {}, not of {}", service.name(), self.wanted.name())
            }
            Reason::MissingArguments => {
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

impl core::error::Error for NotThisError {}
