//! The languages in which texts are required, and those in which they may be.

use std::sync::Arc;

use crate::model::Lang;

/// The languages of a file that is being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Languages {
    /// Every text is required in these.
    required: Arc<[Lang]>,
    /// The languages that a text may have, or `None` for any.
    allowed: Option<Arc<[Lang]>>,
}

impl Languages {
    /// Any language, and none of them is required.
    pub(crate) fn any() -> Self {
        Self { required: Arc::default(), allowed: None }
    }

    /// These languages are required, and others are allowed.
    pub(crate) fn at_least(required: &[Lang]) -> Self {
        Self { required: required.into(), allowed: None }
    }

    /// Every text is in these languages, which the title has, and in no others.
    pub(crate) fn of_title(title: &[Lang]) -> Self {
        Self { required: title.into(), allowed: Some(title.into()) }
    }

    pub(crate) fn required(&self) -> &[Lang] {
        &self.required
    }

    pub(crate) fn allow(&self, lang: Lang) -> bool {
        self.allowed.as_ref().is_none_or(|allowed| allowed.contains(&lang))
    }
}
