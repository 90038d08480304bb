//! What a lint finds.

use crate::diagnostic::Lint;
use crate::yaml::Place;

#[derive(Debug)]
pub(super) struct Finding {
    pub(super) lint: Lint,
    /// The number of the entry in the file.
    pub(super) entry: usize,
    pub(super) place: Place,
    pub(super) message: String,
    /// Another place of the file; its line ends the message.
    pub(super) other: Option<Place>,
    pub(super) help: String,
}
