//! CSV (RFC 4180): a lookup table for log pipelines and SQL.
//!
//! A join on the code must hit what stands in the log, and must not multiply its lines: there is one row a code in each
//! of its spellings, with its first meaning. Cells hold no line break, so that tools that read lines can read it too.

use std::io::Write;

use errcat::{Entry, Lang};
use serde_json::Value;

use super::files::Files;
use super::request::Request;
use super::selection::Selection;
use crate::outcome::Failure;
use crate::output::stderr;
use crate::present::labels::Key;
use crate::present::view::{EntryView, Layer};
use crate::text::sanitize::one_line;

/// What a spreadsheet may take for a formula, at the beginning of a cell.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];

/// A row: a meaning of a code, in one of the code's spellings.
struct Row {
    spelling: String,
    view: EntryView,
}

/// A column that is there whatever the language.
enum Column {
    Own(&'static str, fn(&Row) -> String),
    /// What the entry says under a key.
    Fact(Key),
    /// What the layers of overlays say under a key.
    Layers(&'static str, Key),
}

const COLUMNS: [Column; 24] = [
    Column::Own("code", |row| row.spelling.clone()),
    Column::Own("documented_code", |row| row.view.entry.code().to_string()),
    Column::Own("meaning", |row| number_of(row.view.entry).to_string()),
    Column::Own("meanings", |row| row.view.entry.code().entries().len().to_string()),
    Column::Own("service", |row| row.view.entry.service().name().to_owned()),
    Column::Fact(Key::Name),
    Column::Fact(Key::Status),
    Column::Fact(Key::Class),
    Column::Fact(Key::Retry),
    Column::Fact(Key::RetryAfter),
    Column::Fact(Key::Severity),
    Column::Fact(Key::Lifecycle),
    Column::Own("deprecated", |row| row.view.entry.is_deprecated().to_string()),
    Column::Fact(Key::ReplacedBy),
    Column::Fact(Key::Since),
    Column::Fact(Key::Undocumented),
    Column::Fact(Key::Message),
    Column::Fact(Key::Params),
    Column::Fact(Key::Source),
    Column::Fact(Key::Url),
    Column::Own("layers", |row| of_layers(row, |layer| Some(one_line(layer.name)))),
    Column::Layers("added_severity", Key::Severity),
    Column::Layers("owner", Key::Owner),
    Column::Layers("runbook", Key::Runbook),
];

impl Column {
    fn name(&self) -> &'static str {
        match self {
            Self::Own(name, _) | Self::Layers(name, _) => name,
            Self::Fact(key) => key.as_str(),
        }
    }

    fn cell(&self, row: &Row) -> String {
        match self {
            Self::Own(_, cell) => cell(row),
            Self::Fact(key) => plain(&row.view.data(*key)),
            Self::Layers(_, key) => of_layers(row, |layer| layer.get(*key).map(|value| plain(&value.data()))),
        }
    }
}

/// A column that each language has.
type TextColumn = (&'static str, fn(&Row, Lang) -> String);

const TEXT_COLUMNS: [TextColumn; 4] = [
    ("group", |row, lang| text(&row.view, Key::Group, lang)),
    ("description", |row, lang| text(&row.view, Key::Description, lang)),
    ("remediation", |row, lang| text(&row.view, Key::Remediation, lang)),
    ("added_remediation", |row, lang| {
        of_layers(row, |layer| {
            let added = layer.remediation()?.in_lang(lang)?;
            Some(format!("{}: {}", one_line(layer.name), one_line(&added)))
        })
    }),
];

/// What separates what several layers of overlays say.
const BETWEEN_LAYERS: &str = "; ";

/// The table; texts in both languages, or in the one that is asked for.
pub(super) fn table(request: &Request) -> Result<Files, Failure> {
    let langs = request.lang.map_or(Lang::ALL.to_vec(), |lang| vec![lang]);
    let texts = || TEXT_COLUMNS.iter().flat_map(|column| langs.iter().map(move |lang| (column, *lang)));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let fixed = COLUMNS.iter().map(|column| column.name().to_owned());
    writer
        .write_record(fixed.chain(texts().map(|((name, _), lang)| format!("{name}_{lang}"))))
        .map_err(failure)?;
    let mut formulas = Vec::new();
    for row in rows(&request.selection, request.all_meanings) {
        let fixed = COLUMNS.iter().map(|column| column.cell(&row));
        let cells: Vec<String> = fixed.chain(texts().map(|((_, cell), lang)| cell(&row, lang))).collect();
        if cells.iter().any(|cell| cell.starts_with(FORMULA)) {
            formulas.push(row.spelling.clone());
        }
        writer.write_record(&cells).map_err(failure)?;
    }
    if !formulas.is_empty() {
        warn_of_formulas(&formulas);
    }
    let bytes = writer.into_inner().map_err(|error| Failure::Output(error.into_error()))?;
    Ok(Files::One(String::from_utf8_lossy(&bytes).into_owned()))
}

/// The rows: by service, code, spelling and meaning. Spellings stand one after another as a code's rows do.
fn rows(selection: &Selection, all: bool) -> Vec<Row> {
    let mut rows = Vec::new();
    for service in selection.services() {
        for (code, entries) in selection.codes(service) {
            for spelling in code.spellings().map(|spelling| spelling.to_string()) {
                let meanings = entries.iter().take(if all { entries.len() } else { 1 });
                rows.extend(
                    meanings.map(|entry| Row { spelling: spelling.clone(), view: EntryView::new(*entry) }),
                );
            }
        }
    }
    rows
}

/// Which of the code's meanings it is, from 1.
fn number_of(entry: Entry) -> usize {
    entry.code().entries().take_while(|other| *other != entry).count() + 1
}

/// Returns what the layers of overlays say of the meaning, in their order.
fn of_layers(row: &Row, say: impl Fn(&Layer) -> Option<String>) -> String {
    row.view.layers.iter().filter_map(say).collect::<Vec<_>>().join(BETWEEN_LAYERS)
}

/// Returns a value of no language on one line; several with spaces between them.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => one_line(text),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

/// Returns a text on one line: steps, numbered where there are several, one after another.
fn text(view: &EntryView, key: Key, lang: Lang) -> String {
    view.get(key).and_then(|value| value.in_lang(lang)).map_or_else(String::new, |text| one_line(&text))
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
