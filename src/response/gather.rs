//! Collects codes, messages and the rest from trees, by the rules of precedence: the object's own keys, then nested
//! objects (`error` first), then `details`, then arrays.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::keys::{Role, nesting_rank, role};
use super::parts::{self, Part};
use super::tree::Node;
use errcat_core::shape::code_in;

/// What an object of the body says of an error.
#[derive(Debug, Default)]
pub(super) struct Level {
    /// Its codes, the best key first.
    pub(super) codes: Vec<CodeAt>,
    pub(super) message: Option<String>,
    pub(super) params: Option<Vec<Node>>,
    pub(super) request_id: Option<String>,
    pub(super) status: Option<u16>,
    pub(super) authorization: Option<String>,
    /// Its other scalars, if it is an item of an array: what the error is about.
    pub(super) subject: Vec<(String, Node)>,
    /// The outermost item of an array that holds it.
    pub(super) item: Option<usize>,
    /// Which of the trees of the text it is in.
    pub(super) tree: usize,
}

/// A code, with its place in the order of the document.
#[derive(Debug)]
pub(super) struct CodeAt {
    pub(super) text: String,
    pub(super) place: usize,
}

/// All levels of the trees, the best first.
pub(super) fn gather<'n>(trees: impl Iterator<Item = &'n Node>) -> Vec<Level> {
    let mut gathering = Gathering { levels: Vec::new(), codes: 0, items: 0, tree: 0 };
    let mut found = Vec::new();
    for tree in trees {
        gathering.visit(tree, None, parts::LEVELS, &mut found);
        gathering.tree += 1;
    }
    gathering.flatten(found)
}

/// The levels below a place, by how good a place it is.
#[derive(Default)]
struct Nested {
    level: Option<usize>,
    children: [Vec<Nested>; 4],
}

const EMBEDDED: usize = 1;
const ARRAYS: usize = 3;

struct Gathering {
    levels: Vec<Option<Level>>,
    codes: usize,
    items: usize,
    tree: usize,
}

impl Gathering {
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
            Node::Text(text) if strings > 0 && parts::may_hold_tree(text) => {
                for part in parts::split(text, strings - 1) {
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
                    level.status = level.status.or_else(|| status(value.scalar()?));
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
            match super::json::parse(trimmed) {
                Some(Node::Array(items)) => Some(items),
                // Cut off, or written as Python does.
                _ => match super::tolerant::parse(trimmed).0 {
                    Node::Array(items) => Some(items),
                    _ => None,
                },
            }
        }
        Node::Bare(text) => Some([Node::Text(text.clone())].into()),
        _ => None,
    }
}

/// A number that can be an HTTP status.
pub(super) fn status(text: &str) -> Option<u16> {
    text.trim().parse().ok().filter(|status| (100..=599).contains(status))
}
