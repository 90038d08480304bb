//! Text that is escaped for Markdown is shown as it is by a reader of Markdown, with every dialect switched on.

use errcat_build::text::markdown::{cell, code, prose, text};
use errcat_build::text::sanitize::one_line;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// What a reader of Markdown makes of a document.
#[derive(Debug, Default, PartialEq)]
struct Shown {
    text: String,
    /// What stands in code spans.
    code: String,
}

/// Reads a document that may hold text and code spans within the blocks that `allowed` names, and nothing else.
fn read(markdown: &str, allowed: impl Fn(&Tag<'_>) -> bool) -> Result<Shown, String> {
    let mut shown = Shown::default();
    // Quotes and dashes are mdBook's to shape; whether escapes hold against that is asserted below.
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION - Options::ENABLE_OLD_FOOTNOTES;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(text) => shown.text.push_str(&text),
            Event::Code(text) => {
                shown.text.push_str(&text);
                shown.code.push_str(&text);
            }
            Event::Start(tag) if allowed(&tag) => {}
            Event::End(TagEnd::Heading(_) | TagEnd::TableCell) => shown.text.push('\n'),
            Event::End(_) => {}
            other => return Err(format!("{other:?} in {markdown:?}")),
        }
    }
    Ok(shown)
}

fn paragraph(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Paragraph)
}

fn heading(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Heading { id: None, classes, attrs, .. } if classes.is_empty() && attrs.is_empty())
}

fn item(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::List(None) | Tag::Item)
}

fn table(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell)
}

/// Lines of what Markdown and HTML interpret, and of any other characters.
fn hostile() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => r"[-!#-&(-/:;<=>?@\[\]\\^_`{|}~ ]{1,3}",
        2 => "[a-z0-9 ]{1,4}",
        1 => prop::sample::select(vec![
            "`", "``", "{{#include /etc/passwd}}", "<script>", "](javascript:x)", "http://a.example", "*/", "/*",
            "&amp;", "&#60;", "\n", "\n\n    ", "1. ", "12) ", "- ", "+ ", "# ", "| a | b |", "|-|-|", "---", "===",
            "[^1]:", ": ", "~~~", "$x$", "<!--", "\u{202e}", "\u{1b}[31m", "> [!NOTE]", "\\", "  \n", "www.a.example",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

fn without(text: &str, unwanted: &[char]) -> String {
    text.chars().filter(|c| !unwanted.contains(c)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn text_is_shown_as_it_is(written in hostile()) {
        let expected = one_line(&written);
        let escaped = text(&written);
        for (markdown, allowed) in [
            (escaped.clone(), paragraph as fn(&Tag<'_>) -> bool),
            (format!("## {escaped}"), heading),
            (format!("- {escaped}"), item),
        ] {
            let shown = read(&markdown, allowed).map_err(TestCaseError::fail)?;
            prop_assert_eq!(shown.text.trim(), expected.trim(), "{}", markdown);
            prop_assert_eq!(shown.code, "");
        }
    }

    #[test]
    fn prose_has_code_spans_and_nothing_else(written in hostile()) {
        let shown = read(&prose(&written), paragraph).map_err(TestCaseError::fail)?;
        let expected = without(&one_line(&written), &['`', ' ']);
        prop_assert_eq!(without(&shown.text, &['`', ' ']), expected);
    }

    #[test]
    fn a_cell_stays_in_its_table(written in hostile()) {
        let markdown = format!("| a | b |\n| --- | --- |\n| {} | end |\n", cell(&written));
        let shown = read(&markdown, table).map_err(TestCaseError::fail)?;
        let expected = format!("a\nb\n{}\nend\n", without(&one_line(&written), &['`', ' ']));
        prop_assert_eq!(without(&shown.text, &['`', ' ']), expected);
    }

    #[test]
    fn a_code_span_holds_its_text(written in hostile()) {
        let expected = one_line(&written);
        let shown = read(&code(&written), paragraph).map_err(TestCaseError::fail)?;
        prop_assert_eq!(&shown.text, &expected);
        if !expected.is_empty() && !expected.contains("{{") {
            prop_assert_eq!(&shown.code, &expected);
        }
    }

    /// Neither ends the comment that generators of clients put descriptions into, nor reaches mdBook's includes.
    #[test]
    fn nothing_ends_a_comment_or_includes_a_file(written in hostile()) {
        for escaped in [text(&written), prose(&written.replace('`', "'"))] {
            prop_assert!(!escaped.contains("*/") && !escaped.contains("/*") && !escaped.contains("{{"), "{}", escaped);
        }
        prop_assert!(!prose(&written).contains("{{") && !code(&written).contains("{{"));
    }
}

#[test]
fn escapes_are_no_more_than_needed() {
    for (written, escaped) in [
        ("a*b* `x*y` <b>", r"a\*b\* `x*y` \<b\>"),
        ("- no list", r"\- no list"),
        ("12. no list, 1.5", r"12\. no list, 1.5"),
        ("one ` alone", r"one \` alone"),
        ("a\n# b", r"a \# b"),
        ("(it's) \"quoted\", isn't it? 50% - yes!", "(it's) \"quoted\", isn't it? 50% - yes!"),
        ("run --all ...", r"run -\-all .\.\."),
    ] {
        assert_eq!(prose(written), escaped);
    }
    assert_eq!(cell("`a|b` c|d"), r"`a\|b` c\|d");
    assert_eq!(code("`b`"), "`` `b` ``");
    assert_eq!(code("a\n\n    std::process::exit(1);\n\nb"), "`a std::process::exit(1); b`");
}
