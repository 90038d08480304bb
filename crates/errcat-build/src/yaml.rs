//! Reads catalog files, and where each value stands in them.

mod positions;

use std::fs;
use std::ops::Range;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use serde::Deserialize;
use serde_yaml::{Deserializer, Value};

use crate::diagnostic::{Diagnostic, DiagnosticKind, Diagnostics, Level, Reported};
use positions::Places;
use positions::TO_THE_END;
pub(crate) use positions::{Place, child};

/// A catalog file: its values, and their places.
#[derive(Debug)]
pub(crate) struct File {
    /// The path, as messages show it.
    pub(crate) path: String,
    pub(crate) value: Value,
    places: Places,
    lines: Vec<Arc<str>>,
}

impl File {
    /// Where the value of this path stands, or the nearest value around it.
    pub(crate) fn place(&self, path: &str) -> Place {
        self.places.value(path)
    }

    /// Where the key of this number in the mapping at this path stands.
    pub(crate) fn key_place(&self, path: &str, number: usize) -> Place {
        self.places.key(path, number)
    }

    /// Where a part of the text at this place stands, if the text is written on one line as it is.
    pub(crate) fn place_within(&self, place: Place, text: &str, part: Range<usize>) -> Place {
        let mut rest = self.line(place.line).chars().skip(place.column - 1).collect::<String>();
        let quote = usize::from(rest.starts_with(['"', '\'']));
        rest.drain(..quote);
        match (text.get(..part.start), text.get(part)) {
            (Some(before), Some(part)) if rest.starts_with(text) => Place {
                column: place.column + quote + before.chars().count(),
                length: part.chars().count(),
                ..place
            },
            _ => place,
        }
    }

    /// The comment behind a text without quotes that ends on the line of this place.
    pub(crate) fn comment_behind(&self, place: Place, text: &str) -> Option<(Place, String)> {
        let line = self.line(place.line);
        let (start, _) = line.char_indices().nth(place.column.checked_sub(1)?)?;
        let rest = line.get(start..)?.strip_prefix(text)?;
        let comment = rest.trim_start();
        let blanks = rest.len() - comment.len();
        let column = place.column + text.chars().count() + blanks;
        let place = Place { column, length: comment.chars().count(), ..place };
        (blanks > 0 && comment.starts_with('#')).then(|| (place, comment.to_owned()))
    }

    /// A line, from 1, without its end; empty where there is none.
    fn line(&self, number: usize) -> Arc<str> {
        number.checked_sub(1).and_then(|at| self.lines.get(at)).cloned().unwrap_or_default()
    }

    /// This place, or the end of the text where it lies behind that.
    fn place_in_text(&self, line: usize, column: usize) -> Place {
        let last = self.lines.len().max(1);
        if line <= last {
            Place::one(line, column)
        } else {
            Place::one(last, self.line(last).chars().count() + 1)
        }
    }

    /// How many characters are marked from this place on: at least one, and none behind the end of what is written.
    fn marked(&self, place: Place) -> usize {
        let line = self.line(place.line);
        let start = line.char_indices().nth(place.column.saturating_sub(1)).map_or(line.len(), |(at, _)| at);
        let mut rest = &line[start..];
        if place.length == TO_THE_END {
            // A comment is no part of a value that goes on.
            rest = rest.split(" #").next().unwrap_or(rest);
        }
        place.length.min(rest.trim_end().chars().count()).max(1)
    }

    /// Reports a fault at this place.
    pub(crate) fn fault(
        &self,
        faults: &mut Diagnostics,
        place: Place,
        kind: DiagnosticKind,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Reported {
        faults.push(self.diagnostic(place, kind.level(), kind, message.into(), help.into()))
    }

    /// What is to be said of this place.
    pub(crate) fn diagnostic(
        &self,
        place: Place,
        level: Level,
        kind: DiagnosticKind,
        message: String,
        help: String,
    ) -> Diagnostic {
        let path = self.path.clone();
        let (source, length) = (self.line(place.line), self.marked(place));
        let Place { line, column, .. } = place;
        Diagnostic { path, line, column, level, kind, message, help, source, length }
    }
}

/// Where catalog files are.
#[derive(Clone, Debug)]
pub(crate) enum Source {
    /// The `*.yaml` and `*.yml` files of a folder, by name.
    Folder(PathBuf),
    /// One file.
    File(PathBuf),
}

impl Source {
    pub(crate) fn path(&self) -> &Path {
        let (Self::Folder(path) | Self::File(path)) = self;
        path
    }
}

/// Reads the files of all sources, in their order.
pub(crate) fn read(sources: &[Source], faults: &mut Diagnostics) -> Vec<File> {
    if sources.is_empty() {
        let help = "name one by `Config::folder` or `Config::file`";
        faults.file(".", DiagnosticKind::EmptyFolder, "no folder and no file is given".to_owned(), help);
    }
    let files = sources.iter().flat_map(|source| match source {
        Source::Folder(folder) => read_folder(folder, faults),
        Source::File(file) => read_file(file, faults).into_iter().collect(),
    });
    files.collect()
}

fn read_folder(folder: &Path, faults: &mut Diagnostics) -> Vec<File> {
    let shown = folder.display().to_string();
    let paths = match yaml_files(folder) {
        Ok(paths) => paths,
        Err(_) if folder.is_file() => {
            let help = "give the folder that it is in, or the file to `Config::file`";
            faults.file(
                &shown,
                DiagnosticKind::UnreadableFolder,
                "this is a file, a folder is due".to_owned(),
                help,
            );
            return Vec::new();
        }
        Err(error) => {
            let message = format!("cannot read the folder: {error}");
            let help = "give a folder that holds *.yaml files; paths of a build script begin where its Cargo.toml is";
            faults.file(&shown, DiagnosticKind::UnreadableFolder, message, help);
            return Vec::new();
        }
    };
    if paths.is_empty() {
        let message = "the folder holds no *.yaml and no *.yml file".to_owned();
        faults.file(&shown, DiagnosticKind::EmptyFolder, message, "put one *.yaml file a service into it");
    }
    paths.iter().filter_map(|path| read_file(path, faults)).collect()
}

/// The catalog files of a folder, sorted by name. What begins with a dot is an editor's or a system's own.
fn yaml_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if !hidden && path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn read_file(path: &Path, faults: &mut Diagnostics) -> Option<File> {
    let shown = path.display().to_string().replace('\\', "/");
    match fs::read_to_string(path) {
        Ok(text) => parse(shown, &text, faults),
        Err(error) => {
            let message = format!("cannot read the file: {error}");
            faults.file(
                &shown,
                DiagnosticKind::UnreadableFile,
                message,
                "catalog files are readable UTF-8 text",
            );
            None
        }
    }
}

fn parse(path: String, text: &str, faults: &mut Diagnostics) -> Option<File> {
    // Editors of some systems write a byte order mark, which is no part of the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
    let ((value, more), places) = values_and_places(&text);
    let mut file = File { path, value: Value::Null, places, lines: lines(&text) };
    match value {
        Ok(value) => file.value = value,
        Err(error) => {
            unreadable(&file, &error, faults);
            return None;
        }
    }
    if more {
        let end = file.place_in_text(usize::MAX, 1);
        let place = file.places.second_document.unwrap_or(end);
        let help = "one file holds one service: put the other into a file of its own";
        file.fault(faults, place, DiagnosticKind::YamlSyntax, "a second document begins here", help);
    }
    Some(file)
}

/// The lines of a text, as YAML ends them.
fn lines(text: &str) -> Vec<Arc<str>> {
    let mut lines: Vec<Arc<str>> = Vec::new();
    for line in text.split_inclusive('\n') {
        let line = line.strip_suffix('\n').unwrap_or(line);
        let line = line.strip_suffix('\r').unwrap_or(line);
        lines.extend(line.split('\r').map(Arc::from));
    }
    lines
}

/// What [`first_document`] and [`Places::read`] say of a text, at the same time: both read all of it, and take most of the
/// time of a build.
fn values_and_places(text: &str) -> ((Result<Value, serde_yaml::Error>, bool), Places) {
    thread::scope(|scope| {
        let places = thread::Builder::new().spawn_scoped(scope, || Places::read(text));
        let document = first_document(text);
        let places = match places {
            Ok(places) => places.join().unwrap_or_else(|panic| resume_unwind(panic)),
            // The system has no thread to give.
            Err(_) => Places::read(text),
        };
        (document, places)
    })
}

/// The value of the first document, and whether there is another.
fn first_document(text: &str) -> (Result<Value, serde_yaml::Error>, bool) {
    let mut documents = Deserializer::from_str(text);
    let value = documents.next().map_or(Ok(Value::Null), Value::deserialize);
    (value, documents.next().is_some())
}

/// Most of what is no YAML is a text that needs quotes.
const QUOTING: &str =
    "quote texts that hold `: ` or ` #`, or begin with one of `%@&*!|>[]{}\"'`; indent with blanks";

/// Reports why there is no value: keys that stand twice, or what the parser says.
fn unreadable(file: &File, error: &serde_yaml::Error, faults: &mut Diagnostics) {
    let message = error.to_string();
    for repeated in &file.places.repeated {
        let first = repeated.first.line;
        let message = format!("key `{}` stands twice in one mapping, first in line {first}", repeated.key);
        file.fault(faults, repeated.place, DiagnosticKind::DuplicateKey, message, "keep one of them");
    }
    // The parser stops at a repeated key, which is reported already.
    if message.contains("duplicate entry") && !file.places.repeated.is_empty() {
        return;
    }
    let place = error.location().map_or((1, 1), |at| (at.line(), at.column()));
    if message.contains("as u128") || message.contains("as i128") {
        let (what, help) = ("a number this large is no value here", "put it in quotes, if it is a text");
        file.fault(faults, file.place_in_text(place.0, place.1), DiagnosticKind::WrongType, what, help);
        return;
    }
    // What was begun and not ended says more than where the text ends.
    let begun = message.split(", while ").nth(1).and_then(|begun| {
        let (what, at) = begun.split_once(" at line ")?;
        let (line, column) = at.split_once(" column ")?;
        Some((what, (line.parse().ok()?, column.parse().ok()?)))
    });
    let found = message.split(" at line ").next().unwrap_or(&message);
    let (message, place) = match begun {
        Some((what, begun)) if begun.0 < place.0 => (format!("{found}, while {what}"), begun),
        _ => (found.to_owned(), place),
    };
    let help = match begun {
        Some(("scanning a quoted scalar", _)) => "write the quote at the end of the text",
        Some(("parsing a flow sequence", _)) => "write the `]` at the end of the list",
        Some(("parsing a flow mapping", _)) => "write the `}` at the end of the mapping",
        _ => QUOTING,
    };
    let place = file.place_in_text(place.0, place.1);
    file.fault(faults, place, DiagnosticKind::YamlSyntax, format!("this is not YAML: {message}"), help);
}
