//! What a part of a body says of an error. Summaries of parts are put together to the summary of the whole while it is
//! read, so that nothing is kept of a part that says nothing.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cmp::Ordering;

use super::confidence::Confidence;
use super::params::Param;
use super::pick::{Order, Pick, Slot};
use crate::response::decoded::Subject;

/// What is the best of each kind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Summary {
    pub(crate) best: Option<Pick<Best>>,
    pub(crate) message: Option<Pick<Arc<str>>>,
    pub(crate) params: Option<Pick<Arc<[Param]>>>,
    pub(crate) request_id: Option<Pick<Arc<str>>>,
    pub(crate) status: Option<Pick<u16>>,
    /// A code that can be a status.
    pub(crate) number: Option<Pick<u16>>,
    pub(crate) authorization: Option<Pick<Arc<str>>>,
}

/// The code that is most likely the error, with what its own object says.
#[derive(Clone, Debug)]
pub(crate) struct Best {
    pub(crate) confidence: Confidence,
    pub(crate) code: Arc<str>,
    /// Its place among the codes of the body.
    pub(crate) place: usize,
    pub(crate) message: Option<Arc<str>>,
    pub(crate) params: Option<Arc<[Param]>>,
    pub(crate) authorization: Option<Arc<str>>,
    /// The item of an array that it is in.
    pub(crate) item: Option<Arc<Item>>,
}

/// An item of an array, with a code in it.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) best: Best,
    pub(crate) message: Option<Arc<str>>,
    pub(crate) params: Option<Arc<[Param]>>,
    pub(crate) authorization: Option<Arc<str>>,
    /// Its other codes, each once.
    pub(crate) other_codes: Vec<Arc<str>>,
    pub(crate) subject: Option<Subject>,
}

impl Summary {
    /// Adds what is of a worse place.
    pub(crate) fn then(&mut self, other: Self) {
        if let Some(next) = other.best
            && self.best.as_ref().is_none_or(|best| next.value.confidence > best.value.confidence)
        {
            self.best = Some(next);
        }
        self.message.then(other.message);
        self.params.then(other.params);
        self.request_id.then(other.request_id);
        self.status.then(other.status);
        self.number.then(other.number);
        self.authorization.then(other.authorization);
    }

    /// Adds what is of an equal place, under this key: among equals, the key and then the value decide, so that the order
    /// of members does not matter.
    pub(crate) fn among(&mut self, order: Order, other: Self) {
        if let Some(other) = other.best {
            best_among(&mut self.best, order, other.value);
        }
        self.message.among(order, other.message);
        self.params.among(order, other.params);
        self.request_id.among(order, other.request_id);
        self.status.among(order, other.status);
        self.number.among(order, other.number);
        self.authorization.among(order, other.authorization);
    }

    /// The best code of an object gets what the object says; then all of it can be put together with others.
    pub(crate) fn complete(&mut self) {
        if let Some(best) = &mut self.best {
            best.value.message = value(self.message.as_ref());
            best.value.params = value(self.params.as_ref());
            best.value.authorization = value(self.authorization.as_ref());
        }
    }

    /// Returns whether there is anything.
    pub(crate) fn says_something(&self) -> bool {
        let texts = [&self.message, &self.request_id, &self.authorization].iter().any(|slot| slot.is_some());
        texts || self.best.is_some() || self.params.is_some() || self.status.is_some()
    }
}

/// Returns the value of a slot, shared.
pub(crate) fn value<T: Clone>(slot: Option<&Pick<T>>) -> Option<T> {
    slot.map(|pick| pick.value.clone())
}

/// Takes a code if it is surer than the one before, or as sure and from a better place.
pub(crate) fn offer_best(slot: &mut Option<Pick<Best>>, order: Order, best: Best) {
    if slot.as_ref().is_none_or(|known| compare(order, &best, known).is_lt()) {
        *slot = Some(Pick { order, value: best });
    }
}

/// As [`offer_best`]; of two from equal places, what they say decides.
fn best_among(slot: &mut Option<Pick<Best>>, order: Order, best: Best) {
    let content = |best: &Best| (best.code.clone(), best.message.clone(), best.params.clone());
    let better = |known: &Pick<Best>| {
        compare(order, &best, known).then_with(|| content(&best).cmp(&content(&known.value))).is_lt()
    };
    if slot.as_ref().is_none_or(better) {
        *slot = Some(Pick { order, value: best });
    }
}

fn compare(order: Order, best: &Best, known: &Pick<Best>) -> Ordering {
    known.value.confidence.cmp(&best.confidence).then(order.cmp(&known.order))
}
