//! What a response said.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::limits;
use crate::Lang;
use crate::catalog::{CodeRef, Entry, Text};
use crate::message::Args;

/// A response, read: see [`Response::decode`](super::Response::decode).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Decoded {
    pub(super) code: Option<String>,
    pub(super) entry: Option<Entry>,
    pub(super) message: Option<String>,
    pub(super) args: Args<'static>,
    pub(super) rendered: Option<String>,
    pub(super) status: Option<u16>,
    pub(super) request_id: Option<Arc<str>>,
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

    /// Returns the code as the type that the caller's patterns have: the `Code` of a catalog or of a service. Returns `None`
    /// if the catalog does not know the code, which [`code`](Self::code) returns as it was written.
    ///
    /// ```
    /// use errcat::{Response, code};
    ///
    /// let decoded = Response::new(r#"{"error_code": "CSBS.6019", "error_msg": "..."}"#).decode();
    /// match decoded.known() {
    ///     Some(code!("CSBS.6019") | code!("CSBS.6020")) => {}
    ///     Some(other) => panic!("{other}"),
    ///     None => panic!("{:?}", decoded.code()),
    /// }
    /// ```
    #[must_use]
    pub fn known<C: TryFrom<CodeRef>>(&self) -> Option<C> {
        self.entry?.known()
    }

    /// Returns the entry as a variant of a service's `Kind` enum, or `None` if it is unknown or of another service.
    ///
    /// ```
    /// use errcat::{Response, csbs};
    ///
    /// let decoded = Response::new(r#"{"code": "CSBS.9009"}"#).status(403).decode();
    /// assert_eq!(decoded.kind(), Some(csbs::Kind::UserUnverified));
    /// ```
    #[must_use]
    pub fn kind<K: TryFrom<Entry>>(&self) -> Option<K> {
        self.entry?.kind()
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
    /// Names and values, one behind the other.
    text: Arc<str>,
    /// Where each name ends, and where its value does.
    ends: Arc<[(usize, usize)]>,
}

impl Subject {
    /// Returns the value of the field of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.fields().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Returns the fields in the order of the document, those of the item itself before those of objects in it; numbers
    /// and booleans as JSON writes them.
    #[must_use]
    pub fn fields(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        let mut start = 0;
        self.ends.iter().map(move |(name, value)| {
            let from = core::mem::replace(&mut start, *value);
            let text = |from: usize, to: usize| self.text.get(from..to).unwrap_or("");
            (text(from, *name), text(*name, *value))
        })
    }
}

/// Puts a subject together.
#[derive(Debug, Default)]
pub(crate) struct SubjectBuilder {
    text: String,
    ends: Vec<(usize, usize)>,
}

impl SubjectBuilder {
    /// Returns whether another field will be kept.
    pub(crate) fn has_room(&self) -> bool {
        self.ends.len() < limits::FIELDS
    }

    pub(crate) fn push(&mut self, name: &str, value: &str) {
        self.text.push_str(name);
        let name = self.text.len();
        self.text.push_str(value);
        self.ends.push((name, self.text.len()));
    }

    /// Returns the subject with the fields of another behind these, if there is any field.
    pub(crate) fn finish(mut self, other: Self) -> Option<Subject> {
        let start = self.text.len();
        self.text.push_str(&other.text);
        let room = limits::FIELDS.saturating_sub(self.ends.len());
        self.ends
            .extend(other.ends.into_iter().take(room).map(|(name, value)| (start + name, start + value)));
        (!self.ends.is_empty()).then(|| Subject { text: self.text.into(), ends: self.ends.into() })
    }
}
