//! `errcat annotate` beside grep and ripgrep, on log files.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::Command;

use anyhow::Result;
use errcat::{CATALOG, Code};
use errcat_bench::log::{Log, prefixes};

use super::start::command;
use crate::process::{exists, median, output, piped};
use crate::table::{Table, size, throughput};
use crate::target::Targets;

const PERCENTS: [usize; 3] = [1, 10, 50];
/// How often each command runs on each file; the median counts.
const RUNS: usize = 5;

/// A program with its arguments; the file comes last.
struct Way {
    title: &'static str,
    program: String,
    args: Vec<String>,
}

pub(super) fn measure(log_size: usize) -> Result<String> {
    let ways = ways(&command()?);
    let folder = tempfile::tempdir()?;
    let codes: Vec<&str> = Code::all().map(Code::as_str).collect();
    let mut medians: Vec<Vec<f64>> = ways.iter().map(|_| Vec::new()).collect();
    for percent in PERCENTS {
        let path = folder.path().join("service.log");
        let mut file = BufWriter::with_capacity(1 << 20, File::create(&path)?);
        Log { codes: &codes, percent, size: log_size }.write(&mut file)?;
        file.flush()?;
        for (way, medians) in ways.iter().zip(&mut medians) {
            let run = |_| piped(Command::new(&way.program).env("LC_ALL", "C").args(&way.args).arg(&path));
            medians.push(median((0..RUNS).map(run).collect::<Result<_>>()?));
        }
    }

    let head = PERCENTS.map(|percent| format!("{percent} % of the lines"));
    let mut table = Table::new(std::iter::once(String::new()).chain(head));
    for (way, medians) in ways.iter().zip(&medians) {
        let cells = medians.iter().map(|median| throughput(log_size as f64, *median));
        table.row(std::iter::once(way.title.to_owned()).chain(cells));
    }
    let of = |title: &str| ways.iter().position(|way| way.title == title).map(|at| &medians[at]);
    let mut targets = Targets::new();
    let judged = match (of(CODES), of(RIPGREP)) {
        (Some(own), Some(peer)) => {
            for ((percent, own), peer) in PERCENTS.iter().zip(own).zip(peer) {
                targets.at_least(&format!("{percent} % of the lines: {RIPGREP}"), 1.0, peer / own, "x");
            }
            format!("{}\n\n### Targets\n\n{targets}", output(Command::new("rg").arg("--version"))?.lines().next().unwrap_or(""))
        }
        _ => "ripgrep is not installed, so its row is missing and the target is not judged; `cargo install ripgrep` \
              brings it."
            .to_owned(),
    };
    Ok(format!(
        "Logs of {}, in the page cache, of which 1, 10 or 50 % of the lines hold a code. Each command runs {RUNS} times, \
         as a process whose output is read by another one. ripgrep and grep search for \
         `\\b(PREFIX|...)\\.[0-9]{{3,8}}` with the prefixes of the bundled catalog, and look nothing up; `cat` and \
         `wc -l` show what reading costs. Plain `annotate` and `cat` write the whole text; the others only what they \
         found.\n\n{table}\n{judged}",
        size(log_size as u64)
    ))
}

const CODES: &str = "`errcat annotate --codes`";
const RIPGREP: &str = "`rg -oN`";

fn ways(errcat: &Path) -> Vec<Way> {
    let escaped: Vec<String> = prefixes(&CATALOG).iter().map(|prefix| prefix.replace('.', "\\.")).collect();
    let pattern = format!(r"\b({})\.[0-9]{{3,8}}", escaped.join("|"));
    let way = |title, program: &str, args: &[&str]| Way {
        title,
        program: program.to_owned(),
        args: args.iter().map(|arg| (*arg).to_owned()).collect(),
    };
    let errcat = errcat.to_string_lossy();
    let mut ways = vec![
        way(CODES, &errcat, &["annotate", "--codes"]),
        way("`errcat annotate --count`", &errcat, &["annotate", "--count"]),
        way("`errcat annotate`", &errcat, &["annotate"]),
    ];
    if exists("rg") {
        ways.push(way(RIPGREP, "rg", &["-oN", &pattern]));
    }
    ways.push(way("`grep -oE`", "grep", &["-oE", &pattern]));
    ways.push(way("`cat`", "cat", &[]));
    ways.push(way("`wc -l`", "wc", &["-l"]));
    ways
}
