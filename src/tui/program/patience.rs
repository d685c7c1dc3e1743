//! What may have to wait for a disk is done on a thread of its own: a disk that takes long does not
//! stop the screen, which says so meanwhile.
//!
//! Keys that come in the meantime wait, too: what the next one means is known only when the act
//! before it is on record or is not.

use std::fmt;
use std::panic::resume_unwind;
use std::sync::mpsc::{RecvTimeoutError, SendError, channel};
use std::thread::{Builder, scope};
use std::time::{Duration, Instant};

use super::Program;
use crate::store::state_directory::StateDirectory;
use crate::tui::model::{Model, Notice};

/// How long a disk may take before it is spoken of, and how often it is then.
const SOON: Duration = Duration::from_millis(500);

type Draw = dyn FnMut(&Model);

/// How the screen is drawn while a disk is waited for.
#[derive(Default)]
pub(super) struct Patience {
    draw: Option<Box<Draw>>,
}

impl fmt::Debug for Patience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Patience").finish_non_exhaustive()
    }
}

impl Program {
    /// Says how the screen is drawn while a disk is waited for.
    pub fn draw_while_waiting(&mut self, draw: impl FnMut(&Model) + 'static) {
        self.patience.draw = Some(Box::new(draw));
    }

    /// Does something with the state directory that may take long.
    pub(super) fn at_disk<T: Send>(
        &mut self,
        work: impl FnOnce(&mut StateDirectory) -> T + Send,
    ) -> T {
        let directory = &mut self.directory;
        let (model, patience) = (&mut self.model, &mut self.patience);
        let before = model.notice.clone();
        let done = waited(
            || work(directory),
            |since| {
                let seconds = usize::try_from(since.as_secs()).unwrap_or(usize::MAX);
                let said = [("n", seconds.into())];
                let told = model.texts.with("notice-slow-disk", &said);
                model.notice = Some(Notice::warning(told));
                if let Some(draw) = &mut patience.draw {
                    draw(model);
                }
            },
        );
        model.notice = before;
        done
    }
}

/// Does work on a thread of its own and waits for it; from time to time says since when.
fn waited<T: Send, F: FnOnce() -> T + Send>(work: F, mut say: impl FnMut(Duration)) -> T {
    let begun = Instant::now();
    let (give, given) = channel::<F>();
    let (end, ended) = channel();
    scope(|scope| {
        let thread = Builder::new().name("disk".to_owned());
        let thread = thread.spawn_scoped(scope, move || {
            if let Ok(work) = given.recv() {
                let _heard = end.send(work());
            }
        });
        let Ok(thread) = thread else {
            // The system has no thread left.
            return work();
        };
        if let Err(SendError(work)) = give.send(work) {
            return work();
        }
        loop {
            match ended.recv_timeout(SOON) {
                Ok(done) => return done,
                Err(RecvTimeoutError::Timeout) => say(begun.elapsed()),
                Err(RecvTimeoutError::Disconnected) => {
                    let panic = thread.join().err();
                    resume_unwind(panic.unwrap_or_else(|| Box::new("nothing came back")));
                }
            }
        }
    })
}
