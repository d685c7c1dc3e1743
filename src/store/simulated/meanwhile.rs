//! What others do while a sync is on its way, and how long it takes.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

type Hook = Box<dyn FnOnce() + Send>;

/// What is done before the next sync of a file goes through, on the thread that asked for it.
#[derive(Clone, Default)]
pub(super) struct Meanwhile(Arc<Mutex<Option<Hook>>>);

impl Meanwhile {
    pub(super) fn set(&self, hook: Hook) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(hook);
    }

    pub(super) fn pass(&self) {
        let hook = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(hook) = hook {
            hook();
        }
    }
}

impl fmt::Debug for Meanwhile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Meanwhile")
    }
}
