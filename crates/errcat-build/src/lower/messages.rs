//! The message of an entry, its other wordings, and the parameters that they share.

mod lowering;
mod params;
mod placeholders;
mod wording;

use crate::diagnostic::{DiagnosticKind, Diagnostics, Sound, sound};
use crate::ident;
use crate::model::{Param, Segment, Template};
use crate::placeholder::{Argument, Piece, marker_matters};
use crate::syntax::{EntrySyntax, Text};
use crate::yaml::File;
use lowering::Lowering;
use placeholders::{positions, written};

/// The lowered messages of an entry.
pub(super) struct Messages {
    pub(super) message: Template,
    pub(super) wordings: Vec<Template>,
    pub(super) params: Vec<Param>,
}

impl Messages {
    /// Lowers them. What is wrong with one text hides nothing of the others, as far as they do not need it.
    pub(super) fn lower(file: &File, raw: &EntrySyntax, faults: &mut Diagnostics) -> Sound<Self> {
        let lowering = Lowering { file, raw };
        let names = lowering.names(faults);
        let message = lowering.message(names, faults);
        let wordings = sound(&raw.wordings).map(|wordings| {
            let lowered = wordings.iter().map(|raw| lowering.wording(sound(raw)?, sound(&message), faults));
            lowered.collect::<Vec<_>>()
        });
        lowering.markers_are_used(faults);
        let wordings = wordings?.into_iter().collect::<Sound<_>>()?;
        let (message, params) = message?;
        Ok(Self { message, wordings, params })
    }
}

impl Lowering<'_> {
    /// The template of the message, and the parameters of the entry; `names` are those of `params`.
    fn message(&self, names: Sound<Vec<&str>>, faults: &mut Diagnostics) -> Sound<(Template, Vec<Param>)> {
        let Some(message) = sound(&self.raw.message)? else {
            // Nothing is known but how many arguments were seen.
            let param = |name: &str| Param { name: name.to_owned(), list: false };
            let params: Vec<Param> = names?.into_iter().map(param).collect();
            let template = Template { params: (0..params.len()).collect(), ..Template::default() };
            return Ok((template, params));
        };
        let pieces = self.pieces(message, faults)?;
        self.as_many_params(message, positions(&pieces), faults)?;
        let names = names?;
        self.params_without_own_names(message, &pieces, &names, faults)?;
        Ok(template(message, pieces, &names))
    }

    fn markers_are_used(&self, faults: &mut Diagnostics) {
        let (Ok(message), Ok(wordings)) = (&self.raw.message, &self.raw.wordings) else { return };
        let wordings =
            wordings.iter().map(|wording| sound(wording).and_then(|wording| sound(&wording.message)));
        let texts: Sound<Vec<&Text>> = message.iter().map(Ok).chain(wordings).collect();
        // In a text that cannot be read, a marker may stand.
        let Ok(texts) = texts else { return };
        for marker in self.raw.markers.iter().flatten().flatten() {
            if !texts.iter().any(|text| marker_matters(&text.value, &marker.value)) {
                let fault = format!(
                    "marker `{}` stands in no message of the entry as a word of its own",
                    marker.value
                );
                let help = "leave the marker out, or write it as the message does";
                self.file.fault(faults, marker.place, DiagnosticKind::UnusedMarker, fault, help);
            }
        }
    }
}

/// The template of a message whose placeholders and names fit together.
fn template(message: &Text, pieces: Vec<Piece>, names: &[&str]) -> (Template, Vec<Param>) {
    let mut params: Vec<Param> = Vec::new();
    let mut segments = Vec::new();
    let mut next = 0;
    // Positions are named in order; a placeholder with a name of its own comes where it first stands.
    let mut position_params: Vec<Option<usize>> = vec![None; names.len()];
    for piece in pieces {
        let placeholder = match piece {
            Piece::Literal(text) => {
                segments.push(Segment::Literal(text));
                continue;
            }
            Piece::Placeholder(placeholder) => placeholder,
        };
        let list = placeholder.list;
        let position = match &placeholder.argument {
            Argument::Named(name) => {
                let field = ident::field(name);
                let known = params.iter().position(|param| param.name == field);
                let param = known.unwrap_or_else(|| push(&mut params, field, list));
                segments.push(Segment::Placeholder { param, written: written(message, &placeholder) });
                continue;
            }
            Argument::Position(position) => *position,
            Argument::Next => next,
        };
        next = position + 1;
        // All positions up to this one get their place now, so that arguments keep the order of `params`.
        for earlier in 0..=position {
            if position_params[earlier].is_none() {
                let list = list && earlier == position;
                position_params[earlier] = Some(push(&mut params, names[earlier].to_owned(), list));
            }
        }
        if let Some(param) = position_params[position] {
            segments.push(Segment::Placeholder { param, written: written(message, &placeholder) });
        }
    }
    let template = Template { raw: message.value.clone(), segments, params: (0..params.len()).collect() };
    (template, params)
}

fn push(params: &mut Vec<Param>, name: String, list: bool) -> usize {
    params.push(Param { name, list });
    params.len() - 1
}
