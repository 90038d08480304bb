//! The head of a catalog file.

use errcat_core::Lang;

use super::entry::{EntrySyntax, entry};
use super::fields::{Fields, Need};
use super::item::{List, Text, known};
use super::misplaced;
use super::prefix::PrefixSyntax;
use super::values::texts_here;
use crate::diagnostic::{Diagnostics, Sound};
use crate::languages::Languages;
use crate::model::Bilingual;
use crate::yaml::File;

/// A catalog file.
#[derive(Debug)]
pub(crate) struct ServiceSyntax<'f> {
    pub(crate) file: &'f File,
    pub(crate) service: Sound<Text>,
    pub(crate) title: Sound<Bilingual<String>>,
    pub(crate) prefixes: List<PrefixSyntax>,
    /// What separates the prefixes from the numbers.
    pub(crate) separator: Sound<Option<Text>>,
    /// Other spellings, each with the prefix that it stands for.
    pub(crate) aliases: List<(Text, Text)>,
    pub(crate) confused_with: List<ConfusableSyntax>,
    /// The pattern for the page of each code.
    pub(crate) url: Sound<Option<Text>>,
    pub(crate) source: Sound<SourceSyntax>,
    pub(crate) groups: List<Bilingual<String>>,
    pub(crate) typed: Sound<Option<bool>>,
    pub(crate) entries: List<EntrySyntax>,
}

#[derive(Debug)]
pub(crate) struct SourceSyntax {
    pub(crate) title: Sound<Text>,
    pub(crate) url: Sound<Option<Text>>,
    pub(crate) lang: Sound<Option<Text>>,
}

/// A prefix that people take for one of the service.
#[derive(Debug)]
pub(crate) struct ConfusableSyntax {
    pub(crate) prefix: Sound<Text>,
    pub(crate) what: Sound<Bilingual<String>>,
}

impl ServiceSyntax<'_> {
    /// Returns the entries that are entries, whatever may be wrong in them.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &EntrySyntax> {
        known(&self.entries)
    }
}

/// Reads a file, with its texts in these languages at least.
pub(crate) fn read<'f>(
    file: &'f File,
    languages: Languages,
    faults: &mut Diagnostics,
) -> Sound<ServiceSyntax<'f>> {
    misplaced::catalog_is_due(file, faults)?;
    Fields::read_file(file, languages, faults, |fields| ServiceSyntax {
        file,
        service: fields.text("service"),
        title: fields.bilingual("title"),
        prefixes: fields.prefixes("prefixes"),
        separator: fields.separator("separator"),
        aliases: fields.text_pairs("aliases", "{ OTHER: PREFIX }"),
        confused_with: fields.list("confused_with", Need::Nothing, confusable),
        url: fields.optional_text("url"),
        source: fields.mapping("source", source),
        groups: fields.list("groups", Need::Nothing, texts_here).map(flat),
        typed: fields.flag("typed"),
        entries: fields.list("entries", Need::Items, entry),
    })
}

fn flat<T>(items: Vec<Sound<Sound<T>>>) -> Vec<Sound<T>> {
    items.into_iter().map(|item| item.and_then(|item| item)).collect()
}

fn source(fields: &mut Fields<'_, '_>) -> SourceSyntax {
    SourceSyntax {
        title: fields.text("title"),
        url: fields.optional_text("url"),
        lang: fields.optional_word("lang", Lang::WORDS),
    }
}

fn confusable(fields: &mut Fields<'_, '_>) -> ConfusableSyntax {
    ConfusableSyntax { prefix: fields.text("prefix"), what: texts_here(fields) }
}
