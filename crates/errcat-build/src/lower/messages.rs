//! The message of an entry, its other wordings, and the parameters that they share.

use crate::diagnostic::Diagnostics;
use crate::ident;
use crate::model::{Param, Segment, Template};
use crate::raw::{At, RawEntry, RawWording};
use crate::source::File;
use crate::template::{HoleName, Piece, scan};

/// The lowered messages of an entry.
pub(super) struct Messages {
    pub(super) message: Template,
    pub(super) wordings: Vec<Template>,
    pub(super) params: Vec<Param>,
}

impl Messages {
    /// Lowers them; `None` if a fault was reported.
    pub(super) fn lower(file: &File, raw: &RawEntry, faults: &mut Diagnostics) -> Option<Self> {
        let lowering = Lowering { file, raw };
        if !lowering.names_are_good(faults) {
            return None;
        }
        let given: Vec<&str> = raw.params.iter().map(|param| param.value.as_str()).collect();
        let (message, params) = if let Some(message) = &raw.message {
            lowering.message(message, &given, faults)?
        } else {
            // Nothing is known but how many arguments were seen.
            let param = |name: &&str| Param { name: (*name).to_owned(), list: false };
            let params: Vec<Param> = given.iter().map(param).collect();
            let template = Template { params: (0..params.len()).collect(), ..Template::default() };
            (template, params)
        };
        let wordings: Vec<Option<Template>> =
            raw.wordings.iter().map(|wording| lowering.wording(wording, &message, &params, faults)).collect();
        lowering.markers_are_used(faults);
        Some(Self { message, wordings: wordings.into_iter().collect::<Option<_>>()?, params })
    }
}

struct Lowering<'a> {
    file: &'a File,
    raw: &'a RawEntry,
}

impl Lowering<'_> {
    /// `params` are identifiers, and different ones.
    fn names_are_good(&self, faults: &mut Diagnostics) -> bool {
        let mut good = true;
        for (at, param) in self.raw.params.iter().enumerate() {
            let place = self.file.place(&param.path);
            let name = &param.value;
            if !ident::is_field(name) {
                let help =
                    "use lower-case letters, digits and `_`, and no Rust keyword, `source` or `backtrace`";
                let message = format!("`{name}` cannot be the name of a field");
                self.file.fault(faults, place, "invalid-name", message, help);
                good = false;
            } else if self.raw.params[..at].iter().any(|earlier| earlier.value == *name) {
                let message = format!("parameter `{name}` is named twice");
                self.file.fault(
                    faults,
                    place,
                    "params-mismatch",
                    message,
                    "give each parameter a name of its own",
                );
                good = false;
            }
        }
        good
    }

    fn scan(&self, text: &At<String>, faults: &mut Diagnostics) -> Option<Vec<Piece>> {
        let markers: Vec<&str> = self.raw.markers.iter().map(|marker| marker.value.as_str()).collect();
        match scan(&text.value, &markers) {
            Ok(pieces) => Some(pieces),
            Err(malformed) => {
                let place = self.file.place_within(&text.path, &text.value, malformed.offset);
                let message = format!("malformed placeholder: {}", malformed.message);
                self.file.fault(faults, place, "malformed-placeholder", message, malformed.help);
                None
            }
        }
    }

    fn message(
        &self,
        message: &At<String>,
        given: &[&str],
        faults: &mut Diagnostics,
    ) -> Option<(Template, Vec<Param>)> {
        let pieces = self.scan(message, faults)?;
        let positions = positions(&pieces);
        if positions != given.len() {
            let path =
                if given.is_empty() { message.path.clone() } else { format!("{}/params", self.raw.path) };
            let help = if positions == 0 {
                "leave `params` out: only placeholders without a name of their own need one".to_owned()
            } else {
                format!(
                    "name the placeholders without a name of their own, in order: `params: [{}]`",
                    blanks(positions)
                )
            };
            let text =
                format!("the message has {} by position, `params` has {}", count(positions), given.len());
            self.file.fault(faults, self.file.place(&path), "params-mismatch", text, help);
            return None;
        }
        let mut params: Vec<Param> = Vec::new();
        let mut segments = Vec::new();
        let mut next = 0;
        // Positions are named in order; a placeholder with a name of its own comes where it first stands.
        let mut position_params: Vec<Option<usize>> = vec![None; positions];
        for piece in pieces {
            match piece {
                Piece::Literal(text) => segments.push(Segment::Literal(text)),
                Piece::Hole { name: HoleName::Named(name), list } => {
                    let field = ident::field(&name);
                    let at = params.iter().position(|param| param.name == field);
                    if given.contains(&field.as_str()) {
                        let help = "leave it out of `params`";
                        let text =
                            format!("placeholder `{name}` has a name of its own, and `params` holds it too");
                        self.file.fault(
                            faults,
                            self.file.place(&message.path),
                            "params-mismatch",
                            text,
                            help,
                        );
                        return None;
                    }
                    segments.push(Segment::Hole(at.unwrap_or_else(|| push(&mut params, field, list))));
                }
                Piece::Hole { name, list } => {
                    let position = match name {
                        HoleName::Number(number) => number,
                        _ => next,
                    };
                    next = position + 1;
                    // All positions up to this one get their place now, so that arguments keep the order of `params`.
                    for earlier in 0..=position {
                        if position_params[earlier].is_none() {
                            let list = list && earlier == position;
                            position_params[earlier] =
                                Some(push(&mut params, given[earlier].to_owned(), list));
                        }
                    }
                    segments.extend(position_params[position].map(Segment::Hole));
                }
            }
        }
        let template = Template { raw: message.value.clone(), segments, params: (0..params.len()).collect() };
        Some((template, params))
    }

    /// A wording carries the arguments of the message, or those that its own `params` name.
    fn wording(
        &self,
        wording: &RawWording,
        message: &Template,
        params: &[Param],
        faults: &mut Diagnostics,
    ) -> Option<Template> {
        let text = &wording.message;
        let pieces = self.scan(text, faults)?;
        let find = |name: &str| params.iter().position(|param| param.name == name);
        let mut carried: Vec<usize> = Vec::new();
        let named = names(&pieces);
        if let Some(own) = &wording.params {
            for name in own {
                let Some(at) = find(&name.value) else {
                    let help = format!("the entry's parameters are: {}", shown(params));
                    let fault = format!("the entry has no parameter `{}`", name.value);
                    self.file.fault(faults, self.file.place(&name.path), "wording-params", fault, help);
                    return None;
                };
                carried.push(at);
            }
        } else {
            // By position: those of the message that have no name in this wording.
            carried.clone_from(&message.params);
            carried.retain(|at| !named.contains(&params[*at].name));
        }
        let by_name: Option<Vec<usize>> = named.iter().map(|name| find(name)).collect();
        let complete = wording.params.is_some()
            || by_name.as_ref().is_some_and(|by_name| by_name.len() + carried.len() == message.params.len());
        let Some(by_name) = by_name.filter(|_| positions(&pieces) == carried.len() && complete) else {
            self.file.fault(
                faults,
                self.file.place(&text.path),
                "wording-params",
                format!("this wording does not carry the parameters of the message: {}", shown(params)),
                "write the same placeholders, or `{ message: ..., params: [those it carries, in order] }`",
            );
            return None;
        };
        let mut template = Template { raw: text.value.clone(), ..Template::default() };
        let mut next = 0;
        for piece in pieces {
            let param = match piece {
                Piece::Literal(text) => {
                    template.segments.push(Segment::Literal(text));
                    continue;
                }
                Piece::Hole { name: HoleName::Named(name), .. } => {
                    let field = ident::field(&name);
                    named.iter().position(|known| *known == field).map(|at| by_name[at])
                }
                Piece::Hole { name, .. } => {
                    let position = if let HoleName::Number(number) = name { number } else { next };
                    next = position + 1;
                    carried.get(position).copied()
                }
            }?;
            let local = template.params.iter().position(|known| *known == param).unwrap_or_else(|| {
                template.params.push(param);
                template.params.len() - 1
            });
            template.segments.push(Segment::Hole(local));
        }
        Some(template)
    }

    fn markers_are_used(&self, faults: &mut Diagnostics) {
        let texts =
            || self.raw.message.iter().chain(self.raw.wordings.iter().map(|wording| &wording.message));
        for marker in &self.raw.markers {
            if !texts().any(|text| text.value.contains(&marker.value)) {
                let fault = format!("marker `{}` stands in no message of the entry", marker.value);
                let help = "leave the marker out, or write it as the message does";
                self.file.fault(faults, self.file.place(&marker.path), "unused-marker", fault, help);
            }
        }
    }
}

fn push(params: &mut Vec<Param>, name: String, list: bool) -> usize {
    params.push(Param { name, list });
    params.len() - 1
}

/// How many arguments the pieces take by position.
fn positions(pieces: &[Piece]) -> usize {
    let mut next = 0;
    let mut most = 0;
    for piece in pieces {
        match piece {
            Piece::Hole { name: HoleName::Next, .. } => next += 1,
            Piece::Hole { name: HoleName::Number(number), .. } => next = number + 1,
            _ => continue,
        }
        most = most.max(next);
    }
    most
}

/// The different names of the placeholders that have one, as fields.
fn names(pieces: &[Piece]) -> Vec<String> {
    let mut names = Vec::new();
    for piece in pieces {
        if let Piece::Hole { name: HoleName::Named(name), .. } = piece {
            let field = ident::field(name);
            if !names.contains(&field) {
                names.push(field);
            }
        }
    }
    names
}

fn shown(params: &[Param]) -> String {
    if params.is_empty() {
        return "none".to_owned();
    }
    params.iter().map(|param| param.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn count(placeholders: usize) -> String {
    if placeholders == 1 { "1 placeholder".to_owned() } else { format!("{placeholders} placeholders") }
}

fn blanks(count: usize) -> String {
    vec!["..."; count].join(", ")
}
