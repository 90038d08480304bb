//! `errcat decode`: causes and remedies out of error responses.

use std::collections::HashSet;
use std::io::Write;

use errcat::{Decoded, Response};
use serde::Serialize;

use super::{Context, decode_text, stdout, write_json, write_jsonl};
use crate::args::{Decode, Format};
use crate::outcome::{Failure, Outcome};
use crate::screen::stderr;
use crate::{input, words};

/// An error, and the file that it was found in; none for standard input.
#[derive(Serialize)]
pub(super) struct Found<'a> {
    #[serde(flatten)]
    pub(super) error: Decoded,
    pub(super) file: Option<&'a str>,
}

pub(super) fn run(context: &Context, decode: &Decode) -> Result<Outcome, Failure> {
    let mut decoded = Vec::new();
    for path in &decode.files {
        let bytes = input::read(path)?;
        let text = String::from_utf8_lossy(&bytes);
        let file = Some(path.as_str()).filter(|path| *path != "-");
        for body in input::responses(&text) {
            let found = response(context, decode, body)?.decode_all();
            let others = other_lines(context, decode, body, &found)?;
            decoded.extend(found.into_iter().chain(others).map(|error| Found { error, file }));
        }
    }
    let without_code = drop_without_code(&mut decoded);
    let mut out = stdout();
    match decode.format.format {
        Format::Json => write_json(&mut out, &decoded)?,
        Format::Jsonl => write_jsonl(&mut out, &decoded)?,
        Format::Text => decode_text::write(&mut out, context, &decoded)?,
    }
    out.flush()?;
    if without_code > 0 {
        let note =
            words::pick(context.lang, "parts of the input without an error code", "输入中没有错误码的部分");
        // Nothing is left to be done when standard error is closed.
        let _ = writeln!(stderr(), "{note}: {without_code}");
    }
    let known = decoded.iter().all(|found| found.error.entry().is_some());
    Ok(if known { Outcome::Found } else { Outcome::NotFound })
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

/// Leaves out what has no code, as most lines of a log do, unless nothing has one; says how many it were.
fn drop_without_code(decoded: &mut Vec<Found<'_>>) -> usize {
    let all = decoded.len();
    if decoded.iter().any(|found| found.error.code().is_some()) {
        decoded.retain(|found| found.error.code().is_some());
    }
    all - decoded.len()
}

fn response<'b>(context: &Context, decode: &Decode, body: &'b str) -> Result<Response<&'b str>, Failure> {
    let mut response = Response::new(body).catalog(context.catalog);
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
