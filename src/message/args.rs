//! The arguments of a message.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::argument::ArgumentValue;
use super::error::ArgumentError;
use super::formatted::write_list;
use super::template::Template;

/// The arguments of a message, with the names of their parameters where those are known.
///
/// ```
/// let message = errcat::code!("iMetal.0110").entry().message();
/// let args = message.extract("Inspect Physical servers error: [a, b], no power").unwrap();
/// assert_eq!(args.get("error_details"), Some("no power"));
/// assert_eq!(args.list("id").unwrap(), ["a", "b"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Args<'t> {
    pub(crate) args: Vec<Arg<'t>>,
}

/// One argument.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Arg<'t> {
    name: Option<&'static str>,
    values: Values<'t>,
}

/// What an argument holds. A single value, which most are, needs no allocation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Values<'t> {
    One(Cow<'t, str>),
    Many(Vec<Cow<'t, str>>),
}

impl<'t> Arg<'t> {
    pub(crate) fn one(name: Option<&'static str>, value: impl Into<Cow<'t, str>>) -> Self {
        Self { name, values: Values::One(value.into()) }
    }

    pub(crate) fn many(name: Option<&'static str>, values: Vec<Cow<'t, str>>) -> Self {
        Self { name, values: Values::Many(values) }
    }

    /// Its values: one, unless it is a list.
    pub(crate) fn values(&self) -> &[Cow<'t, str>] {
        match &self.values {
            Values::One(value) => core::slice::from_ref(value),
            Values::Many(values) => values,
        }
    }

    /// The name of its parameter, where it is known.
    #[must_use]
    pub fn name(&self) -> Option<&'static str> {
        self.name
    }

    /// Its value; `None` for a list.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.values {
            Values::One(value) => Some(value),
            Values::Many(_) => None,
        }
    }

    /// The values of a list; `None` for a plain argument.
    #[must_use]
    pub fn list(&self) -> Option<Vec<&str>> {
        match &self.values {
            Values::One(_) => None,
            Values::Many(values) => Some(values.iter().map(AsRef::as_ref).collect()),
        }
    }

    fn into_owned(self) -> Arg<'static> {
        let owned = |value: Cow<'t, str>| Cow::Owned(value.into_owned());
        let values = match self.values {
            Values::One(value) => Values::One(owned(value)),
            Values::Many(values) => Values::Many(values.into_iter().map(owned).collect()),
        };
        Arg { name: self.name, values }
    }
}

impl fmt::Display for Arg<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.text() {
            Some(text) => f.write_str(text),
            None => write_list(f, self.values().iter().map(AsRef::as_ref)),
        }
    }
}

impl<'t> Args<'t> {
    /// How many there are; a list counts as one.
    #[must_use]
    pub fn len(&self) -> usize {
        self.args.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.args.is_empty()
    }

    /// The value of the parameter of this name; `None` for a list.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.named(name)?.text()
    }

    /// The values of the list parameter of this name.
    #[must_use]
    pub fn list(&self, name: &str) -> Option<Vec<&str>> {
        self.named(name)?.list()
    }

    fn named(&self, name: &str) -> Option<&Arg<'t>> {
        self.args.iter().find(|arg| arg.name == Some(name))
    }

    /// The arguments, in the order of the parameters.
    pub fn iter(&self) -> core::slice::Iter<'_, Arg<'t>> {
        self.args.iter()
    }

    /// The same arguments, free of the text that they were taken from.
    #[must_use]
    pub fn into_owned(self) -> Args<'static> {
        Args { args: self.args.into_iter().map(Arg::into_owned).collect() }
    }

    /// The message of a template with these arguments, in their order.
    ///
    /// ```
    /// let message = errcat::code!("CSBS.3001").entry().message();
    /// let args = message.extract("Checkpoint_item (b-1) is not found.").unwrap();
    /// assert_eq!(args.render(message)?, "Checkpoint_item (b-1) is not found.");
    /// # Ok::<(), errcat::ArgumentError>(())
    /// ```
    pub fn render(&self, template: Template) -> Result<String, ArgumentError> {
        let texts: Vec<Vec<&str>> =
            self.args.iter().map(|arg| arg.values().iter().map(AsRef::as_ref).collect()).collect();
        let values: Vec<ArgumentValue<'_>> = self
            .args
            .iter()
            .zip(&texts)
            .map(|(arg, texts)| match arg.text() {
                Some(_) => ArgumentValue::One(texts.first().copied().unwrap_or("")),
                None => ArgumentValue::Many(texts),
            })
            .collect();
        let mut out = String::new();
        template.format_into(&values, &mut out)?;
        Ok(out)
    }
}

impl<'a, 't> IntoIterator for &'a Args<'t> {
    type Item = &'a Arg<'t>;
    type IntoIter = core::slice::Iter<'a, Arg<'t>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
