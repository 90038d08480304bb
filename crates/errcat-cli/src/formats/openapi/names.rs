//! Names of components, and references to them.

use serde_json::{Value, json};

/// The name of a service as that of a type: `cce_addonmgr` gives `CceAddonmgr`. Different names stay different: an
/// underscore that no letter follows is kept.
pub(super) fn pascal(name: &str) -> String {
    let mut pascal = String::new();
    let mut letters = name.chars().peekable();
    let mut upper = true;
    while let Some(letter) = letters.next() {
        if letter == '_' && letters.peek().is_some_and(char::is_ascii_lowercase) {
            upper = true;
        } else if std::mem::take(&mut upper) {
            pascal.push(letter.to_ascii_uppercase());
        } else {
            pascal.push(letter);
        }
    }
    pascal
}

/// A reference to a component. Names hold letters, digits, `.`, `-` and `_` only, so nothing is to be escaped.
pub(super) fn reference(kind: &str, name: &str) -> Value {
    json!({ "$ref": format!("#/components/{kind}/{name}") })
}

#[cfg(test)]
mod tests {
    use super::pascal;

    #[test]
    fn names_stay_different() {
        let names = ["cce_addonmgr", "cceaddonmgr", "cce__addonmgr", "ecs2", "ecs_2", "ecs_"];
        let shown: Vec<String> = names.iter().map(|name| pascal(name)).collect();
        assert_eq!(shown, ["CceAddonmgr", "Cceaddonmgr", "Cce_Addonmgr", "Ecs2", "Ecs_2", "Ecs_"]);
    }
}
