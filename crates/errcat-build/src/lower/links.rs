//! Addresses of pages, and the pattern that gives one for each code.

use crate::diagnostic::{DiagnosticKind, Diagnostics, Reported, Sound, sound};
use crate::syntax::Text;
use crate::yaml::File;

/// What the pattern of a service replaces.
pub(crate) const PATTERN_NAMES: [&str; 3] = ["{service}", "{code}", "{name}"];

/// An address that can be followed.
pub(crate) fn link(
    file: &File,
    link: &Sound<Option<Text>>,
    faults: &mut Diagnostics,
) -> Sound<Option<String>> {
    let Some(link) = sound(link)? else { return Ok(None) };
    if is_address(&link.value) {
        return Ok(Some(link.value.clone()));
    }
    Err(invalid(file, link, faults))
}

/// The pattern for the page of each code: an address that has `{code}` or `{name}` in it.
pub(super) fn link_pattern(
    file: &File,
    pattern: &Sound<Option<Text>>,
    faults: &mut Diagnostics,
) -> Sound<Option<String>> {
    let Some(pattern) = sound(pattern)? else { return Ok(None) };
    let Text { value, place } = pattern;
    if !is_address(value) {
        return Err(invalid(file, pattern, faults));
    }
    let rest = PATTERN_NAMES.iter().fold(value.clone(), |rest, name| rest.replace(name, ""));
    let (message, help) = if rest.contains(['{', '}']) {
        let message = format!("the pattern `{value}` has braces around something else than a known name");
        (message, "use `{service}`, `{code}` and `{name}`, and `%7B` and `%7D` for braces")
    } else if !value.contains("{code}") && !value.contains("{name}") {
        let message = format!("the pattern `{value}` is the same address for every code");
        (message, "write `{code}` where the code belongs, or put the address into `source`, as its `url`")
    } else {
        return Ok(Some(value.clone()));
    };
    Err(file.fault(faults, *place, DiagnosticKind::InvalidLink, message, help))
}

fn is_address(text: &str) -> bool {
    let address = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    address.is_some_and(|address| {
        address.starts_with(|first: char| first.is_alphanumeric() || first == '[')
            && !address.contains(|character: char| character.is_whitespace() || character.is_control())
    })
}

fn invalid(file: &File, Text { value, place }: &Text, faults: &mut Diagnostics) -> Reported {
    let message = format!("`{value}` is not a link");
    let help = "write the whole address: `https://...`, with `%20` for a space";
    file.fault(faults, *place, DiagnosticKind::InvalidLink, message, help)
}
