//! Arguments out of messages: `extract(format(args)) == args`, for every template of the catalog.
#![cfg(feature = "alloc")]
#![allow(missing_docs)]

use errcat::{ArgumentValue, CATALOG, Entry, Piece, Template, code};
use proptest::prelude::*;

/// Every message and wording that has text.
fn templates() -> Vec<(Entry, Template)> {
    CATALOG
        .entries()
        .flat_map(|entry| {
            std::iter::once(entry.message()).chain(entry.wordings()).map(move |template| (entry, template))
        })
        .filter(|(_, template)| !template.as_str().is_empty())
        .collect()
}

/// The literal that stands right after each parameter, and whether a list follows it at once.
fn followers(template: Template) -> Vec<(usize, String)> {
    let pieces: Vec<Piece> = template.pieces().collect();
    let after = |at: usize| match pieces.get(at + 1) {
        Some(Piece::Literal(text)) => (*text).to_owned(),
        Some(Piece::Placeholder { list: true, .. }) => "[".to_owned(),
        Some(Piece::Placeholder { list: false, .. }) | None => String::new(),
    };
    let holes = pieces.iter().enumerate().filter_map(|(at, piece)| match piece {
        Piece::Placeholder { param, .. } => Some((*param, after(at))),
        Piece::Literal(_) => None,
    });
    holes.collect()
}

/// Whether the split is told by the text: no argument, with the literal behind it, holds that literal earlier.
fn told(template: Template, args: &[String]) -> bool {
    let followers = followers(template);
    let last = followers.len() - 1;
    followers.iter().enumerate().all(|(at, (param, literal))| {
        // The last argument ends where the message does.
        at == last
            || (!literal.is_empty()
                && format!("{}{literal}", args[*param]).find(literal) == Some(args[*param].len()))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn extract_gives_what_format_was_given(
        at in any::<prop::sample::Index>(),
        values in prop::collection::vec("[ -~]{0,12}|[a-z0-9-]{1,20}|.{0,6}|\\PC*", 6),
        list in prop::collection::vec("[a-zA-Z0-9_.-]{1,8}", 0..4),
    ) {
        let all: Vec<(Entry, Template)> = templates().into_iter().filter(|(_, t)| t.params().len() > 0).collect();
        let (_, template) = all[at.index(all.len())];
        let lists: Vec<usize> = template.pieces().filter_map(|piece| match piece {
            Piece::Placeholder { param, list: true, .. } => Some(param),
            _ => None,
        }).collect();
        let args: Vec<String> = values.into_iter().take(template.params().len()).collect();
        prop_assume!(args.len() == template.params().len());
        let list: Vec<&str> = list.iter().map(String::as_str).collect();
        let given: Vec<ArgumentValue<'_>> = args.iter().enumerate().map(|(at, arg)| {
            if lists.contains(&at) { ArgumentValue::Many(&list) } else { ArgumentValue::One(arg) }
        }).collect();
        let message = template.format(&given).unwrap().to_string();
        let found = template.extract(&message);
        // What was made of a template always fits it; and where the text tells, the arguments come back.
        let repeated = template.pieces().filter(|piece| matches!(piece, Piece::Placeholder { .. })).count() > args.len();
        if !repeated && lists.is_empty() {
            prop_assert!(found.is_some(), "{message:?} does not fit {template:?}");
        }
        if lists.is_empty() && told(template, &args) {
            let found = found.unwrap();
            for (arg, expected) in found.iter().zip(&args) {
                prop_assert_eq!(arg.text(), Some(expected.as_str()));
            }
        } else if !lists.is_empty() && args.len() == 1 {
            let found = found.unwrap();
            prop_assert_eq!(found.iter().next().unwrap().list().unwrap(), list);
        }
    }

    #[test]
    fn extract_never_panics(at in any::<prop::sample::Index>(), text in "\\PC*", cut in any::<prop::sample::Index>()) {
        let all = templates();
        let (_, template) = all[at.index(all.len())];
        let _ = template.extract(&text);
        // Nearly the message itself.
        let raw = template.as_str();
        let end = raw.char_indices().map(|(at, _)| at).nth(cut.index(raw.chars().count())).unwrap();
        let _ = template.extract(&raw[..end]);
        let _ = template.extract(&format!("{}{text}", &raw[..end]));
    }
}

#[test]
fn every_template_gives_its_arguments_back() {
    let mut with_params = 0;
    for (entry, template) in templates() {
        let args: Vec<String> = template.params().enumerate().map(|(at, _)| format!("value-{at}")).collect();
        let message = template.format(&args).unwrap().to_string();
        let found = template.extract(&message).unwrap_or_else(|| panic!("{entry:?}: {message}"));
        assert_eq!(found.len(), args.len(), "{entry:?}");
        for ((arg, name), expected) in found.iter().zip(template.params()).zip(&args) {
            assert_eq!(arg.name(), Some(name), "{entry:?}");
            assert_eq!(arg.to_string().trim_matches(['[', ']']), expected, "{entry:?}");
        }
        with_params += usize::from(!args.is_empty());
    }
    assert!(with_params > 100);
}

#[test]
fn what_the_template_cannot_tell_is_split_leftmost_shortest() {
    let message = code!("CSBS.6033").entry().message();
    assert_eq!(message.as_str(), "Service type of volume %s(belong to server %s) is dss.");
    let text = "Service type of volume a(belong to server b(belong to server c) is dss.";
    let args = message.extract(text).unwrap();
    assert_eq!(args.get("volume_id").or(args.get("volume")), Some("a"));
    assert_eq!(args.iter().nth(1).unwrap().text(), Some("b(belong to server c"));
}

#[test]
fn lists_of_any_length() {
    let message = code!("iMetal.0110").entry().message();
    for (list, shown) in [(vec![], "[]"), (vec!["a"], "[a]"), (vec!["a", "b", "c"], "[a, b, c]")] {
        let text = format!("Inspect Physical servers error: {shown}, no, power");
        assert_eq!(
            message
                .format(&[ArgumentValue::Many(&list), ArgumentValue::One("no, power")])
                .unwrap()
                .to_string(),
            text
        );
        let args = message.extract(&text).unwrap();
        assert_eq!(args.list("id").unwrap(), list);
        assert_eq!(args.get("error_details"), Some("no, power"));
    }
}

#[test]
fn other_messages_do_not_fit() {
    let message = code!("CSBS.6019").entry().message();
    for text in [
        "",
        "The source server",
        "The source server (a) type (b).",
        "x The source server (a) type (b) is not",
    ] {
        assert!(message.extract(text).is_none(), "{text}");
    }
    // Without placeholders only the message itself fits, but for a full stop.
    let entry = code!("CSBS.9009").entry();
    assert!(entry.match_message("User is unverified").is_some());
    assert!(entry.match_message("User is unverified. Really").is_none());
}

/// The templates that a message cannot tell apart: what `match` answers with several entries. A change of the catalog
/// that makes another such pair shows here.
#[test]
fn templates_that_cannot_be_told_apart() {
    let mut report = String::new();
    for entry in CATALOG.entries() {
        let args: Vec<String> = entry.params().map(|name| format!("<{name}>")).collect();
        let Ok(message) = entry.message().format(&args).map(|message| message.to_string()) else { continue };
        if message.is_empty() {
            continue;
        }
        let matches = CATALOG.match_message(&message);
        let own = matches
            .iter()
            .find(|found| found.entry == entry)
            .unwrap_or_else(|| panic!("{entry:?} lacks itself"));
        let equals: Vec<String> = matches
            .iter()
            .filter(|found| found.score >= own.score && found.entry.position() > entry.position())
            .map(|found| format!("{}::{}", found.entry.code(), found.entry.name()))
            .collect();
        if !equals.is_empty() {
            report.push_str(&format!("{}::{} = {}\n", entry.code(), entry.name(), equals.join(", ")));
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/alike.txt");
    if std::env::var_os("ERRCAT_UPDATE").is_some() {
        std::fs::write(path, &report).unwrap();
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(report, expected, "ERRCAT_UPDATE=1 writes {path} anew");
}

/// What the whole catalog answers for a message, and what a look at each entry does.
fn both_ways(text: &str) -> [Vec<(errcat::Entry, usize)>; 2] {
    let of_catalog = CATALOG.match_message(text).iter().map(|found| (found.entry, found.score)).collect();
    let of_each = CATALOG.entries().filter_map(|entry| entry.match_message(text));
    let mut of_each: Vec<_> = of_each.map(|found| (found.entry, found.score)).collect();
    of_each.sort_by_key(|(entry, score)| (std::cmp::Reverse(*score), entry.position()));
    [of_catalog, of_each]
}

#[test]
fn matching_by_tree_is_matching_one_by_one() {
    let mut found = 0;
    for entry in CATALOG.entries() {
        for template in std::iter::once(entry.message()).chain(entry.wordings()) {
            let args: Vec<String> =
                template.params().enumerate().map(|(at, name)| format!("{name} {at}")).collect();
            let Ok(message) = template.format(&args) else { continue };
            let message = message.to_string();
            let without_stop = message.trim_end_matches(['.', '。']);
            for text in [
                message.clone(),
                without_stop.to_owned(),
                format!("{without_stop}。"),
                format!("{message} \n"),
                format!("x{message}"),
                format!("{message}x"),
                message.chars().take(message.chars().count() / 2).collect(),
            ] {
                let [of_catalog, of_each] = both_ways(&text);
                assert_eq!(of_catalog, of_each, "{text:?}");
                found += of_catalog.len();
            }
        }
    }
    assert!(found > CATALOG.entries().count(), "{found}");
}

proptest! {
    #[test]
    fn matching_any_text_by_tree_is_matching_one_by_one(text in "[A-Za-z ().。:,%s失败]{0,60}") {
        let [of_catalog, of_each] = both_ways(&text);
        prop_assert_eq!(of_catalog, of_each);
    }
}
