//! Values with their places, and lists of them.

use crate::diagnostic::Sound;
use crate::yaml::Place;

/// A value, and its place in the file.
#[derive(Clone, Debug)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) place: Place,
}

pub(crate) type Text = At<String>;

/// The items of a list, each of which may be faulty.
pub(crate) type List<T> = Sound<Vec<Sound<T>>>;

/// Returns the items that could be read.
pub(crate) fn known<T>(list: &List<T>) -> impl Iterator<Item = &T> {
    list.iter().flatten().flatten()
}

/// Returns whether every item could be read: only then is an item that is not in the list missing.
pub(crate) fn is_whole<T>(list: &List<T>) -> bool {
    list.as_ref().is_ok_and(|items| items.iter().all(Result::is_ok))
}
