//! Rust names for what the catalog names.

/// Words that no field, module or variant can be called, of any edition up to 2024.
const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do",
    "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
    "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static",
    "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual",
    "where", "while", "yield",
];

/// Field names with a meaning of their own in a thiserror variant.
const ERROR_FIELDS: &[&str] = &["source", "backtrace"];

/// The longest name of a service, in bytes: it is a module, a cargo feature and a folder.
const LONGEST_SERVICE: usize = 64;

/// Names that no file or folder can have on Windows, whatever their ending.
const DEVICES: &[&str] = &["aux", "con", "nul", "prn"];

/// Checks the name of a service, which is a module, a cargo feature and a folder of the site; returns what to do about one
/// that is not possible.
pub(crate) fn service(name: &str) -> Result<(), &'static str> {
    if !is_snake(name) || KEYWORDS.contains(&name) {
        return Err("use lower-case letters, digits and `_`, and no Rust keyword");
    }
    if name == "errcat" {
        return Err("give it another name: a module `errcat` would hide the crate");
    }
    if name.len() > LONGEST_SERVICE {
        return Err("use 64 characters at most");
    }
    let numbered = |device: &str| {
        name.strip_prefix(device)
            .is_some_and(|number| number.len() == 1 && number.as_bytes()[0].is_ascii_digit())
    };
    if DEVICES.contains(&name) || numbered("com") || numbered("lpt") {
        return Err("give it another name: on Windows this is a device, and cannot be a folder");
    }
    Ok(())
}

/// Whether this can be the name of a parameter, which is a field of a typed error: snake case, no keyword, and nothing
/// that has a meaning of its own in one.
///
/// ```
/// assert!(errcat_build::is_param("server_type"));
/// assert!(!errcat_build::is_param("type") && !errcat_build::is_param("source"));
/// ```
#[must_use]
pub fn is_param(name: &str) -> bool {
    is_snake(name) && !KEYWORDS.contains(&name) && !ERROR_FIELDS.contains(&name)
}

/// Whether this can be the name of a variant: an upper-case letter, then letters and digits.
pub(crate) fn is_variant(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && !KEYWORDS.contains(&name)
        && name != RESERVED_VARIANT
}

/// The constant that every generated enum has beside its variants.
pub(crate) const RESERVED_VARIANT: &str = "ALL";

fn is_snake(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// The field name for a placeholder's own name: `error details` gives `error_details`, `imageId` gives `image_id`.
pub(crate) fn field(name: &str) -> String {
    let mut field = String::new();
    let mut after_lower = false;
    for letter in name.chars() {
        if !letter.is_ascii_alphanumeric() {
            if !field.is_empty() && !field.ends_with('_') {
                field.push('_');
            }
            after_lower = false;
            continue;
        }
        if letter.is_ascii_uppercase() && after_lower {
            field.push('_');
        }
        after_lower = letter.is_ascii_lowercase() || letter.is_ascii_digit();
        field.push(letter.to_ascii_lowercase());
    }
    let mut field = field.trim_end_matches('_').to_owned();
    if !field.starts_with(|first: char| first.is_ascii_lowercase()) {
        field.insert_str(0, "arg_");
    }
    if !is_param(&field) {
        field.push('_');
    }
    field
}

/// The variant name for a code: `CSBS.6019` gives `Csbs6019`, `SVCSTG.CCE-ADDONMGR.4030301` gives
/// `SvcstgCceAddonmgr4030301`. A word that mixes cases keeps them: `iMetal.0100` gives `IMetal0100`.
pub(crate) fn code_variant(code: &str) -> String {
    let words = code.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut variant = String::new();
    for word in words {
        // `42P01` and `BackupService` are written as they are.
        let mixed = word.bytes().any(|byte| byte.is_ascii_lowercase())
            || word.starts_with(|first: char| first.is_ascii_digit());
        let (first, rest) = word.split_at(1);
        variant.push_str(&first.to_ascii_uppercase());
        variant.push_str(&if mixed { rest.to_owned() } else { rest.to_ascii_lowercase() });
    }
    if variant.starts_with(|first: char| first.is_ascii_digit()) {
        variant.insert(0, '_');
    } else if KEYWORDS.contains(&variant.as_str()) {
        variant.insert_str(0, "Code");
    }
    variant
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields() {
        for (name, expected) in [
            ("id", "id"),
            ("error details", "error_details"),
            ("imageId", "image_id"),
            ("VM-ID", "vm_id"),
            ("type", "type_"),
            ("source", "source_"),
            ("2nd", "arg_2nd"),
            ("名称", "arg_"),
        ] {
            assert_eq!(field(name), expected, "{name}");
        }
    }

    #[test]
    fn code_variants() {
        for (code, expected) in [
            ("CSBS.6019", "Csbs6019"),
            ("iMetal.0100", "IMetal0100"),
            ("BackupService.4003", "BackupService4003"),
            ("SVCSTG.CCE-ADDONMGR.4030301", "SvcstgCceAddonmgr4030301"),
            ("0.1", "_01"),
            ("42P01", "_42P01"),
            ("-32700", "_32700"),
            ("card_declined", "CardDeclined"),
            ("ORA-00600", "Ora00600"),
            ("Self", "CodeSelf"),
        ] {
            assert_eq!(code_variant(code), expected, "{code}");
        }
    }

    #[test]
    fn names() {
        assert!(is_variant("UserUnverified") && !is_variant("userUnverified") && !is_variant("User_X"));
        assert!(!is_variant("ALL") && is_variant("All"));
        for name in ["cce_addonmgr", "com", "com10", "console", "lpt_1"] {
            assert!(service(name).is_ok(), "{name}");
        }
        for name in ["cce-addonmgr", "type", "errcat", "con", "nul", "com1", "lpt9", &"a".repeat(65)] {
            assert!(service(name).is_err(), "{name}");
        }
        assert!(is_param("server_type") && !is_param("source") && !is_param("Type"));
    }
}
