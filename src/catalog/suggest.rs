//! The codes nearest to a text that is not a code.

use errcat_core::suggest::{EDIT, Nearest, begins_with, distance, is_separator};

use super::handles::{Catalog, CodeRef, Service};

/// Largest number of suggestions.
const MOST: usize = 3;

/// How far a suggestion may be from what was written, in tenths of an edit, as all distances.
const FARTHEST: u32 = 2 * EDIT;

/// Another prefix of the same service.
const OTHER_PREFIX: u32 = 10;
/// The prefix of another service: then the number must be right, except for characters that look alike.
const OTHER_SERVICE: u32 = 15;

impl Catalog {
    /// Returns the codes most similar to this one, the nearest first; at most three. Case does not count, characters that
    /// look like digits count little, and two swapped neighbors count once. Where the prefix is known, the codes are those
    /// of its service; only if none is near, those of the same number elsewhere.
    ///
    /// ```
    /// let nearest = |text| errcat::CATALOG.suggest(text).next().map(|code| code.as_str());
    /// assert_eq!(nearest("CSBS.6O19"), Some("CSBS.6019"));
    /// assert_eq!(nearest("imetal.7717"), Some("SMS.7717"));
    /// assert_eq!(nearest("nothing like a code"), None);
    /// ```
    pub fn suggest(&'static self, text: &str) -> impl Iterator<Item = CodeRef> + use<> {
        self.nearest(text).into_iter()
    }

    fn nearest(&'static self, text: &str) -> Nearest<CodeRef, MOST> {
        let mut nearest = Nearest::default();
        let Some(written) = Written::new(self, text) else {
            for code in self.codes() {
                // Two wrong characters make the prefix of a service that the catalog does not hold.
                if let Some(distance) = distance(text, code.as_str(), FARTHEST - 1) {
                    nearest.add(distance, code);
                }
            }
            return nearest;
        };
        for code in self.services_by_prefix(written.begins_with).flat_map(Service::codes) {
            let other = if code.prefix() == written.prefix { 0 } else { OTHER_PREFIX };
            if let Some(distance) = distance(written.number, code.number(), FARTHEST - other) {
                nearest.add(distance + other, code);
            }
        }
        if nearest.is_empty() {
            for code in self
                .codes()
                .filter(|code| !code.service().prefixes().any(|known| known == written.begins_with))
            {
                if let Some(distance) = distance(written.number, code.number(), FARTHEST - OTHER_SERVICE) {
                    nearest.add(distance + OTHER_SERVICE, code);
                }
            }
        }
        nearest
    }
}

/// What was written, if it begins with a known prefix.
struct Written<'t> {
    /// The prefix that it begins with.
    begins_with: &'static str,
    /// The prefix that was meant, as the codes have it.
    prefix: &'static str,
    number: &'t str,
}

impl<'t> Written<'t> {
    fn new(catalog: &'static Catalog, text: &'t str) -> Option<Self> {
        let prefixes =
            catalog.services().flat_map(|service| service.prefixes().map(move |known| (service, known)));
        // `APIGW` begins with `APIG`.
        let (service, written) = prefixes
            .filter(|(_, prefix)| begins_with(text, prefix))
            .max_by_key(|(_, prefix)| prefix.len())?;
        let rest = text.get(written.len()..)?;
        let separators = rest.bytes().take_while(|byte| is_separator(*byte)).count();
        let prefix =
            service.aliases().find(|(alias, _)| *alias == written).map_or(written, |(_, prefix)| prefix);
        Some(Self { begins_with: written, prefix, number: rest.get(separators..)? })
    }
}
