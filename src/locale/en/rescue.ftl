# A copy of the state directory, bringing it back, putting it in order.
backup-done = { $files ->
        [one] Saved { $files } file
       *[other] Saved { $files } files
    } of { $directory } in { $path } ({ $size ->
        [one] { $size } byte
       *[other] { $size } bytes
    }). The copy was read back and is whole.
backup-left-out = Not saved: { $path } — { $kind }.
backup-nothing = { $path }: nothing to save. Check the directory: --state.
backup-exists = { $path }: there is another file here, it was not touched. Choose another name.
backup-too-large = { $path }: more than 512 MB, no such directory exists. Take away what does not belong there.
backup-damaged = { $path }: the copy is damaged ({ $what }). Nothing was changed; take another copy.
backup-not-one = { $path }: this archive holds no directory of planerka. Nothing was changed.

restore-here-is-longer = Newer here, what was recorded after the copy would go: { $name }
restore-archive-is-longer = Newer in the copy: { $name }
restore-apart = Different here and in the copy: { $name }
restore-missing = Would be added: { $name }
restore-ask-missing = { $files ->
        [one] Add { $files } file
       *[other] Add { $files } files
    }? Everything else stays as it is. [y/n]
restore-not-done = Nothing has changed.
restore-only-here = Stays as it is: { $name }
restore-would-replace = { $files ->
        [one] { $files } file would be replaced
       *[other] { $files } files would be replaced
    }. Nothing was changed. To replace them, with copies kept in backups/, repeat with --replace.
restore-ask = { $files ->
        [one] Replace { $files } file
       *[other] Replace { $files } files
    }? Copies stay in { $directory }. [y/n]
restore-same = { $directory }: everything is already as in the copy { $path }.
restore-done = { $files ->
        [one] Brought back { $files } file
       *[other] Brought back { $files } files
    } from { $path } to { $directory }.
restore-added = { $acts ->
        [one] { $acts } missing act was added to the journal.
       *[other] { $acts } missing acts were added to the journal.
    }
restore-lines = Lines of the journal in the copy that were not taken: { $lines }: damaged, of a newer program, or saying something else under the same id.
restore-kept = Copy of what was there: { $path }
restore-not-sealed = This archive was not packed by the program: there is no list of files to compare with, but the checksums of the files are right.

mended-written = Made { $path } as it comes with the program.
mended-paper-followed = The paper says again what was approved: { $path }.
mended-paper-followed-copy = The paper says again what was approved: { $path }; what stood there is in { $copy }.
mended-paper-restored = The approved paper is back: { $path }.
mended-replaced = { $path } was replaced by the one that comes with the program; what stood there is in { $copy }.
mended-cut = { $path }: the incomplete end was put aside in { $copy }.
mended-taken-over = { $count ->
        [0] There was nothing new in the copy { $path };
        [one] { $count } act was taken over from the copy { $path };
       *[other] { $count } acts were taken over from the copy { $path };
    } it is in { $copy } now.
mended-joined = { $count ->
        [0] There was nothing to take over from the copy { $path }
        [one] { $count } act was taken over from the copy { $path }
       *[other] { $count } acts were taken over from the copy { $path }
    }; lines not understood: { $left }, so it stays.
mended-cleared = { $path }: damaged lines set aside: { $count }; the whole file is in { $copy }.
mended-nothing = Nothing to mend.
mended-nothing-of-itself = Nothing could be mended by itself. What is left:

cli-about-backup = Save the state directory in one file
cli-about-restore = Bring a state directory back from such a file
cli-help-backup-file = A new file, such as planerka-2023-05-25.zip
cli-help-restore-file = A file made by the command backup
cli-help-replace = Replace files that differ without asking; copies stay in backups/
cli-help-show = Only show what would change
cli-help-add = Replace nothing: add missing files and missing acts of the journal
cli-help-repair = Put in order without a loss: bring back missing documents, put own incomplete records aside in quarantine/, take over what copies of the journal have; all: also replace documents with faults by those that come with the program, and put aside incomplete records of others and all damaged ones

# One directory on several machines, through git.
sync-commit = Planerka: recorded up to { $date }
sync-committed = What was recorded here is committed.
sync-fetching = Fetching what is new from { $remote }…
sync-done = The directory and { $remote } are the same now.
sync-nothing-came = Nothing new from other machines.
sync-came = From machine { $writer } came { $acts ->
        [one] { $acts } act
       *[other] { $acts } acts
    }{ $meetings ->
        [0] { "." }
        [one] {" "}of the meeting of { $dates }.
       *[other] {" "}of the meetings of { $dates }.
    }
sync-no-remote = The repository knows no other place: name it with git remote add origin ADDRESS.
sync-no-directory = { $path }: there is no such directory. Take it from the other machine: git clone ADDRESS.
sync-no-work-tree = { $path }: this is no work tree of git. Begin with git init in it, then git remote add origin ADDRESS.
sync-no-git = git cannot be started ({ $kind }). Nothing was changed; install git, or exchange one file: planerka backup.
sync-git-refused = git { $command } refused. What was recorded is safe. Its words:
    { $words }
sync-merging = A merge of git was begun and not ended. End it (git status tells how) or give it up: git merge --abort.
sync-ignored = The journal does not get into git: a .gitignore further up leaves it out. Take that rule away.
sync-no-branch = No branch of git is out. Choose one: git switch NAME.
sync-too-busy = Somebody is always faster. What was recorded is committed here; try again later.
sync-conflict = { $name }, line { $line }: changed here and there
sync-conflict-whole = { $name }: here and there differ, and cannot be compared by lines
sync-conflict-base = was
sync-conflict-ours = here
sync-conflict-theirs = there
sync-choose = The merge is taken back, all is as it was. Choose: planerka sync --take mine takes the text of here, --take theirs that of there; or edit the file here as it is there, and try again.
sync-check = The directory cannot be read after the merge. What is wrong: planerka check.

cli-about-sync = Exchange with other machines through git: commit, fetch, merge, push
cli-help-take = Whose text is taken of files changed here and there: mine or theirs

# A year of the journal in one file, and back.
pack-not-over = { $year } is not over yet. Only a closed year is packed.
pack-done = The journal of { $year } is one file { $path }: { $files ->
        [one] { $files } file
       *[other] { $files } files
    }, { $acts ->
        [one] { $acts } act
       *[other] { $acts } acts
    }, { $before } KB became { $after } KB. The file was read back and is whole. To unpack it: planerka unpack { $year }
unpack-done = The journal of { $year } is unpacked: { $files ->
        [one] { $files } file
       *[other] { $files } files
    } in journal/.
pack-left = Stays beside and is read with it: { $path }
pack-nothing = There is nothing to do in journal/ for { $year }: no such files, or they are as wanted already.
pack-not-whole = { $place }: { $what } Nothing has changed: put the journal in order first with planerka check --repair all.
pack-damaged = { $path }: the archive of the year is damaged; what is whole in it is read. Nothing has changed: take the file from a backup or another computer.
pack-too-large = { $path }: more than 256 MB. Nothing has changed, the files are read as they are.

cli-about-pack = Pack the journal of a closed year into one file
cli-about-unpack = Unpack the journal of a packed year
cli-help-year = The year, like 2023
