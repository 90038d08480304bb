//! A code, as it stands on the wire.

use core::fmt;
use core::iter::FusedIterator;
use core::ops::Range;
use core::str::FromStr;

use errcat_core::layout::code as column;
use errcat_core::shape;

use super::{Catalog, Entries, Entry, Service, handle};
use crate::error::UnknownCode;

/// A code that the catalog knows. A handle of two words: `Copy`, compared without looking at the text.
///
/// ```
/// use errcat::{Code, code};
///
/// let code: Code = "CSBS.6019".parse()?;
/// assert_eq!(code, code!("CSBS.6019"));
/// assert_eq!(code.as_str(), "CSBS.6019");
/// assert!(Code::find("CSBS.6O19").is_none());
/// # Ok::<(), errcat::UnknownCode>(())
/// ```
#[derive(Clone, Copy)]
pub struct Code {
    pub(crate) catalog: &'static Catalog,
    pub(crate) row: u32,
}

handle!(Code, |code| code.as_str());

impl Code {
    /// The code of the bundled catalog that is written so, or with another spelling of its prefix. Case counts.
    ///
    /// Runs in constants too; allocates nothing and needs no start-up work.
    ///
    /// ```
    /// const CODE: Option<errcat::Code> = errcat::Code::find("CSBS.6019");
    /// assert_eq!(CODE.unwrap().as_str(), "CSBS.6019");
    /// ```
    #[must_use]
    #[inline]
    pub const fn find(text: &str) -> Option<Self> {
        match crate::INDEX.find(text) {
            Some(row) => Some(Self { catalog: &crate::CATALOG, row }),
            None => None,
        }
    }

    /// All codes of the bundled catalog, by service, in the order of the files.
    #[must_use]
    pub fn all() -> Codes {
        crate::CATALOG.codes()
    }

    /// The code as the vendor documents it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.catalog.text(self.get(column::TEXT))
    }

    /// Returns what the code begins with, before the dot: the prefix that tells its service.
    ///
    /// ```
    /// # use errcat::code;
    /// let code = code!("SVCSTG.CCE-ADDONMGR.4030301");
    /// assert_eq!((code.prefix(), code.number()), ("SVCSTG.CCE-ADDONMGR", "4030301"));
    /// ```
    #[must_use]
    pub fn prefix(self) -> &'static str {
        self.spelling().prefix
    }

    /// Returns what follows the prefix and the dot.
    #[must_use]
    pub fn number(self) -> &'static str {
        self.spelling().number
    }

    /// Returns every way to write the code that [`find`](Self::find) accepts: as documented first, then once with
    /// each alias of its prefix.
    ///
    /// ```
    /// # use errcat::code;
    /// let spellings: Vec<_> = code!("CSBS.6019").spellings().map(|spelling| spelling.to_string()).collect();
    /// assert_eq!(spellings, ["CSBS.6019"]); // `CSBS` has no alias
    /// ```
    pub fn spellings(self) -> impl Iterator<Item = Spelling> + Clone {
        let documented = self.spelling();
        let aliases = self.service().aliases().filter(move |(_, prefix)| *prefix == documented.prefix);
        let others = aliases.map(move |(prefix, _)| Spelling { prefix, ..documented });
        core::iter::once(documented).chain(others)
    }

    fn spelling(self) -> Spelling {
        let text = self.as_str();
        let (prefix, number) = shape::split(text, self.service().prefixes()).unwrap_or(("", text));
        Spelling { prefix, number }
    }

    /// Its first documented meaning.
    #[must_use]
    pub fn entry(self) -> Entry {
        Entry { catalog: self.catalog, row: self.get(column::FIRST_ENTRY) }
    }

    /// All its documented meanings, at least one, in the order of the document.
    ///
    /// ```
    /// # use errcat::code;
    /// let statuses: Vec<_> = code!("CSBS.9009").entries().map(|entry| entry.status()).collect();
    /// assert_eq!(statuses, [Some(403), Some(400)]);
    /// ```
    #[must_use]
    pub fn entries(self) -> Entries {
        let first = self.get(column::FIRST_ENTRY);
        Entries::new(self.catalog, first..first + self.get(column::ENTRIES))
    }

    /// The first meaning that is documented with this HTTP status.
    #[must_use]
    pub fn entry_for_status(self, status: u16) -> Option<Entry> {
        self.entries().find(|entry| entry.status() == Some(status))
    }

    /// The service that sends it.
    #[must_use]
    pub fn service(self) -> Service {
        Service { catalog: self.catalog, row: self.get(column::SERVICE) }
    }

    /// Name of its variant in the service's `Code` enum: `Csbs6019`.
    #[must_use]
    pub fn variant(self) -> &'static str {
        self.catalog.text(self.get(column::VARIANT))
    }

    fn get(self, column: usize) -> u32 {
        self.catalog.codes.get(self.row, column)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl AsRef<str> for Code {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        Self::find(text).ok_or_else(|| UnknownCode::new(&crate::CATALOG, text))
    }
}

/// One way to write a code: see [`Code::spellings`]. Its `Display` writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spelling {
    prefix: &'static str,
    number: &'static str,
}

impl Spelling {
    /// Returns the prefix of this spelling.
    #[must_use]
    pub fn prefix(self) -> &'static str {
        self.prefix
    }
}

impl fmt::Display for Spelling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.prefix)?;
        f.write_str(if self.prefix.is_empty() { "" } else { "." })?;
        f.write_str(self.number)
    }
}

/// Codes, one after another.
#[derive(Clone, Debug)]
pub struct Codes {
    catalog: &'static Catalog,
    rows: Range<u32>,
}

impl Codes {
    pub(super) fn new(catalog: &'static Catalog, rows: Range<u32>) -> Self {
        Self { catalog, rows }
    }
}

impl Iterator for Codes {
    type Item = Code;

    fn next(&mut self) -> Option<Code> {
        self.rows.next().map(|row| Code { catalog: self.catalog, row })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.rows.len();
        (left, Some(left))
    }
}

impl ExactSizeIterator for Codes {}
impl FusedIterator for Codes {}
