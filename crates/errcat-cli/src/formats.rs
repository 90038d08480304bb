//! The formats of `errcat export`, one per file. To add one, write its file, declare it here, and add a row to the
//! table.

mod csv;
mod files;
mod json;
mod markdown;
mod openapi;
mod request;
mod selection;
mod typescript;
mod yaml;

use clap::ValueEnum;

use crate::outcome::Failure;

use files::Files;

pub(crate) use request::Request;
pub(crate) use selection::Selection;

macro_rules! formats {
    ($($(#[doc = $doc:literal])+ $name:ident => $export:path,)+) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
        pub(crate) enum ExportFormat {
            $($(#[doc = $doc])+ $name,)+
        }

        impl ExportFormat {
            /// Makes the files of the format.
            pub(crate) fn export(self, request: &Request) -> Result<Files, Failure> {
                match self {
                    $(Self::$name => $export(request),)+
                }
            }
        }
    };
}

// In the order in which `--help` lists them.
formats! {
    /// One document with services and entries
    Json => json::document,
    /// One entry per line
    Jsonl => json::lines,
    /// A lookup table, one row per code in each of its spellings
    Csv => csv::table,
    /// Catalog files
    Yaml => yaml::files,
    /// One page per service, fit for mdBook
    Markdown => markdown::pages,
    /// Components of an OpenAPI 3.1 document: codes, errors, responses, examples
    Openapi => openapi::document,
    /// Constants, types and a message formatter
    Typescript => typescript::module,
}
