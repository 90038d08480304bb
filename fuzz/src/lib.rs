//! What holds for any input. Each function takes bytes and panics where something does not hold; the fuzz targets and
//! `crates/errcat-cli/tests/fuzz.rs` call them.

use std::collections::HashSet;
use std::fs;

use errcat::{CATALOG, Decoded, Lang, Response};

/// Panics where something does not hold for these bytes.
pub type Target = fn(&[u8]);

/// The targets, by their names, which are also those of their folders of seeds.
pub const TARGETS: [(&str, Target); 7] = [
    ("decode", decode),
    ("extract", extract),
    ("find", find),
    ("match", match_message),
    ("catalog", catalog),
    ("overlay", overlay),
    ("log", log),
];

/// Any bytes are a response: there is a result, its JSON parses, and it is not much longer than the response.
pub fn decode(bytes: &[u8]) {
    let all = Response::new(bytes).decode_all();
    let mut said = 0;
    for decoded in &all {
        let _ = errcat::csbs::Error::try_from(decoded);
        let _ = decoded.remediation(Lang::ZH).map(|text| text.to_string());
        let json = serde_json::to_string(decoded).expect("a result has a JSON form");
        let value: serde_json::Value = serde_json::from_str(&json).expect("JSON is valid");
        assert_eq!(value["code"].as_str(), decoded.code());
        said += length(decoded);
    }
    assert!(!all.is_empty());
    assert!(said <= 6 * bytes.len() + 1024, "{said} bytes from {}", bytes.len());
    let limit = bytes.len() / 2;
    let cut = Response::new(bytes).limit(limit).decode_all();
    assert_eq!(cut, Response::new(&bytes[..limit]).decode_all());
}

/// The length of what a result took from the response.
fn length(decoded: &Decoded) -> usize {
    let texts = [decoded.code(), decoded.message()].into_iter().flatten().map(str::len).sum::<usize>();
    let args = decoded.args().iter().map(|arg| arg.text().map_or(0, str::len)).sum::<usize>();
    let fields = decoded.subject().into_iter().flat_map(errcat::Subject::fields);
    texts + args + fields.map(|(name, value)| name.len() + value.len()).sum::<usize>()
}

/// Codes are found where they are, and whatever is found as known is also decoded.
pub fn find(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let all = Response::new(text.as_bytes()).decode_all();
    let decoded: HashSet<&str> =
        all.iter().flat_map(|one| one.code().into_iter().chain(one.other_codes())).collect();
    let mut end = 0;
    for found in errcat::find_in(&text) {
        assert_eq!(&text[found.range()], found.as_str());
        assert!(end <= found.range().start);
        end = found.range().end;
        let known = found.code().is_some();
        assert!(!known || decoded.contains(found.as_str()), "{} is found but not decoded", found.as_str());
    }
}

/// What `extract` takes out of a message, put back into the template, is the message again. The first byte chooses the
/// template, and lines are its arguments.
pub fn extract(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    let lines: Vec<&str> = text.lines().chain(["", ""]).collect();
    for at in [0, 256, 512] {
        let Some(entry) = CATALOG.entries().nth(at + usize::from(*first)) else { continue };
        let template = entry.message();
        let args: Vec<&str> = lines.iter().copied().cycle().take(template.params().len()).collect();
        let message = template.format(&args).expect("one argument per parameter").to_string();
        if let Some(args) = template.extract(&message) {
            assert_eq!(args.render(template).expect("as many arguments"), message);
        }
    }
}

/// Matches are from the best to the worst, one per entry, and their arguments make the message again.
pub fn match_message(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let matches = CATALOG.match_message(&text);
    let entries: HashSet<_> = matches.iter().map(|found| found.entry).collect();
    assert_eq!(entries.len(), matches.len());
    assert!(matches.is_sorted_by(|one, next| one.score >= next.score));
    for found in matches {
        let rendered = found.args.render(found.template).expect("as many arguments");
        let stop = ['.', '。', ' ', '\n', '\t', '\r'];
        assert_eq!(rendered.trim_end_matches(stop), text.trim_end_matches(stop));
    }
}

/// Any text is a catalog file: it is compiled, or refused with diagnostics, of which there are no more than bytes.
pub fn catalog(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("a.yaml"), bytes).expect("a file");
    if let Err(diagnostics) = errcat_build::load(folder.path()) {
        assert!(!diagnostics.as_slice().is_empty());
        assert!(diagnostics.as_slice().len() <= bytes.len() + 1);
    }
}

/// Any text is an overlay, as any text is a catalog file.
pub fn overlay(bytes: &[u8]) {
    const CATALOG: &[u8] = include_bytes!("../seeds/catalog/small.yaml");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (catalog, overlay) = (folder.path().join("catalog"), folder.path().join("overlay"));
    for (folder, content) in [(&catalog, CATALOG), (&overlay, bytes)] {
        fs::create_dir(folder).expect("a folder");
        fs::write(folder.join("shop.yaml"), content).expect("a file");
    }
    let checked = errcat_build::Config::new(&catalog).overlay(&overlay).check();
    assert!(checked.catalog.is_some() || !checked.diagnostics.as_slice().is_empty());
    assert!(checked.diagnostics.as_slice().len() <= bytes.len() + 8);
}

/// Codes are found line by line as in the whole log, and a line with a known code is decoded to a result with it.
pub fn log(bytes: &[u8]) {
    let mut start = 0;
    let mut by_line = Vec::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        for found in CATALOG.find_in_bytes(line) {
            by_line.push((start + found.range().start, found.as_str().to_owned()));
        }
        start += line.len();
        find(line);
    }
    let whole = CATALOG.find_in_bytes(bytes);
    let whole: Vec<_> = whole.map(|found| (found.range().start, found.as_str().to_owned())).collect();
    assert_eq!(by_line, whole);
}
