//! What generated code contains.

/// What generated code contains: see the settings of the same names in [`Config`](crate::Config).
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub(crate) struct Options {
    pub(crate) runtime_path: String,
    pub(crate) typed_errors: bool,
    pub(crate) thiserror: bool,
    pub(crate) code_enums: bool,
    pub(crate) doc_comments: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            runtime_path: "::errcat".to_owned(),
            typed_errors: true,
            thiserror: false,
            code_enums: true,
            doc_comments: true,
        }
    }
}
