//! Catalog and overlay files as JSON Schemas, for completion, hover texts and checks in editors.
//!
//! These types are never made: `raw` reads the file, so that every fault has its place. They say what a file may
//! hold; their documentation is what an editor shows.
#![expect(dead_code, reason = "types that stand for files, and hold nothing")]

mod lint;
mod overlay;
mod settings;
mod text;

use std::borrow::Cow;
use std::collections::BTreeMap;

use errcat_core::{Class, Lang, Lifecycle, Retry, Severity};
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};

use crate::diagnostic::Lint;
use crate::placeholder;
use text::{CodeText, LANGUAGE, Param, Prefix, Status, StepsByLanguage, Text, TextByLanguage, Url};

/// Returns the JSON Schema of a catalog file in which texts are required in these languages, as a JSON document: draft 7,
/// which editors know best.
///
/// ```
/// use errcat_build::model::Lang;
///
/// let schema = errcat_build::catalog_schema([Lang::EN, Lang::ZH]);
/// assert!(schema.contains("\"prefixes\""));
/// ```
#[must_use]
pub fn catalog_schema(languages: impl IntoIterator<Item = Lang>) -> String {
    document::<CatalogFile>(languages.into_iter().collect())
}

/// The JSON Schema of an overlay file, likewise.
///
/// ```
/// assert!(errcat_build::overlay_schema().contains("\"runbook\""));
/// ```
#[must_use]
pub fn overlay_schema() -> String {
    document::<overlay::OverlayFile>(Vec::new())
}

/// The JSON Schema of `catalog.yaml`, likewise.
///
/// ```
/// assert!(errcat_build::settings_schema().contains("\"base_url\""));
/// ```
#[must_use]
pub fn settings_schema() -> String {
    document::<settings::SettingsFile>(Vec::new())
}

fn document<T: JsonSchema>(languages: Vec<Lang>) -> String {
    let settings = SchemaSettings::draft07()
        .with_transform(RecursiveTransform(as_in_the_file))
        .with_transform(RecursiveTransform(move |schema: &mut Schema| require_languages(schema, &languages)));
    format!("{:#}\n", settings.into_generator().into_root_schema_for::<T>().as_value())
}

/// Requires the text of each of these languages, and names them for completion. One text is required in any case.
fn require_languages(schema: &mut Schema, languages: &[Lang]) {
    let Some(text) = schema.get("patternProperties").and_then(|texts| texts.get(LANGUAGE)).cloned() else {
        return;
    };
    let object = schema.ensure_object();
    let others = object.get("required").and_then(Value::as_array).map_or(0, Vec::len);
    object.insert("minProperties".to_owned(), (others + 1).into());
    for lang in languages {
        let keys = object.entry("properties").or_insert_with(|| json!({}));
        keys[lang.as_str()] = text.clone();
        if let Value::Array(required) = object.entry("required").or_insert_with(|| json!([])) {
            required.push(lang.as_str().into());
        }
    }
}

/// Takes out what Rust's types bring along, and the file does not have.
fn as_in_the_file(schema: &mut Schema) {
    // A key that does not apply is left out; `null` is a fault.
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [one] = types.as_slice() {
            let one = one.clone();
            schema.insert("type".to_owned(), one);
        }
    }
    if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
        choices.retain(|choice| choice["type"] != "null");
        if choices.len() == 1
            && let Some(one) = schema.remove("anyOf")
        {
            schema.insert("allOf".to_owned(), one);
        }
    }
    // How wide an integer is, `minimum` and `maximum` say.
    schema.remove("format");
    if let Some(Value::String(description)) = schema.get_mut("description") {
        // Examples in Rust are for the readers of the API; a line ends where it ended in the source.
        let end = description.find("\n\n```").unwrap_or(description.len());
        *description = description[..end].replace('\n', " ");
    }
}

/// A catalog file of errcat: the documented error codes of one service.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "errcat catalog")]
struct CatalogFile {
    /// Name of the Rust module and of the cargo feature: lower-case letters, digits and `_`; no Rust keyword.
    #[schemars(regex(pattern = "^[a-z][a-z0-9_]*$"), length(max = 64), example = &"pay")]
    service: String,
    /// What people call the service, in the languages that the other texts have too.
    title: TextByLanguage,
    /// What its codes begin with. A service whose codes have nothing in common has none: its codes are those that are listed.
    #[schemars(default, extend("uniqueItems" = true))]
    prefixes: Vec<PrefixItem>,
    /// What separates a prefix from the number: `.`, `-`, `_`, or nothing.
    #[schemars(extend("default" = "."))]
    separator: Option<Separator>,
    /// Other spellings of a prefix: `{ PAYMENT: PAY }`. Both stand in `prefixes`; codes are written with the second one, and
    /// found with either.
    #[schemars(default)]
    aliases: BTreeMap<String, Text>,
    /// Prefixes that people take for one of the service, and further prefixes of the service whose other codes belong to
    /// another one: shown for an unknown code with that prefix.
    #[schemars(default)]
    confused_with: Vec<Confusable>,
    /// The page of each code: an address with `{code}`, `{name}` or `{service}` in it.
    #[schemars(
        regex(pattern = r"^https?://\S+$"),
        example = &"https://errors.example/{service}/{code}.html"
    )]
    url: Option<String>,
    /// The document that the entries come from.
    source: Source,
    /// The vendor's modules, for the key `group` of entries.
    #[schemars(default)]
    groups: Vec<TextByLanguage>,
    /// `false`: no typed errors for this service.
    #[schemars(extend("default" = true))]
    typed: Option<bool>,
    /// The documented meanings, in the order of the document.
    #[schemars(length(min = 1))]
    entries: Vec<Entry>,
}

/// A prefix, or a prefix with a separator of its own.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its schema is needed")]
enum PrefixItem {
    Plain(Prefix),
    Separated(SeparatedPrefix),
}

/// A prefix with a separator of its own.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct SeparatedPrefix {
    /// The prefix.
    prefix: Prefix,
    /// What separates it from the number: that of the service, if it is left out.
    separator: Option<Separator>,
}

/// What separates a prefix from the number.
#[derive(JsonSchema)]
enum Separator {
    #[schemars(rename = ".")]
    Dot,
    #[schemars(rename = "-")]
    Dash,
    #[schemars(rename = "_")]
    Underscore,
    #[schemars(rename = "")]
    Nothing,
}

/// A prefix that people take for one of the service, and what it is in each language.
struct Confusable;

impl JsonSchema for Confusable {
    fn schema_name() -> Cow<'static, str> {
        "Confusable".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = TextByLanguage::json_schema(generator);
        let text = generator.subschema_for::<Text>();
        let description =
            "A prefix that people take for one of the service, and what it is in each language.";
        schema.insert("description".to_owned(), description.into());
        let mut prefix = text.to_value();
        prefix["description"] = "The prefix, which is none of the catalog's.".into();
        schema.insert("properties".to_owned(), json!({ "prefix": prefix }));
        schema.insert("required".to_owned(), json!(["prefix"]));
        schema
    }
}

/// A document.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Source {
    /// The title, with the edition.
    #[schemars(example = &"CSBS API Reference, Error Codes")]
    title: Text,
    /// Its address.
    url: Option<Url>,
    /// The language of its texts. Default: English if the title of the service is in English, else the first language of that
    /// title.
    #[schemars(regex(pattern = LANGUAGE), example = &"en")]
    lang: Option<String>,
}

/// The page that one entry comes from.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct EntrySource {
    /// The title, with the edition.
    title: Text,
    /// Its address.
    url: Option<Url>,
}

/// That programs should no longer expect the entry.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Deprecation {
    /// Since when: a version or a date.
    #[schemars(example = &"2.4")]
    since: Option<Text>,
    /// Why, and what to do instead.
    note: Option<TextByLanguage>,
}

/// One documented meaning of a code. A code with several meanings has several entries, which differ in status or message.
#[derive(JsonSchema)]
#[schemars(
    deny_unknown_fields,
    extend(
        "if" = json!({ "properties": { "undocumented": { "const": true } }, "required": ["undocumented"] }),
        "else" = json!({ "required": ["message"] }),
    )
)]
struct Entry {
    /// The code as on the wire: a prefix, its separator, and letters and digits, which `-`, `_` and `.` may join; or any word of
    /// these characters in a service without prefixes.
    #[schemars(example = &"PAY.1001")]
    code: CodeText,
    /// What went wrong, in 2 to 6 words. The variant of the typed error; unique in the service.
    #[schemars(regex(pattern = "^[A-Z][A-Za-z0-9]*$"), example = &"CardDeclined")]
    name: String,
    /// HTTP status. Left out where none is documented.
    status: Option<Status>,
    /// The vendor's module: the name of one of `groups`, in any language.
    group: Option<Text>,
    /// Whether the vendor still sends the code.
    #[schemars(extend("default" = "active"))]
    lifecycle: Option<Lifecycle>,
    /// Since when there is such an entry: a version or a date.
    #[schemars(example = &"2.0")]
    since: Option<Text>,
    /// Programs should no longer expect the entry: its variants are `#[deprecated]`.
    deprecated: Option<Deprecation>,
    /// The code of the same file to use in its place, which deprecates the entry.
    replaced_by: Option<CodeText>,
    /// `true`: seen in responses, but no meaning is published. The texts say so, and `message` may be left out.
    #[schemars(default)]
    undocumented: bool,
    #[schemars(description = message_description(), example = &"Amount {amount} exceeds the limit {limit}.")]
    message: Option<Text>,
    /// Names for the placeholders that have none of their own, in order: snake case, no Rust keyword.
    #[schemars(default)]
    #[schemars(length(max = 100))]
    params: Vec<Param>,
    /// Texts that stand for a value in this entry.
    #[schemars(default)]
    #[schemars(length(max = 100))]
    markers: Vec<Text>,
    /// Other documented wordings of the same message.
    #[schemars(default)]
    wordings: Vec<Wording>,
    /// Why it happened.
    description: StepsByLanguage,
    /// What to do.
    remediation: StepsByLanguage,
    /// What kind of fault it is, by meaning and not by HTTP status.
    class: Class,
    /// Whether repeating the request can succeed.
    retry: Retry,
    /// How many seconds to wait before the request is repeated, where the response does not say.
    #[schemars(range(min = 1, max = 31_536_000), example = 30)]
    retry_after: Option<u32>,
    /// How bad it is.
    severity: Option<Severity>,
    /// Earlier meanings of a reused number.
    #[schemars(default)]
    former: Vec<FormerMeaning>,
    /// Related codes of the same file.
    #[schemars(default)]
    see: Vec<CodeText>,
    /// What a reader must know besides, for example that sources contradict each other.
    note: Option<StepsByLanguage>,
    /// Where this entry comes from, if not from the file's source.
    source: Option<EntrySource>,
    /// The page about this entry, where it is not what the head's `url` gives.
    url: Option<Url>,
    /// Warnings that are not due here, each with a reason.
    #[schemars(default)]
    allow: Vec<Allow>,
}

/// What `message` holds.
fn message_description() -> String {
    let examples: Vec<String> = placeholder::examples().map(|example| format!("`{example}`")).collect();
    format!("The message, verbatim. Placeholders: {}.", examples.join(", "))
}

/// Another documented wording of the message.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Wording {
    /// It carries all parameters of the message, in their order or by name.
    Whole(Text),
    /// It carries some of the parameters.
    Part(PartialWording),
}

/// A wording that carries some of the parameters of the message.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct PartialWording {
    /// The wording, verbatim.
    message: Text,
    /// The parameters that it carries, in its own order; placeholders with a name of their own are not listed.
    #[schemars(length(max = 100))]
    params: Vec<Param>,
}

/// An earlier meaning of a reused number.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct FormerMeaning {
    /// HTTP status, where one was documented.
    status: Option<Status>,
    /// The message, where one was documented.
    message: Option<Text>,
    /// What it meant.
    description: TextByLanguage,
}

/// A warning that is not due in this entry.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Allow {
    /// The code of the warning.
    lint: Lint,
    /// Why it is not due.
    #[schemars(example = &"the vendor has a stray quote")]
    reason: Text,
}
