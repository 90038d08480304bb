//! A line of a file as it is shown, and the mark below what is meant.

use super::width::columns;
use crate::text::sanitize;

/// More columns of a line than these are not shown.
const WIDEST: usize = 100;
/// So many columns before the mark stay, where a line is cut.
const BEFORE: usize = 30;
/// Stands where a line is cut.
const CUT: &str = "...";
/// A tab, as it is shown.
const TAB: &str = "    ";

/// A line of a file, safe for a terminal, and the mark that stands below it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Excerpt {
    /// The line: tabs are four blanks, control characters are written out, and a long line is cut to what is near.
    pub text: String,
    /// Blanks and carets (`^`), as wide as they stand below what is meant.
    pub mark: String,
}

/// A letter of the line, as it is shown.
struct Cell {
    shown: String,
    columns: usize,
}

impl Excerpt {
    /// The line, which `line` shows from the column `start` on, with `length` characters from `column` on marked; columns
    /// are from 1.
    pub(super) fn new(line: &str, start: usize, column: usize, length: usize) -> Self {
        let cells: Vec<Cell> = line.trim_end().chars().map(cell).collect();
        let first = column.saturating_sub(start).min(cells.len());
        let last = first.saturating_add(length).min(cells.len());
        let width = |cells: &[Cell]| cells.iter().map(|cell| cell.columns).sum::<usize>();

        // What is shown: all, or a part that begins shortly before the mark.
        let mut from = 0;
        if width(&cells) > WIDEST && width(&cells[..first]) > BEFORE {
            let mut before = 0;
            from = first;
            while from > 0 && before + cells[from - 1].columns <= BEFORE {
                from -= 1;
                before += cells[from].columns;
            }
        }
        let mut to = from;
        let mut taken = 0;
        while to < cells.len() && taken + cells[to].columns <= WIDEST {
            taken += cells[to].columns;
            to += 1;
        }

        let cut = |is_cut: bool| if is_cut { CUT } else { "" };
        let begin = cut(from > 0 || start > 1);
        let shown: String = cells[from..to].iter().map(|cell| cell.shown.as_str()).collect();
        let blanks = begin.len() + width(&cells[from..first.min(to)]);
        let carets = width(&cells[first.min(to)..last.min(to)]).max(1);
        Self {
            text: format!("{begin}{shown}{}", cut(to < cells.len())),
            mark: format!("{}{}", " ".repeat(blanks), "^".repeat(carets)),
        }
    }
}

fn cell(letter: char) -> Cell {
    let mut text = String::new();
    if letter == '\t' {
        text.push_str(TAB);
    } else {
        sanitize::push(&mut text, letter);
    }
    let columns = text.chars().map(columns).sum();
    Cell { shown: text, columns }
}

#[cfg(test)]
mod tests {
    use super::Excerpt;

    /// The line and the mark below it.
    fn shown(line: &str, column: usize, length: usize) -> (String, String) {
        let Excerpt { text, mark } = Excerpt::new(line, 1, column, length);
        (text, mark)
    }

    #[test]
    fn tabs_and_wide_letters() {
        assert_eq!(shown("code: 7", 7, 1), ("code: 7".into(), "      ^".into()));
        assert_eq!(shown("\tcode", 2, 4), ("    code".into(), "    ^^^^".into()));
        assert_eq!(shown("支付: 中文", 5, 2), ("支付: 中文".into(), "      ^^^^".into()));
        assert_eq!(shown("e\u{301}: x", 5, 1), ("e\u{301}: x".into(), "   ^".into()));
        assert_eq!(shown("a\u{1b}b", 3, 1), ("a\\u{1b}b".into(), "       ^".into()));
    }

    #[test]
    fn the_end_of_a_line() {
        assert_eq!(shown("a: [", 5, 1), ("a: [".into(), "    ^".into()));
        assert_eq!(shown("", 1, 1), (String::new(), "^".into()));
        assert_eq!(shown("a: b  ", 4, usize::MAX), ("a: b".into(), "   ^".into()));
        assert_eq!(shown("a", 9, 9), ("a".into(), " ^".into()));
    }

    #[test]
    fn long_lines_are_cut_around_the_mark() {
        let line = format!("{}HERE{}", "中".repeat(100), "b".repeat(200));
        let (text, mark) = shown(&line, 101, 4);
        assert_eq!(text, format!("...{}HERE{}...", "中".repeat(15), "b".repeat(66)));
        assert_eq!(mark, format!("{}^^^^", " ".repeat(33)));
        let (text, mark) = shown(&line, 1, 3);
        assert_eq!((text.as_str(), mark.as_str()), (format!("{}...", "中".repeat(50)).as_str(), "^^^^^^"));
        // A mark that does not end on what is shown.
        let (_, mark) = shown(&line, 101, 200);
        assert_eq!(mark, format!("{}{}", " ".repeat(33), "^".repeat(70)));
    }
}
