//! Prefixes of codes, and what separates them from the number.

use super::fields::{Fields, Need};
use super::item::{At, List, Text};
use crate::diagnostic::Sound;
use crate::yaml::Value;

/// A prefix: a text, or `{ prefix, separator }`.
#[derive(Debug)]
pub(crate) struct PrefixSyntax {
    pub(crate) text: Text,
    /// Where it is not that of the service.
    pub(crate) separator: Option<Text>,
}

impl Fields<'_, '_> {
    /// The prefixes, which a service can be without.
    pub(super) fn prefixes(&mut self, key: &'static str) -> List<PrefixSyntax> {
        self.items_as(key, Need::Nothing, |fields, spot, item| {
            if !matches!(item.value, Value::Mapping(_)) {
                return Ok(PrefixSyntax { text: fields.text_at(spot, item)?, separator: None });
            }
            fields.inside(spot, item, |fields| {
                let (text, separator) = (fields.text("prefix"), fields.separator("separator"));
                Ok(PrefixSyntax { text: text?, separator: separator? })
            })?
        })
    }

    /// A text that may be empty.
    pub(super) fn separator(&mut self, key: &'static str) -> Sound<Option<Text>> {
        self.optional(key, |fields, spot, node| match &node.value {
            Value::Text(text) if text.is_empty() => Ok(At { value: String::new(), place: node.place() }),
            _ => fields.text_at(spot, node),
        })
    }
}
