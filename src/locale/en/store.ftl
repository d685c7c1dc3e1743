# The state directory: what happened, where, what to do.
read-only-asked = Opened for reading as you asked.
read-only-held = The directory is open in another copy of the program. Close it and start again.
read-only-held-by = The directory is open in another copy of the program ({ $user }@{ $host }, process { $process }, since { $since }). Close it and start again.
read-only-not-writable = { $path }: { $kind }. { $advice }
read-only-newer = { $path } was written by a newer program (format { $found }). Update planerka.
read-only-newer-record = { $path }, line { $line }: a newer program made this record, and it cannot be understood here. So that nothing drifts apart the directory is open for reading only. Update planerka.
store-io = { $path }: { $kind }. { $advice }
store-changed-outside = { $path } was changed by another program. Start planerka again: what the other program wrote is not lost.
store-bad-name = "{ $name }" leads out of the state directory. Give a name within it.
store-not-storable = The record would not come back as it was written: { $reason }. Write it differently and tell the developers.
io-full = no space on the disk
io-full-do = Free some space and try again.
io-denied = no permission
io-denied-do = Give yourself the right to this path or name another directory: --state.
io-read-only = the medium is read-only
io-read-only-do = Copy the directory to another medium and name it: --state.
io-not-found = no such file or directory
io-directory = this is a directory, a file is needed
io-not-a-directory = this is a file, a directory is needed
io-leads-out = a link leads out of the state directory
io-leads-out-do = Put the directory itself in the place of the link.
io-path-do = Check the path.
io-other = the disk or the network failed ({ $kind })
io-other-do = Try again; if that does not help, name another directory: --state.
start-no-terminal = A terminal is needed: run planerka in a terminal window. Without one the commands work, see planerka --help.
start-not-a-log = { $path }: this is no log of planerka, so no lines are added to it. Name another file: --log FILE.
start-no-theme = There is no theme { $name }. There are: { $themes }.

severity-error = error
severity-warning = warning
severity-hint = hint

# What is wrong in a file. fault-NAME says what happened, fault-NAME-do what to do.
fault-unreadable = The file cannot be read: { $kind }.
fault-unreadable-do = { $advice }
fault-too-large = The file is larger than { $limit } MB: no document is.
fault-too-large-do = Take the file out of the directory or bring the old one back from a copy.
fault-empty = The file is empty.
fault-empty-do = Bring it back from a copy; without the file the program uses the built-in one.
fault-zeros = The file holds zero bytes, or ends in them: its content did not survive a power cut.
fault-zeros-do = Bring it back from a copy; without the file the program uses the built-in one.
fault-utf-16 = The file is saved as UTF-16 ("Unicode").
fault-utf-16-do = Save it as UTF-8.
fault-not-utf-8 = The file is not UTF-8 (probably Windows-1251).
fault-not-utf-8-do = Open it in its old encoding and save it as UTF-8.
fault-newer-format = The file was written by a newer program: format { $found }, this program knows { $known }.
fault-newer-format-do = Update planerka; leave the file as it is.
fault-no-such-format = There is no format 0: the first format of files is 1.
fault-no-such-format-do = Put format: 1 at the head of the file, or take it from a backup.
fault-conflict-markers = The marks of a git merge are left in the file.
fault-conflict-markers-do = Keep one of the two parts and delete the lines with the marks.
fault-odd-space = Here is the character { $found }, which looks like a space.
fault-odd-space-do = Put a plain space in its place.
fault-odd-quotes = The text stands in { $found } quotes; straight ones are needed: ".
fault-odd-quotes-do = Put straight quotes around the text; within it any may stand.
fault-control-character = Here is the control character { $found }.
fault-control-character-do = Delete it.
fault-unclosed-text = A text begins here and its closing " is missing.
fault-unclosed-text-do = Put " at the end of the text.
fault-unclosed-comment = A comment begins with /* and does not end.
fault-unclosed-comment-do = Put */ at its end.
fault-ends-too-early = The file ends and the bracket { $open } of line { $line } is still open.
fault-ends-too-early-do = Put { $close } where it belongs or bring the end of the file back from a copy.
fault-trailing = Something follows after the end of the document.
fault-trailing-do = Delete it, or the closing bracket too many before it.
fault-missing-comma = A comma is missing.
fault-missing-comma-do = Put it here.
fault-fraction = The number has a fraction; a whole one is needed.
fault-fraction-do = Take the fraction away.
fault-quoted-field = The name of the field stands in quotes.
fault-quoted-field-do = Take the quotes away: names of fields have none.
fault-missing-colon = No colon follows the name of the field.
fault-missing-colon-do = Put : between the name and the value.
fault-unknown-field = There is no field { $found } here.
fault-unknown-field-do = { $meant ->
        [none] Possible: { $known }.
       *[other] Probably { $meant } is meant. Possible: { $known }.
    }
fault-missing-field = The field { $field } is missing.
fault-missing-field-do = Add it before this bracket.
fault-duplicate-field = The field { $field } stands twice.
fault-duplicate-field-do = Keep one.
fault-unknown-word = The word { $found } cannot stand here.
fault-unknown-word-do = { $meant ->
        [none] Possible: { $known }.
       *[other] Probably { $meant } is meant. Possible: { $known }.
    }
fault-expected-text = A text in straight quotes must stand here.
fault-expected-text-do = Write it like this: "text".
fault-expected-number = A whole number must stand here.
fault-expected-number-do = Write the number without quotes.
fault-expected-boolean = true or false must stand here.
fault-expected-boolean-do = Write one of the two without quotes.
fault-expected-character = One character in single quotes must stand here.
fault-expected-character-do = Write it like this: 'a'.
fault-expected-list = A list must begin here.
fault-expected-list-do = Write it in square brackets: [ … ].
fault-expected-list-end = The list must end here.
fault-expected-list-end-do = Put ].
fault-expected-record = A record with fields must begin here.
fault-expected-record-do = Write it in round brackets: (field: value, …).
fault-expected-record-end = The record must end here.
fault-expected-record-end-do = Put ).
fault-expected-field-name = The name of a field must stand here.
fault-expected-field-name-do = A name is Latin letters and _, without quotes, then a colon.
fault-expected-option = A value or None must stand here.
fault-expected-option-do = Write the value, or None if there is none.
fault-expected-other = Something else must stand here.
fault-expected-other-do = Compare it with the lines around.
fault-out-of-bounds = The number is too large or too small for this field.
fault-out-of-bounds-do = Correct the number.
fault-invalid-escape = A \ in the text is followed by a character that means nothing.
fault-invalid-escape-do = The character \ itself is written \\, a quote \".
fault-too-deep = Too many brackets within brackets.
fault-too-deep-do = Bring the file back from a copy.
fault-rule = The value will not do: { $rule }.
fault-rule-do = Correct the value.
fault-quoted-word = The word stands in quotes; it is written without them.
fault-quoted-word-do = Take the quotes away: weekday: Thursday.
fault-date-form = This is not a date.
fault-date-form-do = A date is written like this: "2023-05-25".
fault-no-such-day = There is no such day in the calendar.
fault-no-such-day-do = Correct the day or the month.
fault-year = The year must lie between 2000 and 2199.
fault-year-do = Correct the year.
rule-date-form = a date is written like 2023-05-25
rule-no-such-day = there is no such day in the calendar
rule-year = the year must lie between 2000 and 2199
rule-key = a key is made of letters, digits and . - _ / ~, not "{ $found }"
rule-activity-number = an activity is numbered like 1.2.3, not "{ $found }"
rule-measure-number = a measure is numbered like 1.2, not "{ $found }"
rule-span = the first day lies after the last one
rule-duration = the meeting lasts from 1 minute to a day (1440)
rule-item-minutes = an item takes from 1 minute to as long as the meeting lasts
rule-time = a time is written like 10:00
rule-day-of-year = there is no such day in the year
rule-report-day = a day of the month is from 1 to 31
rule-school-terms = school terms follow the order of the school year and do not overlap
rule-off-and-working = { $day } is named both a day off and a working day
rule-member-twice = { $who } is named twice and counts once
rule-first-number = the first number of { $year } is 1 or more
rule-other = { $rule }

fault-checksum = The checksum of a journal line does not fit: the line is damaged and left out.
fault-checksum-do = All other lines are whole. Bring this one back from a backup: planerka restore FILE --add; then set the damaged ones aside: planerka check --repair=all.
fault-not-a-journal-line = This is no line of the journal; it is left out.
fault-not-a-journal-line-do = The journal is not edited by hand. Bring back what is missing from a backup: planerka restore FILE --add; then set the rest aside: planerka check --repair=all.
fault-record = A record of the journal is not understood and left out: { $why }
fault-record-do = If a newer program made it, update planerka.
fault-torn-tail = { $where ->
        [quarantine] The last record is cut short (bytes: { $bytes }) and set aside in quarantine/.
       *[other] The last record is cut short (bytes: { $bytes }) and left out.
    }
fault-torn-tail-do = It was never acknowledged. Look at the last mark and set it again if it is not there.
fault-unfinished-act = Not all lines of the act { $act } are there; it is left out.
fault-unfinished-act-do = Bring the act back from a backup: planerka restore FILE --add, or do it again; then set the rest aside: planerka check --repair=all.
fault-contradiction = Two records have the name { $id } and different content; { $other } counts.
fault-contradiction-do = The journal is not edited by hand: bring the file back from a copy.
fault-foreign-writer = The line was written by { $writer } and stands in somebody else's file; it counts.
fault-foreign-writer-do = Do nothing if you joined files of the journal yourself.
fault-duplicate = { $line ->
        [0] "{ $name }" stands twice.
       *[other] "{ $name }" stands twice: first in line { $line }.
    }
fault-duplicate-do = Keep one or rename it: the second has no effect.
fault-dangling = "{ $name }" is defined nowhere.
fault-dangling-do = Correct the name or add it to subjects.ron.
fault-leads-out = A link leads out of the state directory: planerka writes nothing there.
fault-leads-out-do = Put the directory itself in its place, with what is needed of it.
fault-sync-conflict = A copy that a file syncer left: the file was changed in two places.
fault-sync-conflict-do = planerka joins a copy of the journal by itself: planerka check --repair. Compare any other with the file itself, carry over what you need and remove it.
fault-leftover = Left over from an editor, a merge or an interrupted write; the program does not read it.
fault-leftover-do = Delete it if it is not needed.
fault-unknown-file = The program does not know this file and does not read it.
fault-unknown-file-do = If it is not needed here, take it away.
fault-spare = Set aside: { $files ->
        [one] { $files } file
       *[other] { $files } files
    }, { $size } KB; planerka does not read them.
fault-spare-do = When you are sure that none of them is needed, delete these files (a number ends their names). Of one file the newest hundred copies stay.
fault-damaged-pack = The archive of { $year } is damaged: only what is whole in it counts.
fault-damaged-pack-do = Take this file from a backup or another computer; where there is none, planerka check --repair all keeps what is whole.
fault-quiet-writer = The last records of the computer { $writer } are of { $month }; for over a year there is nothing of it.
fault-quiet-writer-do = There is nothing to do: they are part of the journal and must not be deleted.
fault-no-locks = There are no locks on this disk: nothing keeps a second copy of the program from writing.
fault-no-locks-do = Do not open the directory in two places at once.
fault-missing = The file is missing; the built-in one is used.
fault-missing-do = It appears when planerka is started.
fault-approved-missing = The approved paper of the meeting of { $date } (version { $version }) is not here.
fault-approved-missing-do = Bring it back: planerka check --repair.
fault-approved-altered = The paper of the meeting of { $date } (version { $version }) is not the approved one: the file was changed after the approval.
fault-approved-altered-do = To have the approved one back, take the file away and run planerka check --repair. To accept the change, reopen the minutes with a reason, make it there and finish: that is the next version. The file itself is never touched.
fault-approved-unproved = { $versions ->
        [one] { $versions } version of papers was
       *[other] { $versions } versions of papers were
    } approved by an earlier program that kept no digests: the files are taken as they are, there is nothing to compare them with.
fault-same-number = The minutes of { $other } and { $date } are approved under one number: No. { $number }.
fault-same-number-do = The next free number is given to the minutes of { $date } in the list of problems (key !): that is a next version, the earlier one stays.
fault-held-twice = The meeting of { $date } was finished on two machines that knew nothing of each other: there are two approved minutes.
fault-held-twice-do = In the list of problems (key !) a next version is approved that has what was recorded on both; the earlier ones stay.

fault-keymap-context = There is no screen "{ $context }".
fault-keymap-context-do = planerka keys prints the names of screens and commands.
fault-keymap-action = There is no command "{ $action }".
fault-keymap-action-do = planerka keys prints the names of screens and commands.
fault-keymap-elsewhere = The command "{ $action }" does nothing on the screen "{ $context }".
fault-keymap-elsewhere-do = Move it to a screen where it works: see planerka keys.
fault-keymap-repeated = The command "{ $action }" stands twice on the screen "{ $context }".
fault-keymap-repeated-do = Keep one line with all its keys.
fault-keymap-key = There is no key "{ $keys }" (command "{ $action }").
fault-keymap-key-do = Keys are written a, A, 1, F1, Enter, Space, PageDown, ctrl-p, alt-x, shift-Up.
fault-keymap-length = The command "{ $action }" must have one to { $most } keys in a row, separated by spaces.
fault-keymap-length-do = To take its keys away, write chords: [].
fault-keymap-conflict = The keys "{ $keys }" of the command "{ $action }" ({ $context }) collide with "{ $other_keys }" of the command "{ $other_action }" ({ $other_context }).
fault-keymap-conflict-do = Take other keys or free these: chords: [].

