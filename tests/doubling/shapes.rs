//! Inputs of any length that repeat something, as hostile and broken ones do.

/// An input that repeats something.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    before: &'static str,
    /// Repeated; `#` becomes a number, another one each time, and `~` half of the length of the input in one run.
    unit: &'static str,
    after: &'static str,
}

const fn shape(name: &'static str, before: &'static str, unit: &'static str, after: &'static str) -> Shape {
    Shape { name, before, unit, after }
}

impl Shape {
    /// Returns an input of about this many bytes.
    pub(crate) fn text(&self, len: usize) -> String {
        let (half, len) = (len / 2, if self.before.contains('~') { len / 2 } else { len });
        let mut text = self.before.replace('~', &"r".repeat(half));
        let end = text.len() + len;
        let mut number = 0;
        while text.len() < end {
            match self.unit.split_once('#') {
                Some((head, tail)) => {
                    text += head;
                    text += &number.to_string();
                    text += tail;
                }
                None => text += self.unit,
            }
            number += 1;
        }
        text + self.after
    }
}

/// The shapes, from those that were found to be slow or large to those that might be.
pub(crate) const SHAPES: &[Shape] = &[
    shape("long request id, failed items", r#"{"request_id":"~","failure":["#, r#"{"code":"A.#"},"#, "0]}"),
    shape("long message, failed items", r#"{"message":"~","failure":["#, r#"{"code":"A.#"},"#, "0]}"),
    shape("long argument, failed items", r#"{"error_params":["~"],"failure":["#, r#"{"code":"A.#"},"#, "0]}"),
    shape(
        "long header, failed items",
        "HTTP/1.1 400\r\nX-Request-Id: ~\r\n\r\n[",
        r#"{"code":"A.1"},"#,
        "0]",
    ),
    shape("long field, failed items", r#"{"name":"~","failure":["#, r#"{"code":"A.#"},"#, "0]}"),
    shape("empty objects", r#"{"a":["#, "{},", "0]}"),
    shape("empty objects, not JSON", "{a:[", "{},", ""),
    shape("empty objects, bare", "error_code: CSBS.3001, error_msg: ", "{}", ""),
    shape("empty objects on lines", "", "{}\n", ""),
    shape("empty arrays", r#"{"a":["#, "[],", "0]}"),
    shape("arguments", r#"{"error_code":"CSBS.3001","error_params":["#, "0,", "0]}"),
    shape("lists of arguments", r#"{"error_code":"CSBS.3001","error_params":["#, "[0],", "0]}"),
    shape("arguments in a text", r#"{"error_code":"CSBS.3001","error_params":"["#, "0,", "0]\"}"),
    shape("items with arguments", "[", r#"{"code":"A.1","error_params":[0,0,0,0,0,0,0,0]},"#, "0]"),
    shape("failed items", "[", r#"{"code":"A.#"},"#, "0]"),
    shape("failed items, one code", "[", r#"{"code":"CSBS.3001"},"#, "0]"),
    shape("failed items, not JSON", "[", "{code:A.#},", ""),
    shape("items without a code", "[", r#"{"id":#},"#, "0]"),
    shape("items with a number", "[", r#"{"code":#},"#, "0]"),
    shape("items with a message", "[", r#"{"msg":"a"},"#, "0]"),
    shape("many small trees", "", r#"{"code":"A.#"}"#, ""),
    shape("trees in text", "", r#"x {"code":"A.#"} "#, ""),
    shape("trees on lines", "", "{\"code\":\"CSBS.3001\",\"message\":\"m #\"}\n", ""),
    shape("unquoted trees", "", "{a:}", ""),
    shape("codes in one object", "{", r#""code":"A.#","#, r#""a":0}"#),
    shape("messages in one object", "{", r#""message":"a #","#, r#""a":0}"#),
    shape("keys", "{", r#""k#":0,"#, r#""a":0}"#),
    shape("one key", "{", r#""a":0,"#, r#""a":0}"#),
    shape("fields of an item", r#"[{"code":"A.1","#, r#""k#":0,"#, r#""a":0}]"#),
    shape("objects of an object", "{", r#""k#":{"code":"A.#"},"#, r#""a":0}"#),
    shape("lists of an object", "{", r#""k#":[{"code":"A.1"}],"#, r#""a":0}"#),
    shape("code lists", "{", r#""code":["A.#"],"#, r#""a":0}"#),
    shape("numbers", "[", "0,", "0]"),
    shape("long number", "[", "1", "]"),
    shape("strings", "[", r#""","#, "0]"),
    shape("open arrays", "", "[", ""),
    shape("open objects", "", "{", ""),
    shape("open members", "", r#"{"a":"#, ""),
    shape("open members with a code", "", r#"{"code":"A.1","a":"#, ""),
    shape("open members, not JSON", "", "{a:", ""),
    shape("open arrays and objects", "", "[{", ""),
    shape("open strings in members", "", r#"{"a":"{"#, ""),
    shape("brackets of the wrong kind", "{a:", "}]", ""),
    shape("fields", "", "error_msg:x,", ""),
    shape("fields with codes", "", "error_code=A.# ", ""),
    shape("fields on lines", "", "error_code: A.#\nerror_msg: a\n", ""),
    shape("keys without values", "{", "a ", "}"),
    shape("spaces after keys", "{a", "  ", "}"),
    shape("quotes", "{", "\"", "}"),
    shape("apostrophes", "{a", "'", "}"),
    shape("backslashes", "{\"a\":\"", "\\", "\"}"),
    shape("escaped quotes", "\"{", "\\\"", "\""),
    shape("escaped openings", "", "{\\\"", ""),
    shape("escaped line breaks", "", "{\\n", ""),
    shape("escapes", "{\"message\":\"", "\\u0041", "\"}"),
    shape("half pairs", "{\"message\":\"", "\\ud800", "\"}"),
    shape("a string in a string", r#"{"a":"{\"b\":\""#, "x", r#"\"}"}"#),
    shape(
        "four strings in strings",
        r#"{"a":"{\"a\":\"{\\\"a\\\":\\\"{\\\\\\\"a\\\\\\\":\\\\\\\""#,
        "x",
        r#"\\\\\\\"}\\\"}\"}"}"#,
    ),
    shape("strings with objects", "[", r#""{\"code\":\"A.#\"}","#, "0]"),
    shape("entities", "", "&quot;{", ""),
    shape("objects with entities", "", "{&quot;", ""),
    shape("ampersands", "<Error><Code>", "&amp;", "</Code></Error>"),
    shape("elements", "<Error>", "<Code>A.#</Code>", "</Error>"),
    shape("open elements", "", "<Error><Code>", ""),
    shape("less-than signs", "", "<", ""),
    shape("page", "<html>", "<p>a</p>", ""),
    shape("scripts", "<html>", "<script>", ""),
    shape("heads", "", "HTTP/1.1 200\r\n", ""),
    shape("heads with headers", "", "HTTP/1.1 200\r\na: b\r\n\r\n", ""),
    shape("statuses in text", "", "http status 1", ""),
    shape("cells", "", "| 40 ", ""),
    shape("codes in text", "", "A.1 ", ""),
    shape("different codes in text", "", "A.# ", ""),
    shape("known codes in text", "", "CSBS.3001 ", ""),
    shape("codes on lines", "", "CSBS.3001: a\n", ""),
    shape("halves of codes", "", "CSBS.", ""),
    shape("long word", "", "a", ""),
    shape("dots", "", ".", ""),
    shape("spans", "", "`: ", ""),
    shape("quoted spans", "", "\"a: b\" ", ""),
    shape("backticks after a code", "", "`CSBS.3001 ", ""),
    shape("spaces after a code", "CSBS.3001", " ", "x"),
    shape("line breaks after a code", "CSBS.3001: a", "\n ", "x"),
    shape("NULs", "", "\0", ""),
    shape("spaces", "", " ", ""),
    shape("line breaks", "", "\n", ""),
    shape("Chinese", "", "错误", ""),
    shape("colors", "", "\x1b[31m", ""),
    shape("parentheses", "Resource (", ") type (", ") is not support protection."),
    shape("half of a message", "", "The source server (s) type (", ""),
    shape("anchors", "x", " is not found.", ""),
];
