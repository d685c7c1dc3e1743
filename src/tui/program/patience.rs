//! What is written for the user is written on a thread of its own: a disk that takes long does not
//! stop the screen, which says so meanwhile.
//!
//! Keys that come in the meantime wait, too: what the next one means is known only when the act
//! before it is on record or is not. What is only looked at is looked at where the keys are read.

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

/// How long one step of several gets at least before the disk is spoken of again.
const STEP: Duration = Duration::from_millis(50);

type Draw = dyn FnMut(&Model);

/// How a disk is waited for.
#[derive(Default)]
pub(super) struct Patience {
    draw: Option<Box<Draw>>,
    /// How long it was waited for since the last message.
    waited: Duration,
    /// How often it was spoken of: what it covered on the screen has to be drawn again.
    pub(super) spoken: u64,
    /// Nothing follows: the program ends when the disk has everything.
    pub(super) is_last: bool,
}

impl fmt::Debug for Patience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Patience")
            .field("waited", &self.waited)
            .finish_non_exhaustive()
    }
}

impl Patience {
    /// Another message: what was waited for before it is over.
    pub(super) fn begin(&mut self) {
        self.waited = Duration::ZERO;
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
        let begun = Instant::now();
        let waited = patience.waited;
        let done = apart(
            || work(directory),
            SOON.saturating_sub(waited).max(STEP),
            || {
                patience.spoken += 1;
                let since = waited + begun.elapsed();
                model.notice = Some(Notice::warning(words(model, since, patience.is_last)));
                if let Some(draw) = &mut patience.draw {
                    draw(model);
                }
            },
        );
        patience.waited += begun.elapsed();
        model.notice = before;
        done
    }
}

/// What is said of a disk that has not answered for a while.
fn words(model: &Model, since: Duration, is_last: bool) -> String {
    let seconds = usize::try_from(since.as_secs()).unwrap_or(usize::MAX);
    let how_long = model.texts.with("slow-disk", &[("n", seconds.into())]);
    let what_follows = model.texts.get(if is_last {
        "slow-disk-leaving"
    } else {
        "slow-disk-keys"
    });
    format!("{how_long} … {what_follows}")
}

/// Does work on a thread of its own and waits for it; speaks when it takes long, and again and
/// again.
fn apart<T: Send, F: FnOnce() -> T + Send>(work: F, soon: Duration, mut speak: impl FnMut()) -> T {
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
        let mut patience = soon;
        loop {
            match ended.recv_timeout(patience) {
                Ok(done) => return done,
                Err(RecvTimeoutError::Timeout) => speak(),
                Err(RecvTimeoutError::Disconnected) => {
                    let panic = thread.join().err();
                    resume_unwind(panic.unwrap_or_else(|| Box::new("nothing came back")));
                }
            }
            patience = SOON;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_apart_comes_back() {
        let mut word = String::from("на");
        let length = apart(
            || {
                word.push_str("писано");
                word.chars().count()
            },
            SOON,
            || {},
        );
        assert_eq!((length, word.as_str()), (8, "написано"));
    }

    #[test]
    fn a_panic_at_the_disk_is_one_of_who_waits() {
        let caught = std::panic::catch_unwind(|| apart(|| panic!("at the disk"), SOON, || {}));
        let panic = caught.unwrap_err();
        assert_eq!(panic.downcast_ref::<&str>(), Some(&"at the disk"));
    }
}
