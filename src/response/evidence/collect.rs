//! Collects codes, messages and the rest from trees, by the rules of precedence: the object's own keys, then nested
//! objects (`error` first), then `details`, then arrays.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::codes::CodeList;
use super::confidence::Confidence;
use super::frame::{Frame, Holds};
use super::params::ParamReader;
use super::parts::{Evidence, Part, Tree};
use super::pick::{Order, Slot};
use super::roles::{Role, VOCABULARY, nesting_rank, role};
use super::summary::{Best, Item, Summary, offer_best, value};
use super::values::{WORST, code_text, count, id_text, kept, params};
use crate::catalog::Catalog;
use crate::response::body::{self, Reader, Scalar, Sink};
use crate::response::decoded::SubjectBuilder;
use crate::response::limits;

/// Nested values by how good a place they are; see `nesting_rank` for the others.
const EMBEDDED: usize = 1;
const DETAILS: usize = 2;
const ARRAYS: usize = 3;

/// Messages that are kept beside the best.
const MESSAGES: usize = 32;

/// Collects the evidence while a body is read.
pub(crate) struct Collector<'t> {
    catalog: &'static Catalog,
    evidence: Evidence<'t>,
    /// The collections and strings that the next event is in.
    frames: Vec<Frame>,
    /// What the trees of the text or string say that ended so far.
    tree: Summary,
    items: Vec<Arc<Item>>,
    tree_codes: CodeList,
    /// The item of an array that the next event is in.
    item: Option<OpenItem>,
    /// An array of arguments that is being read, and the order of its key.
    params: Option<(ParamReader, Order)>,
    /// How many codes there were.
    places: usize,
    values_left: usize,
    failures_left: usize,
    /// How many bytes of strings may be held at a time to read what is in them.
    room: usize,
    /// How deep strings may still be in strings.
    strings: usize,
}

struct OpenItem {
    codes: CodeList,
    /// Its own fields, and those of objects in it.
    own: SubjectBuilder,
    nested: SubjectBuilder,
}

impl<'t> Collector<'t> {
    /// Returns a collector for a body of this length.
    pub(crate) fn new(catalog: &'static Catalog, len: usize) -> Self {
        let codes = CodeList::new(limits::OTHER_CODES + 1);
        Self {
            catalog,
            evidence: Evidence { parts: Vec::new(), codes, messages: Vec::new() },
            frames: Vec::new(),
            tree: Summary::default(),
            items: Vec::new(),
            tree_codes: CodeList::new(limits::OTHER_CODES_OF_ITEM + 1),
            item: None,
            params: None,
            places: 0,
            values_left: limits::ALL_VALUES,
            failures_left: limits::FAILURES,
            room: len.saturating_mul(2).saturating_add(1 << 20),
            strings: limits::STRINGS,
        }
    }

    /// Returns what was collected.
    pub(crate) fn evidence(self) -> Evidence<'t> {
        self.evidence
    }

    /// The object that the next event is a member of.
    fn own(&mut self) -> Option<&mut Summary> {
        self.frames.last_mut().map(|frame| &mut frame.said().own)
    }

    /// A member whose value holds no others.
    fn member(&mut self, key: &str, scalar: Scalar<'_>) {
        let role = role(key);
        let told = role.is_some_and(|role| self.role(role, key, scalar));
        let embedded =
            !matches!(role, Some(Role::Params(_))) && self.string(scalar, EMBEDDED, Order::of_key(key));
        if !told && !embedded {
            self.subject(key, scalar);
        }
    }

    /// Adds a field to what the error is about, if it is one of a list.
    fn subject(&mut self, key: &str, scalar: Scalar<'_>) {
        let is_own = self.frames.last().is_some_and(|frame| frame.starts_item);
        let Some(item) = &mut self.item else { return };
        let fields = if is_own { &mut item.own } else { &mut item.nested };
        if fields.has_room()
            && let Some(said) = scalar.said()
        {
            fields.push(limits::cut(key, limits::TEXT), limits::cut(&said, limits::TEXT));
        }
    }

    /// Reads a value under a key with a role. Returns whether it is of the kind that the role asks for.
    fn role(&mut self, role: Role, key: &str, scalar: Scalar<'_>) -> bool {
        match role {
            Role::Code(rank) => {
                let said = scalar.said();
                let Some((code, rest)) = said.as_deref().and_then(|said| code_text(said, self.catalog))
                else {
                    return false;
                };
                self.code(Order::new(rank, key), code);
                // `CODE: message`, under one key.
                if let Some(message) =
                    rest.strip_prefix([':', '：']).map(str::trim).filter(|rest| !rest.is_empty())
                {
                    self.offer(Order::new(WORST, key), |own| &mut own.message, || Some(kept(message)));
                }
            }
            Role::Message(rank) => match scalar.text().filter(|text| !text.trim().is_empty()) {
                Some(text) => self.offer(Order::new(rank, key), |own| &mut own.message, || Some(kept(&text))),
                None => return false,
            },
            Role::Params(rank) => {
                let most = self.values_left.min(limits::VALUES);
                let params = params(scalar, most);
                self.values_left -= params.as_ref().map_or(0, |params| count(params));
                self.offer(Order::new(rank, key), |own| &mut own.params, || params);
            }
            Role::RequestId(rank) => {
                let said = scalar.said();
                let id = said.as_deref().and_then(|said| id_text(said, scalar));
                self.offer(Order::new(rank, key), |own| &mut own.request_id, || id);
            }
            Role::Status(rank) => {
                let status = || body::status(&scalar.said()?);
                self.offer(Order::new(rank, key), |own| &mut own.status, status);
            }
            Role::AuthorizationMessage => {
                let text = || Some(kept(&scalar.text().filter(|text| !text.trim().is_empty())?));
                self.offer(Order::of_key(key), |own| &mut own.authorization, text);
            }
        }
        true
    }

    /// Offers a value to the object's own, unless it has a better one.
    fn offer<T: Ord>(
        &mut self,
        order: Order,
        slot: impl Fn(&mut Summary) -> &mut Option<super::pick::Pick<T>>,
        value: impl FnOnce() -> Option<T>,
    ) {
        if let Some(own) = self.own()
            && slot(own).wants(order)
            && let Some(value) = value()
        {
            slot(own).offer(order, value);
        }
    }

    fn code(&mut self, order: Order, code: &str) {
        let confidence = Confidence::of(code, self.catalog);
        let (status, code) = (body::status(code), Arc::from(code));
        let place = self.places;
        self.places += 1;
        self.evidence.codes.add(&code, place);
        self.tree_codes.add(&code, place);
        if let Some(item) = &mut self.item {
            item.codes.add(&code, place);
        }
        if let Some(own) = self.own() {
            let best = Best {
                confidence,
                code,
                place,
                message: None,
                params: None,
                authorization: None,
                item: None,
            };
            offer_best(&mut own.best, order, best);
            if let Some(status) = status {
                own.number.offer(order, status);
            }
        }
    }

    /// Reads the trees in a string. Returns whether there are any.
    fn string(&mut self, scalar: Scalar<'_>, group: usize, order: Order) -> bool {
        if self.strings == 0 || !scalar.may_hold_brace() || scalar.len() > self.room {
            return false;
        }
        let Some(text) = scalar.text().filter(|text| body::may_hold_tree(text)) else { return false };
        let held = if let Cow::Owned(text) = &text { text.capacity() } else { 0 };
        self.room -= held.min(self.room);
        self.strings -= 1;
        self.enter(Holds::Trees, group, order);
        let levels = self.strings;
        let mut inner = InString { collector: self, found: false };
        body::split(&text, levels, VOCABULARY, &mut inner);
        let found = inner.found;
        self.leave();
        self.strings += 1;
        self.room += held;
        found
    }

    fn enter(&mut self, holds: Holds, group: usize, order: Order) {
        let in_array =
            self.frames.last().is_some_and(|frame| matches!(frame.holds, Holds::Items | Holds::Codes { .. }));
        let starts_item = in_array && self.item.is_none();
        if starts_item {
            let codes = CodeList::new(limits::OTHER_CODES_OF_ITEM + 1);
            self.item =
                Some(OpenItem { codes, own: SubjectBuilder::default(), nested: SubjectBuilder::default() });
        }
        self.frames.push(Frame { holds, group, order, starts_item, said: None });
    }

    fn leave(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        if let Holds::Codes { order, sole: Some(code), count: 1 } = &frame.holds {
            self.code(*order, code);
        }
        let mut summary = frame.said.map(|said| {
            if let Some(message) = &said.own.message
                && self.evidence.messages.len() < MESSAGES
            {
                self.evidence.messages.push(message.value.clone());
            }
            said.summary()
        });
        if frame.starts_item {
            self.end_item(summary.as_mut());
        }
        let Some(summary) = summary else { return };
        match self.frames.last_mut() {
            None => self.tree.then(summary),
            Some(parent) => {
                let members = matches!(parent.holds, Holds::Members);
                let group = parent.said().group(frame.group);
                if members { group.among(frame.order, summary) } else { group.then(summary) }
            }
        }
    }

    fn end_item(&mut self, summary: Option<&mut Summary>) {
        let Some(item) = self.item.take() else { return };
        let Some(summary) = summary else { return };
        let Some(best) = &mut summary.best else { return };
        let others = item.codes.others(Some(best.value.place));
        let item = Arc::new(Item {
            best: best.value.clone(),
            message: value(summary.message.as_ref()),
            params: value(summary.params.as_ref()),
            authorization: value(summary.authorization.as_ref()),
            other_codes: others.into_iter().cloned().collect(),
            subject: item.own.finish(item.nested),
        });
        // An item whose code is a number ("0") did not fail, or says no more than a status.
        if best.value.confidence > Confidence::Number && self.failures_left > 0 {
            self.failures_left -= 1;
            self.items.push(item.clone());
        }
        best.value.item = Some(item);
    }
}

impl Sink for Collector<'_> {
    fn open(&mut self, key: &str, object: bool) {
        if let Some((params, _)) = &mut self.params {
            return params.open(key, object);
        }
        if let Some(Holds::Codes { count, .. }) = self.frames.last_mut().map(|frame| &mut frame.holds) {
            *count += 1;
        }
        let in_object = self.frames.last().is_some_and(|frame| matches!(frame.holds, Holds::Members));
        let role = if in_object { role(key) } else { None };
        if let Some(Role::Params(rank)) = role {
            // An object is read too, and says nothing.
            let most = if object { 0 } else { self.values_left.min(limits::VALUES) };
            self.params = Some((ParamReader::new(most, true), Order::new(rank, key)));
            return;
        }
        let holds = match role {
            _ if object => Holds::Members,
            Some(Role::Code(rank)) => Holds::Codes { order: Order::new(rank, key), sole: None, count: 0 },
            _ => Holds::Items,
        };
        let group = match nesting_rank(key) {
            rank if object || rank == DETAILS => rank,
            _ => ARRAYS,
        };
        self.enter(holds, group, Order::of_key(key));
    }

    fn scalar(&mut self, key: &str, scalar: Scalar<'_>) {
        if let Some((params, _)) = &mut self.params {
            return params.scalar(key, scalar);
        }
        match self.frames.last_mut().map(|frame| &mut frame.holds) {
            Some(Holds::Members) => return self.member(key, scalar),
            Some(Holds::Codes { sole, count, .. }) => {
                *count += 1;
                if *count == 1 {
                    let said = scalar.said().filter(|said| said.len() <= limits::CODE);
                    *sole = said.map(Cow::into_owned);
                }
            }
            _ => {}
        }
        self.string(scalar, EMBEDDED, Order::of_key(key));
    }

    fn close(&mut self) {
        let Some((params, _)) = &mut self.params else { return self.leave() };
        params.close();
        if let Some((params, order)) = self.params.take_if(|(params, _)| params.is_done()) {
            let params = params.params();
            self.values_left -= count(&params);
            self.offer(order, |own| &mut own.params, || Some(params));
        }
    }
}

impl<'t> Reader<'t> for Collector<'t> {
    fn prose(&mut self, text: Cow<'t, str>) {
        self.evidence.parts.push(Part::Prose(text));
    }

    fn begin_tree(&mut self) {}

    fn end_tree(&mut self) {
        let codes = CodeList::new(limits::OTHER_CODES_OF_ITEM + 1);
        let tree = Tree {
            summary: core::mem::take(&mut self.tree),
            items: core::mem::take(&mut self.items),
            codes: core::mem::replace(&mut self.tree_codes, codes),
        };
        let said = tree.summary.says_something().then(|| Box::new(tree));
        self.evidence.parts.push(Part::Tree(said));
    }
}

/// Collects from a string: its trees are part of the tree that the string is in, and its prose does not count.
struct InString<'c, 't> {
    collector: &'c mut Collector<'t>,
    found: bool,
}

impl Sink for InString<'_, '_> {
    fn open(&mut self, key: &str, object: bool) {
        self.collector.open(key, object);
    }

    fn scalar(&mut self, key: &str, value: Scalar<'_>) {
        self.collector.scalar(key, value);
    }

    fn close(&mut self) {
        self.collector.close();
    }
}

impl<'s> Reader<'s> for InString<'_, '_> {
    fn prose(&mut self, _: Cow<'s, str>) {}

    fn begin_tree(&mut self) {
        self.found = true;
    }

    fn end_tree(&mut self) {}
}
