//! Compares two catalogs, and says what the changes mean for those who use them.
//!
//! What is promised decides the [`SemverLevel`]: codes, the names of variants and fields, classes, prefixes and other
//! spellings, and that there are typed errors. To take such a thing away, or to make it mean something else, is *major*.
//! *Minor* is what adds to the catalog, or changes an answer that nobody could rely on. *Patch* is text for people,
//! which may change at any time.
//!
//! [`ChangeKind`] lists the kinds of changes, each with its level and what it does to users; their words are stable.
//!
//! Some levels are a matter of opinion. This is the reasoning:
//!
//! - **The HTTP status** (`status-changed`) is minor. It is not among the things that are promised, and the identity of
//!   an entry never hangs on it: vendors document one code with several statuses, send others than they document, and
//!   correct their tables. Nothing stops compiling. What can change is the answer of `Code::entry_for_status` and the
//!   choice among the meanings of one code when the message fits none, hence more than a patch.
//! - **Retry** (`retry-changed`) is advice and minor, while a class is an answer that programs branch on, and major.
//! - **Parameters** are major also where a service has no typed errors: their names are the keys of `args` in JSON, and
//!   `Template::format` takes the values in their order.
//! - **A variant of `Code`** is named after the code alone, so that it changes when the code does, and has no kind.
//! - **The first meaning** of a code is what `Code::entry` gives. Another one (`first-entry-changed`) is minor, as the
//!   status is; any other change of order is a patch.
//! - **A wording that is gone** (`wording-removed`) is minor: messages so written are no longer taken apart. New text for
//!   the message itself, with the same parameters, is a patch; but where a code has several meanings it is minor
//!   (`shared-code-message-changed`), because clients with the old catalog tell the meanings apart by their messages.
//! - **Deprecation** (`entry-deprecated`) is minor: programs that name the entry still compile, with a warning. An entry
//!   is deprecated if the file says so, if another code replaces it, or if it is retired.

mod change;
mod codes;
mod entry;
mod kind;
mod level;
mod matching;
mod order;
mod params;
mod service;
mod snapshot;
mod wording;

pub use change::{Change, Changes};
pub use kind::ChangeKind;
pub use level::SemverLevel;

use crate::model::Catalog;
use change::Log;
use matching::Pairs;

/// Says what changed from the old catalog to the new one: the highest level first, then in the order of the catalogs.
///
/// Where the files lie does not count. The same catalogs give the same changes, and a catalog has none to itself.
///
/// ```
/// use errcat_build::compat::{ChangeKind, SemverLevel, diff};
/// # let root = std::env::temp_dir().join(format!("errcat-doc-diff-{}", std::process::id()));
/// # let (old_folder, new_folder) = (root.join("old"), root.join("new"));
/// # let pay = |class: &str| format!("
/// # service: pay
/// # title: {{ en: Payments, zh: 支付 }}
/// # prefixes: [PAY]
/// # source: {{ title: Payments API Reference }}
/// # entries:
/// #   - code: PAY.1001
/// #     name: CardRefused
/// #     message: The card was refused.
/// #     description: {{ en: The bank refused the card., zh: 银行拒绝了该卡。 }}
/// #     remediation: {{ en: Use another card., zh: 更换银行卡。 }}
/// #     class: {class}
/// #     retry: after_fix
/// # ");
/// # for (folder, class) in [(&old_folder, "failed_precondition"), (&new_folder, "conflict")] {
/// #     std::fs::create_dir_all(folder)?;
/// #     std::fs::write(folder.join("pay.yaml"), pay(class))?;
/// # }
/// let (old, new) = (errcat_build::load(&old_folder)?, errcat_build::load(&new_folder)?);
///
/// let changes = diff(&old, &new);
/// assert_eq!(changes.verdict(), Some(SemverLevel::Major));
/// let change = &changes.as_slice()[0];
/// assert_eq!((change.kind, change.code.as_deref()), (ChangeKind::ClassChanged, Some("PAY.1001")));
/// assert_eq!(change.detail, "`CardRefused`: class `failed_precondition` is `conflict` now");
///
/// assert!(diff(&old, &old).is_empty());
/// # std::fs::remove_dir_all(root)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn diff(old: &Catalog, new: &Catalog) -> Changes {
    let pairs = Pairs::new(old, new);
    let mut log = Log::default();
    for (number, service) in old.services.iter().enumerate() {
        service::compare(&pairs, number, &mut log);
        codes::gone(&pairs, number, &mut log);
        for at in 0..service.entries.len() {
            entry::compare(&pairs, (number, at), &mut log);
        }
        order::of_entries(&pairs, number, &mut log);
    }
    for number in 0..new.services.len() {
        service::added(&pairs, number, &mut log);
        codes::added(&pairs, number, &mut log);
    }
    order::of_services(&pairs, &mut log);
    log.finish()
}
