//! The same things in another order.

use super::ChangeKind;
use super::change::Log;
use super::matching::Pairs;

/// The entries, prefixes, aliases and hints of one service.
pub(super) fn of_entries(pairs: &Pairs<'_>, number: usize, log: &mut Log) {
    let Some(to) = pairs.service(number) else { return };
    let (old, new) = (&pairs.old.services[number], &pairs.new.services[to]);
    let entries = (0..old.entries.len()).filter_map(|at| pairs.entry((number, at)));
    let names = |list: &[(String, String)]| list.iter().map(|(alias, _)| alias.clone()).collect::<Vec<_>>();
    let foreign = |service: &crate::model::Service| {
        service.confused_with.iter().map(|(prefix, _)| prefix.clone()).collect::<Vec<_>>()
    };
    for (what, same) in [
        ("entries", entries.filter(|at| at.0 == to).is_sorted()),
        ("prefixes", same_order(&old.prefixes, &new.prefixes)),
        ("aliases", same_order(&names(&old.aliases), &names(&new.aliases))),
        ("hints on prefixes", same_order(&foreign(old), &foreign(new))),
    ] {
        if !same {
            log.service(ChangeKind::OrderChanged, &old.module, format!("{what} stand in another order"));
        }
    }
}

/// The services of the catalog: the first that stands before one it stood behind is named.
pub(super) fn of_services(pairs: &Pairs<'_>, log: &mut Log) {
    let mut last = 0;
    for (number, service) in pairs.old.services.iter().enumerate() {
        let Some(now) = pairs.service(number) else { continue };
        if now < last {
            let detail = "the services of the catalog stand in another order";
            return log.service(ChangeKind::OrderChanged, &service.module, detail);
        }
        last = now;
    }
}

/// Whether what is in both lists has the same order in both.
fn same_order<T: PartialEq>(old: &[T], new: &[T]) -> bool {
    let places = old.iter().filter_map(|item| new.iter().position(|other| other == item));
    places.is_sorted()
}
