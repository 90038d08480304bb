//! The arguments of an error.

use alloc::borrow::{Cow, ToOwned};

use crate::catalog::Entry;
use crate::message::{Arg, Args};
use crate::response::evidence::Param;

/// The arguments: the response's own list where it fits the entry, else those in the message, else the list as it is.
pub(crate) fn args(entry: Option<Entry>, message: Option<&str>, params: Option<&[Param]>) -> Args<'static> {
    let listed = params.unwrap_or(&[]);
    if let Some(entry) = entry {
        if params.is_some()
            && listed.len() == entry.params().len()
            && (message.is_none() || !listed.is_empty())
        {
            let args = entry.params().zip(listed).map(|(name, value)| arg(Some(name), value));
            return Args { args: args.collect() };
        }
        if let Some(found) = message.and_then(|message| entry.match_message(message)) {
            return found.args.into_owned();
        }
    }
    Args { args: listed.iter().map(|value| arg(None, value)).collect() }
}

fn arg(name: Option<&'static str>, value: &Param) -> Arg<'static> {
    match value {
        Param::One(value) => Arg::one(name, (**value).to_owned()),
        Param::Many(values) => {
            Arg::many(name, values.iter().map(|value| Cow::Owned((**value).to_owned())).collect())
        }
    }
}
