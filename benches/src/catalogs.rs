//! The catalogs that are looked into, and their peers that are made at build time.

#![allow(missing_docs, clippy::all, clippy::pedantic, reason = "generated code")]

/// 5,000 codes with 60 prefixes.
pub mod five_thousand {
    errcat::include_catalog!("five_thousand", crate::catalogs::five_thousand);
}

/// 100,000 codes with 396 prefixes.
pub mod hundred_thousand {
    errcat::include_catalog!("hundred_thousand", crate::catalogs::hundred_thousand);
}

/// The codes of each catalog in a `phf::Map`, and those of the bundled one in a `match`.
pub mod peers {
    include!(concat!(env!("OUT_DIR"), "/peers.rs"));
}
