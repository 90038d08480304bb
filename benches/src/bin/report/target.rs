//! What is aimed at, and whether it is met.

use std::fmt;

use crate::table::{Table, number};

/// The targets of a section.
#[derive(Debug)]
pub(crate) struct Targets(Table);

impl Targets {
    pub(crate) fn new() -> Self {
        Self(Table::new(["target", "at", "measured", ""]))
    }

    /// A figure that is to be this or more.
    pub(crate) fn at_least(&mut self, what: &str, target: f64, measured: f64, unit: &str) {
        self.add(what, "least", target, measured, unit, measured >= target);
    }

    /// A figure that is to be this or less.
    pub(crate) fn at_most(&mut self, what: &str, target: f64, measured: f64, unit: &str) {
        self.add(what, "most", target, measured, unit, measured <= target);
    }

    fn add(&mut self, what: &str, bound: &str, target: f64, measured: f64, unit: &str, met: bool) {
        self.0.row([
            what.to_owned(),
            format!("{bound} {target}{unit}"),
            // Packages are counted, all else is measured.
            if unit.is_empty() { measured.to_string() } else { format!("{}{unit}", number(measured)) },
            if met { "met" } else { "**not met**" }.to_owned(),
        ]);
    }
}

impl fmt::Display for Targets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
