//! The first start: the example is left for a plan of one's own, or for a document that is typed.

use super::Program;
use super::import::{put_subjects, settings};
use crate::domain::date::Date;
use crate::domain::document::{Document, Requisites};
use crate::domain::safe_text::SafeText;
use crate::locale::{Language, Texts};
use crate::message;
use crate::store::document::to_text;
use crate::store::state_directory::{OnForeign, StateDirectory};
use crate::tui::model::Notice;
use crate::tui::model::form::Form;
use crate::tui::open;
use crate::tui::preference::{self, Preference};

/// The key of a document that is begun empty.
const KEY: &str = "document-1";

/// What lists call a document nobody has named yet: its key is for files.
const UNNAMED: &str = "document-unnamed";

/// Takes away the name a document was begun with, once it has one of its own.
pub(super) fn named(document: &mut Document) {
    let requisites = &document.requisites;
    let own = [
        &requisites.plan_title,
        &requisites.title,
        &requisites.number,
    ];
    let is_named = own.iter().any(|name| !name.is_blank());
    let mut begun = Language::ALL.iter().map(|it| Texts::new(*it).get(UNNAMED));
    if is_named && begun.any(|name| *name == *document.short) {
        document.short = SafeText::default();
    }
}

/// Writes what a directory of one's own begins with: a document with nothing in it yet, settings
/// and subjects that name nobody.
///
/// # Errors
/// In words, when something could not be written.
pub fn begin(
    directory: &mut StateDirectory,
    organisation: &str,
    title: &str,
    today: Date,
    texts: &Texts,
) -> Result<(), String> {
    let title = SafeText::line(title);
    let short = if title.is_blank() {
        SafeText::from(texts.get(UNNAMED))
    } else {
        SafeText::default()
    };
    let document = Document {
        format: Document::FORMAT,
        key: KEY.parse().unwrap_or_default(),
        short,
        requisites: Requisites {
            issuer: SafeText::line(organisation),
            plan_title: title,
            ..Requisites::default()
        },
        taken_on_control: Some(today),
        ..Document::default()
    };
    settings(directory, &document, texts)?;
    put_subjects(directory, &[], true, texts)?;
    let written = to_text(&document).map_err(|error| error.to_string())?;
    directory
        .write_document(&format!("documents/{KEY}.ron"), &written, OnForeign::Refuse)
        .map(|_written| ())
        .map_err(|error| message::store_error(texts, &error))
}

impl Program {
    /// Asks, at the first start, what to begin with; elsewhere offers the tour.
    pub fn greet(&mut self) {
        let has_example = !self.directory.example().is_empty();
        open::welcome::offer(&mut self.model, has_example);
    }

    /// Begins a document that is typed: in the place of the example where that stands.
    pub(super) fn begin_empty(&mut self) {
        let texts = Texts::new(self.model.texts.language());
        let mut documents = self.model.workspace.documents().iter();
        let is_begun = self.directory.example().is_empty()
            && documents.all(|document| document.content.is_empty());
        let done = if is_begun {
            Ok(())
        } else {
            begin(&mut self.directory, "", "", self.model.today, &texts)
                .and_then(|()| self.left_example(&texts))
        };
        self.begun(done);
        let key = self.model.workspace.documents().first().map(|it| it.key);
        if let Some(key) = key {
            open::form::open(&mut self.model, Form::Document(key));
        }
    }

    /// Leaves the example for what was written in its place.
    pub(super) fn left_example(&mut self, texts: &Texts) -> Result<(), String> {
        self.model.is_example = false;
        self.directory
            .leave_example()
            .map_err(|error| message::store_error(texts, &error))
    }

    /// After the first step: nobody is asked again, and the settings are at hand.
    pub(super) fn begun(&mut self, done: Result<(), String>) {
        // Asked once more at the next start, where this could not be kept.
        let _ = preference::keep(&mut self.directory, &Preference::TourSeen);
        self.model.overlays.clear();
        self.read_again();
        open::start::refresh(&mut self.model);
        open::form::open(&mut self.model, Form::Settings);
        self.model.notice = Some(match done {
            Ok(()) => Notice::done(self.model.texts.get("welcome-begun")),
            Err(why) => Notice::error(why),
        });
    }
}
