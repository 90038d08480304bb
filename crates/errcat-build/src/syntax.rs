//! Takes a file apart: which keys there are, and whether each value has the type it must have.
//!
//! Values are read one by one, so that one problem hides no other; where a value is faulty, the syntax has the proof that
//! this was reported.

mod entry;
mod fields;
mod item;
mod misplaced;
mod overlay;
mod prefix;
mod service;
mod settings;
mod values;

pub(crate) use entry::{DeprecationSyntax, EntrySyntax, FormerSyntax, WordingSyntax};
pub(crate) use item::{At, List, Text, is_whole, known};
pub(crate) use overlay::{AdditionSyntax, OverlaySyntax, TranslationSyntax, read_overlay};
pub(crate) use prefix::PrefixSyntax;
pub(crate) use service::{ServiceSyntax, read};
pub(crate) use settings::{SETTINGS_FILE, SettingsSyntax, is_settings, read_settings, settings_key};
