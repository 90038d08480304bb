//! Finds what an overlay adds to.

use std::collections::HashMap;

use crate::diagnostic::{DiagnosticKind, Diagnostics, Reported, Sound, sound};
use crate::model::{Catalog, Service};
use crate::suggest::{did_you_mean, nearest};
use crate::syntax::{AdditionSyntax, Text};
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

/// The numbers of the entries of each code.
pub(super) type Rows = HashMap<String, Vec<usize>>;

pub(super) fn rows_by_code(service: &Service) -> Rows {
    let mut rows = Rows::new();
    for (number, entry) in service.entries.iter().enumerate() {
        rows.entry(entry.code.clone()).or_default().push(number);
    }
    rows
}

/// The number of the entry that an item adds to.
pub(super) fn entry(
    file: &File,
    raw: &AdditionSyntax,
    service: &Service,
    rows: &Rows,
    faults: &mut Diagnostics,
) -> Sound<usize> {
    let code = sound(&raw.code)?;
    let name = sound(&raw.name)?;
    let Some(rows) = rows.get(&code.value) else { return Err(unknown_code(file, code, service, faults)) };
    let names = || {
        let names = rows.iter().map(|row| format!("`{}`", service.entries[*row].name));
        names.collect::<Vec<_>>().join(", ")
    };
    let Some(name) = name else {
        if let [row] = rows[..] {
            return Ok(row);
        }
        let message = format!("code `{}` has several entries", code.value);
        let help = format!("say which by `name: ...`: one of {}", names());
        return Err(file.fault(faults, code.place, DiagnosticKind::AmbiguousEntry, message, help));
    };
    let found = rows.iter().find(|row| service.entries[**row].name == name.value);
    found.copied().ok_or_else(|| {
        let message = format!("no entry of code `{}` has the name `{}`", code.value, name.value);
        let help = format!("use one of {}", names());
        file.fault(faults, name.place, DiagnosticKind::UnknownEntry, message, help)
    })
}

fn unknown_code(file: &File, code: &Text, service: &Service, faults: &mut Diagnostics) -> Reported {
    // In a file that has enough to report, nobody reads the help, which looks at each code.
    if faults.is_full(&file.path) {
        return file.fault(faults, code.place, DiagnosticKind::UnknownCode, "", "");
    }
    let known = || service.entries.iter().map(|entry| entry.code.as_str());
    let canonical = known().find(|known| service.spellings(known).any(|spelling| spelling == code.value));
    let help = match canonical.or_else(|| nearest(known(), &code.value)) {
        Some(near) => format!("did you mean `{near}`?"),
        None if service.prefixes.is_empty() => "write one of its codes".to_owned(),
        None => {
            let prefixes = service.prefixes.iter().map(|prefix| prefix.text.as_str());
            format!("its codes begin with {}", prefixes.collect::<Vec<_>>().join(", "))
        }
    };
    let message = format!("service `{}` has no code `{}`", service.module, code.value);
    file.fault(faults, code.place, DiagnosticKind::UnknownCode, message, help)
}
