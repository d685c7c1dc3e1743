# The documents screen.
title-documents = Documents
documents-meetings = Meetings
documents-finished = No. { $number }, version { $version }
documents-draft = draft
documents-to-come = to come
documents-minutes = Minutes
documents-tactical-plan = Tactical plan
documents-minutes-version = Minutes, version { $version }
documents-tactical-plan-version = Tactical plan, version { $version }
documents-changes = Changes to the minutes, version { $version }
documents-agenda = Agenda
documents-report = Report of execution, { $month }
documents-extract = Extract: { $who }
documents-card = Card { $activity }
documents-formats = Formats:
documents-no-format = No chosen format fits this paper. Choose one: f goes to the next, Space marks it.
documents-written = { $files ->
        [one] { $files } file written: { $place }
       *[other] { $files } files written: { $place }
    }
documents-kept = ; copies of the former ones are in backups beside them: { $count }
documents-failed = Files written: { $files }; then it failed: { $why } Check the directory and try again.

action-go-documents = documents
action-next-paper = next paper
action-previous-paper = previous paper
action-next-format = next format
action-toggle-format = mark the format
action-write-document = write
action-write-meeting = write all papers of this meeting
action-write-all-meetings = write the minutes of all meetings
context-documents = Documents

# Papers from the shell.
papers-differs = { $path }: there is a file with other contents, it was not touched.
papers-replace-ask = { $files ->
        [one] Replace { $files } file
       *[other] Replace { $files } files
    }? Copies stay in backups/ beside it. [y/n]
papers-left = { $files ->
        [one] { $files } file was not written
       *[other] { $files } files were not written
    }: there are other contents. To replace them, with copies kept, repeat with --replace.
papers-kept = { "" } (the earlier file is kept: { $path })
papers-no-meeting = No meeting is on record yet. Name a day: planerka agenda --date 2023-05-25.
papers-one-version = The minutes of { $date } have one version: there are no changes.
papers-no-subject = No subject is known as «{ $name }». Names and ids are in subjects.ron.
papers-period = The period ends before it begins. Name its first day by DATE and its last by --to.
card-document = Document:
card-basis = Basis:
card-amends = Amends:
card-controller = Controlled by:
card-rests-on-it = Rests on it:
prompt-reading-event = the date of the event the term is counted from: “{ $event }” · empty: the program's own reading
documents-document = Text of { $document }
documents-execution = Execution of { $document }
documents-control = Documents on control
