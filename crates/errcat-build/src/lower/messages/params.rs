//! Whether the names in `params` are good ones, and belong to the placeholders of the message.

use super::lowering::Lowering;
use super::placeholders::names;
use crate::diagnostic::{DiagnosticKind, Diagnostics, Sound, sound};
use crate::ident;
use crate::placeholder::Piece;
use crate::syntax::Text;

impl<'a> Lowering<'a> {
    /// The names in `params`: identifiers, and different ones.
    pub(super) fn names(&self, faults: &mut Diagnostics) -> Sound<Vec<&'a str>> {
        let params = sound(&self.raw.params)?;
        let checked = params.iter().enumerate().map(|(at, param)| {
            let param = sound(param)?;
            let name = param.value.as_str();
            if !ident::is_param(name) {
                let help =
                    "use lower-case letters, digits and `_`, and no Rust keyword, `source` or `backtrace`";
                let message = format!("`{name}` cannot be the name of a field");
                return Err(self.file.fault(faults, param.place, DiagnosticKind::InvalidName, message, help));
            }
            if params[..at].iter().flatten().any(|earlier| earlier.value == name) {
                let message = format!("parameter `{name}` is named twice");
                let help = "give each parameter a name of its own";
                return Err(self.file.fault(
                    faults,
                    param.place,
                    DiagnosticKind::ParamsMismatch,
                    message,
                    help,
                ));
            }
            Ok(name)
        });
        // All of them, before the first fault ends this.
        let checked: Vec<Sound<&str>> = checked.collect();
        checked.into_iter().collect()
    }

    /// `params` has as many names as the message has placeholders by position.
    pub(super) fn as_many_params(
        &self,
        message: &Text,
        positions: usize,
        faults: &mut Diagnostics,
    ) -> Sound<()> {
        let given = sound(&self.raw.params)?.len();
        if positions == given {
            return Ok(());
        }
        let place = if given == 0 { message.place } else { self.raw.params_place };
        let help = if positions == 0 {
            "leave `params` out: only placeholders without a name of their own need one".to_owned()
        } else {
            let blanks = vec!["..."; positions].join(", ");
            format!("name the placeholders without a name of their own, in order: `params: [{blanks}]`")
        };
        let plural = if positions == 1 { "" } else { "s" };
        let text =
            format!("the message has {positions} placeholder{plural} by position, `params` has {given}");
        Err(self.file.fault(faults, place, DiagnosticKind::ParamsMismatch, text, help))
    }

    /// `params` names no placeholder that has a name of its own.
    pub(super) fn params_without_own_names(
        &self,
        message: &Text,
        pieces: &[Piece],
        given: &[&str],
        faults: &mut Diagnostics,
    ) -> Sound<()> {
        let mut result = Ok(());
        for name in names(pieces).iter().filter(|name| given.contains(&name.as_str())) {
            let text = format!("placeholder `{name}` has a name of its own, and `params` holds it too");
            let help = "leave it out of `params`";
            result = Err(self.file.fault(faults, message.place, DiagnosticKind::ParamsMismatch, text, help));
        }
        result
    }
}
