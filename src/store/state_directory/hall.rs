//! Which question the chair is at, for the second screen: a file that is there only while somebody
//! shows the hall. It is no record; nothing is lost with it, and it is never synced.

use std::path::PathBuf;

use super::StateDirectory;

/// Its name.
const NAME: &str = ".hall";

/// Longer files are not read.
const LIMIT: u64 = 4096;

impl StateDirectory {
    /// Says that somebody looks on: the chair's program follows by writing where it is. Where
    /// nothing can be written the hall shows what was said last, as ever.
    pub fn begin_hall(&self) {
        let _ = self.file_system.create_new(&self.hall(), None);
    }

    /// Nobody looks on any more.
    pub fn end_hall(&self) {
        let _ = self.file_system.remove(&self.hall());
    }

    /// Writes where the chair is, if somebody looks on.
    pub fn say_in_hall(&self, said: &str) {
        let path = self.hall();
        if self.file_system.status(&path).is_err() || self.file_system.remove(&path).is_err() {
            return;
        }
        if let Ok(mut file) = self.file_system.create_new(&path, None) {
            let mut rest = said.as_bytes();
            while !rest.is_empty() {
                match file.write(rest) {
                    Ok(count) if count > 0 => rest = rest.get(count..).unwrap_or_default(),
                    _ => return,
                }
            }
        }
    }

    /// Where the chair is, as it was written last.
    pub fn said_in_hall(&self) -> Option<String> {
        let bytes = self.file_system.read(&self.hall(), LIMIT).ok()?;
        String::from_utf8(bytes)
            .ok()
            .filter(|said| !said.is_empty())
    }

    fn hall(&self) -> PathBuf {
        self.path.join(NAME)
    }
}
