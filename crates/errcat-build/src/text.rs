//! Text as other programs read it: terminals and Markdown. Shared with the command, and no public API.

pub mod address;
pub mod markdown;
pub mod sanitize;
