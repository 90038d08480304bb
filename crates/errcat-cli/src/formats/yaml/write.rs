//! Writes values as YAML in the style of the catalog: a text on one line, quoted where YAML 1.2 or its forerunner 1.1,
//! which many readers still follow, would take it for something else. (Writers for 1.2 alone leave `yes`, `12:30` and
//! `1_000` without quotes.)

use serde_json::Value;

/// Words that are no texts without quotes.
const WORDS: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];

/// Appends a mapping or a list, a line an item, indented by so many blanks.
pub(super) fn block(out: &mut String, value: &Value, indent: usize) {
    let blank = " ".repeat(indent);
    match value {
        Value::Object(pairs) => {
            for (at, (key, value)) in pairs.iter().enumerate() {
                out.push_str(if at > 0 { &blank } else { "" });
                out.push_str(&scalar(key));
                out.push(':');
                nested(out, value, indent + 2);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at > 0 { &blank } else { "" });
                out.push_str("- ");
                if matches!(item, Value::Object(_) | Value::Array(_)) {
                    block(out, item, indent + 2);
                } else {
                    out.push_str(&short(item).unwrap_or_default());
                    out.push('\n');
                }
            }
        }
        _ => {}
    }
}

/// Appends the value of a key: beside it, or below it.
fn nested(out: &mut String, value: &Value, indent: usize) {
    if let Some(short) = short(value) {
        out.push(' ');
        out.push_str(&short);
        out.push('\n');
    } else {
        out.push('\n');
        out.push_str(&" ".repeat(indent));
        block(out, value, indent);
    }
}

/// A scalar, or a list of names.
fn short(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(scalar(text)),
        Value::Array(items) => {
            let names: Option<Vec<&str>> =
                items.iter().map(|item| item.as_str().filter(|text| is_name(text))).collect();
            Some(format!("[{}]", names?.into_iter().map(scalar).collect::<Vec<_>>().join(", ")))
        }
        Value::Object(_) => None,
        other => Some(other.to_string()),
    }
}

fn is_name(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
}

/// A text without quotes where it can do without, else in double quotes, with the escapes of JSON, which are those of
/// YAML too.
fn scalar(text: &str) -> String {
    let letter_first = text.starts_with(|first: char| first.is_alphabetic());
    let is_word = WORDS.iter().any(|word| word.eq_ignore_ascii_case(text));
    let ends = text.ends_with([':', ' ']) || text.contains(": ") || text.contains(" #");
    if letter_first && !is_word && !ends && !text.chars().any(is_unsafe) {
        return text.to_owned();
    }
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            letter if is_unsafe(letter) => quoted.push_str(&format!("\\u{:04x}", u32::from(letter))),
            letter => quoted.push(letter),
        }
    }
    quoted + "\""
}

/// What is not to be printed, ends a line in YAML 1.1, or must not stand in YAML.
fn is_unsafe(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::{block, scalar};
    use serde_json::json;

    #[test]
    fn quotes_stand_where_they_are_needed() {
        for text in ["Server (%s) is gone.", "云服务器", "e, f:g and {h}#", "iMetal.0100", "It's"] {
            assert_eq!(scalar(text), text);
        }
        for text in ["", "Yes", "off", "1_000", "12:30:45", "- a", "%s", "a: b", "a #b", "a:", "~", "=", "a "]
        {
            assert_eq!(scalar(text), format!("\"{text}\""));
        }
        assert_eq!(scalar("\"\\\n\u{1b}\u{2028}"), r#""\"\\\n\u001b\u2028""#);
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
}
