//! Finds rows by name. This is not hot, unlike the lookup by code.

use phf::Map;

/// How the rows of a table are found by name.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "made by generated code alone, and never shown")]
pub enum NameMap {
    /// By a perfect hash map that was made at build time.
    Map(&'static Map<&'static str, u32>),
    /// By looking at one row after another: a catalog that is loaded at run time has no map, and one with very many
    /// names would take long to compile with it.
    Scan,
}

impl NameMap {
    /// Returns the row with this name. Without a map, it is the first of `rows` that `has_name`.
    pub(crate) fn find(self, name: &str, rows: u32, has_name: impl Fn(u32) -> bool) -> Option<u32> {
        match self {
            Self::Map(map) => map.get(name).copied(),
            Self::Scan => (0..rows).find(|row| has_name(*row)),
        }
    }
}

/// The names of a catalog.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "made by generated code alone, and never shown")]
pub struct Names {
    /// Services by a prefix of their codes, in lower case.
    pub prefixes: NameMap,
    /// Entries by service and name: `csbs::UserUnverified`.
    pub entries: NameMap,
}

impl Names {
    /// The names of a catalog that is loaded at run time.
    pub(crate) const SCAN: Self = Self { prefixes: NameMap::Scan, entries: NameMap::Scan };
}
