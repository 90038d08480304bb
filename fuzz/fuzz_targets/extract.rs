//! What `extract` takes out of a message, put back into the template, is the message again.
#![no_main]

use errcat::CATALOG;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u16, String, String)| {
    let (at, first, second) = input;
    let entry = CATALOG.entries().nth(usize::from(at) % CATALOG.entries().len()).expect("the catalog is not empty");
    let template = entry.message();
    let args: Vec<&str> = [first.as_str(), second.as_str()].into_iter().cycle().take(template.params().len()).collect();
    let message = template.format(&args).expect("one argument a parameter").to_string();
    if let Some(args) = template.extract(&message) {
        assert_eq!(args.render(template).expect("as many arguments"), message);
    }
    let _ = CATALOG.match_message(&first);
});
