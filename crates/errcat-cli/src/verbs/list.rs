//! `errcat list`: entries by service, status, class, retry.

use std::io::Write;

use errcat::Entry;

use crate::context::{Context, Invocation};
use crate::options::{Filter, Format, OutputFormat};
use crate::outcome::{Failure, Outcome};
use crate::output::{stderr, stdout, write_json, write_jsonl};
use crate::present::labels;
use crate::present::terminal::{DIM, STRONG};
use crate::text::width::{columns, of_terminal, pad};

/// List the catalog, or the part that filters leave
#[derive(Debug, clap::Args)]
pub(crate) struct List {
    #[command(flatten)]
    filter: Filter,

    #[command(flatten)]
    format: OutputFormat,
}

/// Columns of the widest class.
const CLASS: usize = 19;

impl List {
    /// Does what the arguments say.
    pub(super) fn run(&self, invocation: &Invocation<'_>) -> Result<Outcome, Failure> {
        let context = &invocation.context()?;
        let entries = self.filter.entries(context.catalog)?;
        let mut out = stdout();
        match self.format.format {
            Format::Json => write_json(&mut out, &entries)?,
            Format::Jsonl => write_jsonl(&mut out, &entries)?,
            Format::Text => {
                // Codes of one service are of one length, or nearly so.
                for service in entries.chunk_by(|one, next| one.service() == next.service()) {
                    write_table(&mut out, context, service, of_terminal())?;
                }
            }
        }
        out.flush()?;
        if entries.is_empty() && self.format.format == Format::Text {
            let nothing = labels::pick(context.lang, "nothing found", "没有找到结果");
            // Nothing is left to be done when standard error is closed.
            let _ = writeln!(stderr(), "{nothing}");
        }
        Ok(if entries.is_empty() { Outcome::NotFound } else { Outcome::Found })
    }
}

/// A line an entry. The class goes where there is no room for it; a name is never cut, it rather stands below.
fn write_table(
    out: &mut impl Write,
    context: &Context,
    entries: &[Entry],
    width: usize,
) -> Result<(), Failure> {
    let widest = |text: fn(&Entry) -> &'static str| entries.iter().map(text).map(columns).max().unwrap_or(0);
    let codes = widest(|entry| entry.code().as_str());
    let names = widest(|entry| entry.name());
    let status_end = codes + 2 + 3;
    let with_class = status_end + 2 + CLASS + 2 + names <= width;
    for entry in entries {
        let code = pad(entry.code().as_str(), codes);
        let status = entry.status().map_or("  -".to_owned(), |status| status.to_string());
        write!(out, "{STRONG}{code}{STRONG:#}  {status}")?;
        if with_class {
            write!(out, "  {DIM}{}{DIM:#}", pad(labels::class(context.lang, entry.class()), CLASS))?;
        }
        let below = !with_class && status_end + 2 + columns(entry.name()) > width;
        writeln!(out, "{}{}", if below { "\n  " } else { "  " }, entry.name())?;
    }
    Ok(())
}
