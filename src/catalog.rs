//! The compiled catalog: handles of services, codes and entries over tables of numbers.

mod addition;
mod code;
mod entry;
#[cfg(feature = "alloc")]
mod matching;
mod service;
mod suggest;
mod tables;
mod text;

use core::fmt;

use errcat_core::index::Index;
use errcat_core::layout;
use phf::Map;

pub use addition::Addition;
pub use code::{Code, Codes, Spelling};
pub use entry::{Entries, Entry, FormerMeaning};
#[cfg(feature = "alloc")]
pub use matching::Match;
#[cfg(feature = "alloc")]
pub(crate) use matching::Messages;
pub use service::{Service, Services};
pub(crate) use tables::{Number, Row, Table};
pub use text::Text;

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
    pub(crate) text: &'static str,
    pub(crate) texts: Table<1>,
    pub(crate) services: Table<{ layout::service::WIDTH }>,
    pub(crate) codes: Table<{ layout::code::WIDTH }>,
    pub(crate) entries: Table<{ layout::entry::WIDTH }>,
    pub(crate) templates: Table<{ layout::template::WIDTH }>,
    pub(crate) lists: Table<1>,
    #[cfg(feature = "alloc")]
    pub(crate) messages: Messages,
    pub(crate) index: Index<'static>,
    /// Whether every code has the shape that [`is_plain`](errcat_core::shape::is_plain) asks for.
    pub(crate) plain: bool,
    /// Lookups made at build time; a catalog that is loaded at run time has none, and is searched.
    pub(crate) prefixes: Option<&'static Map<&'static str, u32>>,
    pub(crate) names: Option<&'static Map<&'static str, u32>>,
    /// Tells typed errors of the catalog; a catalog that is loaded at run time has none.
    #[cfg_attr(not(feature = "alloc"), expect(dead_code, reason = "nothing asks without typed errors"))]
    pub(crate) typed_entry: Option<crate::__private::TypedEntry>,
}

impl Catalog {
    /// The code that is written so, or with another spelling of its prefix (an alias: `PAYMENT.` for `PAY.`). Case counts.
    ///
    /// One hash, one slot, one comparison; no allocation.
    #[must_use]
    #[inline]
    pub const fn find(&'static self, text: &str) -> Option<Code> {
        match self.index.find(text) {
            Some(row) => Some(Code { catalog: self, row }),
            None => None,
        }
    }

    /// All services, in the order of their files.
    #[must_use]
    pub fn services(&'static self) -> Services {
        Services::new(self)
    }

    /// All codes, by service, in the order of the files.
    #[must_use]
    pub fn codes(&'static self) -> Codes {
        Codes::new(self, 0..self.codes.len())
    }

    /// All entries, by service and code.
    #[must_use]
    pub fn entries(&'static self) -> Entries {
        Entries::new(self, 0..self.entries.len())
    }

    /// The service of this name, as its module is called.
    ///
    /// ```
    /// assert_eq!(errcat::CATALOG.service("csbs").unwrap().prefixes().next(), Some("CSBS"));
    /// ```
    #[must_use]
    pub fn service(&'static self, name: &str) -> Option<Service> {
        self.services().find(|service| service.name() == name)
    }

    /// The service whose codes have this prefix, in any case.
    ///
    /// ```
    /// assert_eq!(errcat::CATALOG.service_by_prefix("backupservice").unwrap().name(), "csbs");
    /// assert_eq!(errcat::CATALOG.service_by_prefix("NOSUCH"), None);
    /// ```
    #[must_use]
    pub fn service_by_prefix(&'static self, prefix: &str) -> Option<Service> {
        let mut lower = [0; 64];
        let lower = lower.get_mut(..prefix.len())?;
        lower.copy_from_slice(prefix.as_bytes());
        lower.make_ascii_lowercase();
        let Some(map) = self.prefixes else {
            let same = |service: &Service| service.prefixes().any(|known| known.eq_ignore_ascii_case(prefix));
            return self.services().find(same);
        };
        let row = map.get(core::str::from_utf8(lower).ok()?)?;
        Some(Service { catalog: self, row: *row })
    }

    /// The entry of this name, written with its module: `csbs::TargetServerTypeMismatch`.
    ///
    /// ```
    /// let entry = errcat::CATALOG.entry("csbs::UserUnverified").unwrap();
    /// assert_eq!((entry.code().as_str(), entry.status()), ("CSBS.9009", Some(403)));
    /// ```
    #[must_use]
    pub fn entry(&'static self, path: &str) -> Option<Entry> {
        let Some(map) = self.names else {
            let (service, name) = path.split_once("::")?;
            return self.entries().find(|entry| entry.name() == name && entry.service().name() == service);
        };
        map.get(path).map(|row| Entry { catalog: self, row: *row })
    }

    /// The string of this number.
    #[inline]
    pub(crate) fn text(&self, id: u32) -> &'static str {
        let (start, end) = (self.texts.get(id, 0), self.texts.get(id + 1, 0));
        self.text.get(start as usize..end as usize).unwrap_or("")
    }

    /// The items of the list of this number.
    pub(crate) fn list(&self, id: u32) -> impl ExactSizeIterator<Item = u32> + Clone + use<> {
        self.lists.numbers(id + 1, self.lists.get(id, 0)).iter().map(|number| u32::from_le_bytes(*number))
    }

    /// One item of a list.
    pub(crate) fn item(&self, list: u32, at: usize) -> u32 {
        self.lists.get(list + 1 + at as u32, 0)
    }
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalog")
            .field("services", &self.services.len())
            .field("codes", &self.codes.len())
            .field("entries", &self.entries.len())
            .finish_non_exhaustive()
    }
}

/// Comparison, hash, order and `Debug` of a handle: its catalog and its row.
macro_rules! handle {
    ($handle:ident, $text:expr) => {
        impl PartialEq for $handle {
            fn eq(&self, other: &Self) -> bool {
                core::ptr::eq(self.catalog, other.catalog) && self.row == other.row
            }
        }

        impl Eq for $handle {}

        impl core::hash::Hash for $handle {
            fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
                self.row.hash(state);
            }
        }

        impl PartialOrd for $handle {
            fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $handle {
            fn cmp(&self, other: &Self) -> core::cmp::Ordering {
                let catalogs = core::ptr::from_ref(self.catalog).cmp(&core::ptr::from_ref(other.catalog));
                catalogs.then(self.row.cmp(&other.row))
            }
        }

        impl core::fmt::Debug for $handle {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                let text: fn(&$handle) -> &'static str = $text;
                write!(f, concat!(stringify!($handle), "({})"), text(self))
            }
        }
    };
}
pub(crate) use handle;
