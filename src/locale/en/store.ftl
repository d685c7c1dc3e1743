# The state directory: what happened, where, what to do.
read-only-asked = opened for reading as you asked.
read-only-held = the directory is open in another copy of the program. Close it and start again.
read-only-held-by = the directory is open in another copy of the program ({ $user }@{ $host }, process { $process }, since { $since }). Close it and start again.
read-only-not-writable = { $path }: { $kind }. Free space or the right to write and start again.
read-only-newer = { $path } was written by a newer program (format { $found }). Update planerka.
store-io = { $path }: { $kind }
store-changed-outside = { $path } was changed by another program. Start planerka again: what the other program wrote is not lost.
io-full = no space on the disk
io-denied = no permission
io-read-only = the medium is read-only
io-not-found = no such file or directory
io-other = { $kind }
start-no-terminal = a terminal is needed: run planerka in a terminal window. Without one the commands work, see planerka --help.
start-no-theme = there is no theme { $name }. There are: { $themes }.
