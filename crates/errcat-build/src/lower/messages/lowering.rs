//! The entry whose messages are lowered.

use crate::syntax::EntrySyntax;
use crate::yaml::File;

pub(super) struct Lowering<'a> {
    pub(super) file: &'a File,
    pub(super) raw: &'a EntrySyntax,
}
