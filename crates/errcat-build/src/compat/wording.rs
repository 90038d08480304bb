//! The words of a change: one line, printable, with names and values between backticks.

use crate::model::{Lang, Texts};
use crate::text::sanitize::escaped;

/// Returns a value between backticks, on one line and safe for a terminal.
pub(super) fn quoted(value: &str) -> String {
    format!("`{}`", escaped(value))
}

/// Several values between backticks, with commas.
pub(super) fn all_quoted<'a>(values: impl IntoIterator<Item = &'a str>) -> String {
    values.into_iter().map(quoted).collect::<Vec<_>>().join(", ")
}

/// `WHAT OLD is NEW now`, or that it was added or removed. An empty text is none.
pub(super) fn change(what: &str, old: Option<&str>, new: Option<&str>) -> String {
    let some = |value: Option<&str>| value.filter(|value| !value.is_empty()).map(quoted);
    match (some(old), some(new)) {
        (Some(old), Some(new)) => format!("{what} {old} is {new} now"),
        (Some(old), None) => format!("{what} {old} removed"),
        (None, Some(new)) => format!("{what} {new} added"),
        (None, None) => format!("{what} changed"),
    }
}

/// Returns the languages in which the texts differ: `(en, zh)`.
pub(super) fn languages<T: PartialEq>(old: &Texts<T>, new: &Texts<T>) -> String {
    let mut differ: Vec<Lang> = old.languages().filter(|lang| old.get(*lang) != new.get(*lang)).collect();
    differ.extend(new.languages().filter(|lang| old.get(*lang).is_none()));
    let differ: Vec<&str> = differ.iter().map(Lang::as_str).collect();
    format!("({})", differ.join(", "))
}
