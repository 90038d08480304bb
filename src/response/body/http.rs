//! The head of a dumped response: status line and headers, as `curl -i` and `curl -v` write them.

use alloc::sync::Arc;

use crate::response::limits;

/// A response taken apart.
pub(crate) struct Head<'t> {
    pub(crate) status: Option<u16>,
    pub(crate) request_id: Option<RequestId>,
    pub(crate) body: &'t str,
}

/// A request id from a header, and how good the header is as a source of it, the best 0.
#[derive(Clone, Debug)]
pub(crate) struct RequestId {
    rank: usize,
    pub(crate) id: Arc<str>,
}

impl RequestId {
    /// Reads a header into the id: better headers go before the others, and the first of equals stays.
    pub(crate) fn read(known: &mut Option<Self>, name: &str, value: &str) {
        const NAMES: [&str; 9] = [
            "x-request-id",
            "x-openstack-request-id",
            "x-compute-request-id",
            "x-obs-request-id",
            "x-amz-request-id",
            "x-amzn-requestid",
            "request-id",
            "x-iam-trace-id",
            "x-correlation-id",
        ];
        let Some(rank) = NAMES.iter().position(|known| known.eq_ignore_ascii_case(name.trim())) else {
            return;
        };
        if known.as_ref().is_none_or(|known| rank < known.rank) {
            *known = Some(Self { rank, id: limits::cut(value.trim(), limits::REQUEST_ID).into() });
        }
    }
}

/// Takes the head off, where there is one. Heads of redirects and of `100 Continue` before it are passed over.
pub(crate) fn split(text: &str) -> Head<'_> {
    let mut head = Head { status: None, request_id: None, body: from_first_head(text) };
    while let Some(status) = status_line(head.body) {
        head.status = Some(status);
        head.request_id = None;
        let mut rest = after_line(head.body).1;
        loop {
            let (line, after) = after_line(rest);
            let Some((name, value)) = header(line) else {
                // The blank line ends the head; anything else belongs to the body.
                head.body = if line.trim().is_empty() { after } else { rest };
                break;
            };
            RequestId::read(&mut head.request_id, name, value);
            rest = after;
        }
    }
    head
}

/// How many lines before a head are looked at.
const LINES_BEFORE: usize = 200;

/// The text from its first head on, if there is no body before it: what `curl -v` tells, or the command itself.
fn from_first_head(text: &str) -> &str {
    let mut rest = text;
    for _ in 0..LINES_BEFORE {
        let (line, after) = after_line(rest);
        if status_line(rest).is_some() {
            let next = after_line(after).0;
            return if rest.len() == text.len() || next.trim().is_empty() || header(next).is_some() {
                rest
            } else {
                text
            };
        }
        if line.contains('{') || after.is_empty() {
            break;
        }
        rest = after;
    }
    text
}

/// Reads a number that can be an HTTP status.
pub(crate) fn status(text: &str) -> Option<u16> {
    text.trim().parse().ok().filter(|status| (100..=599).contains(status))
}

/// The status of `HTTP/1.1 403 Forbidden`.
fn status_line(text: &str) -> Option<u16> {
    let line = after_line(text).0.strip_prefix("HTTP/")?;
    status(line.split_whitespace().nth(1)?)
}

/// Name and value of a header. A line of a body may hold a colon too, but what stands before it is no name.
fn header(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let good =
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    good.then_some((name, value))
}

/// The first line, without what `curl -v` puts before lines that it received, and what follows it.
fn after_line(text: &str) -> (&str, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let line = line.trim_end_matches('\r');
    let received = if line == "<" { Some("") } else { line.strip_prefix("< ") };
    (received.unwrap_or(line), rest)
}
