//! Finds what an overlay adds to.

use crate::diagnostic::{DiagnosticKind, Diagnostics, Sound, sound};
use crate::model::{Catalog, Service};
use crate::suggest::{did_you_mean, nearest};
use crate::syntax::{RawAddition, Text};
use crate::yaml::File;

/// The row of the service that an overlay names.
pub(super) fn service(
    file: &File,
    name: &Sound<Text>,
    catalog: &Catalog,
    faults: &mut Diagnostics,
) -> Sound<usize> {
    let name = sound(name)?;
    let known = || catalog.services.iter().map(|service| service.module.as_str());
    known().position(|module| module == name.value).ok_or_else(|| {
        let help = did_you_mean(known(), &name.value)
            .unwrap_or_else(|| format!("the catalog holds {}", known().collect::<Vec<_>>().join(", ")));
        let message = format!("the catalog has no service `{}`", name.value);
        file.fault(faults, name.place, DiagnosticKind::UnknownService, message, help)
    })
}

/// The number of the entry that an item adds to.
pub(super) fn entry(
    file: &File,
    raw: &RawAddition,
    service: &Service,
    faults: &mut Diagnostics,
) -> Sound<usize> {
    let code = sound(&raw.code)?;
    let name = sound(&raw.name)?;
    let entries = || service.entries.iter().enumerate().filter(|(_, entry)| entry.code == code.value);
    let names = || entries().map(|(_, entry)| format!("`{}`", entry.name)).collect::<Vec<_>>().join(", ");
    let Some((first, _)) = entries().next() else { return Err(unknown_code(file, code, service, faults)) };
    let Some(name) = name else {
        if entries().count() == 1 {
            return Ok(first);
        }
        let message = format!("code `{}` has several entries", code.value);
        let help = format!("say which by `name: ...`: one of {}", names());
        return Err(file.fault(faults, code.place, DiagnosticKind::AmbiguousEntry, message, help));
    };
    let found = entries().find(|(_, entry)| entry.name == name.value);
    found.map(|(number, _)| number).ok_or_else(|| {
        let message = format!("no entry of code `{}` has the name `{}`", code.value, name.value);
        file.fault(
            faults,
            name.place,
            DiagnosticKind::UnknownEntry,
            message,
            format!("use one of {}", names()),
        )
    })
}

fn unknown_code(
    file: &File,
    code: &Text,
    service: &Service,
    faults: &mut Diagnostics,
) -> crate::diagnostic::Reported {
    let known = || service.entries.iter().map(|entry| entry.code.as_str());
    let canonical = known().find(|known| service.spellings(known).any(|spelling| spelling == code.value));
    let help = match canonical.or_else(|| nearest(known(), &code.value)) {
        Some(near) => format!("did you mean `{near}`?"),
        None if service.prefixes.is_empty() => "write one of its codes".to_owned(),
        None => {
            let prefixes =
                service.prefixes.iter().map(|prefix| format!("{}{}", prefix.text, prefix.separator));
            format!("its codes begin with {}", prefixes.collect::<Vec<_>>().join(", "))
        }
    };
    let message = format!("service `{}` has no code `{}`", service.module, code.value);
    file.fault(faults, code.place, DiagnosticKind::UnknownCode, message, help)
}
