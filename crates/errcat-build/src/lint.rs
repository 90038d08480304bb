//! Looks for suspicious data. Each lint is a file of its own, named after it, and a row of the registry of diagnostics.
//! What it finds is a warning, which an entry can allow with a reason.

mod characters;
mod class_contradicts_status;
mod comment_behind_text;
mod contact_support_only;
mod description_repeats_message;
mod entry;
mod finding;
mod foreign_placeholder;
mod formatting_accident;
mod mixed_placeholders;
mod near_duplicate_message;
mod retired_code_active;
mod set;
mod unbalanced_brackets;
mod unbalanced_quotes;

use std::collections::HashSet;

use crate::diagnostic::{DiagnosticKind, Diagnostics, Level, Lint};
use crate::suggest::did_you_mean;
use crate::syntax::{ServiceSyntax, Text};
use crate::yaml::File;
use entry::Entry;
use finding::Finding;
pub(crate) use set::LintLevel;
pub use set::Lints;

/// What is suspicious in a file, and what its entries allow.
#[derive(Debug)]
pub(crate) struct Found<'f> {
    file: &'f File,
    findings: Vec<Finding>,
    /// The lints that entries allow, each with the number of its entry.
    allowed: Vec<(usize, Text)>,
}

/// What a lint looks at.
enum Find {
    /// One entry at a time.
    InEntry(fn(&Entry<'_>, &mut Vec<Finding>)),
    /// All entries of a service.
    InService(fn(&[Entry<'_>], &mut Vec<Finding>)),
}

/// Returns the function of a lint.
fn find(lint: Lint) -> Find {
    match lint {
        Lint::ClassContradictsStatus => Find::InEntry(class_contradicts_status::find),
        Lint::CommentBehindText => Find::InEntry(comment_behind_text::find),
        Lint::ContactSupportOnly => Find::InEntry(contact_support_only::find),
        Lint::DescriptionRepeatsMessage => Find::InEntry(description_repeats_message::find),
        Lint::ForeignPlaceholder => Find::InEntry(foreign_placeholder::find),
        Lint::FormattingAccident => Find::InEntry(formatting_accident::find),
        Lint::MixedPlaceholders => Find::InEntry(mixed_placeholders::find),
        Lint::NearDuplicateMessage => Find::InService(near_duplicate_message::find),
        Lint::RetiredCodeActive => Find::InService(retired_code_active::find),
        Lint::UnbalancedBrackets => Find::InEntry(unbalanced_brackets::find),
        Lint::UnbalancedQuotes => Find::InEntry(unbalanced_quotes::find),
    }
}

/// Runs all lints over a service, as far as it could be read.
pub(crate) fn all<'f>(service: &ServiceSyntax<'f>) -> Found<'f> {
    let mut findings = Vec::new();
    let entries: Vec<Entry<'_>> =
        service.entries().enumerate().map(|(number, raw)| Entry::new(service.file, number, raw)).collect();
    for lint in Lint::ALL {
        match find(*lint) {
            Find::InEntry(find) => entries.iter().for_each(|entry| find(entry, &mut findings)),
            Find::InService(find) => find(&entries, &mut findings),
        }
    }
    let allowed = entries.iter().flat_map(|entry| {
        let lints = entry.raw.allow.iter().flatten().flatten().flat_map(|allow| &allow.lint);
        lints.map(|lint| (entry.number, lint.clone()))
    });
    Found { file: service.file, findings, allowed: allowed.collect() }
}

impl Found<'_> {
    /// Warns of what these lints found and nobody allows, and of what is allowed for nothing.
    pub(crate) fn report(self, lints: &Lints, faults: &mut Diagnostics) {
        let mut allowed: Vec<(usize, Lint, &Text)> = Vec::new();
        for (entry, text) in &self.allowed {
            if let Ok(lint) = text.value.parse() {
                allowed.push((*entry, lint, text));
                continue;
            }
            unknown(self.file, text, &[], faults);
        }
        let found: HashSet<(usize, Lint)> = self.findings.iter().map(|one| (one.entry, one.lint)).collect();
        let silent: HashSet<(usize, Lint)> = allowed.iter().map(|(entry, lint, _)| (*entry, *lint)).collect();
        // What could not be read is not looked at, and may be what is allowed.
        if !faults.has_errors() {
            let mut seen = HashSet::new();
            for (entry, lint, text) in &allowed {
                let again = !seen.insert((*entry, *lint));
                if again || !found.contains(&(*entry, *lint)) {
                    let message = if again {
                        format!("`{}` is allowed twice", text.value)
                    } else {
                        format!("`{}` is allowed, and this entry has nothing of the kind", text.value)
                    };
                    let help = "leave it out of `allow`";
                    let kind = DiagnosticKind::UnusedAllow;
                    self.file.fault(faults, text.place, kind, message, help);
                }
            }
        }
        for Finding { lint, entry, place, message, other, help } in &self.findings {
            if lints.contains(*lint) && !silent.contains(&(*entry, *lint)) {
                let (level, help) = if lints.denies(*lint) {
                    // An author who cannot go on is to know both ways out.
                    let allow = format!("`allow: [{{ lint: {lint}, reason: ... }}]`");
                    (Level::Error, format!("{help}; to allow it on the entry: {allow}"))
                } else {
                    (Level::Warning, help.clone())
                };
                let message = match other {
                    Some(other) => format!("{message} in line {}", self.file.line(*other)),
                    None => message.clone(),
                };
                self.file.report(faults, *place, (level, lint.kind()), message, help);
            }
        }
    }
}

/// Reports a text that is to be the name of a lint, or one of these other names.
pub(crate) fn unknown(file: &File, text: &Text, others: &[&'static str], faults: &mut Diagnostics) {
    // In a file that has enough to report, nobody reads the help, which looks at each name.
    if faults.is_full(&file.path) {
        file.fault(faults, text.place, DiagnosticKind::UnknownLint, "", "");
        return;
    }
    let message = format!("`{}` is not a lint", text.value);
    let known: Vec<&str> = Lint::ALL.iter().map(|lint| lint.name()).chain(others.iter().copied()).collect();
    let help = did_you_mean(known.iter().copied(), &text.value)
        .unwrap_or_else(|| format!("use one of {}", known.join(", ")));
    file.fault(faults, text.place, DiagnosticKind::UnknownLint, message, help);
}
