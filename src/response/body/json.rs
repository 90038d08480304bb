//! Well-formed JSON, read once from left to right without recursion.

use alloc::borrow::Cow;

use super::event::{Nothing, Scalar, Sink};
use super::unescape;
use crate::response::limits::DEPTH;

/// Returns the length of the value that a text begins with; or how far it was read in vain.
pub(crate) fn check(text: &str) -> Result<usize, usize> {
    read(text, &mut Nothing)
}

/// Reads the value that a text begins with, as [`check`] does. Where that fails, the sink gets a part of a value.
pub(crate) fn read(text: &str, sink: &mut impl Sink) -> Result<usize, usize> {
    let mut scanner = Scanner { text, at: 0 };
    scanner.value(sink).ok_or(scanner.at)?;
    Ok(scanner.at)
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scanner<'t> {
    fn value(&mut self, sink: &mut impl Sink) -> Option<()> {
        // Which of the open collections are objects: the innermost is the lowest bit.
        let mut objects = 0_u128;
        let mut depth = 0;
        let mut key = Cow::Borrowed("");
        loop {
            self.skip_white_space();
            match self.peek()? {
                opening @ (b'{' | b'[') => {
                    if depth == DEPTH {
                        return None;
                    }
                    let object = opening == b'{';
                    sink.open(&key, object);
                    (depth, objects) = (depth + 1, objects << 1 | u128::from(object));
                    self.at += 1;
                    self.skip_white_space();
                    if self.peek()? != opening + 2 {
                        key = self.key(object)?;
                        continue;
                    }
                }
                b'"' => sink.scalar(&key, Scalar::Quoted(self.string()?)),
                b'-' | b'0'..=b'9' => sink.scalar(&key, Scalar::Bare(self.number()?)),
                b't' => sink.scalar(&key, Scalar::Bare(self.word("true")?)),
                b'f' => sink.scalar(&key, Scalar::Bare(self.word("false")?)),
                b'n' => {
                    self.word("null")?;
                    sink.scalar(&key, Scalar::Null);
                }
                _ => return None,
            }
            // A value has ended, and with it all collections that end here.
            loop {
                if depth == 0 {
                    return Some(());
                }
                self.skip_white_space();
                let object = objects & 1 == 1;
                match self.peek()? {
                    b',' => {
                        self.at += 1;
                        self.skip_white_space();
                        key = self.key(object)?;
                        break;
                    }
                    closing if closing == if object { b'}' } else { b']' } => {
                        self.at += 1;
                        sink.close();
                        (depth, objects) = (depth - 1, objects >> 1);
                    }
                    _ => return None,
                }
            }
        }
    }

    /// The key of a member and the colon behind it; items have none.
    fn key(&mut self, object: bool) -> Option<Cow<'t, str>> {
        if !object {
            return Some(Cow::Borrowed(""));
        }
        let raw = self.string()?;
        self.skip_white_space();
        (self.peek()? == b':').then(|| self.at += 1)?;
        Some(unescape::json(raw))
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_white_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    fn word(&mut self, word: &str) -> Option<&'t str> {
        let found = self.text.get(self.at..self.at + word.len()).filter(|found| *found == word)?;
        self.at += word.len();
        Some(found)
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn number(&mut self) -> Option<&'t str> {
        let start = self.at;
        self.at += usize::from(self.peek()? == b'-');
        if self.peek()? == b'0' {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
        }
        self.text.get(start..self.at)
    }

    /// What is between quotes, as it is written.
    fn string(&mut self) -> Option<&'t str> {
        (self.peek()? == b'"').then(|| self.at += 1)?;
        let start = self.at;
        loop {
            let rest = self.text.as_bytes().get(self.at..)?;
            let plain = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20));
            self.at += plain.unwrap_or(rest.len());
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return self.text.get(start..self.at - 1);
                }
                b'\\' => self.escape()?,
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<()> {
        self.at += 1;
        let escape = self.peek()?;
        self.at += 1;
        match escape {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Some(()),
            b'u' => match self.unit()? {
                // The other half of a pair has to follow.
                0xD800..0xDC00 => {
                    self.word("\\u")?;
                    (0xDC00..0xE000).contains(&self.unit()?).then_some(())
                }
                0xDC00..0xE000 => None,
                _ => Some(()),
            },
            _ => None,
        }
    }

    fn unit(&mut self) -> Option<u32> {
        let unit = unescape::unit(self.text.get(self.at..)?)?;
        self.at += 4;
        Some(unit)
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;

    #[test]
    fn reads_what_json_is_and_nothing_else() {
        for good in [
            "0",
            "-1.50e+3",
            "true",
            "null",
            "\"\"",
            r#""\ud83d\ude00\n""#,
            "[]",
            "[[], {}]",
            " {\"a\" : [1,\n2] } ",
            "{\"a\":{\"b\":\"c\"},\"d\":false}",
        ] {
            assert_eq!(check(good), Ok(good.trim_end().len()), "{good}");
            assert!(serde_json::from_str::<serde_json::Value>(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "01,",
            "-",
            "1.",
            "1e",
            "tru",
            "\"",
            "\"\t\"",
            r#""\x""#,
            r#""\ud83d""#,
            r#""\udc00""#,
            r#""\u12g4""#,
            "[1,]",
            "[1 2]",
            "{\"a\"}",
            "{\"a\":}",
            "{a:1}",
            "{\"a\":1,}",
            "[}",
            "{]",
            "[",
            "{",
            "[\"a\":1]",
        ] {
            let whole = check(bad) == Ok(bad.len());
            assert!(!whole, "{bad}");
            assert!(serde_json::from_str::<serde_json::Value>(bad).is_err(), "{bad}");
        }
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(check(&nested(128)), Ok(256));
        assert_eq!(check(&nested(129)), Err(128));
    }
}
