//! What holds for every entry of the bundled catalog, and that it says what the vendor's documents say.
#![cfg(all(feature = "catalogs", feature = "alloc"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

use std::collections::{BTreeMap, BTreeSet, HashSet};

use errcat::{
    ArgumentValue, CATALOG, Class, Code, CodeRef, Entry, Lang, Lifecycle, Piece, Retry, Template, UnknownCode,
};
use errcat::{apigw, cce_addonmgr, code, csbs, gateway, imetal, sms};

const LANGS: [Lang; 2] = [Lang::EN, Lang::ZH];

/// A row of a vendor's table, as it stands in the document.
struct Row {
    service: String,
    status: u16,
    code: String,
    message: String,
    description: String,
    remediation: String,
    lang: Lang,
    module: Option<String>,
}

/// The rows of all documents.
fn rows() -> Vec<Row> {
    let rows: serde_json::Value = serde_json::from_str(include_str!("data/documented-rows.json")).unwrap();
    let rows = rows.as_array().unwrap().iter().map(|row| {
        let text = |key: &str| row[key].as_str().unwrap_or_else(|| panic!("{key} of {row}")).to_owned();
        Row {
            service: text("service"),
            status: row["status"].as_u64().unwrap().try_into().unwrap(),
            code: text("code"),
            message: text("message"),
            description: text("description"),
            remediation: text("remediation"),
            lang: text("lang").parse().unwrap(),
            module: row["module"].as_str().map(str::to_owned),
        }
    });
    rows.collect()
}

/// Where an entry is, for messages of failed assertions.
fn place(entry: Entry) -> String {
    format!("{} {}", entry.code(), entry.name())
}

/// The message, and the other wordings of it.
fn templates(entry: Entry) -> impl Iterator<Item = Template> {
    std::iter::once(entry.message()).chain(entry.wordings())
}

/// Texts in backticks.
fn spans(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn codes_go_to_text_and_back() {
    let mut seen = HashSet::new();
    for code in Code::all() {
        let text = code.as_str();
        assert_eq!(Code::find(text), Some(code));
        assert_eq!(CATALOG.find(text), Some(code.code_ref()));
        assert_eq!(text.parse::<Code>(), Ok(code));
        assert_eq!((code.to_string().as_str(), code.as_ref()), (text, text));
        assert_eq!(format!("{code:?}"), format!("Code({text})"));
        assert_eq!(format!("[{code:>40}]"), format!("[{text:>40}]"));
        assert!(seen.insert(text), "{text} stands twice");
        assert_eq!(code.entries().next(), Some(code.entry()));
        for entry in code.entries() {
            assert_eq!(entry.code(), code);
            assert_eq!(entry.service(), code.service());
        }
        // Neighbours in writing are other codes, or none.
        for other in [text.to_lowercase(), format!("{text} "), format!("{text}0"), text[1..].to_owned()] {
            assert_eq!(Code::find(&other).map(Code::as_str), seen_or_known(&other), "{other}");
        }
    }
    assert_eq!(seen.len(), Code::all().len());
    assert_eq!(CATALOG.codes().len(), CATALOG.services().map(|service| service.codes().len()).sum::<usize>());
    for wrong in ["", ".", "CSBS", "CSBS.", "CSBS.6O19", "csbs.6019", "CSBS.6019\0", "CSBS.60199", "码"] {
        assert_eq!(Code::find(wrong), None, "{wrong}");
        let error: UnknownCode = wrong.parse::<Code>().unwrap_err();
        assert_eq!(error.input(), wrong);
    }
}

/// What a search through all codes finds.
fn seen_or_known(text: &str) -> Option<&'static str> {
    Code::all().map(Code::as_str).find(|known| *known == text)
}

#[test]
fn every_entry_is_in_one_place() {
    assert_eq!(
        CATALOG.entries().len(),
        CATALOG.services().map(|service| service.entries().len()).sum::<usize>()
    );
    let of_codes: Vec<Entry> = CATALOG.codes().flat_map(CodeRef::entries).collect();
    assert_eq!(of_codes, CATALOG.entries().collect::<Vec<_>>());
    let positions: BTreeSet<usize> = CATALOG.entries().map(Entry::position).collect();
    assert!(positions.into_iter().eq(0..CATALOG.entries().len()), "positions are those of the files");
}

#[test]
fn names_are_unique_in_their_service_and_find_their_entry() {
    for service in CATALOG.services() {
        let mut names = BTreeSet::new();
        for entry in service.entries() {
            let name = entry.name();
            assert!(names.insert(name), "{} twice in {}", name, service.name());
            assert!(name.starts_with(|first: char| first.is_ascii_uppercase()), "{name}");
            assert!(!name.bytes().any(|byte| byte == b'_'), "{name}");
            assert_eq!(CATALOG.entry(&format!("{}::{name}", service.name())), Some(entry));
            assert_eq!(CATALOG.entry(name), None);
        }
        assert_eq!(CATALOG.service(service.name()), Some(service));
        for prefix in service.prefixes() {
            for written in [prefix.to_owned(), prefix.to_lowercase(), prefix.to_uppercase()] {
                assert_eq!(CATALOG.service_by_prefix(&written), Some(service), "{written}");
            }
            assert_eq!(CATALOG.service_by_prefix(&format!("{prefix}.")), None);
        }
        let prefixes: Vec<&str> = service.prefixes().collect();
        for code in service.codes() {
            let known = prefixes.iter().any(|prefix| code.as_str().starts_with(&format!("{prefix}.")));
            assert!(known, "{code} has no prefix of {}", service.name());
        }
    }
    assert_eq!(CATALOG.entry("csbs::NoSuchName"), None);
    assert_eq!(CATALOG.entry("sms::TargetServerTypeMismatch"), None);
    assert_eq!(CATALOG.service_by_prefix(&"X".repeat(1000)), None);
    assert_eq!(CATALOG.service("CSBS"), None);
}

#[test]
fn every_text_is_there_in_both_languages() {
    let has_chinese = |text: &str| text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
    for service in CATALOG.services() {
        assert!(!service.title(Lang::EN).is_empty() && has_chinese(service.title(Lang::ZH)));
        assert!(!has_chinese(service.title(Lang::EN)), "{}", service.title(Lang::EN));
        assert!(!service.source().is_empty());
    }
    for entry in CATALOG.entries() {
        let at = place(entry);
        for text in LANGS.into_iter().flat_map(|lang| {
            [entry.description(lang), entry.remediation(lang)].into_iter().chain(entry.note(lang))
        }) {
            assert!(!text.is_empty() && text.steps().all(|step| !step.trim().is_empty()), "{at}");
            let shown = text.to_string();
            assert_eq!(shown.lines().count(), text.steps().len(), "{at}: {shown}");
            assert_eq!(shown.starts_with("1. "), text.steps().len() > 1, "{at}: {shown}");
        }
        for texts in [
            [entry.description(Lang::EN), entry.description(Lang::ZH)],
            [entry.remediation(Lang::EN), entry.remediation(Lang::ZH)],
        ] {
            let [en, zh] = texts;
            assert_eq!(en.steps().len(), zh.steps().len(), "{at}: other steps in the other language");
            for (en, zh) in en.steps().zip(zh.steps()) {
                assert!(!has_chinese(en) && has_chinese(zh), "{at}: {en} / {zh}");
                for span in spans(en) {
                    assert!(spans(zh).any(|other| other == span), "{at}: `{span}` is not in: {zh}");
                }
                assert!(en.matches('`').count().is_multiple_of(2), "{at}: {en}");
            }
        }
        assert_eq!(entry.note(Lang::EN).is_some(), entry.note(Lang::ZH).is_some(), "{at}");
        assert_eq!(entry.group(Lang::EN).is_some(), entry.group(Lang::ZH).is_some(), "{at}");
        assert!(entry.status().is_none_or(|status| (100..600).contains(&status)), "{at}");
        assert!(!entry.source().is_empty(), "{at}");
        assert!(!entry.message().as_str().is_empty() || entry.is_undocumented(), "{at}: no message");
        assert!(entry.see().all(|code| code != entry.code() && code.service() == entry.service()), "{at}");
    }
}

#[test]
fn every_template_takes_its_arguments() {
    for entry in CATALOG.entries() {
        let at = place(entry);
        let names: BTreeSet<&str> = entry.params().collect();
        assert_eq!(names.len(), entry.params().len(), "{at}: a parameter is named twice");
        for template in templates(entry) {
            let params: Vec<&str> = template.params().collect();
            assert!(params.iter().all(|name| names.contains(name)), "{at}: {params:?}");
            // An argument that no message holds by itself.
            let args: Vec<String> = (0..params.len()).map(|number| format!("\u{1}{number}\u{2}")).collect();
            let text = template.format(&args).unwrap().to_string();
            let mut appended = String::from("before ");
            template.format_into(&args, &mut appended).unwrap();
            assert_eq!(appended, format!("before {text}"));
            if template.as_str().is_empty() {
                continue;
            }
            for arg in &args {
                assert!(text.contains(arg.as_str()), "{at}: {arg:?} is not in {text:?}");
            }
            // The text is the literals, with each argument where its placeholder stands.
            let mut expected = String::new();
            let mut held = BTreeSet::new();
            let mut rest = template.as_str().replace("%%", "%").replace("{{", "{").replace("}}", "}");
            for piece in template.pieces() {
                match piece {
                    Piece::Literal(literal) => {
                        expected.push_str(literal);
                        let found =
                            rest.find(literal).unwrap_or_else(|| panic!("{at}: {literal:?} in {rest:?}"));
                        rest.drain(..found + literal.len());
                    }
                    Piece::Placeholder { param, name, list } => {
                        assert_eq!(params.get(param), Some(&name), "{at}");
                        held.insert(param);
                        let arg = &args[param];
                        expected.push_str(&if list { format!("[{arg}]") } else { arg.clone() });
                    }
                }
            }
            assert_eq!(text, expected, "{at}");
            assert!(held.into_iter().eq(0..params.len()), "{at}: a parameter without a placeholder");
            // One argument fewer or more is an error that says how many are due.
            let list = template.pieces().any(|piece| matches!(piece, Piece::Placeholder { list: true, .. }));
            let mut more = args.clone();
            more.push("more".into());
            assert_eq!(template.format(&more).is_ok(), list, "{at}");
            if !list {
                let error = template.format(&more).unwrap_err();
                assert_eq!((error.expected(), error.given()), (params.len(), params.len() + 1));
                if let Some((_, fewer)) = args.split_last() {
                    let error = template.format(fewer).unwrap_err();
                    assert_eq!((error.expected(), error.given()), (params.len(), params.len() - 1));
                }
            }
        }
    }
}

/// Placeholders counted in the message as documented, without the scanner: `%s`, `%d`, `%(name)`, `{name}`.
#[test]
fn no_placeholder_is_overlooked() {
    for row in rows() {
        let message = row.message.as_str();
        let by_letter = message.matches("%s").count() + message.matches("%d").count();
        let by_name = message.matches("%(").count() + message.matches('{').count();
        let code = Code::find(&row.code).unwrap();
        let entry = code.entries().find(|entry| entry.message().as_str() == message).unwrap();
        assert_eq!(entry.params().len(), by_letter + by_name, "{}", place(entry));
    }
}

#[test]
fn arguments_are_written_as_they_are() {
    let message = code!("CSBS.6019").entry().message();
    let args = ["%s {0} %(a)s", "{source_type}", "", "›\u{1b}[31m\0"];
    assert_eq!(
        message.format(&args).unwrap().to_string(),
        "The source server (%s {0} %(a)s) type ({source_type}) is not the same as the target server () type \
         (›\u{1b}[31m\0)."
    );
    // Lists take any number of values, spread or together.
    let message = code!("iMetal.0110").entry().message();
    for (args, expected) in [
        (vec!["a", "b", "why"], "Inspect Physical servers error: [a, b], why"),
        (vec!["a", "why"], "Inspect Physical servers error: [a], why"),
        (vec!["why"], "Inspect Physical servers error: [], why"),
    ] {
        assert_eq!(message.format(&args).unwrap().to_string(), expected);
    }
    let none: [&str; 0] = [];
    assert_eq!(
        message.format(&none).unwrap_err().to_string(),
        "the message takes at least 1 argument, 0 given"
    );
    let text = message.format(&[ArgumentValue::Many(&[]), ArgumentValue::One("why")]).unwrap().to_string();
    assert_eq!(text, "Inspect Physical servers error: [], why");
}

#[test]
fn codes_of_like_prefixes_are_codes_of_their_own() {
    assert_eq!(code!("APIG.0101").service().name(), "gateway");
    assert_eq!(code!("APIGW.0101").service().name(), "apigw");
    assert!("APIGW.0101".parse::<gateway::Code>().is_err());
    assert_eq!(CATALOG.service_by_prefix("apigw").unwrap().name(), "apigw");
    // What only one of the two gateways documents is not a code of the other.
    for (text, other) in
        [("APIGW.0202", "APIG.0202"), ("APIG.0801", "APIGW.0801"), ("APIGW.1002", "APIG.1002")]
    {
        assert_eq!(Code::find(text), None, "{text}");
        assert!(Code::find(other).is_some(), "{other}");
    }
    // The status of a missing backend differs.
    let statuses = ["APIG.0103", "APIGW.0103"].map(|text| Code::find(text).unwrap().entry().status());
    assert_eq!(statuses, [Some(500), Some(404)]);
    assert_eq!(Code::find("BackupService.6019"), None, "`BackupService` is a prefix of its own");
}

#[test]
fn a_code_of_a_service_is_found_in_a_constant() {
    const CODE: Option<errcat::csbs::Code> = errcat::csbs::Code::find("CSBS.6019");
    const OF_ANOTHER: Option<errcat::csbs::Code> = errcat::csbs::Code::find("SMS.0202");
    assert_eq!((CODE, OF_ANOTHER), (Some(errcat::csbs::Code::Csbs6019), None));
}

/// The enum of a service's entries: as many variants as entries, each going to text and back.
macro_rules! kinds_round_trip {
    ($($service:ident)+) => { $(
        #[test]
        fn $service() {
            let service = errcat::$service::service();
            assert_eq!($service::Kind::ALL.len(), service.entries().len());
            for (kind, entry) in $service::Kind::ALL.iter().copied().zip(service.entries()) {
                assert_eq!((kind.entry(), kind.name()), (entry, entry.name()));
                assert!(kind.code() == entry.code());
                assert_eq!(entry.kind(), Some(kind));
                assert_eq!(entry.name().parse(), Ok(kind));
                assert_eq!((kind.to_string().as_str(), format!("{kind:?}").as_str()), (entry.name(), entry.name()));
            }
            for other in CATALOG.entries().filter(|entry| entry.service() != service) {
                assert_eq!(other.kind::<$service::Kind>(), None);
            }
        }
    )+ };
}

mod kinds {
    use super::*;

    kinds_round_trip! { apigw cce_addonmgr csbs gateway imetal sms }
}

/// The enum of a service's codes: as many variants as codes, each going to text and back.
macro_rules! code_enum_round_trip {
    ($($service:ident)+) => { $(
        #[test]
        fn $service() {
            let service = CATALOG.service(stringify!($service)).unwrap();
            assert_eq!(errcat::$service::service(), service);
            assert_eq!($service::Code::ALL.len(), service.codes().len());
            let mut variants = BTreeSet::new();
            for (variant, code) in $service::Code::ALL.iter().copied().zip(service.codes()) {
                let text = code.as_str();
                assert_eq!((variant.as_str(), variant.entry()), (text, code.entry()));
                assert!(variant.code() == code && variant == variant.code());
                assert_eq!(text.parse::<$service::Code>(), Ok(variant));
                assert_eq!($service::Code::try_from(code), Ok(variant));
                assert_eq!((Code::from(variant), CodeRef::from(variant)), (variant.code(), code));
                assert_eq!((variant.to_string().as_str(), variant.as_ref()), (text, text));
                assert_eq!(format!("{variant:?}"), code.variant());
                // Debug shows the identifier: the code without its separators.
                let plain = |text: &str| text.replace(['.', '-', '_'], "").to_lowercase();
                assert_eq!(plain(&format!("{variant:?}")), plain(text));
                assert!(variants.insert(variant), "{variant:?} stands twice");
            }
            assert!("NOSUCH.1".parse::<$service::Code>().is_err());
            for other in Code::all().filter(|code| code.service() != service) {
                let error = $service::Code::try_from(other).unwrap_err();
                assert_eq!(error.code(), other);
                assert!($service::Code::try_from(other.code_ref()).is_err());
                assert!(other.as_str().parse::<$service::Code>().is_err(), "{other}");
            }
        }
    )+ };
}

mod code_enums {
    use super::*;

    code_enum_round_trip! { apigw cce_addonmgr csbs gateway imetal sms }

    #[test]
    fn every_service_has_its_test() {
        let names: Vec<&str> = CATALOG.services().map(errcat::Service::name).collect();
        assert_eq!(names, ["apigw", "cce_addonmgr", "csbs", "gateway", "imetal", "sms"]);
    }

    #[test]
    fn variants_are_called_after_the_code() {
        assert!(matches!(csbs::Code::try_from(code!("CSBS.6019")), Ok(csbs::Code::Csbs6019)));
        assert_eq!(format!("{:?}", csbs::Code::BackupService4003), "BackupService4003");
        assert_eq!(imetal::Code::IMetal0110.as_str(), "iMetal.0110");
        assert_eq!(cce_addonmgr::Code::SvcstgCceAddonmgr4030301.as_str(), "SVCSTG.CCE-ADDONMGR.4030301");
        assert_eq!(gateway::Code::Apig0101.as_str(), "APIG.0101");
        assert_eq!(sms::Code::Sms1302.as_str(), "SMS.1302");
    }
}

/// A typed error shows what its template shows, and knows its entry.
macro_rules! assert_typed {
    ($error:expr, $entry:literal, $args:expr) => {{
        let error = $error;
        let entry = CATALOG.entry($entry).unwrap();
        assert_eq!(error.entry(), entry);
        assert_eq!(error.code(), entry.code());
        assert_eq!(error.to_string(), entry.message().format($args).unwrap().to_string());
        error.to_string()
    }};
}

#[test]
fn typed_errors_show_their_message() {
    let text = assert_typed!(
        csbs::Error::TargetServerTypeMismatch {
            source_server: "s-1".into(),
            source_type: "ECS".into(),
            target_server: "s-2".into(),
            target_type: "BMS".into(),
        },
        "csbs::TargetServerTypeMismatch",
        &["s-1", "ECS", "s-2", "BMS"]
    );
    assert_eq!(
        text,
        "The source server (s-1) type (ECS) is not the same as the target server (s-2) type (BMS)."
    );
    let text = assert_typed!(
        csbs::Error::BackupAlreadyReplicated {
            backup_id: "b".into(),
            region: "{r}".into(),
            record_status: "%s".into(),
        },
        "csbs::BackupAlreadyReplicated",
        &["b", "{r}", "%s"]
    );
    assert_eq!(text, "Backup b no need to replicate to {r}, the replication record status is: %s.");
    let text = assert_typed!(
        csbs::Error::DestinationRegionUnsupported { destination_region: "eu".into() },
        "csbs::DestinationRegionUnsupported",
        &["eu"]
    );
    assert_eq!(text, "The destination region eu is not supported.");
    let text = assert_typed!(
        imetal::Error::PhysicalServersNotFound { id: vec!["a".into(), "b".into()] },
        "imetal::PhysicalServersNotFound",
        &[ArgumentValue::Many(&["a", "b"])]
    );
    assert_eq!(text, "Physical servers ID not found: [a, b]");
    let text = assert_typed!(
        gateway::Error::RequestProtocolUnsupported { supported_protocol: "HTTPS".into() },
        "gateway::RequestProtocolUnsupported",
        &["HTTPS"]
    );
    assert_eq!(text, "The following protocol is supported: HTTPS");
    let text = assert_typed!(
        sms::Error::BindOrRepeatedMount { mount_point: "/data".into() },
        "sms::BindOrRepeatedMount",
        &["/data"]
    );
    assert_eq!(text, "Bind mount or repeated mount detected on /data of the source server");
    let text = assert_typed!(
        sms::Error::Port8899Unreachable { ip_address: "10.0.0.1".into() },
        "sms::Port8899Unreachable",
        &["10.0.0.1"]
    );
    assert!(text.contains(" 10.0.0.1 "), "{text}");
    let none: &[&str] = &[];
    assert_typed!(csbs::Error::UserUnverified, "csbs::UserUnverified", none);
    assert_eq!(csbs::Error::UserUnverified.entry().status(), Some(403));
    // No message is known: the code and what came with it.
    let error = sms::Error::Undocumented1302 { first_path: "/".into(), second_path: "/mnt".into() };
    assert_eq!(error.code().as_str(), "SMS.1302");
    assert_eq!(error.to_string(), "SMS.1302 (/, /mnt)");
    assert_eq!(sms::Error::Undocumented0306.to_string(), "SMS.0306");
}

#[test]
fn typed_errors_are_errors() {
    fn shown(error: &(impl std::error::Error + Send + Sync + Clone + PartialEq + 'static)) -> String {
        assert!(error.source().is_none());
        error.to_string()
    }
    assert_eq!(shown(&csbs::Error::UserUnverified), csbs::Error::UserUnverified.to_string());
    let unknown = "CSBS.6O19".parse::<Code>().unwrap_err();
    assert_eq!(shown(&unknown), "unknown error code `CSBS.6O19`, did you mean CSBS.6019?");
    let wrong = csbs::Code::try_from(code!("SMS.2802")).unwrap_err();
    assert_eq!(shown(&wrong), "`SMS.2802` is a code of sms, not of csbs");
}

#[test]
fn every_documented_row_is_an_entry_verbatim() {
    let rows = rows();
    assert_eq!(rows.len(), 101);
    let mut services: BTreeMap<&str, usize> = BTreeMap::new();
    let mut used: HashSet<Entry> = HashSet::new();
    let mut wrong = Vec::new();
    for row in &rows {
        *services.entry(&row.service).or_default() += 1;
        let code = Code::find(&row.code).unwrap_or_else(|| panic!("{} is not in the catalog", row.code));
        let group = row.module.as_deref();
        let found = code.entries().find(|entry| {
            entry.status() == Some(row.status)
                && entry.message().as_str() == row.message
                && entry.group(Lang::EN) == group
                && entry.description(row.lang).steps().collect::<String>() == row.description
                && entry.remediation(row.lang).steps().collect::<String>() == row.remediation
                && !used.contains(entry)
        });
        if let Some(entry) = found {
            used.insert(entry);
            assert_eq!(entry.service().source_lang(), row.lang, "{}", row.code);
            assert!(!entry.is_undocumented(), "{}", row.code);
        } else {
            wrong.push(format!("{} {} {:?}: {}", row.code, row.status, row.message, row.description));
        }
    }
    assert!(wrong.is_empty(), "not verbatim in the catalog:\n{}", wrong.join("\n"));
    assert_eq!(services, BTreeMap::from([("CCE-ADDONMGR", 10), ("CSBS", 66), ("iMetal", 25)]));
    // Whatever else there is comes from another document, and says from which.
    for name in ["cce_addonmgr", "csbs", "imetal"] {
        for entry in CATALOG.service(name).unwrap().entries() {
            let elsewhere = entry.source() != entry.service().source();
            assert!(used.contains(&entry) != elsewhere, "{} is not in {}", place(entry), entry.source());
        }
    }
}

#[test]
fn codes_with_two_meanings() {
    for (text, statuses) in [("CSBS.9009", [403, 400]), ("CSBS.5001", [500, 500]), ("CSBS.8026", [500, 500])]
    {
        let code = Code::find(text).unwrap();
        let documented: Vec<u16> =
            rows().iter().filter(|row| row.code == text).map(|row| row.status).collect();
        assert_eq!(documented, statuses, "{text}");
        let found: Vec<u16> = code.entries().filter_map(Entry::status).collect();
        assert_eq!(found, statuses, "{text}");
        let messages: BTreeSet<&str> = code.entries().map(|entry| entry.message().as_str()).collect();
        assert_eq!(messages.len(), 2, "{text}: two meanings are told apart by the message");
    }
    let code = code!("CSBS.9009");
    assert_eq!(code.entry_for_status(403).unwrap().name(), "UserUnverified");
    assert_ne!(code.entry_for_status(400).unwrap(), code.entry_for_status(403).unwrap());
    assert_eq!(code.entry_for_status(404), None);
    let twice: Vec<&str> = Code::all()
        .filter(|code| code.service().name() == "csbs" && code.entries().len() > 1)
        .map(Code::as_str)
        .collect();
    assert_eq!(
        twice.iter().copied().collect::<BTreeSet<_>>(),
        BTreeSet::from(["CSBS.5001", "CSBS.8026", "CSBS.9009"])
    );
}

#[test]
fn what_is_not_used_is_said_so() {
    let mut unused = Vec::new();
    for row in rows() {
        let entry = Code::find(&row.code)
            .unwrap()
            .entries()
            .find(|entry| entry.message().as_str() == row.message)
            .unwrap();
        let said = row.description.contains("(Not used currently.)");
        assert_eq!(entry.lifecycle() == Lifecycle::Unused, said, "{}", place(entry));
        unused.extend(said.then_some(row.code));
    }
    assert_eq!(unused, ["CSBS.0002", "CSBS.1002", "CSBS.2001"]);
}

#[test]
fn the_codes_of_the_migration_page() {
    for text in ["SMS.1302", "SMS.2802", "SMS.1114", "SMS.3805", "SMS.9004"] {
        assert_eq!(Code::find(text).unwrap().service().name(), "sms", "{text}");
    }
    let entry = code!("SMS.1302").entry();
    assert!(entry.is_undocumented());
    assert_eq!((entry.params().len(), entry.status()), (2, None));
    assert_eq!(entry.message().as_str(), "");
    assert!(entry.description(Lang::EN).to_string().contains("No meaning is published"));
    for entry in CATALOG.entries().filter(|entry| entry.is_undocumented()) {
        assert_eq!(entry.service().name(), "sms", "{}", place(entry));
    }
}

#[test]
fn readings_of_the_catalog() {
    let entry = code!("CSBS.6019").entry();
    assert_eq!((entry.class(), entry.retry()), (Class::FailedPrecondition, Retry::AfterFix));
    for (text, class, retry) in [
        ("iMetal.0003", Class::Unauthenticated, Retry::AfterFix),
        ("iMetal.0004", Class::PermissionDenied, Retry::AfterFix),
        ("iMetal.0005", Class::Throttled, Retry::Backoff),
        ("iMetal.0099", Class::Internal, Retry::Backoff),
        ("iMetal.0102", Class::AlreadyExists, Retry::AfterFix),
        ("CSBS.0001", Class::QuotaExceeded, Retry::AfterFix),
        ("CSBS.1002", Class::Conflict, Retry::Later),
    ] {
        let entry = Code::find(text).unwrap().entry();
        assert_eq!((entry.class(), entry.retry()), (class, retry), "{text}");
    }
    // Each class and retry is somebody's.
    let classes: BTreeSet<Class> = CATALOG.entries().map(Entry::class).collect();
    assert_eq!(classes.len(), Class::ALL.len());
    let retries: BTreeSet<Retry> = CATALOG.entries().map(Entry::retry).collect();
    assert_eq!(retries.len(), Retry::ALL.len());
}
