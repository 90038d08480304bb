//! Puts arguments into a template.

use errcat_core::layout::template as column;

use super::argument::ToArgument;
use super::error::ArgumentError;
use super::formatted::{Formatted, PlainMessage};
use super::template::Template;

impl Template {
    /// The message with these arguments, in the order of [`params`](Self::params). Arguments are written as they
    /// are, and never interpreted. A list placeholder takes [`ArgumentValue::Many`](super::ArgumentValue::Many), or all the arguments that are left over.
    ///
    /// ```
    /// let message = errcat::code!("iMetal.0100").entry().message();
    /// assert_eq!(message.as_str(), "Physical servers ID not found: [{id}, ...]");
    /// assert_eq!(message.format(&["a", "b"])?.to_string(), "Physical servers ID not found: [a, b]");
    /// # Ok::<(), errcat::ArgumentError>(())
    /// ```
    #[inline]
    pub fn format<A: ToArgument>(self, args: &[A]) -> Result<Formatted<'_, A>, ArgumentError> {
        let (expected, placeholders) = (self.param_ids().len(), self.placeholders());
        let list = (self.get(column::LIST) as usize).checked_sub(1);
        let filled = |spread| {
            Formatted::new(PlainMessage { literals: self.literals(), placeholders, args }, list, spread)
        };
        if args.len() == expected {
            return Ok(filled(None));
        }
        let spread = list.filter(|_| args.len() + 1 >= expected);
        if let Some(param) = spread {
            Ok(filled(Some((param, args.len() + 1 - expected))))
        } else {
            let expected = if list.is_some() { expected - 1 } else { expected };
            Err(ArgumentError { expected, given: args.len(), list: list.is_some() })
        }
    }

    /// As [`format`](Self::format), appended to a `String`, which grows once at most where it has little room left.
    #[cfg(feature = "alloc")]
    pub fn format_into<A: ToArgument>(
        self,
        args: &[A],
        out: &mut alloc::string::String,
    ) -> Result<(), ArgumentError> {
        if self.get(column::LIST) == 0 && self.get(column::PARAMS) as usize == args.len() {
            let plain = PlainMessage { literals: self.literals(), placeholders: self.placeholders(), args };
            plain.append_to(out);
        } else {
            self.format(args)?.append_to(out);
        }
        Ok(())
    }
}
