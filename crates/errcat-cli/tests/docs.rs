//! `errcat docs`: the site as files. How it behaves in a browser is tested in `tests/site`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use common::{SMALL, errcat_run, folder, found, path, small_catalog};
use tempfile::TempDir;

/// Makes a site with these arguments, beside its folder.
fn site(args: &[&str]) -> (TempDir, PathBuf) {
    let parent = tempfile::tempdir().unwrap();
    let out = parent.path().join("site");
    found(&[&["docs", "--out", out.to_str().unwrap()], args].concat());
    (parent, out)
}

/// Every file below a folder, with its bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                all.insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    all
}

fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn layers_of_overlays_stand_below_the_remedy() {
    let text = "overlay: csbs
layer: On <call>
entries:
  - code: CSBS.6019
    runbook: https://wiki.example/a?b=1&c=2
    owner: storage-team
    severity: high
    remediation: { en: [Stop the job., Ask CSBS.6020.], zh: [停止任务。, 参见CSBS.6020。] }
  - code: CSBS.6021
    translation: { description: { zh: 译文。 } }
";
    let overlay = folder(text);
    let (_parent, out) = site(&["--overlay", path(&overlay)]);
    let page = read(&out, "csbs/CSBS.6019.html");
    let (vendor, layer) = page.split_once("<section class=\"layer\">").unwrap();
    assert!(vendor.contains("Select a target server of the same type"), "{vendor}");
    for part in [
        "On &#60;call&#62;",
        "<li>Stop the job.</li>",
        "href=\"../csbs/CSBS.6020.html\"",
        "href=\"https://wiki.example/a?b=1&#38;c=2\"",
        "storage-team",
        "<dd>high</dd>",
    ] {
        assert!(layer.contains(part), "{part} is not in\n{layer}");
    }
    let chinese = read(&out, "zh/csbs/CSBS.6019.html");
    assert!(chinese.contains("停止任务。") && chinese.contains("<dd>高</dd>"), "{chinese}");
    let chinese = read(&out, "zh/csbs/CSBS.6021.html");
    assert!(chinese.contains("译文。") && chinese.contains("<dt>翻译</dt><dd>原因</dd>"), "{chinese}");
    assert!(!read(&out, "csbs/CSBS.6018.html").contains("class=\"layer\""));
    let agents = read(&out, "csbs/index.md");
    assert!(
        agents.contains("- runbook: <https://wiki.example/a?b=1&c=2>") && agents.contains("1. Stop the job."),
        "{agents}"
    );
}

#[test]
fn own_catalog_makes_the_same_site() {
    let catalog = small_catalog();
    let (_parent, out) = site(&["--catalog", path(&catalog)]);
    let page = read(&out, "pay/PAY.1001.html");
    for part in [
        "Card refused",
        "Card <var>card</var> was refused: <var>reason</var>.",
        "Refused: card <var>card</var>, <var>reason</var>",
        "<b>402</b>",
        "failed precondition",
        "after the fix",
        "<b>Cards</b>",
        "The bank refused the card.",
        "<li>Check the card.</li>",
        "<li>Use another card.</li>",
        "Seldom.",
        "href=\"../pay/PAY.1002.html\"",
        "Payments API Reference",
        "PAYMENT.1001",
        "crate::code!(&#34;PAY.1001&#34;)",
        "crate::pay::Code::Pay1001",
        "crate::pay::Error::CardRefused",
        "pay::Error::CardRefused { card, reason } =&#62; {}",
    ] {
        assert!(page.contains(part), "{part} is not in\n{page}");
    }
    let page = read(&out, "zh/pay/PAY.1002.html");
    for part in [
        "已达到该卡限额",
        "请等待。",
        "稍后重试",
        "流控",
        "已废弃",
        "卡已挂失。",
        "Lost.",
        "href=\"../../pay/PAY.1002.html\"",
    ] {
        assert!(page.contains(part), "{part} is not in\n{page}");
    }
    assert!(read(&out, "pay/PAYMENT.1001.html").contains("url=PAY.1001.html"));
    assert!(!out.join("csbs").exists());
    assert!(!out.join("sitemap.xml").exists(), "nobody knows the addresses");
}

#[test]
fn services_without_typed_errors_have_no_error_variants() {
    let catalog = folder(&SMALL.replace("prefixes: ", "typed: false\nprefixes: "));
    let (_parent, out) = site(&["--catalog", path(&catalog)]);
    let page = read(&out, "pay/PAY.1001.html");
    assert!(page.contains("crate::pay::Code::Pay1001"));
    assert!(!page.contains("Error::"), "{page}");
}

/// What pages offer to be copied compiles, and says what it shall.
#[test]
fn rust_names_are_those_of_the_library() {
    use errcat::csbs;

    let (_parent, out) = site(&[]);
    let page = read(&out, "csbs/CSBS.6019.html");
    macro_rules! offered {
        ($($rust:tt)+) => {{
            let plain: String = stringify!($($rust)+).split_whitespace().collect();
            let text: String = page.replace("&#34;", "\"").replace("&#62;", ">").split_whitespace().collect();
            assert!(text.contains(&plain), "{plain}");
            $($rust)+
        }};
    }
    let code = offered!(errcat::code!("CSBS.6019"));
    assert_eq!(csbs::Code::try_from(code), Ok(offered!(errcat::csbs::Code::Csbs6019)));
    let error = errcat::csbs::Error::TargetServerTypeMismatch {
        source_server: String::new(),
        source_type: String::new(),
        target_server: String::new(),
        target_type: String::new(),
    };
    assert!(page.contains("<code translate=\"no\">errcat::csbs::Error::TargetServerTypeMismatch</code>"));
    let arm = "csbs::Error::TargetServerTypeMismatch { source_server, source_type, target_server, target_type } =&#62; {}";
    assert!(page.contains(arm));
    #[expect(unused_variables, reason = "an arm as it is copied")]
    match error {
        csbs::Error::TargetServerTypeMismatch { source_server, source_type, target_server, target_type } => {}
        _ => panic!("another variant"),
    }
}

#[test]
fn title_address_and_logo() {
    let parent = tempfile::tempdir().unwrap();
    let logo = parent.path().join("ours.SVG");
    fs::write(&logo, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").unwrap();
    let catalog = small_catalog();
    let (_site, out) = site(&[
        "--catalog",
        path(&catalog),
        "--title",
        "Errors of <Acme>",
        "--base-url",
        "https://acme.example/errors",
        "--logo",
        logo.to_str().unwrap(),
    ]);
    let home = read(&out, "zh/index.html");
    assert!(home.contains("<h1>Errors of &#60;Acme&#62;</h1>"), "{home}");
    assert!(home.contains("src=\"../assets/logo.svg\""));
    assert!(home.contains("<link rel=\"canonical\" href=\"https://acme.example/errors/zh/index.html\">"));
    assert!(home.contains("hreflang=\"en\" href=\"https://acme.example/errors/index.html\""));
    assert_eq!(fs::read(out.join("assets/logo.svg")).unwrap(), fs::read(&logo).unwrap());
    let sitemap = read(&out, "sitemap.xml");
    assert!(sitemap.contains("<loc>https://acme.example/errors/zh/pay/PAY.1001.html</loc>"), "{sitemap}");
    assert!(!sitemap.contains("PAYMENT.1001") && !sitemap.contains("404"));
    let agents = read(&out, "llms.txt");
    assert!(agents.contains("(https://acme.example/errors/pay/index.md)"), "{agents}");
    let entries = read(&out, "pay/index.md");
    assert!(
        entries.contains("## PAY.1001: Card refused")
            && entries.contains("1. Check the card.\n2. Use another card.")
    );
}

/// Whatever a catalog says is text: it opens no element, ends no attribute, closes no script.
#[test]
fn texts_are_escaped() {
    let hostile = "</script><img src=x onerror=alert(1)>\"'`&amp;";
    let yaml = SMALL
        .replace("The bank refused the card.", &format!("\"{}\"", hostile.replace('"', "\\\"")))
        .replace("message: Limit reached.", "message: 'Limit </script>{reached} < \"&amp;'")
        .replace("en: Cards", &format!("en: \"{}\"", hostile.replace('"', "\\\"")))
        .replace("group: Cards", &format!("group: \"{}\"", hostile.replace('"', "\\\"")))
        .replace("en: Payments", &format!("en: \"{}\"", hostile.replace('"', "\\\"")));
    let catalog = folder(&yaml);
    let (_parent, out) = site(&["--catalog", path(&catalog), "--title", hostile]);
    let mut seen = 0;
    for (path, bytes) in files(&out) {
        if path.extension().is_some_and(|kind| kind == "html") {
            let page = String::from_utf8(bytes).unwrap();
            assert!(!page.contains("<img src=x"), "{}", path.display());
            seen += usize::from(page.contains("&#60;img src=x"));
        }
    }
    assert!(seen >= 10, "it stands on {seen} pages");
}

#[test]
fn pages_ask_for_nothing_inline_and_nothing_from_elsewhere() {
    let (_parent, out) = site(&[]);
    for (path, bytes) in files(&out) {
        if path.extension().is_none_or(|kind| kind != "html") {
            continue;
        }
        let (name, page) = (path.display(), String::from_utf8(bytes).unwrap());
        let policy = page.split("Content-Security-Policy\" content=\"").nth(1).unwrap();
        let policy = policy.split('"').next().unwrap();
        assert!(
            policy.contains("default-src &#39;none&#39;") && !policy.contains("unsafe"),
            "{name}: {policy}"
        );
        assert!(
            !page.contains(" style=\"") && !page.contains("<style") && !page.contains(" onclick"),
            "{name}"
        );
        assert!(!page.contains("src=\"http") && !page.contains("src=\"//"), "{name}");
    }
}

#[test]
fn same_input_gives_the_same_bytes() {
    let (_one, first) = site(&[]);
    let (_two, second) = site(&[]);
    let (first, second) = (files(&first), files(&second));
    assert!(first.keys().eq(second.keys()));
    for (path, bytes) in &first {
        assert!(second.get(path) == Some(bytes), "{} differs", path.display());
    }
}

#[test]
fn a_second_run_changes_what_has_changed() {
    let catalog = small_catalog();
    let (_parent, out) = site(&["--catalog", path(&catalog)]);
    let to = out.to_str().unwrap();
    let again = found(&["docs", "--catalog", path(&catalog), "--out", to]);
    assert!(again.ends_with("(0 new or changed, 0 removed)\n"), "{again}");

    fs::write(out.join("CNAME"), "errors.example.org").unwrap();
    let (start, _) = SMALL.split_once("  - code: PAY.1002").unwrap();
    fs::write(catalog.path().join("pay.yaml"), start.replace("    see: [PAY.1002]\n", "")).unwrap();
    found(&["docs", "--catalog", path(&catalog), "--out", to]);
    let left = files(&out);
    assert!(!left.keys().any(|path| path.to_string_lossy().contains("1002")), "{:?}", left.keys());
    assert!(out.join("pay/PAY.1001.html").exists() && out.join("CNAME").exists());

    let other = folder(&SMALL.replace("service: pay", "service: cash"));
    found(&["docs", "--catalog", path(&other), "--out", to]);
    assert!(!out.join("pay").exists(), "the folder of a service that is gone");
    assert!(out.join("zh/cash/PAY.1002.html").exists());
}

#[test]
fn folders_of_others_are_left_alone() {
    let others = tempfile::tempdir().unwrap();
    fs::write(others.path().join("thesis.txt"), "years of work").unwrap();
    let run = errcat_run(&["docs", "--out", path(&others)]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("did not make") && run.err.contains("--force"), "{}", run.err);
    assert_eq!(files(others.path()).len(), 1);

    found(&["docs", "--out", path(&others), "--force"]);
    assert_eq!(read(others.path(), "thesis.txt"), "years of work");
    assert!(others.path().join("index.html").exists());
}

#[test]
fn the_list_of_files_removes_nothing_outside() {
    let parent = tempfile::tempdir().unwrap();
    let out = parent.path().join("site");
    fs::create_dir(&out).unwrap();
    fs::write(parent.path().join("precious"), "").unwrap();
    let absolute = parent.path().join("precious");
    fs::write(out.join(".errcat-docs"), format!("../precious\n{}\n.\n", absolute.display())).unwrap();
    found(&["docs", "--out", out.to_str().unwrap()]);
    assert!(parent.path().join("precious").exists());
}

/// Whoever wrote the list: only what a site can have is removed, and nothing that is reached through a link.
#[test]
#[cfg(unix)]
fn the_list_of_files_removes_only_files_of_a_site() {
    use std::os::unix::fs::symlink;

    let parent = tempfile::tempdir().unwrap();
    let (out, outside) = (parent.path().join("site"), parent.path().join("outside"));
    fs::create_dir_all(out.join(".git")).unwrap();
    fs::create_dir(&outside).unwrap();
    let kept = [
        out.join(".git/config"),
        out.join(".git/index.html"),
        out.join("CNAME"),
        out.join("notes.md"),
        outside.join("passwd"),
        outside.join("page.html"),
    ];
    for file in &kept {
        fs::write(file, "x").unwrap();
    }
    symlink("../outside", out.join("lnk")).unwrap();
    fs::write(out.join("old.html"), "x").unwrap();
    let list =
        "CNAME\n.git/config\n.git/index.html\nlnk/passwd\nlnk/page.html\nnotes.md\nold.html\na\0.html\n";
    fs::write(out.join(".errcat-docs"), list).unwrap();
    let catalog = small_catalog();
    let said = found(&["docs", "--catalog", path(&catalog), "--out", out.to_str().unwrap()]);
    assert!(said.ends_with(", 1 removed)\n"), "{said}");
    assert!(kept.iter().all(|file| file.exists()) && !out.join("old.html").exists());
}

#[test]
#[cfg(unix)]
fn no_link_is_followed() {
    use std::os::unix::fs::symlink;

    let catalog = small_catalog();
    let make =
        |out: &Path| errcat_run(&["docs", "--catalog", path(&catalog), "--out", out.to_str().unwrap()]);
    let parent = tempfile::tempdir().unwrap();
    let (out, victim) = (parent.path().join("site"), parent.path().join("victim"));
    assert_eq!(make(&out).status, 0);
    fs::create_dir(&victim).unwrap();
    let target = victim.join("target");
    fs::write(&target, "precious").unwrap();

    // In the place of a file, a link is replaced, even where it leads to the same bytes.
    let page = fs::read(out.join("index.html")).unwrap();
    fs::write(victim.join("same"), &page).unwrap();
    for (link, to) in
        [("index.html", "../victim/same"), ("404.html", "../victim/target"), ("llms.txt", "nowhere")]
    {
        fs::remove_file(out.join(link)).unwrap();
        symlink(to, out.join(link)).unwrap();
    }
    // A file that is written first is written under a name of its own, whatever is there.
    symlink("../victim/target", out.join(".errcat.0.new")).unwrap();
    symlink("../victim/target", out.join("index.html.new")).unwrap();
    assert_eq!(make(&out).status, 0);
    for file in ["index.html", "404.html", "llms.txt"] {
        assert!(fs::symlink_metadata(out.join(file)).unwrap().is_file(), "{file}");
    }
    assert_eq!(fs::read(out.join("index.html")).unwrap(), page);
    assert_eq!(read(&victim, "target"), "precious");
    assert!(!out.join("nowhere").exists());

    // In the place of a folder it is an error, before anything is written.
    fs::remove_dir_all(out.join("pay")).unwrap();
    fs::remove_file(out.join("index.html")).unwrap();
    symlink("../victim", out.join("pay")).unwrap();
    let run = make(&out);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("pay") && run.err.contains("link"), "{}", run.err);
    assert_eq!(files(&victim).len(), 2);
    assert!(!out.join("index.html").exists());

    // The list of the files may be a link as well.
    let other = parent.path().join("other");
    fs::create_dir(&other).unwrap();
    symlink("/dev/zero", other.join(".errcat-docs")).unwrap();
    assert_eq!(make(&other).status, 2);
}

#[test]
fn what_a_stopped_run_left_is_removed() {
    let catalog = small_catalog();
    let (_parent, out) = site(&["--catalog", path(&catalog)]);
    for stray in [".errcat.0.new", ".errcat.17.new"] {
        fs::write(out.join(stray), "half").unwrap();
    }
    fs::write(out.join(".errcat.mine.new"), "").unwrap();
    found(&["docs", "--catalog", path(&catalog), "--out", out.to_str().unwrap()]);
    let strays: Vec<PathBuf> =
        files(&out).into_keys().filter(|path| path.to_string_lossy().ends_with(".new")).collect();
    assert_eq!(strays, [PathBuf::from(".errcat.mine.new")]);

    // A run that was stopped before it wrote the list.
    let half = tempfile::tempdir().unwrap();
    fs::write(half.path().join(".errcat.0.new"), "half").unwrap();
    found(&["docs", "--catalog", path(&catalog), "--out", path(&half)]);
}

#[test]
fn names_that_no_file_can_have_are_refused_before_anything_is_written() {
    let long = format!("PAY.{}", "9".repeat(249));
    let catalog = folder(&SMALL.replace("PAY.1002", &long));
    let parent = tempfile::tempdir().unwrap();
    let out = parent.path().join("site");
    let run = errcat_run(&["docs", "--catalog", path(&catalog), "--out", out.to_str().unwrap()]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(!out.exists(), "{}", run.err);
    // What fits is written, under a short name until it is whole.
    let fits = format!("PAY.{}", "9".repeat(240));
    let catalog = folder(&SMALL.replace("PAY.1002", &fits));
    let (_parent, out) = site(&["--catalog", path(&catalog)]);
    assert!(out.join(format!("pay/{fits}.html")).exists());
}

/// Text of the catalog in `llms.txt` and the pages for agents is text: no link, no HTML, nothing that a terminal obeys.
#[test]
fn pages_for_agents_hold_text_alone() {
    let hostile = r#""</script> [x](javascript:alert(1)) <script>alert(1)</script> \u202e \e]0;owned\a ![i](j)\n\n# h""#;
    let yaml = SMALL
        .replace("The bank refused the card.", hostile)
        .replace("en: Cards", &format!("en: {hostile}"))
        .replace("group: Cards", &format!("group: {hostile}"))
        .replace("en: Payments", &format!("en: {hostile}"))
        .replace("Payments API Reference", hostile)
        .replace("en: Seldom.", &format!("en: {hostile}"))
        .replace("en: The card was lost.", &format!("en: {hostile}"))
        .replace("Limit reached.", hostile);
    let catalog = folder(&yaml);
    let (_parent, out) = site(&["--catalog", path(&catalog)]);
    for file in ["llms.txt", "pay/index.md"] {
        let text = read(&out, file);
        assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{text}");
        for event in pulldown_cmark::Parser::new(&text) {
            match event {
                pulldown_cmark::Event::Html(html) | pulldown_cmark::Event::InlineHtml(html) => {
                    panic!("{html}")
                }
                pulldown_cmark::Event::Start(
                    pulldown_cmark::Tag::Link { dest_url, .. } | pulldown_cmark::Tag::Image { dest_url, .. },
                ) => assert!(dest_url.starts_with("pay/"), "{dest_url}"),
                _ => {}
            }
        }
    }
}

#[test]
fn what_cannot_be_done_is_said() {
    let parent = tempfile::tempdir().unwrap();
    let out = parent.path().join("site");
    let out = out.to_str().unwrap();
    let catalog = folder(&SMALL.replace("service: pay", "service: zh"));
    let file = parent.path().join("file");
    fs::write(&file, "").unwrap();
    for (args, words) in [
        (vec!["docs"], "--out <DIR>"),
        (vec!["docs", "--out", out, "--base-url", "example.org"], "https://"),
        (vec!["docs", "--out", out, "--logo", "logo.exe"], "svg, png"),
        (vec!["docs", "--out", out, "--logo", "no-such.png"], "no-such.png"),
        (vec!["docs", "--out", out, "--catalog", path(&catalog)], "another name"),
        (vec!["docs", "--out", file.to_str().unwrap()], "file"),
    ] {
        let run = errcat_run(&args);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains(words), "{args:?}: {}", run.err);
    }
    assert!(!Path::new(out).exists(), "nothing is written before all is known");
}
