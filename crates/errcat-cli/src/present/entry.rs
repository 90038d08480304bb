//! An entry in a terminal, as `explain`, `decode`, `match` and `annotate` show it.

use std::io::{self, Write};

use anstyle::Style;
use errcat::Lang;

use super::labels::{self, Key, pick};
use super::terminal::{CODE, DIM, GOOD, LABEL, STRONG, aligned_fact, link_fact, paragraph, styled_paragraph};
use super::view::{EntryView, Fact, Layer, Place, Value};
use crate::context::Context;
use crate::text::width::columns;

/// A label with its style, and the text beside it.
type Line = (Style, &'static str, String);

/// Writes the code, what went wrong, status and class; and below, whose code it is.
pub(crate) fn write_heading(out: &mut impl Write, context: &Context, view: &EntryView) -> io::Result<()> {
    let (lang, entry) = (context.lang, view.entry);
    let (code, name) = (entry.code().as_str(), entry.name());
    let right = status_and_class(view, lang);
    let used = columns(code) + 2 + columns(name);
    let gap = context.width.saturating_sub(used + columns(&right));
    let between = if used > context.width { "\n" } else { "  " };
    write!(out, "{CODE}{code}{CODE:#}{between}{STRONG}{name}{STRONG:#}")?;
    if gap >= 2 {
        writeln!(out, "{}{right}", " ".repeat(gap))?;
    } else {
        writeln!(out)?;
        paragraph(out, &right, 0, context.width)?;
    }
    let group = view
        .get(Key::Group)
        .map_or(String::new(), |group| format!("{}{}", pick(lang, ", ", "，"), group.text(lang)));
    let mut line = format!("{}{group}", entry.service().title(lang));
    for mark in marks(view, lang) {
        line.push_str(&format!(" [{mark}]"));
    }
    styled_paragraph(out, DIM, &line, 0, context.width)
}

/// Returns what stands at the right of a heading.
fn status_and_class(view: &EntryView, lang: Lang) -> String {
    let tags = [Key::Status, Key::Class].into_iter().filter_map(|key| Some(view.get(key)?.text(lang)));
    tags.collect::<Vec<_>>().join("  ")
}

/// Returns the words of warning: not in use, undocumented.
fn marks(view: &EntryView, lang: Lang) -> Vec<String> {
    let mark = |fact: &Fact| match (fact.key, &fact.value) {
        (Key::Lifecycle, value) => Some(value.text(lang)),
        (Key::Severity, _) => Some(fact.line(lang)),
        (key, Value::Flag) => Some(key.label(lang).to_owned()),
        _ => None,
    };
    let deprecated = view.get(Key::Deprecated).map(|_| pick(lang, "deprecated", "已弃用").to_owned());
    view.at(Place::Tag).filter_map(mark).chain(deprecated).collect()
}

/// Writes why it happened, what to do, and whatever else is known, each with its label.
pub(crate) fn write_facts(out: &mut impl Write, context: &Context, view: &EntryView) -> io::Result<()> {
    let lang = context.lang;
    let mut lines = Vec::new();
    for fact in view.at(Place::Body) {
        lines.extend(lines_of(fact, lang));
        if fact.key == Key::Remediation {
            lines.extend(steps_of_layers(view, lang));
            lines.extend(retry(view, lang));
        }
    }
    lines.extend(layers(view, lang));
    let catalog = context.origins.of(view.entry.service());
    if catalog.folder().is_none() {
        let path = format!("errcat::{}::Error::{}", view.entry.service().name(), view.entry.name());
        lines.push((DIM, "Rust", path));
    }
    lines.push((DIM, Key::Source.label(lang), view.entry.source().to_owned()));
    if context.origins.several() {
        lines.push((DIM, labels::catalog(lang), catalog.shown(lang)));
    }
    write_lines(out, context, &lines)?;
    match view.get(Key::Url) {
        Some(Value::Link(address)) => link_fact(out, DIM, Key::Url.label(lang), widest(&lines), address),
        _ => Ok(()),
    }
}

/// Writes, for a line of a log, the code and what matters at once: why it happened, what to do, whether to retry, and what
/// overlays say.
pub(crate) fn write_brief(out: &mut impl Write, context: &Context, view: &EntryView) -> io::Result<()> {
    let (lang, entry) = (context.lang, view.entry);
    let right = status_and_class(view, lang);
    writeln!(out, "  {CODE}{}{CODE:#}  {STRONG}{}{STRONG:#}  {right}", entry.code(), entry.name())?;
    let told = view.at(Place::Body).filter(|fact| matches!(fact.key, Key::Description | Key::Remediation));
    let mut lines: Vec<Line> = told.flat_map(|fact| lines_of(fact, lang)).collect();
    lines.extend(steps_of_layers(view, lang));
    lines.extend(retry(view, lang));
    lines.extend(layers(view, lang));
    write_lines(out, context, &lines)
}

/// Returns how wide the widest label is.
fn widest(lines: &[Line]) -> usize {
    lines.iter().map(|(_, label, _)| columns(label)).max().unwrap_or(0).max(LABEL)
}

fn write_lines(out: &mut impl Write, context: &Context, lines: &[Line]) -> io::Result<()> {
    let widest = widest(lines);
    lines
        .iter()
        .try_for_each(|(style, label, text)| aligned_fact(out, *style, (label, widest), text, context.width))
}

/// Returns the lines of a fact: one, but one for each earlier meaning.
fn lines_of(fact: &Fact, lang: Lang) -> Vec<Line> {
    let style = if fact.key == Key::Remediation { GOOD } else { STRONG };
    let label = fact.key.label(lang);
    let text = fact.value.text(lang);
    match fact.value {
        Value::Former(_) => text.lines().map(|line| (style, label, line.to_owned())).collect(),
        _ => vec![(style, label, text)],
    }
}

fn retry(view: &EntryView, lang: Lang) -> Option<Line> {
    Some((STRONG, Key::Retry.label(lang), view.get(Key::Retry)?.text(lang)))
}

/// Returns what layers of overlays say to do.
fn steps_of_layers(view: &EntryView, lang: Lang) -> impl Iterator<Item = Line> {
    view.layers.iter().filter_map(move |layer| {
        let text = layer.remediation()?.text(lang);
        let between = if text.contains('\n') { "\n" } else { pick(lang, " ", "") };
        let colon = labels::colon(lang);
        Some((GOOD, Key::Remediation.label(lang), format!("{}{colon}{between}{text}", layer.name)))
    })
}

/// Returns what layers say besides, one fact per line below the name of the layer.
fn layers(view: &EntryView, lang: Lang) -> impl Iterator<Item = Line> {
    let line = move |layer: &Layer| {
        let facts: Vec<String> = layer.facts(lang).map(|fact| fact.line(lang)).collect();
        let text = (!facts.is_empty()).then(|| format!("{}\n{}", layer.name, facts.join("\n")))?;
        Some((STRONG, labels::layer(lang), text))
    };
    view.layers.iter().filter_map(line)
}
