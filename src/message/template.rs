//! A message with placeholders.

use core::fmt;

use errcat_core::layout::{PLACEHOLDER, template as column};
use errcat_core::placeholder::{Written, is_list};
use errcat_core::table::{Number, Row};

use crate::tables::{Tables, handle};

/// A message with its placeholders, as documented.
///
/// ```
/// let message = errcat::code!("CSBS.6019").entry().message();
/// assert!(message.as_str().starts_with("The source server (%s) type (%s)"));
/// assert!(message.params().eq(["source_server", "source_type", "target_server", "target_type"]));
/// let text = message.format(&["s-1", "ECS", "s-2", "BMS"])?.to_string();
/// assert!(text.ends_with("the target server (s-2) type (BMS)."));
/// # Ok::<(), errcat::ArgumentError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Template {
    pub(crate) tables: &'static Tables,
    pub(crate) row: u32,
}

handle!(Template, |template| template.as_str());

/// A part of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// Text that every message holds.
    Literal(&'static str),
    /// A placeholder.
    Placeholder {
        /// The position of its parameter in [`Template::params`].
        param: usize,
        /// The name of its parameter.
        name: &'static str,
        /// Whether it takes any number of values, shown as `[a, b]`.
        list: bool,
    },
}

/// The placeholders of a template, from left to right.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placeholders {
    numbers: &'static [[Number; PLACEHOLDER]],
}

impl Placeholders {
    #[cfg(feature = "alloc")]
    #[inline]
    pub(super) fn len(self) -> usize {
        self.numbers.len()
    }

    #[inline]
    pub(super) fn iter(self) -> impl ExactSizeIterator<Item = Placeholder> + DoubleEndedIterator + Clone {
        self.numbers.iter().map(|[offset, param, written]| Placeholder {
            offset: u32::from_le_bytes(*offset) as usize,
            param: u32::from_le_bytes(*param) as usize,
            list: is_list(*written),
        })
    }
}

/// A placeholder: its offset in the literals, which parameter it takes, and whether that is a list.
#[derive(Clone, Copy)]
pub(super) struct Placeholder {
    pub(super) offset: usize,
    pub(super) param: usize,
    pub(super) list: bool,
}

impl Template {
    /// The message as documented, placeholders and all; empty where no message is documented.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.tables.text(self.get(column::RAW))
    }

    /// The names of its parameters, in the order of the arguments.
    #[must_use]
    pub fn params(self) -> impl ExactSizeIterator<Item = &'static str> + Clone {
        self.param_ids().iter().map(move |id| self.tables.text(u32::from_le_bytes(*id)))
    }

    /// Its parts in order: literal text and placeholders.
    pub fn pieces(self) -> impl Iterator<Item = Piece> + Clone {
        let literals = self.literals();
        let placeholders = self.placeholders();
        let ends = placeholders.iter().map(|placeholder| (placeholder.offset, Some(placeholder)));
        let starts = core::iter::once(0).chain(placeholders.iter().map(|placeholder| placeholder.offset));
        starts.zip(ends.chain([(literals.len(), None)])).flat_map(move |(start, (end, placeholder))| {
            let literal = literals.get(start..end).filter(|text| !text.is_empty()).map(Piece::Literal);
            let placeholder = placeholder.map(|Placeholder { param, list, .. }| Piece::Placeholder {
                param,
                name: self.params().nth(param).unwrap_or(""),
                list,
            });
            literal.into_iter().chain(placeholder)
        })
    }

    /// Returns how each placeholder is written, for the command, which writes catalog files.
    #[doc(hidden)]
    pub fn written(self) -> impl Iterator<Item = Written<&'static str>> {
        self.placeholders().numbers.iter().map(move |[_, _, written]| {
            let written = Written::from_number(u32::from_le_bytes(*written));
            written.map_marker(|marker| self.tables.text(marker))
        })
    }

    /// What stands between the placeholders, joined.
    #[inline]
    pub(crate) fn literals(self) -> &'static str {
        let row = self.row();
        let (start, end) = (row.get(column::LITERALS), row.get(column::LITERALS_END));
        self.tables.text.get(start as usize..end as usize).unwrap_or("")
    }

    #[inline]
    pub(super) fn placeholders(self) -> Placeholders {
        let row = self.row();
        let count = row.get(column::PLACEHOLDERS).saturating_mul(PLACEHOLDER as u32);
        let numbers = self.tables.rows.lists.numbers(row.get(column::FIRST_PLACEHOLDER), count);
        Placeholders { numbers: numbers.as_chunks().0 }
    }

    /// Text ids of the names of its parameters.
    #[inline]
    pub(super) fn param_ids(self) -> &'static [Number] {
        let row = self.row();
        self.tables.rows.lists.numbers(row.get(column::FIRST_PARAM), row.get(column::PARAMS))
    }

    #[inline]
    pub(super) fn get(self, column: usize) -> u32 {
        self.row().get(column)
    }

    #[inline]
    fn row(self) -> Row<{ column::WIDTH }> {
        self.tables.rows.templates.row(self.row)
    }
}

impl fmt::Display for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
