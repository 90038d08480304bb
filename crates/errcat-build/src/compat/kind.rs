//! The kinds of changes: a word, a level, and what each does to users.

use std::fmt;

use super::level::SemverLevel;

/// Defines the kinds and what follows from them.
macro_rules! kinds {
    ($($level:ident { $($variant:ident = $word:literal: $effect:literal,)+ })+) => {
        /// What kind of change it is. The words are stable; later versions may know more.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum ChangeKind {
            $($(#[doc = concat!("`", $word, "`, ", stringify!($level), ": ", $effect, ".")] $variant,)+)+
        }

        impl ChangeKind {
            /// All kinds, the highest level first.
            pub const ALL: &'static [Self] = &[$($(Self::$variant,)+)+];

            /// The word that stands for it in JSON, in kebab case.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $($(Self::$variant => $word,)+)+ }
            }

            /// How much such a change matters.
            #[must_use]
            pub const fn level(self) -> SemverLevel {
                match self { $($(Self::$variant => SemverLevel::$level,)+)+ }
            }

            /// What such a change does to users: half a sentence.
            #[must_use]
            pub const fn effect(self) -> &'static str {
                match self { $($(Self::$variant => $effect,)+)+ }
            }
        }
    };
}

kinds! {
    Major {
        ServiceRemoved = "service-removed": "its module and cargo feature are gone",
        ServiceRenamed = "service-renamed": "paths through its module, and its cargo feature, have to be rewritten",
        PrefixRemoved = "prefix-removed": "codes of this prefix are no longer told to belong to the service",
        AliasRemoved = "alias-removed": "codes in this spelling are no longer found",
        AliasChanged = "alias-changed": "codes in this spelling are taken for others than before",
        TypedErrorsOff = "typed-errors-off": "the service's `Error` enum is gone",
        CodeRemoved = "code-removed": "programs that name the code do not compile, and responses with it are not explained",
        CodeRenamed = "code-renamed": "programs that name the old code do not compile, and responses with it are not explained",
        CodeMoved = "code-moved": "the code and its typed errors are found in another module",
        EntryRemoved = "entry-removed": "programs that name this typed error do not compile",
        EntryRenamed = "entry-renamed": "programs that name this typed error have to name it anew",
        EntryMoved = "entry-moved": "the typed error belongs to another code than before",
        ClassChanged = "class-changed": "programs that branch on the class take another branch",
        ParamRemoved = "param-removed": "a field of the typed error is gone, and `format` takes fewer arguments",
        ParamAdded = "param-added": "the typed error has a field more, and `format` takes more arguments",
        ParamRenamed = "param-renamed": "a field of the typed error, and a key of `args`, has another name",
        ParamsReordered = "params-reordered": "`format` takes the arguments in another order",
        ParamTypeChanged = "param-type-changed": "a field of the typed error has another type",
    }
    Minor {
        ServiceAdded = "service-added": "there is a new module and cargo feature",
        PrefixAdded = "prefix-added": "the service is told by one more prefix",
        AliasAdded = "alias-added": "codes are found in one more spelling",
        TypedErrorsOn = "typed-errors-on": "the service has an `Error` enum now",
        CodeAdded = "code-added": "one more code is explained",
        EntryAdded = "entry-added": "a code has one more documented meaning",
        CodeDocumented = "code-documented": "a code that was only seen in responses has a published meaning now",
        CodeUndocumented = "code-undocumented": "a code has no published meaning any more",
        FirstEntryChanged = "first-entry-changed": "`Code::entry` gives another meaning of the code",
        EntryDeprecated = "entry-deprecated": "programs that name it get a warning of the compiler, which may fail their build",
        EntryRestored = "entry-restored": "it is no longer deprecated: programs that expect the warning get another one",
        ReplacedByChanged = "replaced-by-changed": "another code is to be used in place of the deprecated one",
        SharedCodeMessageChanged = "shared-code-message-changed": "the message has other words, and the code has several meanings, which clients tell apart by it",
        LifecycleChanged = "lifecycle-changed": "the vendor began or ceased to send it",
        StatusChanged = "status-changed": "`Entry::status` and `Code::entry_for_status` give other answers",
        RetryChanged = "retry-changed": "the advice whether to repeat a request is another",
        RetryAfterChanged = "retry-after-changed": "the pause before a request is repeated is another",
        SeverityChanged = "severity-changed": "`Entry::severity` gives another answer",
        WordingAdded = "wording-added": "arguments are taken out of one more wording of the message",
        WordingRemoved = "wording-removed": "arguments are no longer taken out of this wording of the message",
    }
    Patch {
        TitleChanged = "title-changed": "the service is called otherwise",
        ConfusedWithChanged = "confused-with-changed": "other hints on foreign prefixes",
        UrlChanged = "url-changed": "links lead to other pages",
        SourceChanged = "source-changed": "the texts come from another document",
        GroupChanged = "group-changed": "the entry stands in another group",
        MessageChanged = "message-changed": "the message has other words, and the same parameters unless said otherwise",
        WordingChanged = "wording-changed": "wordings are read otherwise, or stand in another order",
        DescriptionChanged = "description-changed": "the cause is told in other words",
        RemediationChanged = "remediation-changed": "the remedy is told in other words",
        FormerChanged = "former-changed": "earlier meanings are told otherwise",
        SeeChanged = "see-changed": "other related codes are named",
        NoteChanged = "note-changed": "the note has other words",
        SinceChanged = "since-changed": "the version since which there is the entry is another",
        DeprecationChanged = "deprecation-changed": "the entry stays deprecated, with another note",
        OrderChanged = "order-changed": "lists show the same things in another order",
    }
}

impl fmt::Display for ChangeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
