//! What is a placeholder, and what is text.

use proptest::prelude::*;

use super::{Argument, Piece, escape, examples, marker_matters, scan};

/// Literals in quotes, placeholders by name, for short expectations.
fn shown(message: &str, markers: &[&str]) -> String {
    let pieces = scan(message, markers).unwrap_or_else(|error| panic!("{message}: {error:?}"));
    let shown = pieces.iter().map(|piece| match piece {
        Piece::Literal(text) => format!("{text:?}"),
        Piece::Placeholder(placeholder) => {
            let name = match &placeholder.argument {
                Argument::Next => "next".to_owned(),
                Argument::Position(position) => format!("#{position}"),
                Argument::Named(name) => name.clone(),
            };
            if placeholder.list { format!("{name}*") } else { name }
        }
    });
    shown.collect::<Vec<_>>().join(" ")
}

#[test]
fn printf_takes_the_next_argument() {
    assert_eq!(shown("a %s b %d", &[]), r#""a " next " b " next"#);
    assert_eq!(shown("100%% of %s, 5 % and 90%", &[]), r#""100% of " next ", 5 % and 90%""#);
    assert_eq!(shown("5% done, 100%-safe, 3%!", &[]), r#""5% done, 100%-safe, 3%!""#);
}

#[test]
fn printf_has_flags_width_precision_and_length() {
    for conversion in ["%5d", "%-20s", "%05d", "%.2f", "%8.3f", "%+v", "%#x", "%lu", "%lld", "%zu"] {
        assert_eq!(shown(&format!("a {conversion} b"), &[]), r#""a " next " b""#, "{conversion}");
    }
    assert_eq!(shown("%.1fGB of %5.1fGB", &[]), r#"next "GB of " next "GB""#);
    assert_eq!(shown("%5d个", &[]), r#"next "个""#);
}

#[test]
fn printf_is_not_seen_in_addresses() {
    for text in ["a%20server", "a%3db", "a%0d%0a", "a%2fb"] {
        assert_eq!(shown(text, &[]), format!("{text:?}"));
    }
}

#[test]
fn printf_takes_arguments_by_position() {
    assert_eq!(shown("%2$s of %1$5.1f%%", &[]), r#"#1 " of " #0 "%""#);
    for text in ["%0$s", "%100$s", "%1$", "%1$ s"] {
        assert_eq!(shown(text, &[]), format!("{text:?}"));
    }
}

#[test]
fn named_printf() {
    assert_eq!(shown("%(a)s, %(b) is, %(c)s.", &[]), r#"a ", " b " is, " c ".""#);
    assert_eq!(shown("%(a)s失败 %(b).2fGB %(c)05d", &[]), r#"a "失败 " b "GB " c"#);
}

#[test]
fn brackets() {
    assert_eq!(
        shown("{id}: {error details} {} {1} {0[0]}", &[]),
        r#"id ": " error details " " next " " #1 " " #0"#
    );
    assert_eq!(shown("<id> < 3 and a<=b", &[]), r#"id " < 3 and a<=b""#);
    assert_eq!(shown("{{}} done", &[]), r#""{} done""#);
}

#[test]
fn the_dollar_belongs_to_a_name_in_braces() {
    assert_eq!(shown("User ${user.id} of ${_org}", &[]), r#""User " user.id " of " _org"#);
    assert_eq!(shown("$5, $$, ${{x}}, ${0}, $${fee}", &[]), r#""$5, $$, ${x}, $" #0 ", $" fee"#);
}

#[test]
fn lists() {
    assert_eq!(shown("IDs: [{id}, ...], [{x}] [a]", &[]), r#""IDs: " id* ", [" x "] [a]""#);
    assert_eq!(shown("[%s, ...] [%(a)s, ...] [<b>, ...] [${c}, ...]", &[]), r#"next* " " a* " " b* " " c*"#);
    assert_eq!(shown("[[{a}, ...], ...] [, ...]", &[]), r#""[" a* ", ...] [, ...]""#);
}

#[test]
fn every_example_is_one_placeholder() {
    for example in examples() {
        let pieces = scan(example, &[]).unwrap();
        assert!(
            matches!(&pieces[..], [Piece::Placeholder(placeholder)] if placeholder.span == (0..example.len())),
            "{example}: {pieces:?}"
        );
    }
}

#[test]
fn markers_are_words() {
    assert_eq!(shown("mount /xxx of xxx, xxxx", &["xxx", "/xxx"]), r#""mount " next " of " next ", xxxx""#);
    assert_eq!(shown("磁盘***失败", &["***"]), r#""磁盘" next "失败""#);
    assert_eq!(shown("xxx", &[]), r#""xxx""#);
}

#[test]
fn a_marker_matters_where_the_text_reads_differently() {
    assert!(marker_matters("a xxx", "xxx") && marker_matters("a <id>", "<id>"));
    assert!(!marker_matters("a xxxx", "xxx") && !marker_matters("a %s", "%s"));
}

#[test]
fn malformed_ones_tell_where() {
    for (message, offset) in [
        ("ab {id", 3),
        ("a}", 1),
        ("%(name", 0),
        ("x <id y", 2),
        ("{a {b}}", 0),
        ("{\"a\": 1}", 0),
        ("a ${b c", 2),
        ("[{a", 1),
    ] {
        assert_eq!(scan(message, &[]).unwrap_err().offset, offset, "{message}");
    }
}

proptest! {
    #[test]
    fn spans_and_literals_cover_the_message(message in r"([%${}<>\[\]().,0-9a-z ]|, \.\.\.\]|%s|磁){0,24}") {
        let Ok(pieces) = scan(&message, &["z"]) else { return Ok(()) };
        let mut end = 0;
        for placeholder in pieces.iter().filter_map(Piece::placeholder) {
            prop_assert!(placeholder.span.start >= end && placeholder.span.end > placeholder.span.start);
            prop_assert!(message.is_char_boundary(placeholder.span.end));
            end = placeholder.span.end;
        }
        prop_assert!(end <= message.len());
    }

    #[test]
    fn an_escaped_text_is_text(text in "[^<]{1,40}") {
        prop_assert_eq!(scan(&escape(&text), &[]).unwrap(), [Piece::Literal(text)]);
    }
}
