//! `planerka import FILE`: a plan of another program becomes a document on control.

mod correct;
mod existing;
mod report;
mod write;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use crate::domain::date::Date;
use crate::domain::document::{Document, DocumentKey};
use crate::domain::workspace::{Given, Workspace};
use crate::import::role::Role;
use crate::import::{self, Choice, Draft, Kept, Refusal, suggested};
use crate::locale::Texts;
use crate::message;
use crate::store::office;
use crate::store::state_directory::names_a_file;
use crate::tui::program::import::{Brought, Written, bytes, office_said};

use super::Common;
use super::output::{DONE, FAULTS, Failure, Outcome, print_json};
use super::start::today;

/// Arguments of the command.
#[derive(Args, Clone, Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "switches of a command line, each with a name of its own"
)]
pub struct ImportArgs {
    /// The file.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// What the document is to be known by.
    #[arg(long, value_name = "KEY", value_parser = document_key)]
    pub document: Option<DocumentKey>,
    /// What the columns are for, from the left: `number,title,term,responsible`; `-` keeps what is
    /// suggested.
    #[arg(long, value_name = "ROLES", value_parser = roles, allow_hyphen_values = true)]
    pub columns: Option<Roles>,
    /// The table to take, by its number in the report.
    #[arg(long, value_name = "N")]
    pub table: Option<usize>,
    /// Read the running text of an order or a letter though the file has a table.
    #[arg(long)]
    pub text: bool,
    /// Lines of a running text that are no tasks, by their numbers in the report: `12,15`.
    #[arg(long, value_name = "LINES", value_delimiter = ',')]
    pub leave: Vec<usize>,
    /// Lines of a running text that are tasks after all: `12,15`.
    #[arg(long, value_name = "LINES", value_delimiter = ',')]
    pub take: Vec<usize>,
    /// Who is meant by a name of the plan: a known subject, a new name, or `-` for nobody.
    #[arg(long = "subject", value_name = "NAME=WHO", value_parser = correct::pair)]
    pub subjects: Vec<(String, String)>,
    /// How the deadline of a row is read; its wording stays.
    #[arg(long = "deadline", value_name = "ROW=WORDS", value_parser = correct::pair)]
    pub deadlines: Vec<(String, String)>,
    /// What the document calls its headings of a level, from the outermost: `1=Направление`.
    #[arg(long = "level", value_name = "N=NAME", value_parser = correct::pair)]
    pub levels: Vec<(String, String)>,
    /// Rows that are headings, by their numbers in the report: `4,9`.
    #[arg(long = "heading", value_name = "ROWS", value_delimiter = ',')]
    pub headings: Vec<usize>,
    /// Rows that are activities though nothing but a title stands in them: `4,9`.
    #[arg(long = "activity", value_name = "ROWS", value_delimiter = ',')]
    pub activities: Vec<usize>,
    /// Have an installed `LibreOffice` make a DOCX of an old document (DOC, RTF) first.
    #[arg(long)]
    pub convert: bool,
    /// Only say what would be taken.
    #[arg(long)]
    pub dry_run: bool,
    /// Take the suggested answers.
    #[arg(long)]
    pub yes: bool,
    /// JSON in place of text.
    #[arg(long)]
    pub json: bool,
}

/// Reads a key that a document can be known by.
fn document_key(text: &str) -> Result<DocumentKey, String> {
    text.parse()
        .ok()
        .filter(|key| names_a_file(*key))
        .ok_or_else(|| format!("{text} is no key of a document"))
}

/// Roles of columns from the left; nothing where the suggestion stays.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Roles(Vec<Option<Role>>);

/// Reads `number,title,-,term`.
fn roles(text: &str) -> Result<Roles, String> {
    text.split(',')
        .map(str::trim)
        .map(|id| match id {
            "-" | "" => Ok(None),
            id => Role::of_id(id)
                .map(Some)
                .ok_or_else(|| format!("{id} is no role of a column")),
        })
        .collect::<Result<_, _>>()
        .map(Roles)
}

/// Reads a file of another program; the refusal in words.
pub(super) fn read(
    file: &std::path::Path,
    texts: &Texts,
) -> Result<import::source::Source, Failure> {
    let bytes = bytes(file, texts).map_err(Failure::Said)?;
    import::read(&bytes).map_err(|refusal| refused(texts, file, &refusal))
}

/// Reads a file after `LibreOffice` has made a DOCX of it.
fn converted(file: &std::path::Path, texts: &Texts) -> Result<import::source::Source, Failure> {
    let own = bytes(file, texts).map_err(Failure::Said)?;
    if let Ok(source) = import::read(&own) {
        return Ok(source);
    }
    let said = |text: String| Failure::Said(format!("{}: {text}", file.display()));
    let office = office::find().ok_or_else(|| said(texts.get("import-convert-none")))?;
    let made = office::to_docx(&office, file, &|| false)
        .map_err(|failed| said(office_said(texts, failed)))?;
    import::read(&made).map_err(|refusal| refused(texts, file, &refusal))
}

fn refused(texts: &Texts, file: &std::path::Path, refusal: &Refusal) -> Failure {
    let why = message::import::refusal(texts, refusal);
    let is_old = matches!(refusal, Refusal::Doc | Refusal::Rtf);
    let offered = if is_old && office::find().is_some() {
        format!(" {}", texts.get("import-convert-offer"))
    } else {
        String::new()
    };
    Failure::Said(format!("{}: {why}{offered}", file.display()))
}

pub(super) fn run(args: &ImportArgs, common: &Common, texts: &Texts) -> Outcome {
    let source = if args.convert {
        converted(&args.file, texts)?
    } else {
        read(&args.file, texts)?
    };
    let mut choice = Choice {
        table: args.table,
        running_text: args.text,
        left_out: args.leave.clone(),
        taken: args.take.clone(),
        headings: correct::headings(args),
        ..Choice::default()
    };
    if let Some(Roles(roles)) = &args.columns {
        for (index, role) in roles.iter().enumerate() {
            if let Some(role) = role {
                choice.columns.insert(index, *role);
            }
        }
    }
    let write::Before {
        registry,
        documents,
        kept,
    } = write::known(common, texts)?;
    let own = |draft: &Draft| {
        args.document
            .unwrap_or_else(|| key_of(&args.file, draft, &documents))
    };
    let (choice, draft, key) = suggested(&source, &choice, &registry, &own, &kept)
        .map_err(|refusal| refused(texts, &args.file, &refusal))?;
    let choice = correct::choice(args, choice, &draft, &registry, texts)?;
    let draft = import::propose(&source, &choice, &registry)
        .map_err(|refusal| refused(texts, &args.file, &refusal))?;
    existing::check(args, &source, &choice, &registry, &draft, texts)?;
    let document = import::document::document(&draft, key, today(common));
    if args.json && args.dry_run {
        print_json(&report::as_json(&draft, &document))?;
        return Ok(DONE);
    }
    if !args.json {
        report::print(&args.file, &draft, &document, &registry, texts)?;
    }
    if args.dry_run {
        return Ok(DONE);
    }
    if !draft.report.questions.is_empty() && !args.yes {
        // A running text has lines, a table has columns.
        let options = if draft.lines.is_empty() {
            "--columns, --table"
        } else {
            "--take, --leave"
        };
        return Err(Failure::Said(texts.with(
            "import-questions-open",
            &[
                ("count", draft.report.questions.len().into()),
                ("options", options.into()),
            ],
        )));
    }
    let brought = Brought::of(&draft, &choice, &registry);
    let mut written = write::write(&document, &brought, &draft, common, texts)?;
    if written == Written::Another && says_nothing_new(&document, common, texts)? {
        written = Written::Unchanged;
    }
    if args.json {
        print_json(&report::as_json(&draft, &document))?;
    } else {
        report::print_written(&written, &document, brought.subjects.len(), texts)?;
    }
    Ok(match written {
        Written::Done { .. } | Written::Unchanged => DONE,
        Written::Another => FAULTS,
    })
}

/// What a document is known by, where nobody says it.
fn key_of(file: &std::path::Path, draft: &Draft, documents: &[Arc<Document>]) -> DocumentKey {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let own = import::document::key(draft, &stem);
    import::edition_of(draft, own, documents.iter().map(Arc::as_ref))
}

/// A file of another program as a text of a document that is there.
pub(super) fn edition(
    file: &std::path::Path,
    wanted: Option<DocumentKey>,
    workspace: &Workspace,
    kept: &BTreeMap<DocumentKey, Kept>,
    texts: &Texts,
) -> Result<(Given, Brought), Failure> {
    let source = read(file, texts)?;
    let now = Choice::default();
    let own = |draft: &Draft| wanted.unwrap_or_else(|| key_of(file, draft, workspace.documents()));
    let (choice, draft, key) = suggested(&source, &now, workspace.subjects(), &own, kept)
        .map_err(|refusal| refused(texts, file, &refusal))?;
    let began = workspace.document(key).and_then(|it| it.taken_on_control);
    let given = Given {
        document: import::document::document(&draft, key, began.unwrap_or(Date::MIN)).into(),
        names_keys: false,
    };
    Ok((given, Brought::of(&draft, &choice, workspace.subjects())))
}

/// Whether a document of this key says the same already, by the newest edition of it.
fn says_nothing_new(document: &Document, common: &Common, texts: &Texts) -> Result<bool, Failure> {
    let session = super::start::open_read_only(common, texts)?;
    let given = Given {
        document: document.clone().into(),
        names_keys: false,
    };
    let pending = session.workspace.compared(document.key, given);
    let is_same = pending.is_none_or(|pending| pending.is_empty());
    Ok(is_same && session.workspace.document(document.key).is_some())
}
