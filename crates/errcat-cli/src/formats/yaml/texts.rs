//! Texts as catalog files and overlay files write them.

use errcat::{Lang, Text};
use serde::Serialize;

/// A text in the languages that it is written in.
#[derive(Serialize, PartialEq)]
pub(super) struct Both<T> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) en: Option<T>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) zh: Option<T>,
}

impl<T> Both<T> {
    /// Collects a text in each language. `in_lang` must not fall back to another language.
    pub(super) fn new(in_lang: impl Fn(Lang) -> Option<T>) -> Self {
        Self { en: in_lang(Lang::En), zh: in_lang(Lang::Zh) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.en.is_none() && self.zh.is_none()
    }
}

/// One passage, or several steps.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Steps {
    One(&'static str),
    Many(Vec<&'static str>),
}

impl Steps {
    pub(super) fn new(text: Text) -> Self {
        let mut steps = text.steps();
        match (steps.len(), steps.next()) {
            (1, Some(step)) => Self::One(step),
            (_, first) => Self::Many(first.into_iter().chain(steps).collect()),
        }
    }
}
