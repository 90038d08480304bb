//! The keys of an entry that say how its placeholders are read: `params` and `markers`.

use errcat::{Entry, Piece, Template};
use errcat_core::placeholder::Written;
use serde_json::{Map, Value, json};

pub(super) struct Params {
    params: Vec<&'static str>,
    markers: Vec<&'static str>,
}

impl Params {
    pub(super) fn new(entry: Entry) -> Self {
        let Taken { named, .. } = Taken::by(entry.message());
        let mut markers = Vec::new();
        for text in std::iter::once(entry.message()).chain(entry.wordings()) {
            for marker in Taken::by(text).markers {
                push_new(&mut markers, marker);
            }
        }
        Self { params: entry.params().filter(|name| !named.contains(name)).collect(), markers }
    }

    /// Adds the keys that say something.
    pub(super) fn add_to(&self, item: &mut Map<String, Value>) {
        let keys = [("params", &self.params), ("markers", &self.markers)];
        let said = keys.into_iter().filter(|(_, names)| !names.is_empty());
        item.extend(said.map(|(key, names)| (key.to_owned(), json!(names))));
    }
}

/// Returns the parameters that a wording takes by position, if they are others than it would take without saying so.
pub(super) fn own_params(entry: Entry, wording: Template) -> Option<Vec<&'static str>> {
    let Taken { named, by_position, .. } = Taken::by(wording);
    let usual: Vec<&str> = entry.params().filter(|name| !named.contains(name)).collect();
    let mut pairs = by_position.iter().zip(&usual);
    if by_position.len() == usual.len()
        && pairs.all(|(taken, usual)| taken.is_none_or(|taken| taken == *usual))
    {
        return None;
    }
    // What is at a position that no placeholder takes does not matter, as long as it is a parameter.
    let any = entry.params().next().unwrap_or_default();
    Some(by_position.into_iter().map(|taken| taken.unwrap_or(any)).collect())
}

/// How the placeholders of a text take their parameters.
#[derive(Default)]
struct Taken {
    /// Those that are taken by their names.
    named: Vec<&'static str>,
    /// The one at each position, where a placeholder takes it.
    by_position: Vec<Option<&'static str>>,
    markers: Vec<&'static str>,
}

impl Taken {
    fn by(template: Template) -> Self {
        let names = template.pieces().filter_map(|piece| match piece {
            Piece::Placeholder { name, .. } => Some(name),
            Piece::Literal(_) => None,
        });
        let mut taken = Self::default();
        let mut next = 0;
        for (name, written) in names.zip(template.written()) {
            let position = match written {
                Written::Named => {
                    push_new(&mut taken.named, name);
                    continue;
                }
                Written::Next => next,
                Written::Position(position) => position as usize,
                Written::Marker(marker) => {
                    taken.markers.push(marker);
                    next
                }
            };
            next = position + 1;
            if taken.by_position.len() < next {
                taken.by_position.resize(next, None);
            }
            if let Some(place) = taken.by_position.get_mut(position) {
                *place = Some(name);
            }
        }
        taken
    }
}

fn push_new(list: &mut Vec<&'static str>, item: &'static str) {
    if !list.contains(&item) {
        list.push(item);
    }
}
