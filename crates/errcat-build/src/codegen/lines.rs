//! Generated code as text that messages of rustc can quote and editors can jump into: an attribute, an
//! item, a field, an arm a line.
//! It is no formatter, which would be one more dependency of every build.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// The code, in lines.
pub(super) fn text(tokens: TokenStream) -> String {
    let mut text = String::new();
    write(tokens, 0, &mut text);
    text
}

fn write(tokens: TokenStream, depth: usize, text: &mut String) {
    let mut fresh = true;
    let mut after_hash = false;
    for token in tokens {
        let is_attribute = std::mem::take(&mut after_hash);
        if std::mem::take(&mut fresh) && text.ends_with('\n') {
            text.push_str(&"    ".repeat(depth));
        }
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                text.push_str("{\n");
                write(group.stream(), depth + 1, text);
                if !text.ends_with('\n') {
                    text.push('\n');
                }
                text.push_str(&"    ".repeat(depth));
                text.push_str("}\n");
                fresh = true;
            }
            TokenTree::Punct(punct) => {
                text.push(punct.as_char());
                fresh = matches!(punct.as_char(), ';' | ',');
                after_hash = punct.as_char() == '#';
                match punct.spacing() {
                    _ if fresh => text.push('\n'),
                    _ if after_hash => {}
                    Spacing::Alone => text.push(' '),
                    Spacing::Joint => {}
                }
            }
            other => {
                text.push_str(&other.to_string());
                text.push(if is_attribute { '\n' } else { ' ' });
                fresh = is_attribute;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::text;
    use proc_macro2::TokenStream;

    #[test]
    fn lines_say_the_same() {
        let code: TokenStream = r#"
            #[derive(Clone, Debug)] pub enum E { A { a: String, }, B, }
            impl E { fn f<'a>(&'a self) -> &'a str { match self { E::A { .. } => "a; { b", _ => return r"c", } } }
            static S: [u8; 2] = [1, 2]; mod m { pub use super::*; } fn g() -> bool { a >= b && c != d..=e }
        "#
        .parse()
        .unwrap();
        let text = text(code.clone());
        assert_eq!(text.parse::<TokenStream>().unwrap().to_string(), code.to_string());
        assert!(text.lines().count() > 5 && text.lines().all(|line| line.len() < 60), "{text}");
    }
}
