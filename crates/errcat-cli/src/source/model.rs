//! The model of the bundled catalog, read back from its tables, so that overlays are merged in one way.

use errcat::__command::own_url;
use errcat::{Catalog, Entry, Lang, Piece, Service, Template, Text};
use errcat_build::model;
use errcat_build::model::{Bilingual, Prefix};

/// The model that the tables of this catalog are made of, but for what is in no table: paths, and which services have
/// typed errors.
pub(super) fn of(catalog: &'static Catalog) -> model::Catalog {
    model::Catalog::new(catalog.services().map(service).collect())
}

fn service(service: Service) -> model::Service {
    let mut entries: Vec<Entry> = service.entries().collect();
    entries.sort_by_key(|entry| entry.position());
    let owned = |(one, other): (&str, &str)| (one.to_owned(), other.to_owned());
    let confused = service.confused_with(Lang::EN).zip(service.confused_with(Lang::ZH));
    let mut model = model::Service::new(service.name().to_owned());
    model.title = both(|lang| service.title(lang).to_owned());
    model.prefixes = service
        .spelled_prefixes()
        .map(|(text, separator)| Prefix::new(text.to_owned(), separator.to_owned()))
        .collect();
    model.aliases = service.aliases().map(owned).collect();
    model.confused_with = confused
        .map(|((prefix, en), (_, zh))| (prefix.to_owned(), Bilingual::new(en.to_owned(), zh.to_owned())))
        .collect();
    model.url = service.url_pattern().map(str::to_owned);
    model.source = service.source().into();
    model.source_url = service.source_url().map(str::to_owned);
    model.source_lang = service.source_lang();
    model.entries = entries.into_iter().map(entry).collect();
    model
}

fn entry(entry: Entry) -> model::Entry {
    let (code, name) = (entry.code().as_str().to_owned(), entry.name().to_owned());
    let document = (entry.source(), entry.source_url());
    let has_own_source = document != (entry.service().source(), entry.service().source_url());
    let mut model = model::Entry::new(code, name, entry.class(), entry.retry());
    model.status = entry.status();
    model.group = entry
        .group(Lang::EN)
        .is_some()
        .then(|| both(|lang| entry.group(lang).unwrap_or_default().to_owned()));
    model.lifecycle = entry.lifecycle();
    model.undocumented = entry.is_undocumented();
    model.params = params(entry);
    model.message = template(entry.message(), &model.params);
    model.wordings = entry.wordings().map(|wording| template(wording, &model.params)).collect();
    model.description = both(|lang| steps(entry.description(lang)));
    model.remediation = both(|lang| steps(entry.remediation(lang)));
    model.former = entry.former().map(former).collect();
    model.see = entry.see().map(|code| code.as_str().to_owned()).collect();
    model.note =
        entry.note(Lang::EN).is_some().then(|| both(|lang| entry.note(lang).map(steps).unwrap_or_default()));
    model.since = entry.since().map(str::to_owned);
    model.deprecated = entry.deprecated().map(deprecation);
    model.replaced_by = entry.replaced_by().map(|code| code.as_str().to_owned());
    model.retry_after = entry.retry_after().and_then(|pause| u32::try_from(pause.as_secs()).ok());
    model.severity = entry.severity();
    model.source = has_own_source.then(|| document.0.to_owned());
    model.source_url = document.1.filter(|_| has_own_source).map(str::to_owned);
    model.url = own_url(entry).map(str::to_owned);
    model.additions = entry.additions().map(addition).collect();
    model
}

fn params(entry: Entry) -> Vec<model::Param> {
    let is_list = |wanted: &str| {
        let mut pieces = entry.message().pieces();
        pieces.any(|piece| matches!(piece, Piece::Placeholder { name, list: true, .. } if name == wanted))
    };
    entry.params().map(|name| model::Param::new(name.to_owned(), is_list(name))).collect()
}

fn template(template: Template, params: &[model::Param]) -> model::Template {
    let position = |name: &str| params.iter().position(|param| param.name == name);
    let mut model = model::Template::default();
    model.raw = template.as_str().into();
    model.params = template.params().filter_map(position).collect();
    let mut written = template.written();
    model.segments = template
        .pieces()
        .filter_map(|piece| match piece {
            Piece::Literal(text) => Some(model::Segment::Literal(text.to_owned())),
            Piece::Placeholder { param, .. } => {
                let written = written.next()?.map_marker(str::to_owned);
                Some(model::Segment::Placeholder { param, written })
            }
        })
        .collect();
    model
}

fn deprecation(deprecation: errcat::Deprecation) -> model::Deprecation {
    let mut model = model::Deprecation::default();
    model.since = deprecation.since().map(str::to_owned);
    model.note = both(|lang| deprecation.note_in(lang).unwrap_or_default().to_owned());
    model
}

fn former(former: errcat::FormerMeaning) -> model::FormerMeaning {
    let mut model = model::FormerMeaning::default();
    model.status = former.status();
    model.message = former.message().map(str::to_owned);
    model.description = both(|lang| former.description(lang).to_owned());
    model
}

fn addition(addition: errcat::Addition) -> model::Addition {
    let mut model = model::Addition::default();
    model.layer = addition.layer().into();
    model.runbook = addition.runbook().map(str::to_owned);
    model.owner = addition.owner().map(str::to_owned);
    model.severity = addition.severity();
    model.remediation = both(|lang| addition.remediation(lang).map(steps).unwrap_or_default());
    model.translated_description = both(|lang| addition.translates_description(lang));
    model.translated_remediation = both(|lang| addition.translates_remediation(lang));
    model
}

fn both<T>(of: impl Fn(Lang) -> T) -> Bilingual<T> {
    Bilingual::new(of(Lang::EN), of(Lang::ZH))
}

fn steps(text: Text) -> Vec<String> {
    text.steps().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use errcat_build::tables::Tables;

    #[test]
    fn the_tables_of_the_model_are_those_of_the_files() {
        let files = concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalog");
        let files = Tables::new(&errcat_build::load(files).unwrap()).unwrap();
        let again = Tables::new(&super::of(&errcat::CATALOG)).unwrap();
        assert!(files == again);
    }
}
