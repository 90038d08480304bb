//! Behavior of the types that are generated from a catalog. The compiler of catalogs writes what differs from one catalog to
//! the next, and calls one of these macros for the rest.

mod catalog_code;
mod code_text;
mod kind;
mod service_code;
mod typed_error;
mod with_alloc;
mod with_serde;
