//! The head of a dumped response: status line and headers, as `curl -i` writes them.

use alloc::borrow::ToOwned;
use alloc::string::String;

/// A response taken apart.
pub(super) struct Head<'t> {
    pub(super) status: Option<u16>,
    pub(super) request_id: Option<String>,
    pub(super) body: &'t str,
}

/// How good a header is as a source of the request id, the best 0; `None` for other headers.
pub(super) fn request_id_rank(name: &str) -> Option<usize> {
    const NAMES: [&str; 4] =
        ["x-request-id", "x-openstack-request-id", "x-compute-request-id", "x-iam-trace-id"];
    NAMES.iter().position(|known| known.eq_ignore_ascii_case(name.trim()))
}

/// Takes the head off, where there is one. Heads of redirects and of `100 Continue` before it are passed over.
pub(super) fn split(text: &str) -> Head<'_> {
    let mut head = Head { status: None, request_id: None, body: text };
    while let Some(status) = status_line(head.body) {
        head.status = Some(status);
        let mut rank = usize::MAX;
        let mut rest = after_line(head.body).1;
        loop {
            let (line, after) = after_line(rest);
            let Some((name, value)) = line.split_once(':') else {
                // The blank line ends the head; anything else without a colon belongs to the body.
                head.body = if line.trim().is_empty() { after } else { rest };
                break;
            };
            if let Some(found) = request_id_rank(name).filter(|found| *found < rank) {
                rank = found;
                head.request_id = Some(value.trim().to_owned());
            }
            rest = after;
        }
    }
    head
}

/// The status of `HTTP/1.1 403 Forbidden`.
fn status_line(text: &str) -> Option<u16> {
    let line = after_line(text.strip_prefix("HTTP/")?).0;
    let status = line.split_whitespace().nth(1)?.parse().ok()?;
    (100..=599).contains(&status).then_some(status)
}

fn after_line(text: &str) -> (&str, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    (line.trim_end_matches('\r'), rest)
}
