//! Changes for a changelog, under the headings of Keep a Changelog.

use std::io::Write;

use errcat_build::compat::{Change, Changes, Kind, Level};

use super::brief::brief;
use crate::outcome::Failure;
use crate::text::markdown::prose;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Added,
    Changed,
    Removed,
}

pub(super) fn write(out: &mut impl Write, changes: &Changes) -> Result<(), Failure> {
    let mut first = true;
    let brief = brief(changes);
    for (section, heading) in
        [(Section::Added, "Added"), (Section::Changed, "Changed"), (Section::Removed, "Removed")]
    {
        let mut of_section = brief.iter().filter(|change| self::section(change.kind) == section).peekable();
        if of_section.peek().is_none() {
            continue;
        }
        if !std::mem::take(&mut first) {
            writeln!(out)?;
        }
        writeln!(out, "### {heading}\n")?;
        for change in of_section {
            writeln!(out, "- {}", item(change))?;
        }
    }
    if first {
        writeln!(out, "No changes.")?;
    }
    Ok(())
}

fn section(kind: Kind) -> Section {
    match kind {
        Kind::ServiceAdded
        | Kind::PrefixAdded
        | Kind::AliasAdded
        | Kind::TypedErrorsOn
        | Kind::CodeAdded
        | Kind::EntryAdded
        | Kind::WordingAdded => Section::Added,
        Kind::ServiceRemoved
        | Kind::PrefixRemoved
        | Kind::AliasRemoved
        | Kind::TypedErrorsOff
        | Kind::CodeRemoved
        | Kind::EntryRemoved
        | Kind::WordingRemoved => Section::Removed,
        _ => Section::Changed,
    }
}

fn item(change: &Change) -> String {
    let breaking = if change.level == Level::Major { "**Breaking:** " } else { "" };
    let subject = match &change.code {
        Some(code) => prose(&format!("`{code}`")),
        None => prose(&format!("Service `{}`", change.service)),
    };
    // Of a service as a whole, the detail names it again.
    let detail = match change.kind {
        Kind::ServiceAdded | Kind::ServiceRemoved | Kind::ServiceRenamed => {
            let detail = change.detail.strip_prefix("service ").unwrap_or(&change.detail);
            return format!("{breaking}Service {}", prose(detail));
        }
        _ => prose(&change.detail),
    };
    format!("{breaking}{subject}: {detail}")
}
