//! Tables in Markdown, and figures with their units.

use std::fmt;

/// A table; the first column is text, the others are figures and stand to the right, if they have a title.
#[derive(Debug)]
pub(crate) struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn new<T: Into<String>>(head: impl IntoIterator<Item = T>) -> Self {
        Self { head: head.into_iter().map(Into::into).collect(), rows: Vec::new() }
    }

    /// Adds a row of as many cells as the head has.
    pub(crate) fn row<T: Into<String>>(&mut self, cells: impl IntoIterator<Item = T>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = |f: &mut fmt::Formatter<'_>, cells: &[String]| writeln!(f, "| {} |", cells.join(" | "));
        line(f, &self.head)?;
        // A last column without a title is a remark.
        let rule = |title: &String| if title.is_empty() { " --- |" } else { " ---: |" };
        writeln!(f, "| --- |{}", self.head.iter().skip(1).map(rule).collect::<String>())?;
        self.rows.iter().try_for_each(|row| line(f, row))
    }
}

/// Two or three significant digits.
pub(crate) fn number(value: f64) -> String {
    match value {
        ..1.0 => format!("{value:.2}"),
        ..100.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}

/// A time in nanoseconds, in the unit in which it is short.
pub(crate) fn time(nanoseconds: f64) -> String {
    match nanoseconds {
        ..1e3 => format!("{} ns", number(nanoseconds)),
        ..1e6 => format!("{} µs", number(nanoseconds / 1e3)),
        ..1e9 => format!("{} ms", number(nanoseconds / 1e6)),
        _ => format!("{} s", number(nanoseconds / 1e9)),
    }
}

/// Bytes a nanosecond are GB a second.
pub(crate) fn throughput(bytes: f64, nanoseconds: f64) -> String {
    format!("{:.2} GB/s", bytes / nanoseconds)
}

/// A size in memory or in a file.
pub(crate) fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} KB", bytes / 1000),
        1_000_000..10_000_000_000 => format!("{} MB", number(bytes as f64 / 1e6)),
        _ => format!("{} GB", number(bytes as f64 / 1e9)),
    }
}

/// How many times as much.
pub(crate) fn times(ratio: f64) -> String {
    format!("{}x", number(ratio))
}

#[cfg(test)]
mod tests {
    use super::{Table, time};

    #[test]
    fn figures_stand_to_the_right() {
        let mut table = Table::new(["what", "time"]);
        table.row([String::from("phf"), time(1234.5)]);
        assert_eq!(table.to_string(), "| what | time |\n| --- | ---: |\n| phf | 1.2 µs |\n");
    }
}
