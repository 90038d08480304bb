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
        Ok(Context { catalog, origins, lang: lang(catalog, self.lang)?, width: width::of_text() })
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

/// Returns the language of the catalog to show: the one that is asked for, or that of the locale, or the default one.
fn lang(catalog: &Catalog, asked: Option<Lang>) -> Result<Lang, Failure> {
    let languages: Vec<Lang> = catalog.languages().collect();
    let best = |lang: Lang| lang.fallbacks().find(|lang| languages.contains(lang));
    let default = languages.first().copied().unwrap_or(Lang::EN);
    match asked {
        // A catalog without entries has no languages.
        Some(lang) if !languages.is_empty() => best(lang).ok_or_else(|| {
            let known: Vec<&str> = languages.iter().map(Lang::as_str).collect();
            Failure::Usage(format!("the catalog has no language `{lang}`: use one of {}", known.join(", ")))
        }),
        _ => Ok(locale().and_then(best).unwrap_or(default)),
    }
}

/// Returns the language of the locale, which may be written as `zh_CN.UTF-8`.
fn locale() -> Option<Lang> {
    let locale = sys_locale::get_locale()?;
    let tag = locale.split(['.', '@']).next().unwrap_or(&locale).replace('_', "-");
    Lang::parse(&tag).or_else(|| Lang::parse(tag.split('-').next()?))
}
