//! What is wrong with an input although it can be read.

use std::sync::{Arc, OnceLock};

/// What a reader says of its input besides the bytes; set once the reader knows.
pub(super) type Warning = Arc<OnceLock<&'static str>>;
