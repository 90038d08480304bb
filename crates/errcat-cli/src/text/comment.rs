//! Text in comments of source code: ours in TypeScript, and those that generators of clients make of descriptions.

/// Returns the text without what ends a block comment, or begins one in it, as languages with nested comments count
/// them: `*/` is `*\/`, and `/*` is `/\*`.
pub(crate) fn in_comment(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        if matches!((before, c), ('*', '/') | ('/', '*')) {
            safe.push('\\');
        }
        safe.push(c);
        before = c;
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::in_comment;

    #[test]
    fn no_text_ends_or_begins_a_comment() {
        assert_eq!(in_comment("a */ b /* c 1/2 * 3"), r"a *\/ b /\* c 1/2 * 3");
        for text in ["*/*", "/*/", "**/", "//**//", "*//*/*/"] {
            let safe = in_comment(text);
            assert!(!safe.contains("*/") && !safe.contains("/*"), "{safe}");
            assert_eq!(safe.replace('\\', ""), text);
        }
    }
}
