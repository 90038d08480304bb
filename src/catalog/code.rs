//! The getters of a code.

use core::fmt;

use errcat_core::layout::code as column;
use errcat_core::shape::{self, Split};

use super::handles::{CodeRef, Entries, Entry, Service};

impl CodeRef {
    /// Returns the code as the vendor documents it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.tables.text(self.get(column::TEXT))
    }

    /// Returns what the code begins with: a prefix of its service, or nothing if the service has none.
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

    /// Returns what follows the prefix and the separator; the whole code if its service has no prefix.
    #[must_use]
    pub fn number(self) -> &'static str {
        self.spelling().number
    }

    /// Returns every way to write the code that [`Catalog::find`](crate::Catalog::find) accepts: as documented first, then once with
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
        let split = shape::split(text, self.service().spelled_prefixes());
        let Split { prefix, separator, number } =
            split.unwrap_or(Split { prefix: "", separator: "", number: text });
        Spelling { prefix, separator, number }
    }

    /// Returns its first documented meaning.
    #[must_use]
    pub const fn entry(self) -> Entry {
        Entry { tables: self.tables, row: self.get(column::FIRST_ENTRY) }
    }

    /// Returns all its documented meanings, at least one, in the order of the document.
    ///
    /// ```
    /// # use errcat::code;
    /// let statuses: Vec<_> = code!("CSBS.9009").entries().map(|entry| entry.status()).collect();
    /// assert_eq!(statuses, [Some(403), Some(400)]);
    /// ```
    #[must_use]
    pub fn entries(self) -> Entries {
        let first = self.get(column::FIRST_ENTRY);
        Entries::new(self.tables, first..first + self.get(column::ENTRIES))
    }

    /// Returns the first meaning that is documented with this HTTP status.
    #[must_use]
    pub fn entry_for_status(self, status: u16) -> Option<Entry> {
        self.entries().find(|entry| entry.status() == Some(status))
    }

    /// Returns the service that sends it.
    #[must_use]
    pub const fn service(self) -> Service {
        Service { tables: self.tables, row: self.get(column::SERVICE) }
    }

    /// Returns the name of its variant in the service's `Code` enum: `Csbs6019`.
    #[must_use]
    pub const fn variant(self) -> &'static str {
        self.tables.text(self.get(column::VARIANT))
    }

    const fn get(self, column: usize) -> u32 {
        self.tables.rows.codes.get(self.row, column)
    }
}

impl fmt::Display for CodeRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl PartialEq<str> for CodeRef {
    fn eq(&self, text: &str) -> bool {
        self.as_str() == text
    }
}

impl PartialEq<&str> for CodeRef {
    fn eq(&self, text: &&str) -> bool {
        self.as_str() == *text
    }
}

impl AsRef<str> for CodeRef {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

/// One way to write a code: see [`CodeRef::spellings`]. Its `Display` writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spelling {
    prefix: &'static str,
    separator: &'static str,
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
        f.write_str(self.separator)?;
        f.write_str(self.number)
    }
}
