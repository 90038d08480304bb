//! `errcat decode`: causes and remedies out of error responses.

mod excerpt;
mod found;
mod subject;
mod text;

use std::collections::HashSet;
use std::io::Write;

use clap::ValueHint;
use errcat::{Decoded, Response};

use crate::context::{Context, Invocation};
use crate::input::{self, FileName};
use crate::options::{Format, OutputFormat};
use crate::outcome::{Failure, Outcome};
use crate::output::{self, stderr, stdout, write_json, write_jsonl};
use crate::present::labels;

use found::Found;

/// Read error responses, logs or pasted text, and show causes and remedies
#[derive(Debug, clap::Args)]
pub(crate) struct Decode {
    /// Files with bodies, `curl -i` dumps, JSON lines or logs; `-` for standard input
    #[arg(value_name = "FILE", default_value = "-", value_hint = ValueHint::FilePath)]
    files: Vec<FileName>,

    /// The HTTP status of the response
    #[arg(long, value_name = "STATUS", value_parser = clap::value_parser!(u16).range(100..=599))]
    status: Option<u16>,

    /// A header of the response, such as 'X-Request-Id: ...'
    #[arg(long, value_name = "NAME: VALUE")]
    header: Vec<String>,

    /// Refuse an input that is larger, once it is unpacked: bytes, or KiB, MiB, GiB with K, M, G
    #[arg(long, value_name = "SIZE", value_parser = input::size, default_value = "256M")]
    limit: u64,

    #[command(flatten)]
    format: OutputFormat,
}

impl Decode {
    /// Does what the arguments say.
    pub(super) fn run(&self, invocation: &Invocation<'_>) -> Result<Outcome, Failure> {
        let context = &invocation.context()?;
        let mut results = Results::default();
        let mut out = stdout();
        for name in &self.files {
            let warn = |warning: &str| output::warn(&format!("{}: {warning}", name.described()));
            let bytes = input::read_whole(name, self.limit, warn)?;
            let text = String::from_utf8_lossy(&bytes);
            let file = Some(name).filter(|name| !name.is_stdin());
            for body in input::responses(&text) {
                let found = response(context, self, body)?.decode_all();
                let others = other_lines(context, self, body, &found)?;
                found.into_iter().chain(others).for_each(|error| results.push(Found { error, file }));
                // Nothing of what is written line by line has to be kept.
                if self.format.format == Format::Jsonl && results.has_code {
                    write_jsonl(&mut out, &results.kept)?;
                    results.kept.clear();
                }
            }
        }
        match self.format.format {
            Format::Json => write_json(&mut out, &results.kept)?,
            Format::Jsonl => write_jsonl(&mut out, &results.kept)?,
            Format::Text => text::write(&mut out, context, &results.kept)?,
        }
        out.flush()?;
        if results.left_out > 0 {
            let note = labels::pick(
                context.lang,
                "parts of the input without an error code",
                "输入中没有错误码的部分",
            );
            // Nothing is left to be done when standard error is closed.
            let _ = writeln!(stderr(), "{note}: {}", results.left_out);
        }
        Ok(if results.unknown { Outcome::NotFound } else { Outcome::Found })
    }
}

/// The errors on other lines of a log: a text is read as one response first, since messages and bodies go over
/// several lines; what its lines hold besides is an error of its own.
fn other_lines(
    context: &Context,
    decode: &Decode,
    body: &str,
    found: &[Decoded],
) -> Result<Vec<Decoded>, Failure> {
    let mut others = Vec::new();
    let mut codes: HashSet<String> = found.iter().filter_map(|one| Some(one.code()?.to_owned())).collect();
    let one_line = body.trim().lines().nth(1).is_none();
    if codes.is_empty() || one_line || input::is_json(body) {
        return Ok(others);
    }
    for line in body.lines() {
        if context.catalog.find_in(line).all(|code| codes.contains(code.as_str())) {
            continue;
        }
        let of_line = response(context, decode, line)?.decode_all();
        others.extend(
            of_line.into_iter().filter(|one| one.code().is_some_and(|code| codes.insert(code.to_owned()))),
        );
    }
    Ok(others)
}

/// What was found: everything with a code; or, if nothing has one, what the first parts of the input say.
#[derive(Default)]
struct Results<'a> {
    kept: Vec<Found<'a>>,
    has_code: bool,
    /// Whether the catalog lacks one that is shown.
    unknown: bool,
    /// Parts without a code, such as most lines of a log.
    left_out: usize,
}

impl<'a> Results<'a> {
    /// Parts without a code that are shown, at most.
    const WITHOUT_CODE: usize = 1_000;

    fn push(&mut self, found: Found<'a>) {
        let has_code = found.error.code().is_some();
        if has_code && !self.has_code {
            self.left_out += self.kept.len();
            self.kept.clear();
            (self.has_code, self.unknown) = (true, false);
        }
        if has_code || (!self.has_code && self.kept.len() < Self::WITHOUT_CODE) {
            self.unknown |= found.error.entry().is_none();
            self.kept.push(found);
        } else {
            self.left_out += 1;
        }
    }
}

fn response<'b>(context: &Context, decode: &Decode, body: &'b str) -> Result<Response<&'b str>, Failure> {
    let limit = usize::try_from(decode.limit).unwrap_or(usize::MAX);
    let mut response = Response::new(body).limit(limit).catalog(context.catalog);
    if let Some(status) = decode.status {
        response = response.status(status);
    }
    for header in &decode.header {
        let Some((name, value)) = header.split_once(':') else {
            return Err(Failure::Usage(format!("`{header}` is no header: write `--header 'Name: value'`")));
        };
        response = response.header(name, value);
    }
    Ok(response)
}
