//! Reads catalog files, and where each value stands in them.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fs;
use std::path::{Path, PathBuf};

use saphyr_parser::{Event, Parser, Span};

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};

/// A catalog file: its values, and their places.
#[derive(Debug)]
pub(crate) struct File {
    /// The path, as messages show it.
    pub(crate) path: String,
    pub(crate) value: serde_yaml::Value,
    places: Places,
    text: String,
}

/// Line and column, both from 1.
pub(crate) type Place = (usize, usize);

/// Where values stand, by their path in the document (`entries/3/message`), and where keys stand.
#[derive(Debug, Default)]
struct Places {
    values: HashMap<String, Place>,
    keys: HashMap<String, Place>,
    /// Paths of keys that their mapping holds already, and the place of each.
    repeated: Vec<(String, Place)>,
}

impl File {
    /// Where the value of this path stands, or the nearest value around it.
    pub(crate) fn place(&self, path: &str) -> Place {
        nearest(&self.places.values, path)
    }

    /// Where the key of this path stands.
    pub(crate) fn key_place(&self, path: &str) -> Place {
        self.places.keys.get(path).copied().unwrap_or_else(|| self.place(path))
    }

    /// Where byte `offset` of the text at this path stands, if the text is written on one line as it is.
    pub(crate) fn place_within(&self, path: &str, text: &str, offset: usize) -> Place {
        let (line, column) = self.place(path);
        let source = self.text.lines().nth(line - 1).unwrap_or("");
        let mut rest = source.chars().skip(column - 1).collect::<String>();
        let quote = usize::from(rest.starts_with(['"', '\'']));
        rest.drain(..quote);
        if rest.starts_with(text) && text.is_char_boundary(offset) {
            (line, column + quote + text[..offset].chars().count())
        } else {
            (line, column)
        }
    }

    /// Reports a fault at this place.
    pub(crate) fn fault(
        &self,
        faults: &mut Diagnostics,
        place: Place,
        code: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        faults.push(Diagnostic {
            path: self.path.clone(),
            line: place.0,
            column: place.1,
            severity: Severity::Error,
            code,
            message: message.into(),
            help: help.into(),
        });
    }
}

fn nearest(places: &HashMap<String, Place>, path: &str) -> Place {
    let mut path = path;
    loop {
        if let Some(place) = places.get(path) {
            return *place;
        }
        match path.rfind('/') {
            Some(end) => path = &path[..end],
            None => return places.get("").copied().unwrap_or((1, 1)),
        }
    }
}

/// Reads every `*.yaml` and `*.yml` file of the folder, by name.
pub(crate) fn read_folder(folder: &Path, faults: &mut Diagnostics) -> Vec<File> {
    let shown = folder.display().to_string();
    let paths = match yaml_files(folder) {
        Ok(paths) => paths,
        Err(error) => {
            let message = format!("cannot read the folder: {error}");
            faults.file(
                &shown,
                "unreadable-folder",
                message,
                "give a folder that holds catalog files (*.yaml)",
            );
            return Vec::new();
        }
    };
    if paths.is_empty() {
        let message = "the folder holds no catalog file".to_owned();
        faults.file(&shown, "empty-folder", message, "put one *.yaml file a service into it");
    }
    paths.iter().filter_map(|path| read_file(path, faults)).collect()
}

/// The catalog files of a folder, sorted by name.
pub(crate) fn yaml_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn read_file(path: &Path, faults: &mut Diagnostics) -> Option<File> {
    let shown = path.display().to_string().replace('\\', "/");
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            let message = format!("cannot read the file: {error}");
            faults.file(&shown, "unreadable-file", message, "catalog files are readable UTF-8 text");
            return None;
        }
    };
    parse(shown, text, faults)
}

fn parse(path: String, text: String, faults: &mut Diagnostics) -> Option<File> {
    let places = places(&text);
    let repeated = !places.repeated.is_empty();
    let mut file = File { path, value: serde_yaml::Value::Null, places, text };
    for (key, place) in &file.places.repeated {
        let name = key.rsplit('/').next().unwrap_or(key);
        let first = file.key_place(key).0;
        file.fault(
            faults,
            *place,
            "duplicate-key",
            format!("key `{name}` stands twice in one mapping, first in line {first}"),
            "keep one of them",
        );
    }
    match serde_yaml::from_str(&file.text) {
        Ok(value) => {
            file.value = value;
            Some(file)
        }
        // The parser stops at a repeated key, which is reported already.
        Err(_) if repeated => None,
        Err(error) => {
            let place = error.location().map_or((1, 1), |at| (at.line(), at.column()));
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or(&message);
            file.fault(
                faults,
                place,
                "yaml-syntax",
                format!("this is not YAML: {message}"),
                "quote texts that hold `: ` or ` #`, or begin with one of `%@&*!|>[]{}\"'`; indent with blanks",
            );
            None
        }
    }
}

/// A collection that is being read: the path of the collection, and what comes next in it.
enum Open {
    Sequence { path: String, next: usize },
    Mapping { path: String, key: Option<String> },
}

/// Places of all values up to the first syntax error.
fn places(text: &str) -> Places {
    let mut places = Places::default();
    let mut open: Vec<Open> = Vec::new();
    for event in Parser::new_from_str(text) {
        let Ok((event, span)) = event else { break };
        match event {
            Event::Scalar(value, ..) if matches!(open.last(), Some(Open::Mapping { key: None, .. })) => {
                start_key(&mut places, &mut open, &value, &span);
            }
            Event::Scalar(..) | Event::Alias(_) => {
                start_value(&mut places, &mut open, &span);
                end_value(&mut open);
            }
            Event::SequenceStart(..) => {
                let path = start_value(&mut places, &mut open, &span).unwrap_or_default();
                open.push(Open::Sequence { path, next: 0 });
            }
            Event::MappingStart(..) => {
                let path = start_value(&mut places, &mut open, &span).unwrap_or_default();
                open.push(Open::Mapping { path, key: None });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                open.pop();
                end_value(&mut open);
            }
            _ => {}
        }
    }
    places
}

fn place(span: &Span) -> Place {
    (span.start.line(), span.start.col() + 1)
}

fn join(path: &str, part: impl std::fmt::Display) -> String {
    if path.is_empty() { part.to_string() } else { format!("{path}/{part}") }
}

fn start_key(places: &mut Places, open: &mut [Open], name: &str, span: &Span) {
    if let Some(Open::Mapping { path, key }) = open.last_mut() {
        let full = join(path, name);
        match places.keys.entry(full) {
            Entry::Occupied(first) => places.repeated.push((first.key().clone(), place(span))),
            Entry::Vacant(free) => {
                free.insert(place(span));
            }
        }
        *key = Some(name.to_owned());
    }
}

/// Notes the place of a value that begins, and answers its path.
fn start_value(places: &mut Places, open: &mut [Open], span: &Span) -> Option<String> {
    let (path, known) = match open.last_mut() {
        None => (String::new(), None),
        Some(Open::Sequence { path, next }) => (join(path, *next), None),
        Some(Open::Mapping { path, key }) => {
            // A collection as a key: nothing in it has a place of its own.
            let full = join(path, key.as_deref()?);
            let known = places.keys.get(&full).copied();
            (full, known)
        }
    };
    // An absent value (`status:`) has no place of its own: its key's place serves.
    let place = if span.is_empty() { known.unwrap_or(place(span)) } else { place(span) };
    places.values.entry(path.clone()).or_insert(place);
    Some(path)
}

fn end_value(open: &mut [Open]) {
    match open.last_mut() {
        Some(Open::Sequence { next, .. }) => *next += 1,
        Some(Open::Mapping { key, .. }) => *key = None,
        None => {}
    }
}
