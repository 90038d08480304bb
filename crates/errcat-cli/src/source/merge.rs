//! Several catalogs as one, with what there is to say of codes that several of them have.

use errcat_build::model::Catalog;
use errcat_build::{LeftOut, Merged, Part};

use super::origin::Origin;

/// The most codes that a note lists.
const LISTED: usize = 5;

/// Merges catalogs, the first of which counts, and returns notes about what the others lose.
pub(crate) fn merge(catalogs: Vec<(Origin, Catalog)>) -> (Catalog, Vec<String>) {
    let (origins, catalogs): (Vec<Origin>, Vec<Catalog>) = catalogs.into_iter().unzip();
    let Merged { catalog, left_out, .. } = Catalog::merge(catalogs);
    let notes = notes(&left_out, &origins);
    (catalog, notes)
}

/// One note for each service and other spelling, and one for the codes that two catalogs share.
fn notes(left_out: &[LeftOut], origins: &[Origin]) -> Vec<String> {
    let mut notes = Vec::new();
    let mut codes: Vec<((usize, usize), Vec<&str>)> = Vec::new();
    for LeftOut { catalog, earlier, part, .. } in left_out {
        let (here, first) = (&origins[*catalog], &origins[*earlier]);
        match part {
            Part::Service(name) => {
                notes.push(format!("service `{name}` of {here} is left out: {first} has one of this name"));
            }
            Part::Alias { service, alias } => notes.push(format!(
                "service `{service}` of {here} loses the spelling `{alias}`: codes of {first} are written so"
            )),
            Part::Code(code) => {
                let both = (*catalog, *earlier);
                match codes.iter_mut().find(|(catalogs, _)| *catalogs == both) {
                    Some((_, codes)) => codes.push(code),
                    None => codes.push((both, vec![code])),
                }
            }
            _ => {}
        }
    }
    notes.extend(codes.into_iter().map(|((catalog, earlier), codes)| {
        let (here, first) = (&origins[catalog], &origins[earlier]);
        let more = codes.len().saturating_sub(LISTED);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let codes = codes.iter().take(LISTED).map(|code| format!("`{code}`")).collect::<Vec<_>>().join(", ");
        format!("{first} has codes that {here} has too, and comes first: {codes}{more}")
    }));
    notes
}
