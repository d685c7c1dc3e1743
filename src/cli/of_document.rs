//! `--document` and `--controller`: of which document, and under whose control alone.

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::document::DocumentKey;
use crate::domain::fold::fold_name;
use crate::domain::safe_text::SafeText;
use crate::domain::search::{Haystack, Index};
use crate::domain::workspace::{Controller, Only, Workspace};
use crate::locale::Texts;

use super::output::Failure;

/// Which document, and whose control.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct OfDocument {
    /// Of this document alone, by its key or short name.
    #[arg(long, value_name = "KEY")]
    pub document: Option<String>,
    /// Only what this one controls, by his post or a part of it.
    #[arg(long, value_name = "NAME")]
    pub controller: Option<String>,
}

impl OfDocument {
    /// What was asked for.
    pub(super) fn only(
        &self,
        workspace: &Workspace,
        day: Date,
        texts: &Texts,
    ) -> Result<Only, Failure> {
        Ok(Only {
            document: self.key(workspace, texts)?,
            controller: self.who(workspace, day, texts)?,
        })
    }

    /// The document that was asked for; nothing for all of them.
    fn key(&self, workspace: &Workspace, texts: &Texts) -> Result<Option<DocumentKey>, Failure> {
        let Some(name) = &self.document else {
            return Ok(None);
        };
        let said = || texts.with("edition-no-document", &[("name", name.clone().into())]);
        let found = workspace.document_called(name);
        found.map(Some).ok_or_else(|| Failure::Said(said()))
    }

    /// The controller that was asked for; of several that answer to it none is guessed.
    fn who(
        &self,
        workspace: &Workspace,
        day: Date,
        texts: &Texts,
    ) -> Result<Option<SafeText>, Failure> {
        let Some(typed) = &self.controller else {
            return Ok(None);
        };
        let all = workspace.controlling(day);
        let own = workspace.subjects().find(typed).map(|it| it.short.clone());
        let is_exact = |it: &&Controller| own.as_ref() == Some(&it.name);
        if let Some(exact) = all.iter().find(is_exact) {
            return Ok(Some(exact.name.clone()));
        }
        let wanted = fold_name(typed);
        let is_named = |it: &&Controller| {
            let subject = workspace.subjects().find(&it.name);
            let names = subject.map(|it| it.names().map(|name| fold_name(name)).collect());
            let names: Vec<String> = names.unwrap_or_else(|| vec![fold_name(&it.name)]);
            let has = |name: &String| wanted.split(' ').all(|word| name.contains(word));
            names.iter().any(has)
        };
        let mut found: Vec<&Controller> = all.iter().filter(is_named).collect();
        if found.is_empty() {
            // «у заместителя министра»: in another case, or typed in the other layout.
            let named = all.iter().enumerate();
            let index: Index<usize> = named
                .map(|(place, it)| Haystack::new(place, &it.name, ""))
                .collect();
            let hits = index.search(typed);
            let ids = hits.best_first().map(|hit| hit.id);
            found = ids.filter_map(|place| all.get(place)).collect();
        }
        if let [only] = found.as_slice() {
            return Ok(Some(only.name.clone()));
        }
        let (id, listed) = match found.as_slice() {
            [] => ("controller-nobody", all.iter().collect()),
            _ => ("controller-several", found),
        };
        let names: Vec<String> = listed.iter().map(|it| format!("  {}", it.name)).collect();
        let said = [
            ("name", typed.clone().into()),
            ("names", names.join("\n").into()),
        ];
        Err(Failure::Said(texts.with(id, &said)))
    }
}

/// Whether an item of an agenda is of a document: an assignment is of the one it was given on.
pub(super) fn is_of(workspace: &Workspace, item: ItemKey, document: DocumentKey) -> bool {
    let activity = workspace.item_activity(item);
    let own = activity.and_then(|key| workspace.document_of(key));
    own.is_some_and(|own| own.key == document)
}
