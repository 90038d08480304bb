//! Another wording of a message: a template that carries parameters of the message.

use super::lowering::Lowering;
use super::placeholders::{names, positions, written};
use crate::diagnostic::{DiagnosticKind, Diagnostics, Sound, sound};
use crate::ident;
use crate::model::{Param, Segment, Template};
use crate::placeholder::{Argument, Piece};
use crate::syntax::{List, Text, WordingSyntax};

impl Lowering<'_> {
    /// A wording carries the arguments of the message, or those that its own `params` name.
    pub(super) fn wording(
        &self,
        wording: &WordingSyntax,
        message: Sound<&(Template, Vec<Param>)>,
        faults: &mut Diagnostics,
    ) -> Sound<Template> {
        let pieces = sound(&wording.message).and_then(|text| self.pieces(text, faults));
        let (message, params) = message?;
        let own = wording.params.as_ref().map(|own| self.own_params(own, params, faults)).transpose();
        let (text, pieces, own) = (sound(&wording.message)?, pieces?, own?);
        let named = names(&pieces);
        let by_name: Option<Vec<usize>> =
            named.iter().map(|name| params.iter().position(|param| param.name == *name)).collect();
        let said = own.is_some();
        // By position, where nothing is said: those of the message that have no name in this wording.
        let carried = own.unwrap_or_else(|| {
            message.params.iter().copied().filter(|at| !named.contains(&params[*at].name)).collect()
        });
        let complete = |by_name: &Vec<usize>| said || by_name.len() + carried.len() == message.params.len();
        let fits = |by_name: &Vec<usize>| positions(&pieces) == carried.len() && complete(by_name);
        let Some(by_name) = by_name.filter(fits) else {
            let fault =
                format!("this wording does not carry the parameters of the message: {}", shown(params));
            let help =
                "write the same placeholders, or `{ message: ..., params: [those it carries, in order] }`";
            return Err(self.file.fault(faults, text.place, DiagnosticKind::WordingParams, fault, help));
        };
        Ok(template(text, pieces, &named, &by_name, &carried))
    }

    /// The parameters that a wording names, as positions in the entry's.
    fn own_params(&self, own: &List<Text>, params: &[Param], faults: &mut Diagnostics) -> Sound<Vec<usize>> {
        let positions = sound(own)?.iter().map(|name| {
            let name = sound(name)?;
            params.iter().position(|param| param.name == name.value).ok_or_else(|| {
                let help = format!("the entry's parameters are: {}", shown(params));
                let fault = format!("the entry has no parameter `{}`", name.value);
                self.file.fault(faults, name.place, DiagnosticKind::WordingParams, fault, help)
            })
        });
        // All of them, before the first fault ends this.
        let positions: Vec<Sound<usize>> = positions.collect();
        positions.into_iter().collect()
    }
}

/// The template of a wording: `by_name` are the parameters of the names, `carried` those of the positions.
fn template(
    text: &Text,
    pieces: Vec<Piece>,
    named: &[String],
    by_name: &[usize],
    carried: &[usize],
) -> Template {
    let mut template = Template { raw: text.value.clone(), ..Template::default() };
    let mut next = 0;
    for piece in pieces {
        let placeholder = match piece {
            Piece::Literal(text) => {
                template.segments.push(Segment::Literal(text));
                continue;
            }
            Piece::Placeholder(placeholder) => placeholder,
        };
        let param = if let Some(name) = placeholder.name() {
            let field = ident::field(name);
            named.iter().position(|known| *known == field).map(|at| by_name[at])
        } else {
            let position =
                if let Argument::Position(position) = placeholder.argument { position } else { next };
            next = position + 1;
            carried.get(position).copied()
        };
        let Some(param) = param else { continue };
        let local = template.params.iter().position(|known| *known == param).unwrap_or_else(|| {
            template.params.push(param);
            template.params.len() - 1
        });
        template.segments.push(Segment::Placeholder { param: local, written: written(text, &placeholder) });
    }
    template
}

fn shown(params: &[Param]) -> String {
    if params.is_empty() {
        return "none".to_owned();
    }
    params.iter().map(|param| param.name.as_str()).collect::<Vec<_>>().join(", ")
}
