//! The closed sets of the catalog file, each written as one word.

use core::fmt;
use core::str::FromStr;

/// The word is not one of a closed set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UnknownName {
    /// What was looked for: `class`, `retry`, `lifecycle` or `severity`.
    pub kind: &'static str,
    /// The words that would have been right.
    pub known: &'static [&'static str],
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown {}: use one of ", self.kind)?;
        for (at, word) in self.known.iter().enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            write!(f, "{comma}{word}")?;
        }
        Ok(())
    }
}

impl core::error::Error for UnknownName {}

/// Defines an enum whose variants have one word each, and everything that follows from the words.
macro_rules! closed_set {
    ($(#[$meta:meta])* $name:ident, $kind:literal { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[repr(u8)]
        pub enum $name {
            $($(#[$doc])* #[cfg_attr(feature = "schema", schemars(rename = $word))] $variant,)+
        }

        impl $name {
            /// Every member, in the order of the catalog's documentation.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];
            /// The words of [`ALL`](Self::ALL), in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word,)+];

            /// The word that stands for it in catalog files and JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                Self::WORDS[self as usize]
            }

            /// The member with this number, as the compiled tables hold it; the first one for an unknown number.
            #[must_use]
            pub const fn from_number(number: u32) -> Self {
                let at = if (number as usize) < Self::ALL.len() { number as usize } else { 0 };
                Self::ALL[at]
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl FromStr for $name {
            type Err = UnknownName;

            fn from_str(word: &str) -> Result<Self, UnknownName> {
                let at = Self::WORDS.iter().position(|known| *known == word);
                at.map(|at| Self::ALL[at]).ok_or(UnknownName { kind: $kind, known: Self::WORDS })
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Word;

                impl serde::de::Visitor<'_> for Word {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        write!(f, "a {}", $kind)
                    }

                    fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<$name, E> {
                        word.parse().map_err(E::custom)
                    }
                }

                deserializer.deserialize_str(Word)
            }
        }
    };
}

closed_set! {
    /// What kind of fault an entry describes, by its meaning and not by its HTTP status.
    ///
    /// ```
    /// # use errcat_core::Class;
    /// assert_eq!("not_found".parse(), Ok(Class::NotFound));
    /// assert_eq!(Class::NotFound.as_str(), "not_found");
    /// ```
    Class, "class" {
        /// A parameter of the request is wrong.
        InvalidArgument = "invalid_argument",
        /// The caller is not known: credentials are missing, wrong or expired.
        Unauthenticated = "unauthenticated",
        /// The caller is known and may not do this.
        PermissionDenied = "permission_denied",
        /// What the request names does not exist.
        NotFound = "not_found",
        /// What the request would create exists already.
        AlreadyExists = "already_exists",
        /// Another operation is under way, or the state changes by itself.
        Conflict = "conflict",
        /// Something is in a state, or of a kind, that someone must change first.
        FailedPrecondition = "failed_precondition",
        /// A quota, a limit or a capacity is used up.
        QuotaExceeded = "quota_exceeded",
        /// Too many requests in too short a time.
        Throttled = "throttled",
        /// The system does not support this.
        Unsupported = "unsupported",
        /// A service or host that is needed cannot be reached.
        Unavailable = "unavailable",
        /// A fault inside the service.
        Internal = "internal",
    }
}

closed_set! {
    /// Whether repeating the request can succeed, and what has to happen before.
    Retry, "retry" {
        /// The request cannot succeed, whatever is changed.
        Never = "never",
        /// Someone has to change something first: the remediation says what.
        AfterFix = "after_fix",
        /// The condition passes by itself: try again when it has.
        Later = "later",
        /// The fault is transient: try again with growing pauses.
        Backoff = "backoff",
    }
}

impl Retry {
    /// Whether the same request, unchanged, may succeed when it is sent again.
    #[must_use]
    pub const fn may_succeed_unchanged(self) -> bool {
        matches!(self, Self::Later | Self::Backoff)
    }
}

closed_set! {
    /// Whether the vendor still sends the code.
    Lifecycle, "lifecycle" {
        /// In use.
        Active = "active",
        /// Documented as "not used currently".
        Unused = "unused",
        /// Documented only in lists of former codes.
        Retired = "retired",
    }
}

closed_set! {
    /// How bad an error is, as its catalog says, or as those who run a program say in an overlay; the worst first.
    ///
    /// ```
    /// # use errcat_core::Severity;
    /// assert_eq!("high".parse(), Ok(Severity::High));
    /// assert!(Severity::Critical < Severity::Low);
    /// ```
    Severity, "severity" {
        /// Somebody is woken up.
        Critical = "critical",
        /// Somebody looks at it today.
        High = "high",
        /// It is looked at when there is time.
        Medium = "medium",
        /// Nobody has to do anything.
        Low = "low",
        /// Nothing failed: the operation can go on, at a risk.
        Warning = "warning",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::ToString;

    #[test]
    fn words_and_numbers_lead_back() {
        for class in Class::ALL {
            assert_eq!(class.as_str().parse(), Ok(*class));
            assert_eq!(Class::from_number(*class as u32), *class);
        }
        assert_eq!(Class::ALL.len(), 12);
        assert_eq!(Retry::from_number(2), Retry::Later);
    }

    #[test]
    fn unknown_word_names_the_known_ones() {
        let error = "maybe".parse::<Retry>().unwrap_err();
        assert_eq!(error.to_string(), "unknown retry: use one of never, after_fix, later, backoff");
    }
}
