//! Responses, and the arguments of messages.

use ::serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

use super::Items;
use crate::{Arg, Args, Decoded, Match, Subject};

impl Serialize for Decoded {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let others: alloc::vec::Vec<&str> = self.other_codes().collect();
        let mut decoded = serializer.serialize_struct("Decoded", 11)?;
        decoded.serialize_field("code", &self.code())?;
        decoded.serialize_field("known", &self.entry().is_some())?;
        decoded.serialize_field("status", &self.status())?;
        decoded.serialize_field("message", &self.message())?;
        decoded.serialize_field("args", self.args())?;
        decoded.serialize_field("request_id", &self.request_id())?;
        decoded.serialize_field("other_codes", &Items(others.iter()))?;
        decoded.serialize_field("subject", &self.subject())?;
        decoded.serialize_field("rendered", &self.rendered())?;
        decoded.serialize_field("encoded_authorization_message", &self.encoded_authorization_message())?;
        decoded.serialize_field("entry", &self.entry())?;
        decoded.end()
    }
}

impl Serialize for Subject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = self.fields();
        let mut map = serializer.serialize_map(Some(fields.len()))?;
        for (name, value) in fields {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// An object by the names of the parameters, or an array where there are no names.
impl Serialize for Args<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.iter().any(|arg| arg.name().is_none()) {
            return serializer.collect_seq(self);
        }
        serializer.collect_map(self.iter().map(|arg| (arg.name().unwrap_or(""), arg)))
    }
}

/// A string, or an array of the values of a list.
impl Serialize for Arg<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.list() {
            Some(values) => values.serialize(serializer),
            None => serializer.serialize_str(self.text().unwrap_or("")),
        }
    }
}

impl Serialize for Match<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut found = serializer.serialize_struct("Match", 4)?;
        found.serialize_field("code", self.entry.code().as_str())?;
        found.serialize_field("name", self.entry.name())?;
        found.serialize_field("args", &self.args)?;
        found.serialize_field("score", &self.score)?;
        found.end()
    }
}
