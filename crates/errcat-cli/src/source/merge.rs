//! Several catalogs as one, with what there is to say of codes that several of them have.

use std::collections::BTreeMap;

use errcat_build::model::Catalog;
use errcat_build::{LeftOut, Merged, Part};

use super::origin::Origin;

/// The most names that a note lists.
const LISTED: usize = 5;

/// Merges catalogs, the first of which counts, and returns notes about what the others lose.
pub(crate) fn merge(catalogs: Vec<(Origin, Catalog)>) -> (Catalog, Vec<String>) {
    let (origins, catalogs): (Vec<Origin>, Vec<Catalog>) = catalogs.into_iter().unzip();
    let Merged { catalog, left_out, .. } = Catalog::merge(catalogs);
    let notes = notes(&left_out, &origins);
    (catalog, notes)
}

/// The notes about two catalogs: the services, codes and spellings that the later one loses to the earlier one.
#[derive(Default)]
struct Losses<'p> {
    services: Vec<&'p str>,
    codes: Vec<&'p str>,
    aliases: Vec<&'p str>,
}

fn notes(left_out: &[LeftOut], origins: &[Origin]) -> Vec<String> {
    let mut all: BTreeMap<(usize, usize), Losses<'_>> = BTreeMap::new();
    for LeftOut { catalog, earlier, part, .. } in left_out {
        let losses = all.entry((*catalog, *earlier)).or_default();
        match part {
            Part::Service(name) => losses.services.push(name),
            Part::Code(code) => losses.codes.push(code),
            Part::Alias { alias, .. } => losses.aliases.push(alias),
            _ => {}
        }
    }
    let notes = all.iter().flat_map(|((catalog, earlier), losses)| {
        let (here, first) = (&origins[*catalog], &origins[*earlier]);
        let kinds = [
            (&losses.services, "services"),
            (&losses.codes, "codes"),
            (&losses.aliases, "spellings of prefixes"),
        ];
        kinds.map(|(lost, what)| {
            let names = (!lost.is_empty()).then(|| listed(lost))?;
            Some(format!("{first} has {what} that {here} has too, and comes first: {names}"))
        })
    });
    notes.flatten().collect()
}

/// Names, the first few of them.
fn listed(names: &[&str]) -> String {
    let shown: Vec<String> = names.iter().take(LISTED).map(|name| format!("`{name}`")).collect();
    let more = names.len().saturating_sub(LISTED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{more}", shown.join(", "))
}
