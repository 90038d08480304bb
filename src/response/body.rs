//! Parses bodies into prose and trees, in whatever syntax they are written. Parsers know syntax only: which keys matter
//! to an error is a [`Vocabulary`] that they are given, and what they find goes to a [`Sink`], piece by piece, so that no
//! tree of it is held in memory.

mod colors;
mod event;
mod http;
mod json;
mod lenient_json;
mod markup;
mod split;
mod text;
mod unescape;
mod vocabulary;

pub(super) use colors::without_colors;
pub(super) use event::{Scalar, Sink};
pub(super) use http::{RequestId, split as split_head, status};
pub(super) use split::{Reader, array, may_hold_tree, split};
pub(super) use text::text;
pub(super) use vocabulary::Vocabulary;
