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
use crate::model::Texts;
use crate::yaml::File;

/// A catalog file.
#[derive(Debug)]
pub(crate) struct ServiceSyntax<'f> {
    pub(crate) file: &'f File,
    pub(crate) service: Sound<Text>,
    pub(crate) title: Sound<Texts<String>>,
    pub(crate) prefixes: List<PrefixSyntax>,
    /// What separates the prefixes from the numbers.
    pub(crate) separator: Sound<Option<Text>>,
    /// Other spellings, each with the prefix that it stands for.
    pub(crate) aliases: List<(Text, Text)>,
    pub(crate) confused_with: List<ConfusableSyntax>,
    /// The pattern for the page of each code.
    pub(crate) url: Sound<Option<Text>>,
    pub(crate) source: Sound<SourceSyntax>,
    pub(crate) groups: List<Texts<String>>,
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
    pub(crate) what: Sound<Texts<String>>,
}

impl ServiceSyntax<'_> {
    /// Returns the entries that are entries, whatever may be wrong in them.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &EntrySyntax> {
        known(&self.entries)
    }
}

/// Reads a file, with its texts in these languages, or else in those of its title.
pub(crate) fn read<'f>(
    file: &'f File,
    languages: Option<&[Lang]>,
    faults: &mut Diagnostics,
) -> Sound<ServiceSyntax<'f>> {
    misplaced::catalog_is_due(file, faults)?;
    let of_title = Languages::at_least(languages.unwrap_or_default());
    Fields::read_file(file, of_title, faults, |fields| ServiceSyntax {
        file,
        service: fields.text("service"),
        title: title(fields, languages),
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

/// Reads the title. Its languages are those of the other texts, unless the settings name them.
fn title(fields: &mut Fields<'_, '_>, languages: Option<&[Lang]>) -> Sound<Texts<String>> {
    let title = fields.texts_by_language("title");
    if let (Ok(title), None) = (&title, languages) {
        fields.languages = Languages::of_title(&title.languages().collect::<Vec<_>>());
    }
    title
}

fn flat<T>(items: Vec<Sound<Sound<T>>>) -> Vec<Sound<T>> {
    items.into_iter().map(|item| item.and_then(|item| item)).collect()
}

fn source(fields: &mut Fields<'_, '_>) -> SourceSyntax {
    SourceSyntax {
        title: fields.text("title"),
        url: fields.optional_text("url"),
        lang: fields.optional_text("lang"),
    }
}

fn confusable(fields: &mut Fields<'_, '_>) -> ConfusableSyntax {
    ConfusableSyntax { prefix: fields.text("prefix"), what: texts_here(fields) }
}
