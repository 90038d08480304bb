//! YAML in the style of the catalog: the only writer and quoter of it.
//!
//! A text stands on one line, quoted where YAML 1.2 or its predecessor 1.1, which many readers still follow, would take
//! it for something else. (Writers for 1.2 alone leave `yes`, `12:30` and `1_000` without quotes.)

use errcat_build::text::sanitize::is_unsafe;
use serde_json::Value;

/// Words that are no texts without quotes.
const WORDS: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];

/// Appends a mapping or a list, one line per item, indented by this many spaces.
pub(crate) fn block(out: &mut String, value: &Value, indent: usize) {
    let space = " ".repeat(indent);
    match value {
        Value::Object(pairs) => {
            for (at, (key, value)) in pairs.iter().enumerate() {
                out.push_str(if at > 0 { &space } else { "" });
                out.push_str(&scalar(key));
                out.push(':');
                nested(out, value, indent + 2);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at > 0 { &space } else { "" });
                out.push_str("- ");
                match flow(item) {
                    Some(flow) => {
                        out.push_str(&flow);
                        out.push('\n');
                    }
                    None => block(out, item, indent + 2),
                }
            }
        }
        _ => {}
    }
}

/// Appends the value of a key: beside it, or below it.
fn nested(out: &mut String, value: &Value, indent: usize) {
    if let Some(flow) = flow(value) {
        out.push(' ');
        out.push_str(&flow);
        out.push('\n');
    } else {
        out.push('\n');
        out.push_str(&" ".repeat(indent));
        block(out, value, indent);
    }
}

/// Returns a value that fits beside its key: a scalar, a list of names, or nothing.
fn flow(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(scalar(text)),
        Value::Array(items) => {
            let names: Option<Vec<&str>> =
                items.iter().map(|item| item.as_str().filter(|text| is_name(text))).collect();
            Some(format!("[{}]", names?.into_iter().map(scalar).collect::<Vec<_>>().join(", ")))
        }
        Value::Object(pairs) if pairs.is_empty() => Some("{}".to_owned()),
        Value::Object(_) => None,
        other => Some(other.to_string()),
    }
}

fn is_name(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
}

/// Returns a text without quotes where it can do without, else in double quotes.
pub(crate) fn scalar(text: &str) -> String {
    let letter_first = text.starts_with(char::is_alphabetic);
    let is_word = WORDS.iter().any(|word| word.eq_ignore_ascii_case(text));
    let ends = text.ends_with([':', ' ']) || text.contains(": ") || text.contains(" #");
    if letter_first && !is_word && !ends && !text.chars().any(is_escaped) {
        return text.to_owned();
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if is_escaped(c) => quoted.push_str(&escape(c)),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Whether a character is unsafe, or must not stand in YAML.
fn is_escaped(c: char) -> bool {
    is_unsafe(c) || matches!(c, '\u{fffe}' | '\u{ffff}')
}

fn escape(c: char) -> String {
    match u32::from(c) {
        number @ 0..=0xff => format!("\\x{number:02x}"),
        number @ ..=0xffff => format!("\\u{number:04x}"),
        number => format!("\\U{number:08x}"),
    }
}

#[cfg(test)]
mod tests {
    use errcat_build::text::sanitize::is_unsafe;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::{block, scalar};

    #[test]
    fn quotes_stand_where_they_are_needed() {
        for text in ["Server (%s) is gone.", "云服务器", "e, f:g and {h}#", "iMetal.0100", "It's"] {
            assert_eq!(scalar(text), text);
        }
        for text in ["", "Yes", "off", "1_000", "12:30:45", "- a", "%s", "a: b", "a #b", "a:", "~", "=", "a "]
        {
            assert_eq!(scalar(text), format!("\"{text}\""));
        }
        assert_eq!(scalar("\"\\\n\u{1b}\u{2028}\u{e0041}"), r#""\"\\\n\x1b\u2028\U000e0041""#);
    }

    #[test]
    fn blocks_are_indented() {
        let mut out = String::new();
        block(
            &mut out,
            &json!({ "a": ["b", "c.1"], "d": [{ "e": 1, "f": { "g": true } }, "h i"], "no": ["j k"] }),
            0,
        );
        let expected = "a: [b, c.1]\nd:\n  - e: 1\n    f:\n      g: true\n  - h i\n\"no\":\n  - j k\n";
        assert_eq!(out, expected);
    }

    /// Texts of what YAML interprets, and of any other characters.
    fn hostile() -> impl Strategy<Value = String> {
        let part = prop_oneof![
            3 => r#"[-?:,\[\]{}#&*!|>'"%@`~=<.\\ a-z0-9_/]{1,5}"#,
            1 => prop::sample::select(vec![
                "\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{feff}", "\0", "\u{1b}", "\u{e0041}", "\u{ffff}", "---", "...",
                "null", "NO", "1e3", "0x1f", "2001-01-01", "12:30:45", ".nan", "nan", "inf", "<<", "中", "\u{a0}", "\u{3000}",
            ]).prop_map(str::to_owned),
            1 => any::<char>().prop_map(String::from),
        ];
        prop::collection::vec(part, 0..6).prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn what_is_read_back_is_the_same(texts in prop::collection::vec(hostile(), 1..4), key in hostile()) {
            let value = json!({
                "list": texts,
                "deep": [{ (key.as_str()): { "x": texts[0], "y": 1 } }, texts[0]],
                (key.as_str()): [[texts[0]], { "text": texts[0] }],
            });
            let mut yaml = String::new();
            block(&mut yaml, &value, 0);
            prop_assert!(!yaml.chars().any(|c| is_unsafe(c) && c != '\n'), "{}", yaml);
            let back: Value = serde_yaml::from_str(&yaml).map_err(|error| TestCaseError::fail(format!("{error}: {yaml}")))?;
            prop_assert_eq!(back, value);
            // A text alone, as `unknown` writes it.
            let line = format!("message: {}\n", scalar(&texts[0]));
            prop_assert_eq!(serde_yaml::from_str::<Value>(&line).unwrap(), json!({ "message": texts[0] }));
        }
    }
}
