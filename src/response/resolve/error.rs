//! Makes the result of a code that was chosen.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::args::args;
use crate::catalog::Catalog;
use crate::response::decoded::Decoded;
use crate::response::evidence::{Best, Item, Param, Summary, Tree};
use crate::response::limits;

/// What all results of a body share.
pub(crate) struct Common {
    pub(crate) catalog: &'static Catalog,
    pub(crate) status: Option<u16>,
    pub(crate) request_id: Option<Arc<str>>,
}

/// Where what the object of a code lacks is taken from.
#[derive(Default)]
pub(crate) struct Scope<'e> {
    pub(crate) message: Option<&'e str>,
    pub(crate) params: Option<&'e [Param]>,
    pub(crate) authorization: Option<&'e str>,
}

impl<'e> Scope<'e> {
    pub(crate) fn of(summary: &'e Summary) -> Self {
        Self {
            message: summary.message.as_ref().map(|pick| &*pick.value),
            params: summary.params.as_ref().map(|pick| &*pick.value),
            authorization: summary.authorization.as_ref().map(|pick| &*pick.value),
        }
    }

    /// Several trees, the first before the others.
    pub(crate) fn of_all(trees: impl Iterator<Item = &'e Tree>) -> Self {
        trees.fold(Self::default(), |all, tree| {
            let next = Self::of(&tree.summary);
            Self {
                message: all.message.or(next.message),
                params: all.params.or(next.params),
                authorization: all.authorization.or(next.authorization),
            }
        })
    }
}

impl Common {
    /// The error of this code; what its own object lacks is taken from the scope.
    pub(crate) fn error(&self, best: &Best, scope: &Scope<'_>, others: &[&Arc<str>]) -> Decoded {
        let message = best.message.as_deref().or(scope.message).map(str::to_owned);
        let params = best.params.as_deref().or(scope.params);
        let mut decoded = self.decoded(Some((*best.code).to_owned()), message, params);
        decoded.other_codes = owned(others);
        decoded.authorization = best.authorization.as_deref().or(scope.authorization).map(str::to_owned);
        decoded
    }

    /// The error of an item.
    pub(crate) fn item(&self, item: &Item) -> Decoded {
        let scope = Scope {
            message: item.message.as_deref(),
            params: item.params.as_deref(),
            authorization: item.authorization.as_deref(),
        };
        let others: Vec<&Arc<str>> = item.other_codes.iter().collect();
        let mut decoded = self.error(&item.best, &scope, &others);
        decoded.subject.clone_from(&item.subject);
        decoded
    }

    /// Looks the code up, and the arguments.
    pub(crate) fn decoded(
        &self,
        code: Option<String>,
        message: Option<String>,
        params: Option<&[Param]>,
    ) -> Decoded {
        let known = code.as_deref().and_then(|code| self.catalog.find(code));
        let entry = known.map(|code| code.choose(message.as_deref(), self.status));
        let args = args(entry, message.as_deref(), params);
        let rendered = match (entry, &message, params) {
            (Some(entry), None, Some(_)) if !entry.message().as_str().is_empty() => {
                args.render(entry.message()).ok()
            }
            _ => None,
        };
        let (status, request_id) = (self.status, self.request_id.clone());
        Decoded { code, entry, message, args, rendered, status, request_id, ..Decoded::default() }
    }
}

/// The texts of codes.
pub(crate) fn owned(codes: &[&Arc<str>]) -> Vec<String> {
    let most = codes.iter().take(limits::OTHER_CODES);
    most.map(|code| (***code).to_owned()).collect()
}
