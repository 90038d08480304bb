//! What an entry is called in Rust, ready to be copied.

use errcat::Entry;

use crate::source::Origins;

/// How Rust code reaches the catalogs that the site is of.
pub(super) struct RustNames {
    origins: &'static Origins,
}

/// A piece of Rust, and what it is.
pub(super) struct Snippet {
    pub(super) en: &'static str,
    pub(super) zh: &'static str,
    pub(super) text: String,
}

impl RustNames {
    /// For the bundled catalog, which is a crate, and those in folders, which are compiled into the crate of their users.
    pub(super) fn new(origins: &'static Origins) -> Self {
        Self { origins }
    }

    /// Returns the code as a value or pattern, the variants of its code, kind and typed error, and an arm that matches it.
    pub(super) fn of(&self, entry: Entry) -> Vec<Snippet> {
        let code = entry.code();
        let module = entry.service().name();
        let is_own = self.origins.of(entry.service()).folder().is_some();
        let root = if is_own { "crate" } else { "errcat" };
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
        if self.origins.is_typed(entry.service()) {
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
