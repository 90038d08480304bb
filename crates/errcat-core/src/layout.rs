//! The compiled tables: rows of `u32` columns, little-endian, with every string in one text.
//!
//! A *text id* counts the distinct strings; `TEXTS` holds where each begins, and one more for the end. Id 0 is the
//! empty string and stands for "absent". A *list id* is the position of a list in `LISTS`: its length, then its
//! items. Id 0 is the empty list. No table holds a pointer, so nothing is relocated when a program starts.

/// Numbers the columns of each table from 0, in the order in which they are written here, and counts them.
macro_rules! columns {
    ($($(#[$doc:meta])* $table:ident { $($(#[$column_doc:meta])* $column:ident,)+ })+) => {
        $($(#[$doc])* pub mod $table {
            #[allow(clippy::upper_case_acronyms, non_camel_case_types, reason = "each becomes a constant")]
            enum Column { $($column,)+ }

            $($(#[$column_doc])* pub const $column: usize = Column::$column as usize;)+
            /// The number of columns.
            pub const WIDTH: usize = [$($column,)+].len();
        })+
    };
}

columns! {
    /// Columns of a service row.
    service {
        /// Text: name of the Rust module and cargo feature.
        MODULE,
        /// Text: English title.
        TITLE_EN,
        /// Text: Chinese title.
        TITLE_ZH,
        /// Text: title of the source document.
        SOURCE,
        /// Number of the [`Lang`](crate::Lang) of the source document.
        SOURCE_LANG,
        /// List of text pairs: a prefix of its codes, and what separates it from the number.
        PREFIXES,
        /// List of text pairs: a prefix that is another spelling, and the prefix it stands for.
        ALIASES,
        /// Row of its first code.
        FIRST_CODE,
        /// Number of its codes.
        CODES,
        /// Row of its first entry.
        FIRST_ENTRY,
        /// Number of its entries.
        ENTRIES,
        /// List of text triples: a prefix that people take for one of the service, and what it is in both languages.
        CONFUSED_WITH,
        /// Text: the pattern for the page of each code.
        URL,
        /// Text: the address of the source document.
        SOURCE_URL,
    }

    /// Columns of a code row. Codes of a service are neighbours, in the order of its file.
    code {
        /// Text: the code as it stands on the wire.
        TEXT,
        /// Text: name of its variant in the service's `Code` enum.
        VARIANT,
        /// Row of its service.
        SERVICE,
        /// Row of its first entry; the entries of a code are neighbours.
        FIRST_ENTRY,
        /// Number of its entries.
        ENTRIES,
    }

    /// Columns of an entry row.
    entry {
        /// Row of its code.
        CODE,
        /// Text: name of its variant in the service's `Error` enum.
        NAME,
        /// HTTP status, 0 where none is documented.
        STATUS,
        /// Text: English name of its group.
        GROUP_EN,
        /// Text: Chinese name of its group.
        GROUP_ZH,
        /// Row of its message template.
        MESSAGE,
        /// List of template rows: other documented wordings.
        WORDINGS,
        /// List of texts: English description, one text or several steps.
        DESCRIPTION_EN,
        /// List of texts: Chinese description.
        DESCRIPTION_ZH,
        /// List of texts: English remediation.
        REMEDIATION_EN,
        /// List of texts: Chinese remediation.
        REMEDIATION_ZH,
        /// Number of the [`Class`](crate::Class).
        CLASS,
        /// Number of the [`Retry`](crate::Retry).
        RETRY,
        /// Number of the [`Lifecycle`](crate::Lifecycle).
        LIFECYCLE,
        /// 1 where no meaning is published.
        UNDOCUMENTED,
        /// Text: title of the document it comes from, where it is not the service's.
        SOURCE,
        /// List of texts: English note.
        NOTE_EN,
        /// List of texts: Chinese note.
        NOTE_ZH,
        /// List of code rows: related codes.
        SEE,
        /// List of list ids, one a former meaning: see [`former`](super::former).
        FORMER,
        /// Position in the order of the files, from 0.
        POSITION,
        /// List of list ids, one for each overlay that adds to it: see [`addition`](super::addition).
        ADDITIONS,
        /// Text: since when there is such an entry.
        SINCE,
        /// 0, or the list id of the [`deprecation`](super::deprecation).
        DEPRECATED,
        /// 0, or 1 more than the row of the code to use in its place.
        REPLACED_BY,
        /// How many seconds to wait before the request is repeated, 0 where that is not documented.
        RETRY_AFTER,
        /// 0, or 1 more than the number of the [`Severity`](crate::Severity).
        SEVERITY,
        /// Text: the address of the document that it comes from, where the document is not the service's.
        SOURCE_URL,
        /// Text: the address that the file gives for it.
        URL,
        /// Text: the address that the pattern of the service gives for it, where the file gives none.
        PAGE,
    }

    /// Items of a deprecation.
    deprecation {
        /// Text: since when it is deprecated.
        SINCE,
        /// Text: English note.
        NOTE_EN,
        /// Text: Chinese note.
        NOTE_ZH,
    }

    /// Items of what an overlay adds to an entry.
    addition {
        /// Text: the name of the overlay's layer.
        LAYER,
        /// Text: the link to the runbook.
        RUNBOOK,
        /// Text: who looks after it.
        OWNER,
        /// 0, or 1 more than the number of the [`Severity`](crate::Severity).
        SEVERITY,
        /// List of texts: a further remediation in English.
        REMEDIATION_EN,
        /// List of texts: a further remediation in Chinese.
        REMEDIATION_ZH,
        /// The texts of the entry that are the overlay's translations: the sum of 1 for the English description, 2 for
        /// the Chinese one, 4 and 8 for the remediations.
        TRANSLATED,
    }

    /// Items of a former meaning.
    former {
        /// HTTP status, 0 where none is documented.
        STATUS,
        /// Text: the message, as documented then.
        MESSAGE,
        /// Text: English description.
        DESCRIPTION_EN,
        /// Text: Chinese description.
        DESCRIPTION_ZH,
    }

    /// Columns of a template row. What it takes to put arguments in, and to take them out, stands in the row itself.
    template {
        /// Text: the template as documented.
        RAW,
        /// Where in the text that begins which stands between the placeholders, joined.
        LITERALS,
        /// Where it ends.
        LITERALS_END,
        /// Position in `LISTS` of the first placeholder, of [`PLACEHOLDER`](super::PLACEHOLDER) items each.
        FIRST_PLACEHOLDER,
        /// Number of placeholders.
        PLACEHOLDERS,
        /// Position in `LISTS` of the first parameter, in the order of the arguments: the text of its name.
        FIRST_PARAM,
        /// Number of parameters.
        PARAMS,
        /// 0, or 1 more than the number of the parameter that is a list.
        LIST,
    }

    /// Columns of a node of the tree of messages: a prefix tree over what the templates begin with. Row 0 is the root. A
    /// table of one byte a node holds the byte that each is chosen by, and eight more at its end, so that it can be read in
    /// words. What lies between those bytes is not in the tree: that a template fits is looked at when it is found.
    node {
        /// How many bytes its templates begin with in common, from the byte that it is chosen by on.
        LENGTH,
        /// Row of its first child; its children are neighbours.
        FIRST_CHILD,
        /// Number of its children.
        CHILDREN,
        /// Row of the first template that begins so, and with no more.
        FIRST_LEAF,
        /// Number of these templates.
        LEAVES,
        /// 1 if there are more of these templates, which are found by their [`anchor`](super::anchor).
        ANCHORED,
    }

    /// Columns of a template in the tree of messages.
    leaf {
        /// Row of the template.
        TEMPLATE,
        /// Row of its entry.
        ENTRY,
        /// How many characters of literal text the template has.
        SCORE,
        /// The [last word](crate::tail::last_word) of the text after the last placeholder, lower half.
        TAIL,
        /// The upper half.
        TAIL_HIGH,
        /// The [mask](crate::tail::mask) of that text, lower half.
        MASK,
        /// The upper half.
        MASK_HIGH,
        /// The [anchor](crate::anchor) that it is found by, if it is, lower half.
        ANCHOR,
        /// The upper half.
        ANCHOR_HIGH,
    }

    /// Columns of a bucket of [anchors](crate::anchor). What most words are told by, a bit for each part of a bucket that holds
    /// an anchor, stands in a table of its own, which is small.
    anchor {
        /// Row of the first template whose anchor is in the bucket.
        FIRST_LEAF,
        /// Number of these templates.
        LEAVES,
    }
}

/// The number of items of a placeholder: its offset in the literals, the number of its parameter, and how it is
/// [written](crate::placeholder::Written).
pub const PLACEHOLDER: usize = 3;
