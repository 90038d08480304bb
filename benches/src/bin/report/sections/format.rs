//! `Template::format` beside `format!`.

use anyhow::Result;

use crate::criterion::Measured;
use crate::target::Targets;

const NEW: &str = "format/new String";
const REUSED: &str = "format/reused String";

pub(super) fn measure() -> Result<String> {
    let measured = Measured::run("format")?;
    let new = measured.table(&["errcat", "format!", "limit"], &[("into a new String", NEW.to_owned())])?;
    let functions = ["errcat", "errcat Display", "write!", "limit"];
    let reused = measured.table(&functions, &[("into a reused String", REUSED.to_owned())])?;
    let mut targets = Targets::new();
    targets.at_least("into a new String, `format!`", 2.0, measured.ratio(NEW, "format!")?, "x");
    let into = measured.median(NEW, "format!")? / measured.median(REUSED, "errcat")?;
    targets.at_least("into a reused String, `format!` into a new one", 4.0, into, "x");
    Ok(format!(
        "The message of CSBS.6019 with four arguments, 155 bytes. `format!` and `write!` have the template in the \
         program and take it apart when it is compiled; errcat takes it from a table. `limit` copies the finished \
         message.\n\n{new}\n{reused}\n### Targets\n\n{targets}"
    ))
}
