//! What an entry is called in Rust, ready to be copied.

use std::collections::HashSet;
use std::path::Path;

use errcat::Entry;

use crate::outcome::Failure;
use crate::source::model_of;

/// How Rust code reaches the catalog that the site is of.
pub(super) struct RustNames {
    /// Whether it is a catalog of its own, compiled into the crate of its users.
    own: bool,
    /// Services without typed errors.
    untyped: HashSet<String>,
}

/// A piece of Rust, and what it is.
pub(super) struct Snippet {
    pub(super) en: &'static str,
    pub(super) zh: &'static str,
    pub(super) text: String,
}

impl RustNames {
    /// For the bundled catalog, or the one in a folder.
    pub(super) fn new(folder: Option<&Path>) -> Result<Self, Failure> {
        let Some(folder) = folder else {
            return Ok(Self { own: false, untyped: HashSet::new() });
        };
        let model = model_of(folder).map_err(|faults| Failure::Usage(faults.to_string()))?;
        let untyped = model.services.into_iter().filter(|service| !service.typed);
        Ok(Self { own: true, untyped: untyped.map(|service| service.module).collect() })
    }

    /// Returns the code as a value or pattern, the variants of its code, kind and typed error, and an arm that matches it.
    pub(super) fn of(&self, entry: Entry) -> Vec<Snippet> {
        let code = entry.code();
        let module = entry.service().name();
        let root = if self.own { "crate" } else { "errcat" };
        let value =
            Snippet {
                en: "Code, checked", zh: "编译期检查", text: format!("{root}::code!(\"{code}\")")
            };
        let variant = format!("{root}::{module}::Code::{}", code.variant());
        let kind = format!("{root}::{module}::Kind::{}", entry.name());
        let mut snippets = vec![
            value,
            Snippet { en: "Code variant", zh: "错误码枚举", text: variant },
            Snippet { en: "Kind", zh: "错误种类", text: kind },
        ];
        if !self.untyped.contains(module) {
            let error = format!("{root}::{module}::Error::{}", entry.name());
            let arm = format!("{module}::Error::{}{} => {{}}", entry.name(), fields(entry));
            snippets.push(Snippet { en: "Error variant", zh: "错误类型", text: error });
            snippets.push(Snippet { en: "Match arm", zh: "匹配分支", text: arm });
        }
        snippets
    }
}

/// The fields of a variant as a pattern; nothing for a variant without fields.
fn fields(entry: Entry) -> String {
    let params: Vec<&str> = entry.params().collect();
    if params.is_empty() { String::new() } else { format!(" {{ {} }}", params.join(", ")) }
}
