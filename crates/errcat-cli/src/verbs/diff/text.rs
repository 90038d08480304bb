//! Changes for people: by level, then by kind with what it means, each kind once.

use std::collections::BTreeSet;
use std::io::Write;

use anstyle::Style;
use errcat_build::compat::{Change, ChangeKind, Changes, SemverLevel};

use super::brief::brief;
use crate::outcome::Failure;
use crate::present::terminal::{DIM, ERROR, GOOD, MARK, STRONG, fact, styled_paragraph};
use crate::text::sanitize::printable;
use crate::text::width::{columns, of_text, pad};

/// Labels wider than this do not move the others to the right.
const WIDEST_LABEL: usize = 16;

pub(super) fn write(
    out: &mut impl Write,
    changes: &Changes,
    denied: Option<SemverLevel>,
) -> Result<(), Failure> {
    let brief = brief(changes);
    for level in SemverLevel::ALL {
        let of_level: Vec<&Change> = brief.iter().copied().filter(|change| change.level == *level).collect();
        if of_level.is_empty() {
            continue;
        }
        styled_paragraph(out, style(*level), &format!("{level}: {}", meaning(*level)), 0, of_text())?;
        let kinds: BTreeSet<ChangeKind> = of_level.iter().map(|change| change.kind).collect();
        for kind in kinds {
            let of_kind = of_level.iter().copied().filter(|change| change.kind == kind);
            write_kind(out, kind, &of_kind.collect::<Vec<_>>())?;
        }
        writeln!(out)?;
    }
    write_verdict(out, changes, denied)
}

fn style(level: SemverLevel) -> Style {
    match level {
        SemverLevel::Major => ERROR,
        SemverLevel::Minor => MARK,
        SemverLevel::Patch => GOOD,
    }
}

fn meaning(level: SemverLevel) -> &'static str {
    match level {
        SemverLevel::Major => "programs that use the catalog may have to change",
        SemverLevel::Minor => "new things, and answers that were not promised",
        SemverLevel::Patch => "texts",
    }
}

/// What changes of a kind mean, and which there are.
fn write_kind(out: &mut impl Write, kind: ChangeKind, changes: &[&Change]) -> Result<(), Failure> {
    styled_paragraph(out, DIM, &format!("{kind}: {}", kind.effect()), 2, of_text())?;
    let label =
        |change: &Change| printable(&format!("  {}", change.code.as_ref().unwrap_or(&change.service)));
    let widths = changes.iter().map(|change| columns(&label(change)));
    let widest = widths.filter(|columns| *columns <= WIDEST_LABEL).max().unwrap_or(0);
    for change in changes {
        fact(out, STRONG, &pad(&label(change), widest), &change.detail, of_text())?;
    }
    Ok(())
}

fn write_verdict(
    out: &mut impl Write,
    changes: &Changes,
    denied: Option<SemverLevel>,
) -> Result<(), Failure> {
    let Some(verdict) = changes.verdict() else {
        writeln!(out, "no changes")?;
        return Ok(());
    };
    let style = style(verdict);
    let counts: Vec<String> = SemverLevel::ALL
        .iter()
        .map(|level| (level, changes.of_level(*level).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(level, count)| format!("{count} {level}"))
        .collect();
    let denied = denied.map(|level| format!("; denied from {level} up")).unwrap_or_default();
    writeln!(out, "{style}{verdict}{style:#}: {}{denied}", counts.join(", "))?;
    Ok(())
}
