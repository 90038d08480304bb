//! What all handles have in common.

/// Implements comparison, hash, order and `Debug` of a handle, which is its tables and its row.
macro_rules! handle {
    ($handle:ident, $text:expr) => {
        impl PartialEq for $handle {
            fn eq(&self, other: &Self) -> bool {
                core::ptr::eq(self.tables, other.tables) && self.row == other.row
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
                let tables = core::ptr::from_ref(self.tables).cmp(&core::ptr::from_ref(other.tables));
                tables.then(self.row.cmp(&other.row))
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
