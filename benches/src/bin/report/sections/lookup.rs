//! `Code::find` beside its peers.

use anyhow::Result;

use crate::criterion::Measured;
use crate::target::Targets;

const CATALOGS: [(&str, &str); 3] = [
    ("bundled", "The bundled catalog"),
    ("five_thousand", "5,000 codes"),
    ("hundred_thousand", "100,000 codes"),
];
const PEERS: [&str; 7] = ["errcat", "errcat, by reference", "phf", "foldhash", "fx", "std", "binary search"];

pub(super) fn measure() -> Result<String> {
    let measured = Measured::run("lookup")?;
    let mut text = String::from(
        "65,536 texts in a random order, none of which is the text in the table: codes of the catalog (hits); half \
         right prefixes with other numbers, a quarter other prefixes, a quarter other words (misses); and as many of \
         both (mix), where the processor cannot guess which is next. Time a lookup. errcat is \
         `Code::find` of the bundled catalog and `CATALOG.find` of one in the program itself, whose numbers become part of \
         the instructions; `by reference`, the compiler does not know which catalog it is. `phf` is phf's map as \
         phf_codegen writes it; foldhash, fx and std are `HashMap`s with these hash functions; `limit` hashes a text, \
         loads one slot that it is told and compares it with the whole text, so no lookup can do less.\n",
    );
    let mut targets = Targets::new();
    for (name, title) in CATALOGS {
        let set = |set: &str| format!("lookup/{name}/{set}");
        let mut functions = PEERS.to_vec();
        if name == "bundled" {
            functions.push("match");
        }
        functions.push("limit");
        let groups = [("hits", set("hits")), ("misses", set("misses")), ("mix", set("mix"))];
        text += &format!("\n### {title}\n\n{}", measured.table(&functions, &groups)?);
        if name != "hundred_thousand" {
            let hits = set("hits");
            let best = measured.ratio(&hits, "foldhash")?.min(measured.ratio(&hits, "fx")?);
            targets.at_least(&format!("{title}: hits, phf"), 5.5, measured.ratio(&hits, "phf")?, "x");
            targets.at_least(&format!("{title}: hits, the better of foldhash and fx"), 2.0, best, "x");
            targets.at_least(
                &format!("{title}: misses, phf"),
                9.0,
                measured.ratio(&set("misses"), "phf")?,
                "x",
            );
            let limit = 1.0 / measured.ratio(&hits, "limit")?;
            targets.at_most(&format!("{title}: hits, of the limit"), 1.25, limit, "x");
        }
    }
    Ok(format!("{text}\n### Targets\n\n{targets}"))
}
