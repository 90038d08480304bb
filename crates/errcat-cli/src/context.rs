//! What a verb is run with.

use errcat::{Catalog, Lang};

use crate::options::CatalogOptions;
use crate::outcome::Failure;
use crate::output;
use crate::source::{self, Loaded, Origins};
use crate::text::width;

/// The part of the command line that all verbs share, before a catalog is read: some verbs need none, or read it in
/// their own way.
pub(crate) struct Invocation<'a> {
    pub(crate) catalog: &'a CatalogOptions,
    pub(crate) lang: Option<Lang>,
    /// The whole command line, for the verbs that describe it.
    pub(crate) command: fn() -> clap::Command,
}

impl Invocation<'_> {
    /// Reads the catalogs that the options ask for.
    pub(crate) fn context(&self) -> Result<Context, Failure> {
        let Loaded { catalog, origins, notes } = source::read(self.catalog)?;
        for note in &notes {
            output::note(note);
        }
        Ok(Context {
            catalog,
            origins,
            lang: self.lang.unwrap_or_else(lang_of_locale),
            width: width::of_text(),
        })
    }
}

/// A catalog, and how to show it.
#[derive(Clone, Copy)]
pub(crate) struct Context {
    pub(crate) catalog: &'static Catalog,
    /// Where its services are from.
    pub(crate) origins: &'static Origins,
    pub(crate) lang: Lang,
    pub(crate) width: usize,
}

fn lang_of_locale() -> Lang {
    match sys_locale::get_locale() {
        Some(locale) if locale.to_lowercase().starts_with("zh") => Lang::ZH,
        _ => Lang::EN,
    }
}
