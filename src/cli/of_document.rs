//! `--document`: of which document alone.

use crate::domain::agenda::ItemKey;
use crate::domain::document::DocumentKey;
use crate::domain::workspace::Workspace;
use crate::locale::Texts;

use super::output::Failure;

/// Which document.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct OfDocument {
    /// Of this document alone, by its key or short name.
    #[arg(long, value_name = "KEY")]
    pub document: Option<String>,
}

impl OfDocument {
    /// The document that was asked for; nothing for all of them.
    pub(super) fn key(
        &self,
        workspace: &Workspace,
        texts: &Texts,
    ) -> Result<Option<DocumentKey>, Failure> {
        let Some(name) = &self.document else {
            return Ok(None);
        };
        let said = || texts.with("edition-no-document", &[("name", name.clone().into())]);
        let found = workspace.document_called(name);
        found.map(Some).ok_or_else(|| Failure::Said(said()))
    }
}

/// Whether an item of an agenda is of a document: an assignment is of the one it was given on.
pub(super) fn is_of(workspace: &Workspace, item: ItemKey, document: DocumentKey) -> bool {
    let activity = workspace.item_activity(item);
    let own = activity.and_then(|key| workspace.document_of(key));
    own.is_some_and(|own| own.key == document)
}
