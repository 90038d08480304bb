//! Values that may be missing because what they come from was reported.

/// Proof that a diagnostic was reported. Only reporting one creates it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reported(pub(super) ());

/// A value, or proof that the problem in its place was reported: whoever needs the value stays silent then, and
/// everybody else goes on.
pub(crate) type Sound<T> = Result<T, Reported>;

/// Returns a reference to the value, if it is sound.
pub(crate) fn sound<T>(value: &Sound<T>) -> Sound<&T> {
    value.as_ref().map_err(|reported| *reported)
}
