//! The pause before a request is repeated.

use errcat_core::Retry;

use crate::diagnostic::{DiagnosticKind, Diagnostics, Sound, sound};
use crate::syntax::EntrySyntax;
use crate::yaml::File;

/// The longest pause, in seconds: a year.
const LONGEST: i64 = 31_536_000;

/// The seconds to wait, which only an entry has whose fault passes by itself.
pub(super) fn retry_after(
    file: &File,
    raw: &EntrySyntax,
    retry: Sound<Retry>,
    faults: &mut Diagnostics,
) -> Sound<Option<u32>> {
    let Some(seconds) = sound(&raw.retry_after)? else { return Ok(None) };
    let allowed = u32::try_from(seconds.value).ok().filter(|_| (1..=LONGEST).contains(&seconds.value));
    if allowed.is_none() {
        let message = format!("`retry_after` is {}, and not a pause in seconds", seconds.value);
        let help = format!("write a number from 1 to {LONGEST}, which is a year");
        return Err(file.fault(faults, seconds.place, DiagnosticKind::RetryAfterOutOfRange, message, &help));
    }
    if let Ok(retry) = retry
        && !retry.may_succeed_unchanged()
    {
        let message = format!("`retry_after` says to wait, but `retry` is `{retry}`");
        let help = "leave `retry_after` out, or write `retry: later` or `retry: backoff`";
        return Err(file.fault(faults, seconds.place, DiagnosticKind::RetryAfterWithoutRetry, message, help));
    }
    Ok(allowed)
}
