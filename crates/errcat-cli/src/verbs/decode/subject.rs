//! What an error of a list is about: its name as a heading, and what else is known of it below.

use std::collections::HashSet;
use std::io::Write;

use errcat::{Decoded, Subject};

use super::excerpt::excerpt;
use crate::context::Context;
use crate::outcome::Failure;
use crate::present::terminal::{DIM, STRONG, styled_paragraph};

/// Writes the subject, if there is one. A value that is there twice, as a name that is the host name too, is shown
/// once.
pub(super) fn write(out: &mut impl Write, context: &Context, error: &Decoded) -> Result<(), Failure> {
    let mut seen = HashSet::new();
    let mut fields: Vec<(&str, &str)> = Vec::new();
    for (name, value) in error.subject().into_iter().flat_map(Subject::fields) {
        if !value.is_empty() && seen.insert(value) {
            fields.push((name, value));
        }
    }
    fields.sort_by_key(|(name, _)| rank(name));
    let Some(((name, value), rest)) = fields.split_first() else { return Ok(()) };
    let heading = if rank(name) == Rank::Name { (*value).to_owned() } else { format!("{name}={value}") };
    styled_paragraph(out, STRONG, &excerpt(context.lang, &heading), 0, context.width)?;
    let rest: Vec<String> = rest.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let rest = rest.join(", ");
    Ok(styled_paragraph(out, DIM, &excerpt(context.lang, &rest), 0, context.width)?)
}

/// What people know a thing by comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Name,
    Address,
    Other,
    Id,
}

fn rank(field: &str) -> Rank {
    let field = field.to_ascii_lowercase();
    let last = field.rsplit(['_', '-', '.']).next().unwrap_or(&field);
    match last {
        _ if field.ends_with("name") => Rank::Name,
        "ip" | "address" | "addr" | "host" => Rank::Address,
        "id" | "uuid" => Rank::Id,
        _ => Rank::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Rank, rank};

    #[test]
    fn fields_are_ranked_by_what_people_know() {
        for (field, expected) in [
            ("name", Rank::Name),
            ("hostName", Rank::Name),
            ("source_ip", Rank::Address),
            ("vm_id", Rank::Id),
            ("grid", Rank::Other),
        ] {
            assert_eq!(rank(field), expected, "{field}");
        }
    }
}
