//! Codes found in a log in memory.

use anyhow::Result;
use errcat::CATALOG;
use errcat_bench::generate::SIZES;
use errcat_bench::log::prefixes;

use crate::criterion::Measured;
use crate::target::Targets;

const PERCENTS: [&str; 3] = ["1 %", "10 %", "50 %"];
const FUNCTIONS: [&str; 5] = ["errcat", "regex", "aho-corasick", "regex, no lookup", "limit"];

pub(super) fn measure() -> Result<String> {
    let measured = Measured::run("find")?;
    let mut text = String::from(
        "A log of 64 MB in memory, of which 1, 10 or 50 % of the lines hold a code; one thread. Each finds all codes \
         with the prefixes of the catalog, looks them up, and has the same result: `regex` with \
         `\\b(?:PREFIX|...)\\.\\d{3,8}`, `aho-corasick` with each prefix and its full stop. Two rows do less than that: \
         `regex, no lookup` only finds what has the form of a code, `limit` counts the lines.\n",
    );
    let mut targets = Targets::new();
    for count in [prefixes(&CATALOG).len(), SIZES[0].prefixes] {
        let groups = PERCENTS.map(|percent| (percent, format!("find/{count} prefixes/{percent}")));
        text += &format!("\n### {count} prefixes\n\n{}", measured.table(&FUNCTIONS, &groups)?);
        for (percent, group) in &groups {
            let ratio = measured.ratio(group, "regex")?;
            targets.at_least(&format!("{count} prefixes, {percent} of the lines: regex"), 1.0, ratio, "x");
        }
    }
    Ok(format!("{text}\n### Targets\n\n{targets}"))
}
