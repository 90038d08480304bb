//! What was found in an input.

use errcat::Decoded;
use serde::Serialize;

use crate::input::FileName;

/// An error, and the file that it was found in; none for standard input.
#[derive(Serialize)]
pub(super) struct Found<'a> {
    #[serde(flatten)]
    pub(super) error: Decoded,
    pub(super) file: Option<&'a FileName>,
}
