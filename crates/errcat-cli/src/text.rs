//! Text from outside, made safe for where it goes: each format is written in one place.

pub(crate) mod comment;
pub(crate) mod json;
pub(crate) mod sanitize;
pub(crate) mod width;
pub(crate) mod yaml;

pub(crate) use errcat_build::text::markdown;
