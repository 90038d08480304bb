//! The index answers as a hash map, as phf, and in a small catalog as a look at each code: for every code, for all its
//! neighbours, and for texts of any kind.

use std::collections::HashMap;

use errcat::{Catalog, Code, CodeRef};
use errcat_bench::catalogs::{five_thousand, hundred_thousand, peers};
use errcat_bench::queries::Queries;
use errcat_bench::random::Random;

/// Asks all three, and says what they agree on.
struct Peers {
    catalog: &'static Catalog,
    phf: &'static phf::Map<&'static str, u32>,
    map: HashMap<&'static str, CodeRef>,
}

impl Peers {
    fn new(catalog: &'static Catalog, phf: &'static phf::Map<&'static str, u32>) -> Self {
        let map: HashMap<&str, CodeRef> = catalog.codes().map(|code| (code.as_str(), code)).collect();
        assert_eq!((map.len(), phf.len()), (catalog.codes().len(), catalog.codes().len()));
        Self { catalog, phf, map }
    }

    fn ask(&self, text: &str) -> bool {
        let expected = self.map.get(text).copied();
        let found = self.catalog.find(text);
        // Another spelling of a prefix is found too, under the code as it is documented.
        let aliased = found.filter(|code| code.as_str() != text);
        if let Some(code) = aliased {
            let is_alias = code.service().prefixes().any(|prefix| text.starts_with(&format!("{prefix}.")));
            assert!(is_alias && expected.is_none(), "`{text}` finds {code}");
        } else {
            assert_eq!(found, expected, "`{text}`");
        }
        assert_eq!(self.phf.contains_key(text), expected.is_some(), "`{text}`");
        if self.map.len() < 1_000 {
            let by_search = self.catalog.codes().find(|code| code.as_str() == text);
            assert_eq!(by_search, expected, "`{text}`");
        }
        found.is_some()
    }

    /// Asks for each code, and for it with each byte changed, left out or doubled.
    fn ask_neighbours(&self) {
        assert!(self.catalog.codes().all(|code| self.ask(code.as_str())));
        for code in self.catalog.codes() {
            let text = code.as_str();
            for at in 0..text.len() {
                let (before, after) = (&text[..at], &text[at + 1..]);
                let byte = text.as_bytes()[at];
                for other in [byte ^ 1, byte ^ 0x20, b'.', b'0', 0] {
                    if other.is_ascii() {
                        self.ask(&format!("{before}{}{after}", char::from(other)));
                    }
                }
                self.ask(&format!("{before}é{after}"));
                self.ask(&format!("{before}{after}"));
                self.ask(&format!("{before}{0}{0}{after}", char::from(byte)));
                self.ask(before);
                self.ask(after);
            }
        }
    }

    fn ask_others(&self) {
        let codes: Vec<&str> = self.catalog.codes().map(CodeRef::as_str).collect();
        let queries = Queries::new(&codes);
        assert!(queries.hits.iter().all(|text| self.ask(text)));
        let found = queries.misses.iter().filter(|text| self.ask(text)).count();
        // The other spelling of a prefix can be met by chance.
        assert!(found * 100 < queries.misses.len(), "{found} misses are found");
        let mut random = Random::default();
        for _ in 0..100_000 {
            let text: String = (0..random.below(40)).map(|_| char::from(random.below(128) as u8)).collect();
            self.ask(&text);
        }
        self.ask("");
        self.ask(&"CSBS.6019".repeat(100));
    }
}

#[test]
fn bundled() {
    let peers = Peers::new(&errcat::CATALOG, &peers::BUNDLED);
    peers.ask_neighbours();
    peers.ask_others();
    assert!(errcat::Code::all().all(|code| Code::find(code.as_str()) == Some(code)));
}

#[test]
fn five_thousand_codes() {
    let peers = Peers::new(&five_thousand::CATALOG, &peers::FIVE_THOUSAND);
    peers.ask_neighbours();
    peers.ask_others();
}

#[test]
fn hundred_thousand_codes() {
    let peers = Peers::new(&hundred_thousand::CATALOG, &peers::HUNDRED_THOUSAND);
    peers.ask_neighbours();
    peers.ask_others();
}
