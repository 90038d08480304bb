//! What a catalog file may ask of the YAML parsers. Each file is looked through once before they read it: one of them
//! takes time that grows with the square of the depth, and both hold a whole document in memory.

/// The largest file, in bytes.
pub(super) const LARGEST: u64 = 128 << 20;

/// The most values of a file, more or less: a value follows a comma, a colon, an opening bracket, or a dash of a list. A
/// catalog of 100,000 codes has fewer; the parsers take about 400 bytes for each.
const MOST_VALUES: usize = 4 << 20;

/// The deepest nesting. A catalog needs six levels.
pub(super) const DEEPEST: usize = 64;

/// The nesting of brackets at which the parser of positions gives up, before it tells where any of them is.
pub(super) const DEEPEST_OF_PARSER: usize = 255;

/// What a look at the bytes of a text tells. It takes what is in quotes and comments for YAML, too, so that it may see
/// what is not there: the parser of positions decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    /// Whether there may be more values than the parsers should hold.
    pub(super) has_too_many_values: bool,
    /// How deep brackets may be nested.
    pub(super) depth: usize,
    /// Whether there may be an anchor: `&name`.
    pub(super) may_have_anchor: bool,
}

impl Look {
    /// Whether the text may hold what a catalog must not.
    pub(super) fn is_suspicious(self) -> bool {
        self.depth > DEEPEST || self.may_have_anchor
    }
}

/// Looks through a text.
pub(super) fn look(text: &str) -> Look {
    let mut before = b'\n';
    let (mut values, mut depth, mut deepest, mut anchor) = (0_usize, 0_usize, 0_usize, false);
    let bytes = text.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b'[' | b'{' => {
                values += 1;
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' | b':' => values += 1,
            b'-' | b'?' if bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace) => values += 1,
            b'&' if b" \t\r\n[{,:".contains(&before) => {
                let name = bytes.get(at + 1);
                anchor |= name.is_some_and(|first| first.is_ascii_alphanumeric() || b"-_".contains(first));
            }
            _ => {}
        }
        before = byte;
    }
    Look { has_too_many_values: values > MOST_VALUES, depth: deepest, may_have_anchor: anchor }
}

/// Returns whether a comment may follow something on its line.
pub(super) fn may_have_comment_behind(text: &str) -> bool {
    text.split(['\n', '\r']).map(str::trim_start).filter(|line| !line.starts_with('#')).any(|line| {
        let mut marks = line.match_indices('#');
        marks.any(|(at, _)| line[..at].ends_with([' ', '\t']))
    })
}

#[cfg(test)]
mod tests {
    use super::{look, may_have_comment_behind};

    #[test]
    fn nesting() {
        let depth = |text: &str| look(text).depth;
        assert_eq!(depth("a: [[b], {c: [d]}]"), 3);
        assert_eq!(depth(&"{a: [b]}\n".repeat(1000)), 2);
        assert_eq!(depth(&"]".repeat(1000)), 0);
    }

    #[test]
    fn anchors() {
        for text in ["&a b", "a: &a b", "[&a b]", "{\"a\":&a b}", "- &1 x", "a:\n  &b\n  c"] {
            assert!(look(text).may_have_anchor, "{text}");
        }
        for text in ["R&D", "Backup & Restore", "a && b", "https://x.example/?a=1&b=2", "&"] {
            assert!(!look(text).may_have_anchor, "{text}");
        }
    }

    #[test]
    fn comments() {
        assert!(may_have_comment_behind("a: b # c") && may_have_comment_behind("x\na: b\t#c"));
        assert!(!may_have_comment_behind("# a # b\n  # b\n\nd: e#f\n#"));
    }
}
