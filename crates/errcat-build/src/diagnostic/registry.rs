//! The codes of all diagnostics. They are stable: a code keeps its name and its meaning.

use super::Severity;
use super::Severity::{Error, Warning};

/// A kind of diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Code {
    /// Its name, in kebab case.
    pub code: &'static str,
    /// How bad it is, unless warnings are denied.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub summary: &'static str,
}

/// Every code, errors and warnings together, sorted.
///
/// ```
/// assert!(errcat_build::CODES.iter().any(|code| code.code == "duplicate-name"));
/// ```
pub const CODES: &[Code] = &[
    code("ambiguous-entry", Error, "an overlay does not say which entry of a code it adds to"),
    code(
        "class-contradicts-status",
        Warning,
        "the class is one that nobody expects with the status: 404 but `permission_denied`",
    ),
    code("code-too-long", Error, "a code, or its other spelling, is longer than 255 bytes"),
    code(
        "comment-behind-text",
        Warning,
        "a comment stands behind a text without quotes, and may be meant as text",
    ),
    code("contact-support-only", Warning, "the only remedy is to contact support"),
    code("description-repeats-message", Warning, "the description is the message, word for word"),
    code("duplicate-addition", Error, "a layer of an overlay adds twice to one entry"),
    code("duplicate-code", Error, "a code stands in two services"),
    code("duplicate-entry", Error, "a code stands twice with the same status and message"),
    code("duplicate-key", Error, "a key stands twice in one mapping"),
    code("duplicate-name", Error, "a name stands twice in one service"),
    code("duplicate-prefix", Error, "a prefix belongs to two services, or stands twice"),
    code("duplicate-service", Error, "two files have the same `service`"),
    code("empty-addition", Error, "an overlay names an entry and adds nothing to it"),
    code("empty-folder", Error, "the folder holds no `*.yaml` or `*.yml` file"),
    code("empty-list", Error, "`entries` or `prefixes` is empty"),
    code("empty-text", Error, "a text or a list of steps says nothing"),
    code(
        "foreign-placeholder",
        Warning,
        "description or remediation has a placeholder that the message lacks",
    ),
    code(
        "formatting-accident",
        Warning,
        "a text holds what a formatter leaves: `%!s(MISSING)`, `{!r}`, `[object Object]`, `undefined`",
    ),
    code("invalid-link", Error, "a runbook is not a whole address: `https://...`"),
    code(
        "invalid-name",
        Error,
        "a service, prefix, variant or parameter has a name that Rust or the catalog cannot use",
    ),
    code("known-prefix", Error, "`confused_with` names a prefix of the catalog itself"),
    code("malformed-placeholder", Error, "a bracket is not closed, or does not hold a name"),
    code("missing-key", Error, "a required key is absent"),
    code("mixed-placeholders", Warning, "a message has placeholders of several dialects: `%s` and `{name}`"),
    code(
        "near-duplicate-message",
        Warning,
        "two messages are equal but for case, punctuation and placeholders",
    ),
    code(
        "params-mismatch",
        Error,
        "`params` does not fit the placeholders, or two of them would be one field",
    ),
    code("retired-code-active", Warning, "a code has a retired entry, and one that is in use"),
    code("status-out-of-range", Error, "a status is not from 100 to 599"),
    code("steps-differ", Error, "the two languages have different numbers of steps"),
    code("unbalanced-brackets", Warning, "a bracket of a message has no partner"),
    code("unbalanced-quotes", Warning, "a quote of a message has no partner"),
    code("unknown-alias", Error, "an alias does not join two of `prefixes`"),
    code("unknown-code", Error, "an overlay adds to a code that the service does not have"),
    code("unknown-entry", Error, "an overlay names an entry that the code does not have"),
    code("unknown-group", Error, "a group is not one of `groups`"),
    code("unknown-key", Error, "a key means nothing here"),
    code("unknown-lint", Error, "`allow` names a lint that there is not"),
    code("unknown-reference", Error, "`see` does not name another code of the file"),
    code("unknown-service", Error, "an overlay is for a service that the catalog does not have"),
    code("unknown-word", Error, "a class, retry, lifecycle or language is not one of its set"),
    code("unreadable-file", Error, "a file cannot be read, or is not UTF-8"),
    code("unreadable-folder", Error, "the folder cannot be read"),
    code("unused-allow", Warning, "an entry allows a lint that finds nothing there"),
    code("unused-marker", Error, "a marker stands in no message of the entry as a word of its own"),
    code(
        "variant-collision",
        Error,
        "two codes would get the same variant: they differ in separators or case alone",
    ),
    code("vendor-text", Error, "an overlay translates into the language of the vendor's own text"),
    code(
        "wording-params",
        Error,
        "a wording does not carry the parameters of the message, or those that it names",
    ),
    code(
        "wrong-prefix",
        Error,
        "a code does not begin with a prefix of the service, or is written with an alias",
    ),
    code("wrong-type", Error, "a value has another type than is due: a number where a text is due"),
    code("yaml-syntax", Error, "the file is not YAML, or holds several documents"),
];

const fn code(code: &'static str, severity: Severity, summary: &'static str) -> Code {
    Code { code, severity, summary }
}
