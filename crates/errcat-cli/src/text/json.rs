//! JSON that can be passed on: the only writer of it.
//!
//! JSON lets control, bidirectional and invisible characters stand in strings as they are. Terminals obey them, and
//! readers of JSON lines may cut at some, so all [unsafe](is_unsafe) characters are escaped here: `\u202e`. What is
//! read back is the same.

use std::fmt::Write as _;
use std::io::{self, Write};

use errcat_build::text::sanitize::is_unsafe;
use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter, Serializer};

/// Writes a value on one line, without a line break.
pub(crate) fn write<T: Serialize + ?Sized>(out: &mut impl Write, value: &T) -> serde_json::Result<()> {
    value.serialize(&mut Serializer::with_formatter(out, Safe(CompactFormatter)))
}

/// Writes a value with indentation, without a line break at its end.
pub(crate) fn write_pretty<T: Serialize + ?Sized>(out: &mut impl Write, value: &T) -> serde_json::Result<()> {
    value.serialize(&mut Serializer::with_formatter(out, Safe(PrettyFormatter::new())))
}

/// Returns a value on one line.
pub(crate) fn to_string<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<String> {
    let mut json = Vec::new();
    write(&mut json, value)?;
    Ok(text(json))
}

/// Returns a value with indentation, and a line break at its end.
pub(crate) fn to_string_pretty<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<String> {
    let mut json = Vec::new();
    write_pretty(&mut json, value)?;
    json.push(b'\n');
    Ok(text(json))
}

/// A list whose items are made as they are written: a long one takes no memory.
pub(crate) struct Items<F>(pub(crate) F);

impl<F: Fn() -> I, I: IntoIterator<Item: Serialize>> Serialize for Items<F> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// JSON is made of whole strings, so nothing is replaced here.
fn text(json: Vec<u8>) -> String {
    String::from_utf8(json).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// A layout of JSON, with unsafe characters escaped.
struct Safe<F>(F);

impl<F: Formatter> Formatter for Safe<F> {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        escape(out, fragment, is_unsafe)
    }

    /// JSON that somebody else wrote; line breaks and tabs may separate its parts.
    fn write_raw_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        escape(out, fragment, |c| is_unsafe(c) && !c.is_ascii_whitespace())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}

/// Writes a text with some of its characters as escapes of JSON: two for a character beyond U+FFFF.
fn escape<W: ?Sized + Write>(out: &mut W, text: &str, is_escaped: impl Fn(char) -> bool) -> io::Result<()> {
    let mut rest = text;
    while let Some((at, c)) = rest.char_indices().find(|(_, c)| is_escaped(*c)) {
        let (before, after) = rest.split_at(at);
        let mut escapes = String::new();
        for unit in c.encode_utf16(&mut [0; 2]) {
            // Writing to a string does not fail.
            let _ = write!(escapes, "\\u{unit:04x}");
        }
        out.write_all(before.as_bytes())?;
        out.write_all(escapes.as_bytes())?;
        rest = &after[c.len_utf8()..];
    }
    out.write_all(rest.as_bytes())
}

#[cfg(test)]
mod tests {
    use errcat_build::text::sanitize::is_unsafe;
    use proptest::prelude::*;
    use serde_json::value::RawValue;
    use serde_json::{Value, json};

    use super::{to_string, to_string_pretty};

    #[test]
    fn unsafe_characters_are_escaped() {
        let value = json!({ "a\u{202e}": "\u{9b}\u{7f}\u{2028}\u{e0041}\n中" });
        assert_eq!(to_string(&value).unwrap(), r#"{"a\u202e":"\u009b\u007f\u2028\udb40\udc41\n中"}"#);
        let raw = RawValue::from_string("{\n\t\"a\": \"\u{202e}\"}".to_owned()).unwrap();
        assert_eq!(to_string(&raw).unwrap(), "{\n\t\"a\": \"\\u202e\"}");
        assert_eq!(
            to_string_pretty(&json!({ "a": [1, {}] })).unwrap(),
            "{\n  \"a\": [\n    1,\n    {}\n  ]\n}\n"
        );
    }

    proptest! {
        #[test]
        fn what_is_read_back_is_the_same(texts in prop::collection::vec(any::<String>(), 0..4)) {
            let value = json!({ "texts": texts, "by": { (texts.first().cloned().unwrap_or_default()): 1 } });
            for json in [to_string(&value).unwrap(), to_string_pretty(&value).unwrap()] {
                prop_assert!(!json.chars().any(|c| is_unsafe(c) && c != '\n'), "{}", json);
                prop_assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), value.clone());
            }
        }
    }
}
