//! Templates found by their messages.

use anyhow::Result;

use crate::criterion::Measured;
use crate::table::time;
use crate::target::Targets;

const CATALOGS: [(&str, &str); 2] = [("bundled", "bundled catalog"), ("five_thousand", "5,000 codes")];

/// A set whose automaton may take much memory.
const ROOMY: &str = "RegexSet, 256 MB";

pub(super) fn measure() -> Result<String> {
    let measured = Measured::run("match_message")?;
    let groups = |what: &str| CATALOGS.map(|(name, title)| (title, format!("match/{name}/{what}")));
    let unknown = groups("code unknown");
    let functions = ["errcat", "aho-corasick", "each template", "RegexSet", ROOMY];
    let (by_message, known) = (measured.table(&functions, &unknown)?, groups("code known"));
    let by_code = measured.table(&["errcat"], &known)?;
    let choose = time(measured.median("match/bundled/choose", "errcat")?);
    let mut targets = Targets::new();
    for ((title, unknown), (_, known)) in unknown.iter().zip(&known) {
        targets.at_least(&format!("{title}: RegexSet"), 100.0, measured.ratio(unknown, "RegexSet")?, "x");
        targets.at_least(
            &format!("{title}: aho-corasick"),
            4.0,
            measured.ratio(unknown, "aho-corasick")?,
            "x",
        );
        targets.at_most(&format!("{title}: code known"), 30.0, measured.median(known, "errcat")?, " ns");
    }
    Ok(format!(
        "4,096 messages made of the templates with arguments, one in ten of them of no template. Time a message, for \
         the templates that fit and their arguments, the best first, the code being unknown. `aho-corasick` finds the longest literal text of each \
         template and has errcat verify it; `each template` has errcat verify all of them; `RegexSet` finds the \
         patterns that match, then takes the captures of each. By default its automaton, which it builds while it searches, \
         has 2 MB, and soon begins anew; in the last row it has room for all.\n\n{by_message}\n\
         Where the code is known, only its template has to fit:\n\n{by_code}\n\
         Choosing among the meanings of CSBS.9009 by message and status takes {choose}.\n\n### Targets\n\n{targets}"
    ))
}
