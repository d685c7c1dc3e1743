//! What git has to know of a state directory: which files are one machine's own, and how the files
//! that two machines wrote come together.

use std::path::Path;

use crate::store::document::{Fingerprint, write_atomic};
use crate::store::file_system::FileSystem;

/// The files, by name.
const FILES: [(&str, &str); 2] = [(".gitignore", IGNORE), (".gitattributes", ATTRIBUTES)];

/// Who holds the lock is of no use elsewhere; nor is what was set aside here.
const IGNORE: &str = "\
# planerka: what belongs to this machine alone
/.lock
/.holder
.*.planerka-tmp
/backups/
/quarantine/
";

/// Lines of the journal are joined as they are: each has its checksum and its place in time. Papers
/// are drawn anew from what was approved (`approved/`), so any merge of them will do. Line ends
/// stay as they were written.
const ATTRIBUTES: &str = "\
# planerka: the journal is joined, papers follow it
* -text
/journal/*.log merge=union
/journal/*.zip -text -diff -merge
/minutes/*.ron merge=union
/tactical-plans/*.ron merge=union
";

/// What earlier programs put there; what people have added to stays as it is.
const FORMER_ATTRIBUTES: &str = "\
# planerka: the journal is joined, papers follow it
* -text
/journal/*.log merge=union
/minutes/*.ron merge=union
/tactical-plans/*.ron merge=union
";

/// Puts the files where they are missing. A courtesy: what the disk does not take now it is asked
/// to take at the next start, and nobody is kept from working.
pub(super) fn describe(file_system: &dyn FileSystem, directory: &Path) {
    let Ok(listed) = file_system.list(directory) else {
        return;
    };
    for (name, text) in FILES {
        let path = directory.join(name);
        let is_former = || {
            let known = file_system.read(&path, FORMER_ATTRIBUTES.len() as u64);
            name == ".gitattributes" && known.is_ok_and(|it| it == FORMER_ATTRIBUTES.as_bytes())
        };
        if !listed.iter().any(|entry| entry.name == name) || is_former() {
            let former = [Fingerprint::of(FORMER_ATTRIBUTES.as_bytes())];
            let _ = write_atomic(file_system, &path, text.as_bytes(), &former);
        }
    }
}
