//! Reads the Fluent files of one language.

use super::{Entries, Entry, Part, convert};
use fluent_syntax::{ast, parser};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// The names of the folders in a folder.
pub fn folders(folder: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let folders = entries.flatten().filter(|entry| entry.path().is_dir());
    Ok(folders.filter_map(|entry| entry.file_name().into_string().ok()).collect())
}

/// The Fluent files that lie in a folder itself, by name.
fn sources(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let mut files: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "ftl"));
    files.sort();
    files.into_iter()
}

/// All messages of a language; what is wrong with them is added to the troubles.
pub fn read(folder: &Path, troubles: &mut Vec<String>) -> Entries {
    let mut resources = Vec::new();
    for (part, path) in
        Part::ALL.into_iter().flat_map(|part| sources(&folder.join(part.folder())).map(move |path| (part, path)))
    {
        let place = path.display().to_string();
        let text = match fs::read_to_string(&path) {
            // Lines end alike on every system.
            Ok(text) => text.replace("\r\n", "\n"),
            Err(error) => {
                troubles.push(format!("{place}: {error}"));
                continue;
            }
        };
        let resource = match parser::parse(text.clone()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    let line = text.get(..error.pos.start).unwrap_or_default().matches('\n').count() + 1;
                    troubles.push(format!("{place}:{line}: {}", error.kind));
                }
                resource
            }
        };
        resources.push((part, place, resource));
    }
    let terms: BTreeMap<&str, &ast::Pattern<String>> = resources
        .iter()
        .flat_map(|(_, _, resource)| &resource.body)
        .filter_map(|entry| match entry {
            ast::Entry::Term(term) => Some((term.id.name.as_str(), &term.value)),
            _ => None,
        })
        .collect();
    let mut entries = Entries::new();
    for (part, place, resource) in &resources {
        for entry in &resource.body {
            let ast::Entry::Message(message) = entry else { continue };
            let name = &message.id.name;
            let at = |trouble: &str| format!("{place}: {name}: {trouble}");
            let Some(value) = &message.value else {
                troubles.push(at("it has no text"));
                continue;
            };
            if !message.attributes.is_empty() {
                troubles.push(at("attributes are not understood here"));
            }
            let mut args = BTreeMap::new();
            let pattern = match convert::pattern(value, &terms, &mut args) {
                Ok(pattern) => pattern,
                Err(trouble) => {
                    troubles.push(at(&trouble));
                    continue;
                }
            };
            let source = fluent_syntax::serializer::serialize(&ast::Resource {
                body: vec![ast::Entry::Message(ast::Message { comment: None, ..message.clone() })],
            });
            if entries.insert(name.replace('-', "_"), Entry { part: *part, pattern, args, source }).is_some() {
                troubles.push(at("this key is there twice"));
            }
        }
    }
    entries
}
