//! `params` and `markers` of an entry, found again in its messages.
//!
//! The tables know what stands between the placeholders and which parameter each takes, not how it was written. The
//! documented text and its literal parts, laid side by side, tell that.

use errcat::{Entry, Piece, Template};
use serde::Serialize;

/// How many places are tried for the end of placeholders: messages that hold more than this are not real.
const MOST_STEPS: usize = 100_000;

/// The keys of an entry that say how placeholders are to be read.
#[derive(Serialize)]
pub(super) struct Placeholders {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    params: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    markers: Vec<&'static str>,
}

/// The parameters of a text, by how it takes them.
#[derive(Default)]
pub(super) struct Carried {
    /// By the names that stand in it.
    pub(super) named: Vec<&'static str>,
    /// By position.
    pub(super) by_position: Vec<&'static str>,
    markers: Vec<&'static str>,
}

impl Placeholders {
    pub(super) fn new(entry: Entry) -> Option<Self> {
        let message = entry.message();
        if message.as_str().is_empty() {
            // Without a message, all parameters are those that were seen.
            return Some(Self { params: entry.params().collect(), markers: Vec::new() });
        }
        let carried = in_wording(message)?;
        let params = entry.params().filter(|name| carried.by_position.contains(name)).collect();
        let mut markers = carried.markers;
        for wording in entry.wordings() {
            markers.extend(in_wording(wording)?.markers);
        }
        let mut known = Vec::new();
        markers.retain(|marker| {
            !known.contains(marker) && {
                known.push(*marker);
                true
            }
        });
        Some(Self { params, markers })
    }
}

/// How a text takes its parameters.
pub(super) fn in_wording(template: Template) -> Option<Carried> {
    let pieces: Vec<Piece> = template.pieces().collect();
    let spots = Aligner { steps: 0 }.spots(template.as_str(), &pieces)?;
    let mut carried = Carried::default();
    let holes = pieces.iter().filter_map(|piece| match piece {
        Piece::Placeholder { name, .. } => Some(*name),
        Piece::Literal(_) => None,
    });
    for (name, spot) in holes.zip(spots) {
        let list = match Kind::of(spot, name) {
            Kind::Named => &mut carried.named,
            Kind::Position => &mut carried.by_position,
            Kind::Marker => {
                carried.markers.push(spot);
                &mut carried.by_position
            }
        };
        if !list.contains(&name) {
            list.push(name);
        }
    }
    Some(carried)
}

/// How a placeholder is written.
enum Kind {
    Named,
    Position,
    /// As nothing that is a placeholder by itself.
    Marker,
}

impl Kind {
    fn of(spot: &str, param: &str) -> Self {
        let inner = spot.strip_prefix('[').and_then(|list| list.strip_suffix(", ...]")).unwrap_or(spot);
        if dialect(inner) != Some(inner.len()) {
            return Self::Marker;
        }
        let name: String = inner.trim_start_matches(['%', '(', '{', '<']).to_owned();
        let name = name.split([')', '}', '>']).next().unwrap_or("");
        if inner.starts_with("%(") || same_name(name, param) {
            Self::Named
        } else if inner.starts_with('%')
            || name.is_empty()
            || name.starts_with(|first: char| first.is_ascii_digit())
        {
            Self::Position
        } else {
            // `<id>` whose parameter has another name was named in `params`.
            Self::Marker
        }
    }
}

/// Whether a parameter has the name that stands in the placeholder: `error details` is the field `error_details`.
fn same_name(written: &str, param: &str) -> bool {
    let plain =
        |name: &str| name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    let (written, param) = (plain(written), plain(param));
    !written.is_empty() && (written == param || format!("arg{written}") == param)
}

/// Length of the placeholder that stands here by itself, without being a marker.
fn dialect(text: &str) -> Option<usize> {
    let named = |open: &str, close: char| {
        let inner = text.strip_prefix(open)?;
        Some(open.len() + inner.find(close)? + close.len_utf8())
    };
    match text.as_bytes().first()? {
        b'%' if text.starts_with("%(") => {
            let len = named("%(", ')')?;
            let mut after = text.get(len..)?.chars();
            let letter = after.next().is_some_and(|letter| letter.is_ascii_alphabetic());
            Some(len + usize::from(letter && !after.next().is_some_and(char::is_alphanumeric)))
        }
        b'%' => text.get(1..)?.starts_with(|letter: char| letter.is_ascii_alphabetic()).then_some(2),
        b'{' => named("{", '}'),
        b'<' => named("<", '>'),
        b'[' => {
            let inner = dialect(text.get(1..)?)?;
            text.get(1 + inner..)?.starts_with(", ...]").then_some(1 + inner + 6)
        }
        _ => None,
    }
}

/// Lays a text and its parts side by side.
struct Aligner {
    steps: usize,
}

impl Aligner {
    /// How each placeholder is written.
    fn spots<'t>(&mut self, text: &'t str, pieces: &[Piece]) -> Option<Vec<&'t str>> {
        let Some((first, rest)) = pieces.split_first() else {
            return text.is_empty().then(Vec::new);
        };
        if let Piece::Literal(literal) = first {
            return self.spots(after_literal(text, literal)?, rest);
        }
        // What looks like a placeholder is one; else the shortest text that lets the rest fit.
        let ends = text.char_indices().map(|(at, letter)| at + letter.len_utf8());
        for end in dialect(text).into_iter().chain(ends) {
            self.steps += 1;
            if self.steps > MOST_STEPS {
                return None;
            }
            let (Some(spot), Some(after)) = (text.get(..end), text.get(end..)) else { continue };
            if let Some(mut spots) = self.spots(after, rest) {
                spots.insert(0, spot);
                return Some(spots);
            }
        }
        None
    }
}

/// What follows a literal, which may be written with doubled percent signs and braces.
fn after_literal<'t>(mut text: &'t str, literal: &str) -> Option<&'t str> {
    for letter in literal.chars() {
        text = text.strip_prefix(letter)?;
        if "%{}".contains(letter) {
            text = text.strip_prefix(letter).unwrap_or(text);
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_found() {
        let hole = |name| Piece::Placeholder { param: 0, name, list: false };
        let spots = |text, pieces: &[Piece]| Aligner { steps: 0 }.spots(text, pieces);
        let pieces = [Piece::Literal("100% of "), hole("a"), hole("b"), Piece::Literal(" on "), hole("c")];
        assert_eq!(spots("100%% of %s%(b)s on /xxx", &pieces), Some(vec!["%s", "%(b)s", "/xxx"]));
        assert_eq!(spots("100% of {a}{} on [<c>, ...]", &pieces), Some(vec!["{a}", "{}", "[<c>, ...]"]));
        assert_eq!(spots("100% of", &pieces), None);
        assert!(matches!(Kind::of("<imageId>", "image_id"), Kind::Named));
        assert!(matches!(Kind::of("<id>", "image"), Kind::Marker));
        assert!(matches!(Kind::of("{0[1]}", "image"), Kind::Position));
    }

    #[test]
    fn hostile_texts_end() {
        let pieces: Vec<Piece> =
            (0..60).map(|_| Piece::Placeholder { param: 0, name: "a", list: false }).collect();
        assert_eq!(Aligner { steps: 0 }.spots(&"x".repeat(50), &pieces), None);
    }
}
