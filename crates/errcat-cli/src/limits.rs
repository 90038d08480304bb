//! What bounds the memory and the time that a run takes, whatever it reads. The figures are documented in
//! `docs/annotate.md`.

/// Different codes that the catalog lacks are told apart up to this number; the others are counted together.
pub(crate) const UNKNOWN_CODES: usize = 100_000;

/// Codes like an unknown one are looked for up to this number of unknown codes.
pub(crate) const SUGGESTIONS: usize = 256;
