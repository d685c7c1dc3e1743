//! Documents on control: `documents/KEY.ron`, any number, and `plan.ron` of the first form, which
//! is read in place.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::thread;

use super::{Access, OnForeign, StateDirectory, StoreError};
use crate::domain::document::{Document, DocumentKey, FIRST_FORM};
use crate::domain::plan::Plan;
use crate::domain::workspace::Given;
use crate::store::document::{
    DocumentError, Fingerprint, SIZE_LIMIT, parse, read_bytes, text_in, to_text,
};

/// The folder of the documents.
pub const DOCUMENTS: &str = "documents";

/// The file of the first form.
pub const FIRST_FORM_FILE: &str = "plan.ron";

/// What could be read of the documents on control.
#[derive(Debug, Default)]
pub struct DocumentsRead {
    /// The texts of the files, keys given; that of the first form first, the others by name.
    pub given: Vec<Given>,
    /// The texts they are known by, where they were seen before.
    pub first_texts: Vec<Arc<Document>>,
    /// Those that cannot be used.
    pub unusable: Vec<DocumentError>,
    /// The words of large files that are known by no text yet and name every key.
    pub(super) words: BTreeMap<DocumentKey, String>,
}

/// From this length on, in bytes, a document is worth a thread.
const LARGE: usize = 256 * 1024;

/// Texts that were read before it was their turn, by their names.
type Ahead = BTreeMap<String, Result<Arc<Document>, DocumentError>>;

/// The text a document is known by, read beside its file.
enum Known {
    /// Word for word what the file says.
    Same,
    /// Something else, or the same in other words.
    Other(Result<Arc<Document>, DocumentError>),
}

impl StateDirectory {
    /// Reads all documents on control; an error is the first one that cannot be used.
    pub fn load_documents(&mut self) -> Result<DocumentsRead, DocumentError> {
        let mut read = self.load_usable_documents()?;
        if read.unusable.is_empty() {
            return Ok(read);
        }
        Err(read.unusable.swap_remove(0))
    }

    /// Reads the documents on control that can be used. The one of the first form is stood in
    /// for; an error is one for which nothing can.
    pub fn load_usable_documents(&mut self) -> Result<DocumentsRead, DocumentError> {
        let mut read = DocumentsRead::default();
        self.understood.clear();
        let names = self.document_names(DOCUMENTS);
        if names.is_empty() || self.has_first_form() {
            let (plan, error) = self.load_or_stand_in::<Plan>(FIRST_FORM_FILE)?;
            read.unusable.extend(error);
            read.given.push(Given {
                document: Arc::new(Document::from(plan)),
                names_keys: false,
            });
        }
        let mut ahead = BTreeMap::new();
        for name in names {
            match self.load_one(&name, &mut ahead, &mut read.words) {
                Ok(given) => read.given.push(given),
                Err(error) => read.unusable.push(error),
            }
        }
        for given in &read.given {
            let name = first_text_name(given.document.key);
            if !self.is_listed(&self.path.join(&name)) {
                continue;
            }
            let first = match ahead.remove(&name) {
                Some(first) => first,
                None => self.load_document::<Document>(&name).map(Arc::new),
            };
            match first {
                Ok(text) => read.first_texts.push(text),
                Err(error) => read.unusable.push(error),
            }
        }
        Ok(read)
    }

    /// Keeps the text a document is known by from now on: what is changed in its file by hand
    /// later is told from it. A directory that may not be written keeps none.
    ///
    /// `words` are those of the file where they say all that is to be kept: as long as the file
    /// says nothing else, one of the two has to be understood and no more.
    pub fn keep_first_text(
        &mut self,
        document: &Document,
        words: Option<String>,
    ) -> Result<(), StoreError> {
        if *self.access() != Access::ReadWrite {
            return Ok(());
        }
        let Some(text) = words.or_else(|| to_text(document).ok()) else {
            return Ok(());
        };
        let name = first_text_name(document.key);
        let written = self.write_document(&name, &text, OnForeign::KeepCopy);
        written.map(|_written| ())
    }

    /// Whether there is a document of the first form in the directory itself.
    fn has_first_form(&self) -> bool {
        let path = self.path.join(FIRST_FORM_FILE);
        self.known.contains_key(&path) || self.is_listed(&path)
    }

    /// Reads one document; of a large one also the text it is known by, which is most likely the
    /// one that lies under the name of its file: on a thread of its own.
    fn load_one(
        &mut self,
        name: &str,
        ahead: &mut Ahead,
        words: &mut BTreeMap<DocumentKey, String>,
    ) -> Result<Given, DocumentError> {
        let path = self.path.join(name);
        let (bytes, content) = self.document_bytes(name)?;
        let text = text_in(&path, &bytes)?;
        self.take_note(path.clone(), content);
        let first = first_text_name(key_of(&path));
        let first_path = self.path.join(&first);
        let is_known = self.is_listed(&first_path);
        let mut known = None;
        let document = if text.len() >= LARGE && is_known {
            let file_system = self.file_system.as_ref();
            let (document, read) = thread::scope(|scope| {
                let builder = thread::Builder::new().name("documents".to_owned());
                let begun = builder.spawn_scoped(scope, || {
                    let first = read_bytes(file_system, &first_path, SIZE_LIMIT).ok()?;
                    let content = Fingerprint::of(&first);
                    if first == bytes {
                        return Some((Known::Same, content));
                    }
                    let first = text_in(&first_path, &first).ok()?;
                    let other = parse(&first_path, first).map(Arc::new);
                    Some((Known::Other(other), content))
                });
                let document = parse::<Document>(&path, text);
                // What could not be read ahead is read in its turn.
                let read = begun.ok().and_then(|it| it.join().ok().flatten());
                (document, read)
            });
            if let Some((read, content)) = read {
                self.take_note(first_path, Some(content));
                known = Some(read);
            }
            document?
        } else {
            parse::<Document>(&path, text)?
        };
        let names_keys = document.names_keys();
        let has_all_keys = text.len() >= LARGE && document.has_all_keys();
        let document = Arc::new(with_keys(&path, document));
        if let Some(content) = content.filter(|_| has_all_keys) {
            let read = (content, Arc::clone(&document));
            self.understood.insert(path, read);
        }
        match known {
            Some(Known::Other(other)) => {
                ahead.insert(first, other);
            }
            Some(Known::Same) if has_all_keys => {
                ahead.insert(first, Ok(Arc::clone(&document)));
            }
            None if has_all_keys && !is_known => {
                words.insert(document.key, text.to_owned());
            }
            // What lacks keys gets others in the file than in the text it is known by.
            _ => {}
        }
        Ok(Given {
            document,
            names_keys,
        })
    }
}

/// Where the text is kept that a document is known by.
pub fn first_text_name(key: DocumentKey) -> String {
    format!("{DOCUMENTS}/{key}/first.ron")
}

/// Gives a document that was read its key, from the name of its file where it says none, and keys
/// to what stands in it.
pub fn with_keys(path: &Path, mut document: Document) -> Document {
    document.give_keys(key_of(path), &BTreeSet::new());
    document
}

/// Whether a document can be known by a key: the name of its file has to give the key back, and a
/// file whose name begins with a dot is not looked at.
pub fn names_a_file(key: DocumentKey) -> bool {
    !key.as_str().starts_with('.') && key_of(Path::new(&format!("{key}.ron"))) == key
}

/// The longest key of a document, in characters.
const LONGEST: usize = 60;

/// The key a file's name gives: what no key has becomes a dash.
pub fn key_of(path: &Path) -> DocumentKey {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    if stem == FIRST_FORM {
        // The key of the document of the first form, whether there is one or not.
        return format!("{FIRST_FORM}~2").parse().unwrap_or_default();
    }
    let plain = |one: char| one.is_alphanumeric() || matches!(one, '.' | '-' | '_' | '~');
    let name: String = stem
        .chars()
        .map(|one| if plain(one) { one } else { '-' })
        .take(LONGEST)
        .collect();
    name.parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::document::{Activity, Node};
    use crate::domain::operation::WriterId;
    use crate::store::file_system::{create_directories, parent_of};
    use crate::store::lock::Holder;
    use crate::store::simulated::SimulatedFileSystem;
    use crate::store::state_directory::Options;
    use crate::store::state_directory::workspace::load_workspace;

    fn text(title: &str) -> String {
        let activities = (1..=300).map(|number| {
            Node::Activity(Activity {
                key: format!("large/{number}").parse().unwrap(),
                number: number.to_string().into(),
                title: title.repeat(40).as_str().into(),
                ..Activity::default()
            })
        });
        let document = Document {
            format: Document::FORMAT,
            key: "large".parse().unwrap(),
            content: activities.collect(),
            ..Document::default()
        };
        to_text(&document).unwrap()
    }

    /// A directory with a large document, the text it is known by, and what else it needs.
    fn disk(given: &str, first: Option<&str>) -> SimulatedFileSystem {
        assert!(given.len() > LARGE);
        let disk = SimulatedFileSystem::new();
        let files = [
            ("documents/large.ron", Some(given)),
            ("documents/large/first.ron", first),
            ("subjects.ron", Some("(format: 1, subjects: [])")),
            ("settings.ron", Some("(format: 1)")),
        ];
        for (name, text) in files.into_iter().filter_map(|(name, it)| Some((name, it?))) {
            let path = Path::new("/state").join(name);
            create_directories(&disk, parent_of(&path)).unwrap();
            disk.place(&path, text.as_bytes());
        }
        disk
    }

    fn open(disk: SimulatedFileSystem, read_only: bool) -> StateDirectory {
        let options = Options {
            writer: WriterId("pc1".into()),
            read_only,
            holder: Holder::default(),
            embedded: &[],
        };
        let opened = StateDirectory::open(Arc::new(disk), Path::new("/state"), &options);
        opened.unwrap().directory
    }

    fn read(first: Option<&str>) -> DocumentsRead {
        let disk = disk(&text("Провести совещание. "), first);
        open(disk, true).load_usable_documents().unwrap()
    }

    #[test]
    fn a_document_and_the_text_it_is_known_by_are_one_where_their_words_are_the_same() {
        let same = read(Some(&text("Провести совещание. ")));
        assert!(Arc::ptr_eq(&same.given[0].document, &same.first_texts[0]));
        let said_otherwise = text("Провести совещание. ").replace("    ", " ");
        let same = read(Some(&said_otherwise));
        assert!(!Arc::ptr_eq(&same.given[0].document, &same.first_texts[0]));
        assert_eq!(same.given[0].document, same.first_texts[0]);
    }

    #[test]
    fn a_large_document_that_names_its_keys_is_known_by_the_words_of_its_file() {
        // As somebody wrote it: with a remark, and other spaces than ours.
        let words = text("Провести совещание. ").replace("    ", "  ");
        let words = format!("// Черновик (пример)\n{words}");
        let disk = disk(&words, None);
        let mut directory = open(disk.clone(), false);
        load_workspace(&mut directory, Vec::new()).unwrap();
        let files = disk.files();
        let first = files
            .iter()
            .find(|(path, _)| path.ends_with("large/first.ron"));
        assert_eq!(String::from_utf8_lossy(&first.unwrap().1), words);
    }

    #[test]
    fn a_document_without_keys_is_known_by_the_keys_it_was_given() {
        let mut unnamed: Document = ron::from_str(&text("Провести совещание. ")).unwrap();
        unnamed.each_mut(&mut |node| {
            if let Node::Activity(it) = node {
                it.key = crate::domain::document::NodeKey::default();
            }
        });
        let words = to_text(&unnamed).unwrap();
        let disk = disk(&words, None);
        let mut directory = open(disk.clone(), false);
        load_workspace(&mut directory, Vec::new()).unwrap();
        let mut again = open(disk, true).load_usable_documents().unwrap();
        let first = again.first_texts.remove(0);
        assert!(first.has_all_keys());
        assert_eq!(again.given[0].document, first);
    }

    #[test]
    fn a_large_document_comes_with_the_text_it_is_known_by() {
        let first = text("Провести заседание. ");
        let both = read(Some(&first));
        assert!(both.unusable.is_empty());
        assert_eq!(both.given.len(), 1);
        assert_eq!(
            *both.first_texts[0],
            ron::from_str::<Document>(&first).unwrap()
        );
        let alone = read(None);
        assert!(alone.unusable.is_empty() && alone.first_texts.is_empty());
        assert!(alone.given[0].document == both.given[0].document);
        let damaged = read(Some("(format: 1, key"));
        assert_eq!(damaged.unusable.len(), 1);
        assert!(damaged.given.len() == 1 && damaged.first_texts.is_empty());
    }
}
