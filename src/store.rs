//! The state directory: documents, journal, lock, and how nothing of it gets lost.
//!
//! The promise: what [`StateDirectory::append`](state_directory::StateDirectory::append) has
//! answered `Ok` to is on disk and every later reader sees it, whole acts only; a document is
//! there in its old or its new text; a foreign edit is never overwritten in silence. It holds
//! through kill -9, full disks, failing and short writes and power loss, on file systems that
//! honour `fsync`. It cannot hold where they do not, or where files are deleted from outside.
//!
//! This room words nothing for users: errors carry data, the locale puts them into sentences.

pub mod apart;
pub mod approved;
pub mod backup;
pub mod check;
pub mod document;
pub mod embedded;
pub mod export;
pub mod file_system;
pub mod finding;
pub mod git;
pub mod journal;
pub mod location;
pub mod lock;
pub mod log;
pub mod mend;
pub mod office;
pub mod place;
pub mod process;
#[cfg(any(test, feature = "simulated"))]
pub mod simulated;
pub mod state_directory;
pub mod template;
mod zipped;
