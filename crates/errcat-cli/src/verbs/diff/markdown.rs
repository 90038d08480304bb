//! Changes for a changelog, under the headings of Keep a Changelog.

use std::io::Write;

use errcat_build::compat::{Change, ChangeKind, Changes, SemverLevel};

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

fn section(kind: ChangeKind) -> Section {
    match kind {
        ChangeKind::ServiceAdded
        | ChangeKind::PrefixAdded
        | ChangeKind::AliasAdded
        | ChangeKind::TypedErrorsOn
        | ChangeKind::CodeAdded
        | ChangeKind::EntryAdded
        | ChangeKind::WordingAdded => Section::Added,
        ChangeKind::ServiceRemoved
        | ChangeKind::PrefixRemoved
        | ChangeKind::AliasRemoved
        | ChangeKind::TypedErrorsOff
        | ChangeKind::CodeRemoved
        | ChangeKind::EntryRemoved
        | ChangeKind::WordingRemoved => Section::Removed,
        _ => Section::Changed,
    }
}

fn item(change: &Change) -> String {
    let breaking = if change.level == SemverLevel::Major { "**Breaking:** " } else { "" };
    let subject = match &change.code {
        Some(code) => prose(&format!("`{code}`")),
        None => prose(&format!("Service `{}`", change.service)),
    };
    // Of a service as a whole, the detail names it again.
    let detail = match change.kind {
        ChangeKind::ServiceAdded | ChangeKind::ServiceRemoved | ChangeKind::ServiceRenamed => {
            let detail = change.detail.strip_prefix("service ").unwrap_or(&change.detail);
            return format!("{breaking}Service {}", prose(detail));
        }
        _ => prose(&change.detail),
    };
    format!("{breaking}{subject}: {detail}")
}
