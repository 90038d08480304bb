//! The statics of a catalog: its tables, the index over its codes, and the catalog itself.

use std::collections::HashSet;

use errcat_core::index::{IndexParameters, Reading};
use errcat_core::tables::TableBytes;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::tokens::{include, name, option};
use crate::model::Catalog;
use crate::tables::{Tables, by_code};

/// Largest number of entries with a map from their names. A map takes rustc a second per 15,000 names, and costs the loader
/// of the program one relocation per name; without it, an entry is found by its name in less than a millisecond.
const MAX_NAMES: usize = 10_000;

/// Returns the catalog and what it consists of.
pub(super) fn catalog(catalog: &Catalog, tables: &Tables, typed: bool) -> TokenStream {
    let (index, parts) = (index(tables), parts(tables));
    let prefixes = map("PREFIXES", prefixes(catalog));
    let entries: usize = catalog.services.iter().map(|service| service.entries.len()).sum();
    let names = (entries <= MAX_NAMES).then(|| map("NAMES", names(catalog)));
    let by_name = names.as_ref().map_or(quote! { Scan }, |_| quote! { Map(&NAMES) });
    let typed_entry = option(typed.then(|| quote! { typed_entry }));
    quote! {
        #prefixes
        #names
        #index
        #[allow(dead_code, clippy::all, clippy::pedantic, reason = "generated code")]
        /// The compiled catalog: every service, code and entry.
        pub static CATALOG: __private::Catalog = __private::catalog(
            &#parts,
            __private::Names {
                prefixes: __private::NameMap::Map(&PREFIXES),
                entries: __private::NameMap::#by_name,
            },
            #typed_entry,
        );
    }
}

/// Returns the prefixes of the services, each with the row of the first service that has it.
fn prefixes(catalog: &Catalog) -> impl Iterator<Item = (String, usize)> {
    let mut seen = HashSet::new();
    let rows = catalog.services.iter().enumerate();
    rows.flat_map(|(row, service)| {
        service.prefixes.iter().map(move |prefix| (prefix.text.to_lowercase(), row))
    })
    .filter(move |(prefix, _)| seen.insert(prefix.clone()))
}

/// Returns the names of the entries, each with the row of its entry: rows are grouped by code, unlike a file.
fn names(catalog: &Catalog) -> impl Iterator<Item = (String, usize)> {
    let names = catalog
        .services
        .iter()
        .flat_map(|service| by_code(service).map(|entry| format!("{}::{}", service.module, entry.name)));
    names.zip(0..)
}

/// Returns a perfect hash map of these rows.
fn map(variable: &str, rows: impl Iterator<Item = (String, usize)>) -> TokenStream {
    let mut map = phf_codegen::Map::new();
    map.phf_path("__private::phf");
    for (key, row) in rows {
        map.entry(key, row.to_string());
    }
    let (variable, map) = (name(variable), map.build());
    quote! {
        #[allow(clippy::all, clippy::pedantic, reason = "generated code")]
        static #variable: __private::Map = #map;
    }
}

/// Returns the index over the codes. It is a constant, so that its numbers become part of the instructions of a lookup; its
/// slots are aligned, so that none is in two lines of the cache.
fn index(tables: &Tables) -> TokenStream {
    let index = &tables.index;
    let (pilots, slots) =
        (Literal::usize_suffixed(index.pilots.len()), Literal::usize_suffixed(index.slots.len()));
    let IndexParameters { seed, bucket_mask, slot_mask, reading: Reading { short, long, whole } } =
        index.parameters;
    let (include_pilots, include_slots) =
        (include("include_bytes", "pilots"), include("include_bytes", "slots"));
    let include_text = include("include_str", "text");
    quote! {
        #[allow(clippy::all, clippy::pedantic, reason = "generated code")]
        pub(crate) const INDEX: __private::Index<'static> =
            __private::Index::new(TEXT, &PILOTS, &SLOTS.0, __private::IndexParameters {
                seed: #seed,
                bucket_mask: #bucket_mask,
                slot_mask: #slot_mask,
                reading: __private::Reading { short: #short, long: #long, whole: #whole },
            });
        static TEXT: &str = #include_text;
        static PILOTS: [u8; #pilots] = *#include_pilots;
        static SLOTS: __private::Aligned<[u8; #slots]> = __private::Aligned(*#include_slots);
    }
}

/// Returns all that the catalog consists of.
fn parts(tables: &Tables) -> TokenStream {
    let fields = TableBytes::NAMES.named().map(|(table, file)| {
        let (field, bytes) = (name(table), include("include_bytes", file));
        quote! { #field: #bytes, }
    });
    let marks = tables.marks.numbers().map(|numbers| quote! { [#(#numbers),*] });
    quote! {
        __private::Parts {
            text: TEXT,
            tables: __private::TableBytes { #(#fields)* },
            index: INDEX,
            marks: __private::Marks::from_numbers([#(#marks),*]),
        }
    }
}
