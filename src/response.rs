//! Reads error responses: any bytes, whatever their shape.
//!
//! Data moves one way, and [`decode`] is the whole of it: `body` splits a text into prose and trees, `evidence` collects
//! codes, messages and the rest from both, and `resolve` judges what was collected.

mod body;
mod decode;
mod decoded;
mod evidence;
mod limits;
mod mismatch;
mod resolve;

use alloc::vec::Vec;

use crate::catalog::Catalog;

pub use decoded::{Decoded, Subject};
pub use evidence::{ERROR_CODES, TELLING};
pub use mismatch::{MismatchReason, TypedErrorMismatch};

/// An error response: its body, and what is known besides.
///
/// ```
/// use errcat::{Lang, Response, csbs};
///
/// let body = r#"{"error_code": "CSBS.6019", "error_msg": "The source server (s-1) type (ECS) is not the same as the target server (s-2) type (BMS)."}"#;
/// let decoded = Response::new(body).status(500).decode();
/// assert_eq!(decoded.code(), Some("CSBS.6019"));
/// assert_eq!(decoded.args().get("target_type"), Some("BMS"));
/// assert!(decoded.remediation(Lang::EN).unwrap().to_string().starts_with("Select a target server"));
/// ```
#[derive(Clone, Debug)]
pub struct Response<B> {
    body: B,
    status: Option<u16>,
    request_id: Option<body::RequestId>,
    limit: usize,
    catalog: &'static Catalog,
}

impl<B: AsRef<[u8]>> Response<B> {
    /// A response with this body: JSON, JSON in text, cut-off JSON, XML, HTML, a log line, or anything else. What
    /// stands before it of a dumped response (`curl -i`) is read too.
    pub fn new(body: B) -> Self {
        Self { body, status: None, request_id: None, limit: usize::MAX, catalog: &crate::CATALOG }
    }

    /// Its HTTP status.
    #[must_use]
    pub fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// One of its headers. Request ids are taken from them, `X-Request-Id` before the others; all else is ignored.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        body::RequestId::read(&mut self.request_id, name, value);
        self
    }

    /// Reads this many bytes of the body at most. A longer one is read as one that was cut off there; by default, all of it
    /// is read.
    ///
    /// ```
    /// let body = r#"{"error_code": "CSBS.3001", "error_msg": "Checkpoint_item (b-7) is not found."}"#;
    /// let decoded = errcat::Response::new(body).limit(57).decode();
    /// assert_eq!((decoded.code(), decoded.message()), (Some("CSBS.3001"), Some("Checkpoint_item")));
    /// ```
    #[must_use]
    pub fn limit(mut self, bytes: usize) -> Self {
        self.limit = bytes;
        self
    }

    /// Looks codes up in this catalog in place of the bundled one.
    #[must_use]
    pub fn catalog(mut self, catalog: &'static Catalog) -> Self {
        self.catalog = catalog;
        self
    }

    /// Reads it. Never fails and never panics. Takes time linear in the length of the body, and at most six times its
    /// memory; see `docs/responses.md` for what is left out of bodies that are larger or deeper than any real one.
    #[must_use]
    pub fn decode(self) -> Decoded {
        self.decode_all().swap_remove(0)
    }

    /// Reads all errors in it: a list of failed items gives one result each, with its
    /// [`subject`](Decoded::subject), the main one first. There is always at least one.
    ///
    /// ```
    /// let body = r#"{"failure": [
    ///     {"id": "a", "error_code": "CSBS.3001", "error_msg": "Checkpoint_item (a) is not found."},
    ///     {"id": "b", "error_code": "CSBS.9998", "error_msg": "System not support"}
    /// ]}"#;
    /// let all = errcat::Response::new(body).decode_all();
    /// assert_eq!(all.len(), 2);
    /// assert_eq!(all[1].subject().unwrap().get("id"), Some("b"));
    /// ```
    #[must_use]
    pub fn decode_all(self) -> Vec<Decoded> {
        let bytes = self.body.as_ref();
        let text = body::text(bytes.get(..self.limit).unwrap_or(bytes));
        let plain = body::without_colors(&text);
        let head = body::split_head(&plain);
        let given = resolve::Given {
            status: self.status.or(head.status),
            request_id: self.request_id.or(head.request_id).map(|header| header.id),
            catalog: self.catalog,
        };
        resolve::with_all_codes(decode::decode(head.body, &given), &text, self.catalog)
    }
}
