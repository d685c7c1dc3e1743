//! Writing papers for others: some at a time, so that the screen shows how far it is and a key
//! stops it. Every file is whole or not there.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::super::model::Screen;
use super::super::model::papers::{OnDiffering, Writing};
use super::Program;
use crate::message;
use crate::paper::template::{Apart, Templates};
use crate::paper::{Approved, Format, Request, render};
use crate::tui::act::Export;
use crate::tui::open::papers::ask_differing;
use crate::tui::select::papers::is_asking;
use crate::tui::update::papers::Ended;
use crate::tui::update::papers::Outcome;
use crate::tui::update::papers::folder_opened;
use crate::tui::update::papers::written;

/// Papers that are being written.
#[derive(Debug)]
pub(super) struct Job {
    waiting: VecDeque<(Request, Format)>,
    all: usize,
    place: PathBuf,
    /// What to do with files that are there; asked once.
    answer: Option<OnDiffering>,
    outcome: Outcome,
}

/// What came of one file.
enum Step {
    Done,
    /// It has to be asked about first.
    Ask(PathBuf),
    Failed(String),
}

impl Program {
    /// Where papers go: the chosen directory, or `export/` of the state directory.
    pub fn export_place(&self) -> PathBuf {
        let Some(chosen) = &self.model.papers.place else {
            return self.directory.path().join("export");
        };
        let home = directories::BaseDirs::new();
        let path = match (chosen.strip_prefix("~"), home) {
            (Ok(rest), Some(home)) => home.home_dir().join(rest),
            _ => chosen.clone(),
        };
        std::path::absolute(&path).unwrap_or(path)
    }

    /// Has templates of the user filled in another process from now on.
    pub fn fill_templates_apart(&mut self, apart: Option<Apart>) {
        self.apart = apart;
        self.read_templates();
    }

    fn read_templates(&mut self) {
        let found = self.directory.templates();
        self.model.papers.templates = Templates::new(found.files)
            .with_letterheads(found.letterheads)
            .apart(self.apart.clone());
    }

    pub(super) fn begin_export(&mut self, export: Export) {
        // The files may have changed since.
        self.model.papers.approved.clear();
        self.read_templates();
        // The preview may have been made by templates that have changed since.
        if let Some(Screen::Papers(state)) = self.model.screen_mut() {
            state.preview = None;
        }
        let place = self.export_place();
        self.model.papers.writing = Some(Writing {
            done: 0,
            all: export.files.len(),
        });
        self.job = Some(Job {
            all: export.files.len(),
            waiting: export.files.into(),
            answer: None,
            outcome: Outcome {
                place: place.display().to_string(),
                ..Outcome::default()
            },
            place,
        });
    }

    /// Takes the answer to a question about files that are there.
    pub(super) fn answer_export(&mut self, answer: OnDiffering) {
        match (&mut self.job, answer) {
            (Some(_), OnDiffering::Stop) => self.end_export(Some(Ended::Stopped)),
            (Some(job), answer) => job.answer = Some(answer),
            (None, _) => {}
        }
    }

    /// Whether papers wait to be written and nothing has to be answered first.
    pub fn is_working(&self) -> bool {
        self.job.is_some() && !is_asking(&self.model)
    }

    /// Writes papers for about this long, one at least.
    pub fn work(&mut self, slice: Duration) {
        if !self.is_working() {
            return;
        }
        let begin = Instant::now();
        loop {
            match self.write_next() {
                Some(Step::Done) if begin.elapsed() < slice => {}
                Some(Step::Done) => break,
                Some(Step::Ask(path)) => {
                    ask_differing(&mut self.model, &path);
                    break;
                }
                Some(Step::Failed(why)) => {
                    self.end_export(Some(Ended::Failed(why)));
                    break;
                }
                None => {
                    self.end_export(None);
                    break;
                }
            }
        }
        super::super::view::fit(&mut self.model);
    }

    fn write_next(&mut self) -> Option<Step> {
        let job = self.job.as_mut()?;
        let (request, format) = job.waiting.front().cloned()?;
        for (date, version) in Approved::needed(&request, &self.model.workspace) {
            self.read_version(date, version);
        }
        let job = self.job.as_mut()?;
        let (request, format) = (&request, &format);
        let path = job.place.join(request.file_name(*format));
        let model = &mut self.model;
        let rendered = match render(
            request,
            *format,
            &model.workspace,
            &model.papers.approved,
            &model.papers.templates,
        ) {
            Ok(rendered) => rendered,
            Err(error) => return Some(Step::Failed(message::render_error(&model.texts, &error))),
        };
        let outcome = &mut job.outcome;
        outcome.broken = outcome.broken.take().or(rendered.fault);
        let differs = self.exporter.would_replace(&path, &rendered.bytes);
        match job.answer {
            None if differs => {
                // The question closed without an answer is an answer.
                job.answer = Some(OnDiffering::Stop);
                return Some(Step::Ask(path));
            }
            Some(OnDiffering::Stop) if differs => {
                outcome.ended = Some(Ended::Stopped);
                return None;
            }
            Some(OnDiffering::Leave) if differs => outcome.left += 1,
            _ => match self.exporter.write(&path, &rendered.bytes) {
                Ok(written) => {
                    outcome.files += 1;
                    outcome.kept += usize::from(written.kept.is_some());
                }
                Err(error) => {
                    return Some(Step::Failed(message::write_error(&model.texts, &error)));
                }
            },
        }
        job.waiting.pop_front();
        model.papers.writing = Some(Writing {
            done: job.all - job.waiting.len(),
            all: job.all,
        });
        Some(Step::Done)
    }

    fn end_export(&mut self, ended: Option<Ended>) {
        let Some(job) = self.job.take() else { return };
        let outcome = Outcome {
            ended: ended.or(job.outcome.ended),
            ..job.outcome
        };
        written(&mut self.model, &outcome);
    }

    /// Shows the directory of the papers in the system's file manager.
    pub(super) fn open_folder(&mut self) {
        let place = self.export_place();
        let texts = &self.model.texts;
        let failure = if !place.is_dir() {
            Some(texts.get("documents-folder-none"))
        } else if has_desktop() {
            show_folder(&place).err()
        } else {
            Some(texts.get("documents-folder-no-desktop"))
        };
        folder_opened(&mut self.model, &place, failure.as_deref());
    }
}

/// Whether there is anything to show a folder on: without a desktop xdg-open would look for a
/// browser that works in our terminal.
fn has_desktop() -> bool {
    cfg!(any(target_os = "macos", windows))
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Hands a directory to the system. The helper gets no terminal: it could write over the screen.
fn show_folder(path: &Path) -> Result<(), String> {
    let helper = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let mut child = Command::new(helper)
        .arg(path)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("{helper}: {error}"))?;
    // Somebody has to take its end, or it stays in the list of processes.
    std::thread::spawn(move || child.wait());
    Ok(())
}
