//! Valid files with some of them cut out, written over or doubled.

use std::fs;
use std::path::Path;

use errcat_build::{CompileError, Config, load};
use proptest::prelude::*;

use super::PAY;

const OVERLAY: &str = "\
overlay: pay
layer: On call
entries:
  - code: PAY.1
    name: CardRefused
    runbook: https://wiki.example/cards
    owner: cards-team
    severity: high
    remediation: { en: [Look at the bank., Wait.], zh: [查看银行。, 等待。] }
    translation:
      description: { zh: [被拒绝。, 见<reason>。] }
";

/// What a mutation puts somewhere: how much of it is cut out, what stands there then, and whether that is doubled.
type Edit = (prop::sample::Index, usize, Vec<u8>, bool);

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec((any::<prop::sample::Index>(), 0usize..40, splice(), any::<bool>()), 1..4)
}

fn edited(text: &str, edits: Vec<Edit>) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for (at, cut, mut insert, double) in edits {
        let at = at.index(bytes.len() + 1);
        let end = (at + cut).min(bytes.len());
        if double {
            insert.extend_from_slice(&bytes[at..end]);
            insert.extend_from_slice(&bytes[at..end]);
        }
        bytes.splice(at..end, insert);
    }
    bytes
}

/// The entries of [`PAY`] and whatever else a mutation may put in place of some of its bytes.
fn splice() -> impl Strategy<Value = Vec<u8>> {
    let tokens = prop::sample::select(vec![
        "",
        " ",
        "\n",
        "\r\n",
        "\t",
        "\0",
        "\u{feff}",
        ":",
        ": ",
        "- ",
        "? ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        "&a ",
        "*a",
        "!t ",
        "|\n",
        ">-\n",
        "'",
        "\"",
        "%",
        "%s",
        "%(",
        "%(a)s",
        "{}",
        "{0}",
        "{99}",
        "{0[1]}",
        "<",
        "<a>",
        "[{id}, ...]",
        "}}",
        "null",
        "~",
        "true",
        "-1",
        "1e400",
        "99999999999999999999",
        ".inf",
        "---\n",
        "...",
        "%YAML 9\n",
        "zh",
        "en",
        "entries",
        "PAY.1",
        "名称",
        "\u{1f600}",
        "\u{301}",
        "\\x",
        "\\u12",
    ]);
    prop_oneof![
        3 => tokens.prop_map(|token| token.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..4),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// A copy of a valid catalog with some of it cut out, written over or doubled never makes `load` panic, and
    /// what it says has a place in the file.
    #[test]
    fn load_never_panics(edits in edits()) {
        let bytes = edited(PAY, edits);
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile/mutated");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("pay.yaml"), &bytes).unwrap();
        match load(&folder) {
            // What passes the checks can be compiled: no stage behind them fails.
            Ok(_) => drop(Config::new(&folder).compile_to(folder.with_extension("out")).unwrap()),
            Err(faults) => {
                prop_assert!(!faults.as_slice().is_empty());
                // One more for the end of the file, and what YAML counts as line breaks besides.
                let lines = bytes.iter().filter(|byte| b"\r\n".contains(byte)).count() + 2;
                for fault in faults.as_slice() {
                    let whole = fault.kind.name() == "unreadable-file";
                    prop_assert!(whole == (fault.line == 0), "{fault}");
                    prop_assert!(fault.line <= lines, "{fault}");
                    prop_assert!(whole || fault.column > 0, "{fault}");
                    prop_assert!(!fault.message.is_empty() && !fault.help.is_empty(), "{fault}");
                }
            }
        }
    }
    /// The same for overlays: what passes can be compiled, what does not has a place.
    #[test]
    fn overlays_never_panic(edits in edits()) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile/mutated-overlay");
        let overlay = folder.join("overlay");
        fs::create_dir_all(&overlay).unwrap();
        fs::write(folder.join("pay.yaml"), PAY).unwrap();
        fs::write(overlay.join("pay.yaml"), edited(OVERLAY, edits)).unwrap();
        let config = Config::new(&folder).overlay(&overlay);
        match config.compile_to(folder.join("out")) {
            Ok(warnings) => prop_assert!(warnings.is_empty()),
            Err(CompileError::Catalog(faults)) => {
                let placed = |fault: &errcat_build::Diagnostic| fault.line > 0 || fault.kind.name() == "unreadable-file";
                prop_assert!(!faults.is_empty() && faults.as_slice().iter().all(placed), "{faults}");
            }
            Err(error) => prop_assert!(false, "{error}"),
        }
    }
}
