//! The names that services give to codes, messages and the rest, best first.

use crate::response::body::Vocabulary;

/// The keys of errors, for the parsers.
pub(crate) const VOCABULARY: Vocabulary = Vocabulary {
    is_key: |key| role(key).is_some(),
    begins_fields: |key| matches!(role(key), Some(Role::Code(_) | Role::Message(_) | Role::RequestId(_))),
};

/// What a key of an object holds, with the rank of the key among those of its kind, the best 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A code.
    Code(usize),
    /// A message.
    Message(usize),
    /// The arguments of the message.
    Params(usize),
    /// The request id.
    RequestId(usize),
    /// The HTTP status.
    Status(usize),
    /// What a 403 says to the tool that can decode it.
    AuthorizationMessage,
}

/// The keys of codes that nothing but an error has.
pub const ERROR_CODES: [&str; 4] = ["error_code", "errorCode", "errCode", "err_code"];

const CODES: [&str; 5] = [ERROR_CODES[0], ERROR_CODES[1], ERROR_CODES[2], ERROR_CODES[3], "code"];

const MESSAGES: [&str; 10] = [
    "error_msg",
    "errorMsg",
    "errorMessage",
    "errMsg",
    "error_message",
    "externalMessage",
    "message",
    "error_description",
    "description",
    "details",
];

/// Other spellings, compared without case and separators.
const OTHER_CODES: [&str; 5] = ["errorcode", "errcode", "code", "errorcodestr", "faultcode"];
const OTHER_MESSAGES: [&str; 11] = [
    "errormsg",
    "errormessage",
    "errmsg",
    "externalmessage",
    "message",
    "msg",
    "faultstring",
    "failreason",
    "errordescription",
    "detail",
    "error",
];

const PARAMS: [&str; 2] = ["errorparam", "errorparams"];
const REQUEST_IDS: [&str; 3] = ["requestid", "xrequestid", "reqid"];
/// `status` is last: it is also the state of a job.
const STATUSES: [&str; 5] = ["statuscode", "httpstatuscode", "httpstatus", "httpcode", "status"];

/// The role of a key, if it has one.
pub(crate) fn role(key: &str) -> Option<Role> {
    if let Some(rank) = CODES.iter().position(|known| *known == key) {
        return Some(Role::Code(rank));
    }
    if let Some(rank) = MESSAGES.iter().position(|known| *known == key) {
        return Some(Role::Message(rank));
    }
    // No key of interest is longer; a hostile one is not copied.
    let mut plain = [0u8; 32];
    let mut len = 0;
    for byte in key.bytes().filter(u8::is_ascii_alphanumeric) {
        *plain.get_mut(len)? = byte.to_ascii_lowercase();
        len += 1;
    }
    let plain = core::str::from_utf8(&plain[..len]).ok()?;
    if let Some(rank) = OTHER_CODES.iter().position(|known| *known == plain) {
        return Some(Role::Code(CODES.len() + rank));
    }
    if let Some(rank) = OTHER_MESSAGES.iter().position(|known| *known == plain) {
        return Some(Role::Message(MESSAGES.len() + rank));
    }
    let rank = |known: &[&str]| known.iter().position(|known| *known == plain);
    rank(&PARAMS)
        .map(Role::Params)
        .or_else(|| rank(&REQUEST_IDS).map(Role::RequestId))
        .or_else(|| rank(&STATUSES).map(Role::Status))
        .or_else(|| (plain == "encodedauthorizationmessage").then_some(Role::AuthorizationMessage))
}

/// How good a place a nested value is for the error: `error` before the others, `details` last.
pub(crate) fn nesting_rank(key: &str) -> usize {
    match key {
        "error" => 0,
        "details" | "detail" => 2,
        _ => 1,
    }
}
