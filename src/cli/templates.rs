//! `planerka templates DIR`: the templates papers are made by, for editing.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use crate::locale::Texts;
use crate::message;
use crate::paper::template::EMBEDDED;
use crate::store::export::Exporter;
use crate::store::file_system::RealFileSystem;

use super::output::{DONE, FAULTS, Failure, Outcome, message, stdout};

/// Arguments of the command.
#[derive(clap::Args, Clone, Debug)]
pub struct TemplatesArgs {
    /// Where to; what stands there stays.
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
}

/// Writes the embedded templates. A file that is there already is left alone and named.
pub(super) fn run(args: &TemplatesArgs, texts: &Texts) -> Outcome {
    let mut exporter = Exporter::new(Arc::new(RealFileSystem::private()));
    let mut output = stdout();
    let mut code = DONE;
    for (name, text) in EMBEDDED {
        let path = args.dir.join(name);
        let shown = path.display().to_string();
        if exporter.would_replace(&path, text.as_bytes()) {
            message(&texts.with("templates-there", &[("path", shown.into())]));
            code = FAULTS;
            continue;
        }
        exporter
            .write(&path, text.as_bytes())
            .map_err(|error| Failure::Said(message::write_error(texts, &error)))?;
        writeln!(output, "{shown}")?;
    }
    output.flush()?;
    Ok(code)
}
