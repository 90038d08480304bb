//! The compiled tables: rows of `u32` columns, little-endian, with every string in one text.
//!
//! A *text id* counts the distinct strings; `TEXTS` holds where each begins, and one more for the end. Id 0 is the
//! empty string and stands for "absent". A *list id* is the position of a list in `LISTS`: its length, then its
//! items. Id 0 is the empty list. No table holds a pointer, so nothing is relocated when a program starts.

/// Columns of a service row.
pub mod service {
    /// Text: name of the Rust module and cargo feature.
    pub const MODULE: usize = 0;
    /// Text: English title.
    pub const TITLE_EN: usize = 1;
    /// Text: Chinese title.
    pub const TITLE_ZH: usize = 2;
    /// Text: title of the source document.
    pub const SOURCE: usize = 3;
    /// Number of the [`Lang`](crate::Lang) of the source document.
    pub const SOURCE_LANG: usize = 4;
    /// List of texts: the prefixes of its codes.
    pub const PREFIXES: usize = 5;
    /// List of text pairs: a prefix that is another spelling, and the prefix it stands for.
    pub const ALIASES: usize = 6;
    /// Row of its first code.
    pub const FIRST_CODE: usize = 7;
    /// Number of its codes.
    pub const CODES: usize = 8;
    /// Row of its first entry.
    pub const FIRST_ENTRY: usize = 9;
    /// Number of its entries.
    pub const ENTRIES: usize = 10;
    /// List of text triples: a prefix that people take for one of the service, and what it is in both languages.
    pub const CONFUSED_WITH: usize = 11;
    /// Columns in a row.
    pub const WIDTH: usize = 12;
}

/// Columns of a code row. Codes of a service are neighbours, in the order of its file.
pub mod code {
    /// Text: the code as it stands on the wire.
    pub const TEXT: usize = 0;
    /// Text: name of its variant in the service's `Code` enum.
    pub const VARIANT: usize = 1;
    /// Row of its service.
    pub const SERVICE: usize = 2;
    /// Row of its first entry; the entries of a code are neighbours.
    pub const FIRST_ENTRY: usize = 3;
    /// Number of its entries.
    pub const ENTRIES: usize = 4;
    /// Columns in a row.
    pub const WIDTH: usize = 5;
}

/// Columns of an entry row.
pub mod entry {
    /// Row of its code.
    pub const CODE: usize = 0;
    /// Text: name of its variant in the service's `Error` enum.
    pub const NAME: usize = 1;
    /// HTTP status, 0 where none is documented.
    pub const STATUS: usize = 2;
    /// Text: English name of its group.
    pub const GROUP_EN: usize = 3;
    /// Text: Chinese name of its group.
    pub const GROUP_ZH: usize = 4;
    /// Row of its message template.
    pub const MESSAGE: usize = 5;
    /// List of template rows: other documented wordings.
    pub const WORDINGS: usize = 6;
    /// List of texts: English description, one text or several steps.
    pub const DESCRIPTION_EN: usize = 7;
    /// List of texts: Chinese description.
    pub const DESCRIPTION_ZH: usize = 8;
    /// List of texts: English remediation.
    pub const REMEDIATION_EN: usize = 9;
    /// List of texts: Chinese remediation.
    pub const REMEDIATION_ZH: usize = 10;
    /// Number of the [`Class`](crate::Class).
    pub const CLASS: usize = 11;
    /// Number of the [`Retry`](crate::Retry).
    pub const RETRY: usize = 12;
    /// Number of the [`Lifecycle`](crate::Lifecycle).
    pub const LIFECYCLE: usize = 13;
    /// 1 where no meaning is published.
    pub const UNDOCUMENTED: usize = 14;
    /// Text: title of the document it comes from, where it is not the service's.
    pub const SOURCE: usize = 15;
    /// List of texts: English note.
    pub const NOTE_EN: usize = 16;
    /// List of texts: Chinese note.
    pub const NOTE_ZH: usize = 17;
    /// List of code rows: related codes.
    pub const SEE: usize = 18;
    /// List of list ids, one a former meaning: see [`former`](super::former).
    pub const FORMER: usize = 19;
    /// Position in the order of the files, from 0.
    pub const POSITION: usize = 20;
    /// List of list ids, one for each overlay that adds to it: see [`addition`](super::addition).
    pub const ADDITIONS: usize = 21;
    /// Columns in a row.
    pub const WIDTH: usize = 22;
}

/// Items of what an overlay adds to an entry.
pub mod addition {
    /// Text: the name of the overlay's layer.
    pub const LAYER: usize = 0;
    /// Text: the link to the runbook.
    pub const RUNBOOK: usize = 1;
    /// Text: who looks after it.
    pub const OWNER: usize = 2;
    /// 0, or 1 more than the number of the [`Severity`](crate::Severity).
    pub const SEVERITY: usize = 3;
    /// List of texts: a further remediation in English.
    pub const REMEDIATION_EN: usize = 4;
    /// List of texts: a further remediation in Chinese.
    pub const REMEDIATION_ZH: usize = 5;
    /// The texts of the entry that are the overlay's translations: the sum of 1 for the English description, 2 for
    /// the Chinese one, 4 and 8 for the remediations.
    pub const TRANSLATED: usize = 6;
    /// Items in all.
    pub const WIDTH: usize = 7;
}

/// Items of a former meaning.
pub mod former {
    /// HTTP status, 0 where none is documented.
    pub const STATUS: usize = 0;
    /// Text: the message, as documented then.
    pub const MESSAGE: usize = 1;
    /// Text: English description.
    pub const DESCRIPTION_EN: usize = 2;
    /// Text: Chinese description.
    pub const DESCRIPTION_ZH: usize = 3;
    /// Items in all.
    pub const WIDTH: usize = 4;
}

/// Columns of a template row. What it takes to put arguments in, and to take them out, stands in the row itself.
pub mod template {
    /// Text: the template as documented.
    pub const RAW: usize = 0;
    /// Where in the text that begins which stands between the placeholders, joined.
    pub const LITERALS: usize = 1;
    /// Where it ends.
    pub const LITERALS_END: usize = 2;
    /// Position in `LISTS` of the first placeholder, of [`HOLE`](super::HOLE) items each.
    pub const FIRST_HOLE: usize = 3;
    /// Number of placeholders.
    pub const HOLES: usize = 4;
    /// Position in `LISTS` of the first parameter, in the order of the arguments: the text of its name.
    pub const FIRST_PARAM: usize = 5;
    /// Number of parameters.
    pub const PARAMS: usize = 6;
    /// 0, or 1 more than the number of the parameter that is a list.
    pub const LIST: usize = 7;
    /// Columns in a row.
    pub const WIDTH: usize = 8;
}

/// Items of a placeholder: the offset in the literals where it stands, the number of its parameter, and 1 for a list.
pub const HOLE: usize = 3;

/// Columns of a node of the tree of messages: a prefix tree over what the templates begin with. Row 0 is the root. A
/// table of one byte a node holds the byte that each is chosen by, and eight more at its end, so that it can be read in
/// words. What lies between those bytes is not in the tree: that a template fits is looked at when it is found.
pub mod node {
    /// How many bytes its templates begin with in common, from the byte that it is chosen by on.
    pub const LENGTH: usize = 0;
    /// Row of its first child; its children are neighbours.
    pub const FIRST_CHILD: usize = 1;
    /// Number of its children.
    pub const CHILDREN: usize = 2;
    /// Row of the first template that begins so, and with no more.
    pub const FIRST_LEAF: usize = 3;
    /// Number of these templates.
    pub const LEAVES: usize = 4;
    /// 1 if there are more of these templates, which are found by their [`anchor`](super::anchor).
    pub const ANCHORED: usize = 5;
    /// Columns in a row.
    pub const WIDTH: usize = 6;
}

/// Columns of a template in the tree of messages.
pub mod leaf {
    /// Row of the template.
    pub const TEMPLATE: usize = 0;
    /// Row of its entry.
    pub const ENTRY: usize = 1;
    /// How many characters of literal text the template has.
    pub const SCORE: usize = 2;
    /// The [last word](crate::tail::last_word) of the text after the last placeholder, lower half.
    pub const TAIL: usize = 3;
    /// The upper half.
    pub const TAIL_HIGH: usize = 4;
    /// The [mask](crate::tail::mask) of that text, lower half.
    pub const MASK: usize = 5;
    /// The upper half.
    pub const MASK_HIGH: usize = 6;
    /// The [anchor](crate::anchor) that it is found by, if it is, lower half.
    pub const ANCHOR: usize = 7;
    /// The upper half.
    pub const ANCHOR_HIGH: usize = 8;
    /// Columns in a row.
    pub const WIDTH: usize = 9;
}

/// Columns of a bucket of [anchors](crate::anchor). What most words are told by, a bit for each part of a bucket that holds
/// an anchor, stands in a table of its own, which is small.
pub mod anchor {
    /// Row of the first template whose anchor is in the bucket.
    pub const FIRST_LEAF: usize = 0;
    /// Number of these templates.
    pub const LEAVES: usize = 1;
    /// Columns in a row.
    pub const WIDTH: usize = 2;
}
