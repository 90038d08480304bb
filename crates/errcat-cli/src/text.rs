//! Text from outside, made safe for where it goes.

pub(crate) mod sanitize;
