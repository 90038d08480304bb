//! CSV (RFC 4180): a lookup table for log pipelines and SQL.
//!
//! A join on the code must hit what stands in the log, and must not multiply its lines: there is one row a code in each
//! of its spellings, with its first meaning. Cells hold no line break, so that tools that read lines can read it too.

use std::io::Write;

use errcat::{Addition, CodeRef, Entry, Lang, Severity, Text};

use super::selection::Selection;
use crate::outcome::Failure;
use crate::output::stderr;
use crate::text::sanitize::one_line;

/// What a spreadsheet may take for a formula, at the beginning of a cell.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];

/// A row: a meaning of a code, in one of the code's spellings.
struct Row {
    spelling: String,
    code: CodeRef,
    entry: Entry,
}

/// A column that is there whatever the language, and one that each language has.
type Column = (&'static str, fn(&Row) -> String);
type TextColumn = (&'static str, fn(Entry, Lang) -> String);

const COLUMNS: [Column; 18] = [
    ("code", |row| row.spelling.clone()),
    ("documented_code", |row| row.code.to_string()),
    ("meaning", |row| number_of(row).to_string()),
    ("meanings", |row| row.code.entries().len().to_string()),
    ("service", |row| row.entry.service().name().to_owned()),
    ("name", |row| row.entry.name().to_owned()),
    ("status", |row| row.entry.status().map_or(String::new(), |status| status.to_string())),
    ("class", |row| row.entry.class().to_string()),
    ("retry", |row| row.entry.retry().to_string()),
    ("lifecycle", |row| row.entry.lifecycle().to_string()),
    ("undocumented", |row| row.entry.is_undocumented().to_string()),
    ("message", |row| one_line(row.entry.message().as_str())),
    ("params", |row| row.entry.params().collect::<Vec<_>>().join(" ")),
    ("source", |row| one_line(row.entry.source())),
    ("layers", |row| of_layers(row, |addition| Some(addition.layer()))),
    ("severity", |row| of_layers(row, |addition| addition.severity().map(Severity::as_str))),
    ("owner", |row| of_layers(row, Addition::owner)),
    ("runbook", |row| of_layers(row, Addition::runbook)),
];

const TEXT_COLUMNS: [TextColumn; 4] = [
    ("group", |entry, lang| one_line(entry.group_in(lang).unwrap_or(""))),
    ("description", |entry, lang| entry.description_in(lang).map_or(String::new(), steps)),
    ("remediation", |entry, lang| entry.remediation_in(lang).map_or(String::new(), steps)),
    ("added_remediation", |entry, lang| {
        let added = entry.additions().filter_map(|addition| {
            Some(format!("{}: {}", one_line(addition.layer()), steps(addition.remediation_in(lang)?)))
        });
        added.collect::<Vec<_>>().join(BETWEEN_LAYERS)
    }),
];

/// What separates what several layers of overlays say.
const BETWEEN_LAYERS: &str = "; ";

/// The table; texts in both languages, or in the one that is asked for.
pub(crate) fn table(selection: &Selection, all: bool, lang: Option<Lang>) -> Result<String, Failure> {
    let langs = lang.map_or(Lang::ALL.to_vec(), |lang| vec![lang]);
    let texts = || TEXT_COLUMNS.iter().flat_map(|column| langs.iter().map(move |lang| (column, *lang)));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let fixed = COLUMNS.iter().map(|(name, _)| (*name).to_owned());
    writer
        .write_record(fixed.chain(texts().map(|((name, _), lang)| format!("{name}_{lang}"))))
        .map_err(failure)?;
    let mut formulas = Vec::new();
    for row in rows(selection, all) {
        let fixed = COLUMNS.iter().map(|(_, cell)| cell(&row));
        let cells: Vec<String> =
            fixed.chain(texts().map(|((_, cell), lang)| cell(row.entry, lang))).collect();
        if cells.iter().any(|cell| cell.starts_with(FORMULA)) {
            formulas.push(row.spelling.clone());
        }
        writer.write_record(&cells).map_err(failure)?;
    }
    if !formulas.is_empty() {
        warn_of_formulas(&formulas);
    }
    let bytes = writer.into_inner().map_err(|error| Failure::Output(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The rows: by service, code, spelling and meaning. Spellings stand one after another as a code's rows do.
fn rows(selection: &Selection, all: bool) -> Vec<Row> {
    let mut rows = Vec::new();
    for service in selection.services() {
        for (code, entries) in selection.codes(service) {
            for spelling in code.spellings().map(|spelling| spelling.to_string()) {
                let meanings = entries.iter().take(if all { entries.len() } else { 1 });
                rows.extend(meanings.map(|entry| Row { spelling: spelling.clone(), code, entry: *entry }));
            }
        }
    }
    rows
}

/// Which of the code's meanings it is, from 1.
fn number_of(row: &Row) -> usize {
    row.code.entries().take_while(|entry| *entry != row.entry).count() + 1
}

/// Returns what the layers of overlays say of the meaning, in their order.
fn of_layers(row: &Row, say: impl Fn(Addition) -> Option<&'static str>) -> String {
    row.entry.additions().filter_map(say).map(one_line).collect::<Vec<_>>().join(BETWEEN_LAYERS)
}

/// Steps, numbered where there are several, one after another.
fn steps(text: Text) -> String {
    one_line(&text.to_string())
}

/// Cells are verbatim: a mark before a `-` would be a fault for everybody but a spreadsheet. So it is only said.
fn warn_of_formulas(codes: &[String]) {
    // Nothing is left to be done when standard error is closed.
    let _ = writeln!(
        stderr(),
        "warning: a spreadsheet may take cells of {} for formulas: import the columns as text",
        codes.join(", ")
    );
}

fn failure(error: csv::Error) -> Failure {
    Failure::Output(std::io::Error::other(error))
}
