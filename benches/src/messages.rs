//! Messages as services send them: templates of a catalog with arguments in them.

use errcat::{Catalog, Piece, Template};

use crate::random::Random;

/// How many messages there are.
pub const COUNT: usize = 4096;

const ARGUMENTS: [&str; 5] =
    ["vol-1", "0e2e1a2c-7f3d-4b6a-9a51-2f1d7c0b8e11", "server 7", "timeout", "10.0.0.1"];

/// A message, and the template that it was made of.
#[derive(Clone, Debug)]
pub struct Message {
    /// What the code tells.
    pub template: Template,
    /// What the response says.
    pub text: String,
}

/// The templates of a catalog that say something.
#[must_use]
pub fn templates(catalog: &'static Catalog) -> Vec<Template> {
    catalog.entries().map(errcat::Entry::message).filter(|message| !message.as_str().is_empty()).collect()
}

/// Messages of these templates; one in ten is of none of them.
#[must_use]
pub fn messages(templates: &[Template]) -> Vec<Message> {
    let mut random = Random::default();
    let message = |_| {
        let template = random.pick(templates);
        let args: Vec<&str> = template.params().map(|_| random.pick(&ARGUMENTS)).collect();
        let text = template.format(&args).map_or_else(|_| String::new(), |formatted| formatted.into_string());
        let text = if random.below(10) == 0 { format!("Nothing like it: {text}") } else { text };
        Message { template, text }
    };
    (0..COUNT).map(message).collect()
}

/// The template as a regular expression with a group a placeholder, what is literal being given to `escape`.
#[must_use]
pub fn pattern(template: Template, escape: impl Fn(&str) -> String) -> String {
    let pieces = template.pieces().map(|piece| match piece {
        Piece::Literal(text) => escape(text),
        Piece::Placeholder { .. } => "(.*?)".to_owned(),
    });
    format!("(?s)^{}$", pieces.collect::<String>())
}

/// The literal texts of the template.
pub fn literals(template: Template) -> impl Iterator<Item = &'static str> {
    template.pieces().filter_map(|piece| match piece {
        Piece::Literal(text) => Some(text),
        Piece::Placeholder { .. } => None,
    })
}
