//! Candidates for the words that a shell asks for.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap_complete::engine::CompletionCandidate;
use errcat::{Catalog, CodeRef, Service};

use crate::options::CatalogOptions;
use crate::source;

/// The variable that a completion script calls the command with.
pub(crate) const COMPLETION_VARIABLE: &str = "ERRCAT_COMPLETE";

/// Codes in the spelling that was begun, whatever its case, each with its name.
pub(crate) fn codes(begun: &OsStr) -> Vec<CompletionCandidate> {
    let Some(begun) = begun.to_str() else { return Vec::new() };
    let wanted = begun.to_ascii_lowercase();
    let begins = |spelling: &String| spelling.to_ascii_lowercase().starts_with(&wanted);
    // Another spelling than the documented one is for those who begin to write it.
    let of_code = |code: CodeRef| {
        let spelling = code.spellings().map(|spelling| spelling.to_string()).find(begins)?;
        Some(candidate(&spelling, code.entry().name()))
    };
    catalog().into_iter().flat_map(Catalog::codes).filter_map(of_code).collect()
}

/// Codes in the place of a verb, once something is begun there.
pub(crate) fn bare_codes() -> Vec<CompletionCandidate> {
    let line = line();
    // Bash and zsh say which word it is; elsewhere it is the last one.
    let index = std::env::var("_CLAP_COMPLETE_INDEX").ok().and_then(|index| index.parse().ok());
    let word = line.get(index.unwrap_or(line.len().saturating_sub(1)));
    word.filter(|word| !word.is_empty()).map_or_else(Vec::new, |word| codes(word))
}

/// Names of services, each with what people call it.
pub(crate) fn services(begun: &OsStr) -> Vec<CompletionCandidate> {
    let Some(begun) = begun.to_str() else { return Vec::new() };
    let services = catalog().into_iter().flat_map(Catalog::services);
    let begins = |service: &Service| service.name().starts_with(begun);
    services
        .filter(begins)
        .map(|service| candidate(service.name(), service.title(errcat::Lang::EN)))
        .collect()
}

fn candidate(value: &str, help: &str) -> CompletionCandidate {
    CompletionCandidate::new(value).help(Some(help.to_owned().into()))
}

/// The catalog that the line asks for; none if it has faults, of which nothing can be said here.
fn catalog() -> Option<&'static Catalog> {
    let mut options = CatalogOptions::default();
    let mut words = line().into_iter().filter_map(|word| word.into_string().ok());
    while let Some(word) = words.next() {
        match word.strip_prefix("--catalog") {
            Some("") => options.catalog.extend(words.next().map(PathBuf::from)),
            Some(value) => options.catalog.extend(value.strip_prefix('=').map(PathBuf::from)),
            None => options.no_project_catalog |= word == "--no-project-catalog",
        }
    }
    source::read(&options).ok().map(|loaded| loaded.catalog)
}

/// The words of the line, which stand after `--`.
fn line() -> Vec<OsString> {
    std::env::args_os().skip_while(|word| word != "--").skip(1).collect()
}
