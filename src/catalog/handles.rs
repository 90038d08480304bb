//! The catalog and its handles: services, codes and entries.
//!
//! Their getters are in the files of their names. Since they lead from one to the other, all are defined here.

use core::error::Error;
use core::fmt;
use core::iter::FusedIterator;
use core::ops::Range;

use crate::tables::{Tables, handle};

/// Returns the entry of a typed error of a catalog, if an error is one.
pub(crate) type TypedEntry = fn(&(dyn Error + 'static)) -> Option<Entry>;

/// A set of services compiled together: the bundled one is [`CATALOG`](crate::CATALOG).
///
/// It is read where it lies in the program's read-only data; nothing is done at start.
///
/// ```
/// let code = errcat::CATALOG.find("CSBS.6019").unwrap();
/// assert_eq!(code.entry().name(), "TargetServerTypeMismatch");
/// assert!(errcat::CATALOG.services().any(|service| service.name() == "csbs"));
/// ```
pub struct Catalog {
    pub(crate) tables: Tables,
    /// A catalog that is loaded at run time has no typed errors.
    #[cfg_attr(not(feature = "alloc"), expect(dead_code, reason = "nothing asks without typed errors"))]
    pub(crate) typed_entry: Option<TypedEntry>,
}

/// A service: one catalog file, one Rust module, one cargo feature.
///
/// ```
/// use errcat::{Lang, code};
///
/// let service = code!("BackupService.4003").service();
/// assert_eq!(service.name(), "csbs");
/// assert_eq!(service.title(Lang::EN), "Cloud Server Backup Service");
/// assert!(service.prefixes().eq(["CSBS", "BackupService"]));
/// ```
#[derive(Clone, Copy)]
pub struct Service {
    pub(crate) tables: &'static Tables,
    pub(crate) row: u32,
}

handle!(Service, |service| service.name());

/// A code of any catalog, including one that is loaded at run time.
///
/// It is a handle of two words: `Copy`, and compared without looking at the text. The `Code` of a catalog, such as
/// [`errcat::Code`](crate::Code), is smaller and can be a pattern: [`known`](Entry::known) leads to it, and `From` back.
///
/// ```
/// use errcat::{CATALOG, Code, CodeRef, code};
///
/// let code: CodeRef = CATALOG.find("CSBS.6019").unwrap();
/// assert_eq!(code, code!("CSBS.6019"));
/// assert_eq!(Code::try_from(code), Ok(code!("CSBS.6019")));
/// ```
#[derive(Clone, Copy)]
pub struct CodeRef {
    pub(crate) tables: &'static Tables,
    pub(crate) row: u32,
}

handle!(CodeRef, |code| code.as_str());

/// One documented meaning of a code: status, message, description, remediation. A handle: `Copy`, read through getters.
///
/// ```
/// use errcat::{Class, Lang, Retry, code};
///
/// let entry = code!("CSBS.6019").entry();
/// assert_eq!(entry.status(), Some(500));
/// assert_eq!((entry.class(), entry.retry()), (Class::FailedPrecondition, Retry::AfterFix));
/// assert_eq!(
///     entry.remediation(Lang::EN).to_string(),
///     "Select a target server of the same type as the source server.",
/// );
/// ```
#[derive(Clone, Copy)]
pub struct Entry {
    pub(crate) tables: &'static Tables,
    pub(crate) row: u32,
}

handle!(Entry, |entry| entry.name());

/// Defines an iterator over handles whose rows are neighbors.
macro_rules! rows {
    ($(#[$doc:meta])* $rows:ident of $handle:ident) => {
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $rows {
            tables: &'static Tables,
            rows: Range<u32>,
        }

        impl $rows {
            pub(super) fn new(tables: &'static Tables, rows: Range<u32>) -> Self {
                Self { tables, rows }
            }
        }

        impl Iterator for $rows {
            type Item = $handle;

            fn next(&mut self) -> Option<$handle> {
                self.rows.next().map(|row| $handle { tables: self.tables, row })
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                let left = self.rows.len();
                (left, Some(left))
            }
        }

        impl ExactSizeIterator for $rows {}
        impl FusedIterator for $rows {}

        impl fmt::Debug for $rows {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_list().entries(self.clone()).finish()
            }
        }
    };
}

rows! {
    /// An iterator over services.
    Services of Service
}

rows! {
    /// An iterator over codes.
    Codes of CodeRef
}

rows! {
    /// An iterator over entries.
    Entries of Entry
}
