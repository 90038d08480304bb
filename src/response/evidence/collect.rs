//! Collects codes, messages and the rest from trees, by the rules of precedence: the object's own keys, then nested
//! objects (`error` first), then `details`, then arrays.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use errcat_core::shape::code_in;

use super::roles::{Role, VOCABULARY, nesting_rank, role};
use crate::response::body::{self, Node, Part};

/// What an object of the body says of an error.
#[derive(Debug, Default)]
pub(in crate::response) struct Level {
    /// Its codes, the best key first.
    pub(in crate::response) codes: Vec<CodeAt>,
    pub(in crate::response) message: Option<String>,
    pub(in crate::response) params: Option<Vec<Node>>,
    pub(in crate::response) request_id: Option<String>,
    pub(in crate::response) status: Option<u16>,
    pub(in crate::response) authorization: Option<String>,
    /// Its other scalars, if it is an item of an array: what the error is about.
    pub(in crate::response) subject: Vec<(String, Node)>,
    /// The outermost item of an array that holds it.
    pub(in crate::response) item: Option<usize>,
    /// Which of the trees of the text it is in.
    pub(in crate::response) tree: usize,
}

/// A code, with its place in the order of the document.
#[derive(Debug)]
pub(in crate::response) struct CodeAt {
    pub(in crate::response) text: String,
    pub(in crate::response) place: usize,
}

/// All levels of the trees, the best first.
pub(in crate::response) fn collect<'n>(trees: impl Iterator<Item = &'n Node>) -> Vec<Level> {
    let mut collector = Collector { levels: Vec::new(), codes: 0, items: 0, tree: 0 };
    let mut found = Vec::new();
    for tree in trees {
        collector.visit(tree, None, body::LEVELS, &mut found);
        collector.tree += 1;
    }
    collector.flatten(found)
}

/// The levels below a place, by how good a place it is.
#[derive(Default)]
struct Nested {
    level: Option<usize>,
    children: [Vec<Nested>; 4],
}

const EMBEDDED: usize = 1;
const ARRAYS: usize = 3;

struct Collector {
    levels: Vec<Option<Level>>,
    codes: usize,
    items: usize,
    tree: usize,
}

impl Collector {
    /// Visits a value in the order of the document.
    fn visit(&mut self, node: &Node, item: Option<usize>, strings: usize, found: &mut Vec<Nested>) {
        match node {
            Node::Object(members) => {
                let nested = self.object(members, item, strings);
                found.push(nested);
            }
            Node::Array(items) => {
                let mut nested = Nested::default();
                for node in items {
                    let inner = item.unwrap_or_else(|| {
                        self.items += 1;
                        self.items - 1
                    });
                    self.visit(node, Some(inner), strings, &mut nested.children[ARRAYS]);
                }
                found.push(nested);
            }
            Node::Text(text) if strings > 0 && body::may_hold_tree(text) => {
                for part in body::split(text, strings - 1, VOCABULARY) {
                    if let Part::Tree(tree) = part {
                        self.visit(&tree, item, strings - 1, found);
                    }
                }
            }
            _ => {}
        }
    }

    fn object(&mut self, members: &[(String, Node)], item: Option<usize>, strings: usize) -> Nested {
        let mut level = Level { item, tree: self.tree, ..Level::default() };
        let mut codes: Vec<(usize, CodeAt)> = Vec::new();
        let mut message: Option<(usize, &str)> = None;
        let mut nested = Nested::default();
        for (key, value) in members {
            let role = role(key);
            let mut taken = true;
            match (role, value) {
                (Some(Role::Code(rank)), value) => match code_text(value) {
                    Some(text) => {
                        codes.push((rank, CodeAt { text: text.to_owned(), place: self.codes }));
                        self.codes += 1;
                    }
                    None => taken = false,
                },
                (Some(Role::Message(rank)), Node::Text(text)) if !text.trim().is_empty() => {
                    if message.is_none_or(|(best, _)| rank < best) {
                        message = Some((rank, text));
                    }
                }
                (Some(Role::Params), value) => level.params = level.params.take().or_else(|| params(value)),
                (Some(Role::RequestId), value) => {
                    // In text without quotes, more may follow.
                    let id = value.scalar().and_then(|id| id.trim().split([' ', ',', '\n', ';']).next());
                    level.request_id = level.request_id.take().or_else(|| id.map(str::to_owned));
                }
                (Some(Role::Status), value) => {
                    level.status = level.status.or_else(|| body::status(value.scalar()?));
                }
                (Some(Role::AuthorizationMessage), Node::Text(text)) => {
                    level.authorization.get_or_insert_with(|| text.clone());
                }
                _ => taken = false,
            }
            let children = match value {
                Node::Array(_) if nesting_rank(key) != 2 => &mut nested.children[ARRAYS],
                Node::Object(_) | Node::Array(_) => &mut nested.children[nesting_rank(key)],
                _ => &mut nested.children[EMBEDDED],
            };
            if role != Some(Role::Params) {
                let before = children.len();
                self.visit(value, item, strings, children);
                taken |= children.len() > before;
            }
            if item.is_some() && !taken && value.scalar().is_some() {
                level.subject.push((key.clone(), value.clone()));
            }
        }
        codes.sort_by_key(|(rank, code)| (*rank, code.place));
        level.codes = codes.into_iter().map(|(_, code)| code).collect();
        level.message = message.map(|(_, text)| text.to_owned());
        nested.level = Some(self.levels.len());
        self.levels.push(Some(level));
        nested
    }

    /// The levels in the order of precedence.
    fn flatten(mut self, found: Vec<Nested>) -> Vec<Level> {
        let mut flat = Vec::with_capacity(self.levels.len());
        let mut stack: Vec<Nested> = found.into_iter().rev().collect();
        while let Some(nested) = stack.pop() {
            flat.extend(nested.level.and_then(|level| self.levels.get_mut(level)).and_then(Option::take));
            stack.extend(nested.children.into_iter().flatten().collect::<Vec<_>>().into_iter().rev());
        }
        flat
    }
}

/// A code is a text, a number, or an array of one of them.
fn code_text(value: &Node) -> Option<&str> {
    match value {
        Node::Array(items) if items.len() == 1 => items[0].scalar(),
        value => {
            let text = value.scalar().filter(|text| *text != "true" && *text != "false")?;
            // In text without quotes, more may follow.
            let first = text.split([' ', ',', ';', '\n']).next().unwrap_or(text);
            Some(if code_in(first) == Some(first) { first } else { text })
        }
    }
}

/// The arguments: an array, or a text that holds one.
fn params(value: &Node) -> Option<Vec<Node>> {
    match value {
        Node::Array(items) => Some(items.clone()),
        Node::Text(text) => {
            let trimmed = text.trim();
            if !trimmed.starts_with('[') {
                return (!trimmed.is_empty()).then(|| [Node::Text(text.clone())].into());
            }
            body::array(trimmed, VOCABULARY)
        }
        Node::Bare(text) => Some([Node::Text(text.clone())].into()),
        _ => None,
    }
}
