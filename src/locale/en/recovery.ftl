# When something is wrong: what is not recorded, what is damaged, who writes.
banner-unrecorded = NOT RECORDED: { $n ->
        [one] { $n } act
       *[other] { $n } acts
    } · { $why } · go on, recorded by itself
notice-kept = NOT RECORDED, only in memory: { $what }
slow-disk = The disk has been writing for { $n ->
        [0] less than a second
        [one] { $n } second
       *[other] { $n } seconds
    }
slow-disk-keys = what you type is kept and follows
slow-disk-leaving = the program ends when it is done
notice-caught-up = All that waited is recorded: { $n }.
notice-failed-again = Not recorded again. The program keeps trying.
history-unrecorded = { $day }  NOT RECORDED: { $what }
leave-title = NOT RECORDED: { $n }. How to leave?
leave-retry = Try to record once more
leave-retry-detail = and stay
leave-elsewhere = Write to another file and leave …
leave-elsewhere-detail = a stick, for example
leave-stay = Stay and go on working
leave-stay-detail = recorded by itself
leave-lose = Leave and lose what is not recorded
leave-lose-detail = nothing brings it back
prompt-elsewhere = Into which file to write what is not recorded
prompt-elsewhere-help = the path of a new file or of a directory
left-no-backup = The backup of the day was not made: { $why }
left-copy-kept = { $paper } had been edited by hand; what it held is in { $copy }.
left-elsewhere = { $n ->
        [one] { $n } act is not in the state directory; it is kept
       *[other] { $n } acts are not in the state directory; they are kept
    } in { $path }. When there is space put this file into { $journal }: planerka reads it at the next start.
left-lost = { $n ->
        [one] { $n } act was not recorded and is lost
       *[other] { $n } acts were not recorded and are lost
    }: the disk took nothing.
io-exists = such a file is there already
io-exists-do = Name another one.

problems-title = Problems in the state directory: { $n }
badge-problems = { $n ->
        [one] { $n } problem
       *[other] { $n } problems
    }
way-show = show the file at this place
way-embedded = replace by the built-in one (this one stays in quarantine/)
way-identify = say who it is now: everything recorded becomes theirs
way-papers = write again from the journal (this one stays in backups/)
way-renumber = give the next free number
way-join = approve what both recorded
way-take-over = take over the acts the journal lacks (the copy goes to quarantine/)
way-clear = set the damaged lines aside (the whole file stays in quarantine/)
way-read-only = only read from here on
way-rest = work with the rest
confirm-mend = { $name } will be replaced by the one that comes with the program; this one stays in quarantine/. A slip in it is better mended in an editor: planerka sees it by itself. Replace it?
confirm-take-over = Acts that are in the copy and not in the journal will be added to it; nothing is lost, the copy goes to quarantine/. Add them?
confirm-clear = Damaged lines do not count as it is. If there is a backup, bring them back from it first: planerka restore FILE --add. The whole file stays in quarantine/. Set the damaged lines aside?
confirm-approve-anew = Approve the minutes of { $date } anew as No. { $number }? That is version { $version }; the one before stays.
notice-approved-anew = The minutes of { $date } are approved as No. { $number }, version { $version }.
reason-renumbered = the minutes of { $other } are approved as No. { $number }, too
reason-joined = what two machines recorded was put together
notice-no-problems = All files are in order.
notice-no-repair = The program cannot mend this: do as it says.
notice-papers-restored = Minutes and tactical plan of { $date } written from the journal; the old ones are in backups/.
notice-cannot-show = The file cannot be read.
notice-reading-already = The program only reads as it is.
notice-writing-already = The program writes into this directory as it is.
notice-taken-over = This copy of the program writes from now on.
reader-empty-file = The file is empty.
read-only-damaged = { $path } cannot be read; nothing is recorded until it is mended.
here-asked = as you asked; { $write } to write
here-free = the other copy is closed; { $write } to write here
here-held = another copy of the program writes
here-held-by = { $user }@{ $host } writes since { $since } (process { $process })
here-not-writable = { $name }: { $kind }; { $write } to try again
here-newer = { $name } is from a newer program: update planerka
here-damaged = { $name } cannot be read; { $problems } for what to do
action-problems = problems
action-take-over = write here
action-mend-file = mend
action-open-read-only = only read
context-problems = Problems
start-default-keys = The built-in keys are in effect: { $why }
notice-record-first = What waits has to be recorded first.
io-too-large = the file is larger than allowed
