//! Every kind of diagnostic. To add one, add a row: names are stable, and a kind without a row does not compile.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use super::Level;

/// Defines the kinds of diagnostics and the lints among them from one row each: the variant, the name, for a lint
/// whether it is on by default, and a summary.
macro_rules! diagnostics {
    (
        errors { $($error:ident = $error_name:literal: $error_summary:literal,)+ }
        warnings { $($warning:ident = $warning_name:literal: $warning_summary:literal,)+ }
        lints { $($lint:ident = $lint_name:literal, $default:ident: $lint_summary:literal,)+ }
    ) => {
        /// The kind of a [`Diagnostic`](crate::Diagnostic).
        ///
        /// Names are stable: a kind keeps its name and its meaning. Kinds are ordered by name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum DiagnosticKind {
            $(#[doc = concat!("`", $error_name, "`: ", $error_summary, ".")] $error,)+
            $(#[doc = concat!("`", $warning_name, "`: ", $warning_summary, ".")] $warning,)+
            $(#[doc = concat!("`", $lint_name, "`: ", $lint_summary, ".")] $lint,)+
        }

        impl DiagnosticKind {
            /// All kinds: errors, warnings and lints, each sorted by name.
            pub const ALL: &'static [Self] =
                &[$(Self::$error,)+ $(Self::$warning,)+ $(Self::$lint,)+];

            /// Returns the name, in kebab case.
            ///
            /// ```
            /// assert_eq!(errcat_build::DiagnosticKind::DuplicateName.name(), "duplicate-name");
            /// ```
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$error => $error_name,)+
                    $(Self::$warning => $warning_name,)+
                    $(Self::$lint => $lint_name,)+
                }
            }

            /// Returns the level that diagnostics of this kind have unless warnings or the lint are denied.
            ///
            /// ```
            /// use errcat_build::{DiagnosticKind, Level};
            ///
            /// assert_eq!(DiagnosticKind::DuplicateName.level(), Level::Error);
            /// assert_eq!(DiagnosticKind::UnbalancedQuotes.level(), Level::Warning);
            /// ```
            #[must_use]
            pub const fn level(self) -> Level {
                match self {
                    $(Self::$error)|+ => Level::Error,
                    $(Self::$warning)|+ $(| Self::$lint)+ => Level::Warning,
                }
            }

            /// Returns one line that says what is wrong.
            ///
            /// ```
            /// let kind = errcat_build::DiagnosticKind::DuplicateKey;
            /// assert_eq!(kind.summary(), "a mapping has the same key twice");
            /// ```
            #[must_use]
            pub const fn summary(self) -> &'static str {
                match self {
                    $(Self::$error => $error_summary,)+
                    $(Self::$warning => $warning_summary,)+
                    $(Self::$lint => $lint_summary,)+
                }
            }

            /// Returns the documentation of this kind as Markdown: what it means, an example with the output of the
            /// checker, what to do, and, for a lint, how to allow it.
            ///
            /// ```
            /// let page = errcat_build::DiagnosticKind::DuplicateName.page();
            /// assert!(page.contains("error[duplicate-name]"));
            /// ```
            #[cfg(feature = "explain")]
            #[must_use]
            pub const fn page(self) -> &'static str {
                match self {
                    $(Self::$error => include_str!(concat!("pages/", $error_name, ".md")),)+
                    $(Self::$warning => include_str!(concat!("pages/", $warning_name, ".md")),)+
                    $(Self::$lint => include_str!(concat!("pages/", $lint_name, ".md")),)+
                }
            }
        }

        /// A check for suspicious data. What it finds is a warning, which an entry can allow.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Lint {
            $(#[doc = concat!("`", $lint_name, "`: ", $lint_summary, ".")] $lint,)+
        }

        impl Lint {
            /// All lints, sorted by name.
            pub const ALL: &'static [Self] = &[$(Self::$lint,)+];

            /// Returns the kind of the diagnostics that report what this lint finds.
            ///
            /// ```
            /// use errcat_build::{DiagnosticKind, Lint};
            ///
            /// assert_eq!(Lint::UnbalancedQuotes.kind(), DiagnosticKind::UnbalancedQuotes);
            /// ```
            #[must_use]
            pub const fn kind(self) -> DiagnosticKind {
                match self { $(Self::$lint => DiagnosticKind::$lint,)+ }
            }

            /// Returns whether this lint is on by default. Those that are off judge what a vendor wrote or decided,
            /// which a catalog quotes verbatim.
            ///
            /// ```
            /// use errcat_build::Lint;
            ///
            /// assert!(Lint::UnbalancedQuotes.is_default() && !Lint::ContactSupportOnly.is_default());
            /// ```
            #[must_use]
            pub const fn is_default(self) -> bool {
                match self { $(Self::$lint => default!($default),)+ }
            }
        }
    };
}

/// Whether a lint is on by default, in the words of its row.
macro_rules! default {
    (on) => {
        true
    };
    (off) => {
        false
    };
}

#[rustfmt::skip]
diagnostics! {
    errors {
        AmbiguousEntry = "ambiguous-entry": "an overlay does not say which entry of a code it adds to",
        CodeTooLong = "code-too-long": "a code, or another spelling of it, is longer than 250 bytes",
        DuplicateAddition = "duplicate-addition": "a layer of an overlay adds to one entry twice",
        DuplicateCode = "duplicate-code": "two services have the same code",
        DuplicateEntry = "duplicate-entry": "a code has two entries with the same status and message",
        DuplicateKey = "duplicate-key": "a mapping has the same key twice",
        DuplicateName = "duplicate-name": "two entries of a service have the same name",
        DuplicatePrefix = "duplicate-prefix": "a service lists the same prefix twice",
        DuplicateService = "duplicate-service": "two files have the same `service`",
        DuplicateSettings = "duplicate-settings": "two files of a catalog have the key `catalog`",
        EmptyAddition = "empty-addition": "an overlay names an entry but adds nothing to it",
        EmptyFolder = "empty-folder": "the folder contains no `*.yaml` or `*.yml` file with a service",
        EmptyList = "empty-list": "`entries` or `languages` is empty",
        EmptyText = "empty-text": "a text or a list of steps is empty",
        FileTooLarge = "file-too-large": "a file is larger than 128 MiB, or has too many values",
        InvalidLink = "invalid-link": "a `runbook`, a `url` or the address of a site is not a complete address: `https://...`",
        InvalidName = "invalid-name": "a service, prefix, variant or parameter has a name that Rust or the catalog cannot use",
        KnownPrefix = "known-prefix": "`confused_with` names a prefix of the catalog itself",
        LinkedFile = "linked-file": "a file is a symbolic link, and links are not followed",
        MalformedPlaceholder = "malformed-placeholder": "a bracket is not closed, or does not contain a name",
        MisplacedSettings = "misplaced-settings": "a file with the key `catalog` is not called `catalog.yaml`",
        MissingKey = "missing-key": "a required key is absent",
        MoreDiagnostics = "more-diagnostics": "a file has more diagnostics than are listed",
        ParamsMismatch = "params-mismatch": "`params` does not fit the placeholders, or two placeholders would be the same field",
        RetryAfterOutOfRange = "retry-after-out-of-range": "a pause before a retry is not between a second and a year",
        RetryAfterWithoutRetry = "retry-after-without-retry": "an entry says how long to wait, but not that a retry without a change can succeed",
        StatusOutOfRange = "status-out-of-range": "a status is not between 100 and 599",
        StepsDiffer = "steps-differ": "the languages of a text have different numbers of steps",
        TooDeep = "too-deep": "values are nested deeper than 64 levels",
        TooManyPlaceholders = "too-many-placeholders": "a message has more than 100 placeholders, or `params` or `markers` more than 100 names",
        UnknownAlias = "unknown-alias": "an alias does not connect two of `prefixes`",
        UnknownCode = "unknown-code": "an overlay adds to a code that the service does not have",
        UnknownEntry = "unknown-entry": "an overlay names an entry that the code does not have",
        UnknownGroup = "unknown-group": "a group is not one of `groups`",
        UnknownKey = "unknown-key": "a key is not one of those allowed here",
        UnknownLint = "unknown-lint": "`allow` or `lints` names a lint that does not exist",
        UnknownReference = "unknown-reference": "`see` or `replaced_by` does not name another code of the file",
        UnknownService = "unknown-service": "an overlay is for a service that the catalog does not have",
        UnknownWord = "unknown-word": "a class, retry, lifecycle, severity, language or level is not one of the known words",
        UnreadableFile = "unreadable-file": "a file cannot be read, is not a file, or is not UTF-8",
        UnreadableFolder = "unreadable-folder": "the folder cannot be read",
        UnusedMarker = "unused-marker": "no message of the entry contains the marker as a word of its own",
        VariantCollision = "variant-collision": "two codes would get the same variant: they differ only in separators or case",
        VendorText = "vendor-text": "an overlay translates into the language of the vendor's own text",
        WordingParams = "wording-params": "a wording does not have the parameters of the message, or those that it names",
        WrongPrefix = "wrong-prefix": "a code does not begin with a prefix of the service, is written with an alias, or has a character that no code can have",
        WrongType = "wrong-type": "a value has the wrong type: a number where a string is expected",
        YamlAnchor = "yaml-anchor": "a value has an anchor (`&name`), or refers to one (`*name`)",
        YamlSyntax = "yaml-syntax": "the file is not YAML, or contains several documents",
    }
    warnings {
        UnusedAllow = "unused-allow": "an entry allows a lint that finds nothing in it",
    }
    lints {
        ClassContradictsStatus = "class-contradicts-status", off: "the class is one that nobody expects with the status, such as `permission_denied` with 404",
        CommentBehindText = "comment-behind-text", on: "a comment follows an unquoted text, and may be meant as part of it",
        ContactSupportOnly = "contact-support-only", off: "the only remedy is to contact support",
        DescriptionRepeatsMessage = "description-repeats-message", on: "the description is the message, word for word",
        ForeignPlaceholder = "foreign-placeholder", on: "description or remediation has a placeholder that the message does not have",
        FormattingAccident = "formatting-accident", on: "a text contains what a failed format leaves behind: `%!s(MISSING)`, `{!r}`, `[object Object]`, `undefined`",
        MixedPlaceholders = "mixed-placeholders", on: "a message has placeholders of several dialects, such as `%s` and `{name}`",
        NearDuplicateMessage = "near-duplicate-message", on: "two messages differ only in case, punctuation and placeholders",
        RetiredCodeActive = "retired-code-active", on: "a code has both a retired entry and one that is in use",
        UnbalancedBrackets = "unbalanced-brackets", on: "a bracket in a message has no partner",
        UnbalancedQuotes = "unbalanced-quotes", on: "a quote in a message has no partner",
    }
}

impl Ord for DiagnosticKind {
    fn cmp(&self, other: &Self) -> Ordering {
        self.name().cmp(other.name())
    }
}

impl PartialOrd for DiagnosticKind {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for DiagnosticKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl Lint {
    /// Returns the name, in kebab case: that of its diagnostics, and its name in `allow`.
    ///
    /// ```
    /// assert_eq!(errcat_build::Lint::UnbalancedQuotes.name(), "unbalanced-quotes");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.kind().name()
    }
}

impl fmt::Display for Lint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Lint {
    type Err = UnknownLint;

    fn from_str(name: &str) -> Result<Self, UnknownLint> {
        Self::ALL.iter().copied().find(|lint| lint.name() == name).ok_or_else(|| UnknownLint(name.to_owned()))
    }
}

/// The error for a string that is not the name of a lint.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a lint")]
pub struct UnknownLint(String);

#[cfg(test)]
mod tests {
    use super::{DiagnosticKind, Lint};
    use crate::Level;

    #[test]
    fn names_are_the_variants_in_kebab_case() {
        for kind in DiagnosticKind::ALL {
            let words = format!("{kind:?}");
            let kebab = words.chars().enumerate().fold(String::new(), |mut name, (at, character)| {
                if at > 0 && character.is_ascii_uppercase() {
                    name.push('-');
                }
                name.push(character.to_ascii_lowercase());
                name
            });
            assert_eq!(kind.name(), kebab);
        }
    }

    #[test]
    fn kinds_are_sorted_and_distinct_by_level() {
        let key =
            |kind: &DiagnosticKind| (kind.level(), Lint::ALL.iter().any(|lint| lint.kind() == *kind), *kind);
        assert!(DiagnosticKind::ALL.is_sorted_by(|a, b| key(a) < key(b)));
        assert!(Lint::ALL.iter().all(|lint| lint.kind().level() == Level::Warning));
    }

    #[test]
    fn summaries_are_half_a_sentence() {
        for kind in DiagnosticKind::ALL {
            let summary = kind.summary();
            assert!(!summary.ends_with('.') && !summary.starts_with(char::is_uppercase), "{kind}: {summary}");
        }
    }
}
