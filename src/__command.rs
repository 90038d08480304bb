//! What the command `errcat` and the library must agree on. It is not part of the API, and may change at any time.

pub use crate::response::{ERROR_CODES, TELLING};
