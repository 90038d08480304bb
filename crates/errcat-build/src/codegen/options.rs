//! What generated code contains.

use super::display::DisplayFormat;

/// What generated code contains: see the settings of the same names in [`Config`](crate::Config).
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub(crate) struct Options {
    pub(crate) typed_errors: bool,
    pub(crate) thiserror: bool,
    pub(crate) enums: bool,
    pub(crate) doc_comments: bool,
    pub(crate) non_exhaustive: bool,
    pub(crate) display: DisplayFormat,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            typed_errors: true,
            thiserror: false,
            enums: true,
            doc_comments: true,
            non_exhaustive: true,
            display: DisplayFormat::default(),
        }
    }
}
