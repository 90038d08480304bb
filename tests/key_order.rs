//! The order of keys changes nothing that is read from keys: bodies of the test data and mutated ones, shuffled at all
//! depths.
#![cfg(feature = "json")]
#![allow(missing_docs, clippy::unwrap_used)]

#[path = "../benches/src/random.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    clippy::cast_possible_truncation,
    reason = "the benchmarks use the rest of it"
)]
mod random;

use errcat::Response;
use random::Random;
use serde_json::{Value, json};

/// The body with the members of all objects in another order.
fn shuffled(body: &Value, random: &mut Random) -> String {
    match body {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            random.shuffle(&mut members);
            let members =
                members.iter().map(|(key, value)| format!("{}:{}", json!(key), shuffled(value, random)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| shuffled(item, random)).collect();
            format!("[{}]", items.join(","))
        }
        other => other.to_string(),
    }
}

/// What is read from keys. A list of failed items is in the order of the document, and is compared without it.
fn reading(body: &str) -> String {
    let all = Response::new(body).decode_all();
    let main = &all[0];
    let sorted = |mut texts: Vec<String>| {
        texts.sort();
        texts
    };
    let others = sorted(main.other_codes().map(str::to_owned).collect());
    let results = sorted(
        all.iter().map(|one| format!("{:?} {:?} {:?}", one.code(), one.message(), one.args())).collect(),
    );
    let args: Vec<String> = main.args().iter().map(ToString::to_string).collect();
    let entry = main.entry().map(errcat::Entry::name);
    let subject = sorted(
        main.subject()
            .into_iter()
            .flat_map(errcat::Subject::fields)
            .map(|field| format!("{field:?}"))
            .collect(),
    );
    format!(
        "{:?} {entry:?} {:?} {args:?} {:?} {:?} {others:?} {subject:?} {:?}\n{results:?}",
        main.code(),
        main.message(),
        main.status(),
        main.request_id(),
        main.rendered(),
    )
}

/// Whether a code is under a key of codes; what is only in running text is read in the order of the text.
fn has_code(body: &Value) -> bool {
    match body {
        Value::Object(members) => members.iter().any(|(key, value)| {
            let plain: String =
                key.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
            let is_code = matches!(&*plain, "errorcode" | "errcode" | "code")
                && value.as_str().is_some_and(|code| code.contains('.'));
            is_code || has_code(value)
        }),
        Value::Array(items) => items.iter().any(has_code),
        _ => false,
    }
}

/// Adds members that compete with others, at some depth.
fn mutate(body: &mut Value, random: &mut Random) {
    let value = match random.below(9) {
        0 => json!("CSBS.3001"),
        1 => json!("SMS.2802"),
        2 => json!("XYZ.0001"),
        3 => json!(400 + random.below(9)),
        4 => json!("some text"),
        5 => json!({ "code": "SMS.0202", "message": "AK/SK authentication failed." }),
        6 => json!({ "error_code": "CSBS.6019", "x": { "request_id": "r-3" } }),
        7 => json!([{ "id": random.below(9), "code": "CSBS.9998", "error_params": ["p"] }]),
        _ => json!("{\"code\":\"CSBS.3000\",\"message\":\"in a string\"}"),
    };
    insert(body, random, value);
}

fn insert(target: &mut Value, random: &mut Random, value: Value) {
    const KEYS: [&str; 24] = [
        "code",
        "Code",
        "CODE",
        "error_code",
        "errorCode",
        "message",
        "Message",
        "msg",
        "error_msg",
        "detail",
        "details",
        "error",
        "a",
        "b",
        "status",
        "statusCode",
        "status_code",
        "request_id",
        "requestId",
        "RequestId",
        "error_params",
        "error_param",
        "description",
        "encoded_authorization_message",
    ];
    let deeper = random.below(3) == 0;
    match target {
        Value::Object(members) => {
            let at = random.below(members.len());
            match members
                .values_mut()
                .nth(at)
                .filter(|inner| deeper && (inner.is_object() || inner.is_array()))
            {
                Some(inner) => insert(inner, random, value),
                None => drop(members.insert(KEYS[random.below(KEYS.len())].to_owned(), value)),
            }
        }
        Value::Array(items) if !items.is_empty() => {
            let at = random.below(items.len());
            insert(&mut items[at], random, value);
        }
        _ => {}
    }
}

#[test]
fn the_order_of_keys_changes_nothing() {
    let mut random = Random::default();
    let mut compared = 0;
    let rows =
        include_str!("data/bodies.jsonl").lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let mut bodies: Vec<Value> =
        rows.filter_map(|row| serde_json::from_str(row["input"].as_str().unwrap()).ok()).collect();
    bodies.push(serde_json::from_str(include_str!("data/sms-failed-servers.json")).unwrap());
    // Those that were found to depend on it.
    for body in [
        json!({"error_code": "CSBS.9009", "status": 403, "statusCode": 400}),
        json!({"a": {"code": "CSBS.3001"}, "b": {"code": "SMS.2802"}}),
        json!({"code": "CSBS.3001", "requestId": "r-1", "request_id": "r-2"}),
        json!({"Code": "CSBS.3001", "CODE": "SMS.2802", "Msg": "a", "msg": "b"}),
        json!({"one_very_long_key_a": {"code": "CSBS.3001"}, "one_very_long_key_b": {"code": "SMS.2802"}}),
    ] {
        bodies.push(body);
    }
    for body in bodies {
        for mutations in [0, 0, 1, 1, 2, 2, 3, 3, 4, 5] {
            let mut body = body.clone();
            (0..mutations).for_each(|_| mutate(&mut body, &mut random));
            if !has_code(&body) {
                continue;
            }
            let first = shuffled(&body, &mut random);
            let expected = reading(&first);
            for _ in 0..6 {
                let other = shuffled(&body, &mut random);
                assert_eq!(reading(&other), expected, "{first}\n{other}");
                compared += 1;
            }
        }
    }
    assert!(compared > 3_000, "{compared}");
}

#[test]
fn ranks_and_keys_decide_between_equals() {
    let of = |body: Value| {
        let decoded = Response::new(body.to_string()).decode();
        (
            decoded.code().map(str::to_owned),
            decoded.message().map(str::to_owned),
            decoded.status(),
            decoded.request_id().map(str::to_owned),
        )
    };
    let text = |text: &str| Some(text.to_owned());
    // `status` may be the state of a job.
    assert_eq!(of(json!({"code": "CSBS.9009", "status": 403, "statusCode": 400})).2, Some(400));
    assert_eq!(of(json!({"code": "CSBS.3001", "message": "b", "error_msg": "a"})).1, text("a"));
    assert_eq!(of(json!({"code": "CSBS.3001", "request_id": "1", "requestId": "2"})).3, text("2"));
    // The surest code, and then the key.
    assert_eq!(of(json!({"b": {"code": "CSBS.3001"}, "a": {"code": "XYZ.0001"}})).0, text("CSBS.3001"));
    assert_eq!(of(json!({"b": {"code": "CSBS.3001"}, "a": {"code": "SMS.2802"}})).0, text("SMS.2802"));
    // A key that occurs twice: the first value.
    let twice = Response::new(r#"{"code": "SMS.2802", "code": "CSBS.3001"}"#).decode();
    assert_eq!(twice.code(), Some("SMS.2802"));
}
