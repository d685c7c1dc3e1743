# The command line.
cli-usage = Usage
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-usage-options = [OPTIONS]
cli-usage-command = [COMMAND]
cli-usage-command-needed = <COMMAND>
cli-after =
    Without a command the terminal program starts. Data go to stdout, messages to stderr.
    Exit codes: 0 all is well, 1 not found or faults in the files, 2 the call was not understood.

cli-about-planerka = A meeting over documents on control: agenda, marks, minutes and tactical plan.
cli-about-plan = The documents on control: show them, check them, adopt an edition
cli-about-plan-show = The documents on control with the dates their deadlines are read as
cli-about-plan-changes = What another edition of a document would change: of a file, or edited by hand
cli-about-plan-adopt = Adopt an edition of a document from a day on, with its basis
cli-about-plan-check = Faults in plan.ron, deadlines and names that were not understood
cli-about-agenda = The agenda of a meeting: what is dealt with and why
cli-about-who = What a subject answers for, and by when
cli-about-due = What is due when: overdue, this week, the next weeks
cli-about-assignments = Assignments and their control
cli-about-reminders = Reminders to executors: text, or drafts of letters; nothing is sent
cli-about-minutes = The minutes of a meeting
cli-about-tactical = The tactical plan after a meeting
cli-about-deadline = How a wording of a deadline is read
cli-about-check = Every file of the state directory: what is wrong, where, what to do
cli-about-keys = The keys in effect
cli-about-themes = The themes
cli-about-hall = What the room sees, in a second terminal: follows the chair, only reads
cli-about-extract = Extract of the minutes for one subject or for every executor
cli-about-changes = What a version of the minutes says otherwise than the one before
cli-about-report = Execution discipline over a period
cli-about-card = Card of one activity with its trail
cli-about-templates = The embedded templates of papers, written out for editing
cli-about-import = A plan from a file of another program, taken on control
cli-about-new = A new state directory without the example
cli-about-demo = A state directory with a season of meetings over the real plan, for trying out

cli-help-file = A file with the edition; without it what was edited by hand in the state directory
cli-help-side = Which side counts where both changed a cell: POINT/CELL=theirs, ours or base; all=theirs for the rest
cli-help-point = Where marks of a control point go that is gone: POINT/DAY=DAY, POINT=nearest; POINT= keeps them in the trail alone
cli-help-drop = Lift control of an assignment on what is excluded, by its id of plan changes
cli-help-same = What of the file is which of before: NEW=OLD by numbers; NEW= for nothing
cli-help-basis = What it rests on: “order of 14.09.2023 No. R-871”
cli-help-plan-adopt-from = The day from which the edition counts; without it today
cli-help-import-file = The file: DOCX, ODT, XLSX, XLS, ODS, HTML, CSV, TSV, text with a table; told by content
cli-help-document = What the document is known by; without it, of its number or the file's name
cli-help-agenda-document = Only the items of the document with this key or short name
cli-help-due-document = Only of the document with this key or short name
cli-help-who-document = Only of the document with this key or short name
cli-help-controller = Only what this one controls: a post, a name or a part of it
cli-help-plan-show-document = Only the document of this key
cli-help-columns = What the columns are, from the left: number, heading, title, responsible, executors, term, start, end, marked, result, other, skip; “-” keeps the suggestion
cli-help-table = The table to take: its number in the report
cli-help-convert = Have LibreOffice make a DOCX of an old document (DOC, RTF) first; it has to be installed
cli-help-dry_run = Only show what would be taken
cli-help-yes = Take the suggested answers
cli-help-organisation = The full name of the organisation that holds the meeting
cli-help-title = The heading of the plan
cli-help-help = Print help
cli-help-version = Print the version
cli-help-paper_version = An approved version; the one that holds if not given
cli-help-state = The state directory; else PLANERKA_STATE, ./state of a clone, the user's data directory
cli-help-today = The day that counts as today, like 25.05.2023
cli-help-lang = Language: ru or en
cli-help-theme = Theme, see planerka themes
cli-help-json = Print JSON
cli-help-log = A file for what was asked of the disk and how it answered; no contents of documents, no names
cli-help-ascii = Lines, bars and signs in plain ASCII
cli-help-letterhead = Letterhead of docx for this time; else the one the settings name
cli-help-formats = Format: { $formats }; several with commas
cli-help-output = File or directory; «-» is the standard output
cli-help-all = All meetings on record
cli-help-subject = Id or name of the subject; without it an extract for every executor
cli-help-card-activity = Number of the activity, like 1.2.3
cli-help-card-date = As of which day; today if not given
cli-help-card-all = Cards of all activities
cli-help-templates-dir = Where to; what is there stays
cli-help-as_of = The day the state is looked at from; without it the end of the period or today, whichever is earlier
cli-help-to = Last day of the period, which then begins on DATE
cli-help-dir = A new or empty directory
cli-help-agenda-date = The day of the meeting; without it the one the program would offer
cli-help-who-query = A name or a part of it, in any case and any keyboard layout
cli-help-reminders-output = A directory for the .eml drafts, one for each executor; text without it
cli-help-date = The day of the meeting; without it the last one on record
cli-help-format = The form of the document: ron
cli-help-explain = Show what every word was taken for
cli-help-period = Period of the plan: two dates (01.01.2023..31.12.2024) or years (2023..2024, 2024); without it the plan's own
cli-help-from = The day of the order: what repeats and ended before it does not count
cli-help-wordings = Wordings, one an argument, after -- of any kind; without any the input is read, one a line

# Divided by spaces, in either language: what counts as yes.
cli-yes = y yes д да
cli-no = n no н нет
cli-output-failed = Printing failed: { $kind }.

# The call was not understood.
usage-see-help = Help: planerka --help.
usage-unknown-argument = There is no option or argument { $argument } here.
usage-unknown-command = There is no command "{ $name }".
usage-maybe = Probably { $suggested } is meant.
usage-missing-value = { $argument } needs a value.
usage-bad-value = "{ $value }" will not do for { $argument }. Possible: { $known }.
usage-bad-value-because = "{ $value }" will not do for { $argument }: { $why }.
usage-missing-argument = An argument is missing: { $argument }.
usage-missing-command = A command is missing.
usage-conflict = { $argument } is too many here or stands twice.
usage-not-utf8 = Arguments must be UTF-8.
usage-other = The call was not understood: { $error }.
usage-languages = there are the languages ru and en
usage-languages-do = Write ru, en or None.

cli-plan-order = { $kind } of { $date } № { $number }, { $issuer }
cli-plan-term = Deadline:
cli-plan-due = Due:
cli-plan-responsible = Responsible subject:
cli-plan-executors = Executors:
cli-plan-result = Result:
cli-plan-fine = The documents are in order: { $documents }. Headings: { $headings }, activities: { $activities }.

agenda-head = Meeting of { $date } · { $state }
agenda-size = Items: { $items }, taking { $minutes } of { $duration } min
agenda-proposal = proposal, the meeting is not open
agenda-open = going on, minutes № { $number }, draft
agenda-finished = finished, minutes № { $number }
agenda-carried-over = goes on in { $document }
agenda-off-control = off control with its document
agenda-not-held = not held
agenda-aside = Left aside: { $n }
agenda-not-that-weekday = { $date } is a { $weekday }. The next meeting by the plan is on { $next }.

who-nobody = Nobody is found by "{ $query }". planerka who "" prints everybody.
who-members = Members: { $members }
who-counts = overdue { $overdue } · this week { $week } · open in all { $open }
who-on = As of { $date }: { $counts }
who-also = Also found:
who-narrow = Narrow the query to see duties.

due-head = As of { $date }
due-overdue = Overdue
due-this-week = This week
due-next-weeks = { $weeks ->
        [one] The next week
       *[other] The next { $weeks } weeks
    }
due-before-record = Due before the record began
due-values = Indicators without a value
due-value = { $number }. { $name }: for { $date }
due-rest = Later: { $later } · without a date: { $undated }

assignments-head = As of { $date }: under control { $open } of { $all }
assignments-number = { $number } of { $minutes }
assignment-given = assignment of { $minutes }


keys-layouts = Letters mean keys: the same ones work in the Russian layout.


check-fine = In order: { $path }
check-counts = Errors: { $errors }, warnings: { $warnings }
check-unread-deadline = The deadline of activity { $activity } could not be read: "{ $term }".
check-unread-deadline-do = Name a date in the program; the wording stays as it is.
edition-none = The documents are unchanged: there is nothing to adopt.
edition-title = Changes of "{ $document }":
edition-head = requisites or period changed
edition-added = added: { $what }
edition-excluded = excluded: { $what }
edition-renumbered = number changed: { $what }: "{ $old }" → "{ $new }"
edition-amended = set out anew: { $what }; { $cell }: "{ $old }" → "{ $new }"
edition-arranged = the sequence changed
edition-ends-anew = the deadline is set anew, what it was postponed to holds no longer: { $what }
edition-moved = control point moved, its marks go along: { $what }: { $from } → { $to }
edition-doubt = perhaps the same ({ $percent } %): was "{ $old }", is "{ $new }". Answer: --same { $new-key }={ $old-key }, or --same { $new-key }= if it is another
edition-conflict = changed here and in the new text: { $what }; { $cell }: here "{ $ours }", in the new text "{ $theirs }". Answer: --side { $key }/{ $code }=theirs (or ours, base)
edition-lost = { $what }: the new deadline has no point from { $from }, of which something was said; the nearest is from { $to }. Answer: --point { $key }/{ $day }=nearest; unanswered, the mark stays in the trail alone
edition-left-over = { $what }: excluded, and the assignment "{ $text }" is under control. To lift control: --drop { $id }; unanswered, the next meeting decides
edition-doubt-question = Was "{ $old }", is "{ $new }". Are these the same? (yes/no)
edition-side-question = { $what }; { $cell }: as in the new text (t), as here (o), or as before both (b)?
edition-side-theirs = t theirs т
edition-side-ours = o ours з
edition-side-base = b base б
edition-lost-question = { $what }: move the marks to the nearest points of the new deadline? (yes/no)
edition-left-question = Lift control of the assignment "{ $text }"? (yes/no)
edition-side-form = "{ $said }" is not understood: POINT/CELL=SIDE is wanted, like 1.2.3/term=theirs; sides are theirs, ours, base. planerka plan changes shows what both sides changed.
edition-point-form = "{ $said }" is not understood: POINT/DAY=DAY, POINT=nearest or POINT= is wanted. planerka plan changes shows points without a partner.
edition-drop-form = There is no assignment { $said } on what is excluded. planerka plan changes shows them.
edition-question = Adopt this edition? (yes/no)
edition-unanswered = Not adopted: answer the questions above first. The edition before is in force.
edition-not-adopted = Not adopted. To adopt without a question add --yes.
edition-adopted = Adopted. It can be taken back in the program: undo (u).
edition-no-document = There is no document "{ $name }" on control.
controller-nobody = “{ $name }” controls nothing. These do:
    { $names }
controller-several = Several controllers answer to “{ $name }”; name one:
    { $names }
edition-which-document = There are several documents: say whose edition it is with --document KEY.
edition-same-form = "{ $said }" is not understood: NEW=OLD is wanted, numbers or keys.
cell-number = number
cell-title = title
cell-responsible = responsible
cell-executors = executors
cell-term = deadline
cell-result = result
check-edited = The file was edited after work on the document began: { $n } changes. Until they are answered the edition before is in force.
check-edited-do = Look: planerka plan changes. Adopt: planerka plan adopt --from DATE --basis "order of …".
check-no-deadline = Activity { $activity } has no deadline.
check-no-deadline-do = Name a date in the program (correct the reading), or put a deadline into the document.
check-nobody-named = Nobody is named responsible for activity { $activity }.
check-nobody-named-do = Put an executor into the document: without one nobody owes the activity.
check-untitled = Without a title: { $where }.
check-untitled-do = Fill in title: without one nobody knows what is to be done.
check-undated = Nothing says from which day the document counts: no date, no day of taking on control, no period.
check-undated-do = Fill in taken_on_control: the day the document was taken on control.
check-no-activities = There is no activity in the document.
check-begun = The document is begun: there are no activities yet.
check-begun-do = Import the plan, or type it: ctrl-g e in the program.
check-key-twice = The key { $key } stands twice: { $where }.
check-key-twice-do = Remove the line key of the second: the program gives it one of its own.
check-unknown-name = Activity { $activity } names "{ $name }", there is no such subject.
check-unknown-name-do = Add it to subjects.ron if it is to have duties.
check-place-document = the plan's requisites
check-place-direction = direction { $number }
check-place-measure = measure { $number }
check-place-activity = activity { $number }
check-place-indicator = indicator { $number }
check-place-term = term { $number }
check-place-abbreviation = abbreviation { $number }
check-empty-field = The field { $field } is empty: { $where }.
check-empty-field-do = Write what the document says.
check-sequence = Out of sequence: { $expected } is expected, { $found } is there.
check-sequence-do = Correct the number or bring back what is missing.
check-childless = Nothing is inside: { $where }.
check-childless-do = Bring the content back or delete the empty section.
check-bad-id = "{ $who }" will not do as an id.
check-bad-id-do = Latin letters, digits and hyphens are allowed, 64 of them at most.
check-nameless = The subject { $who } has an empty name.
check-nameless-do = Write short and full; there must be no empty aliases.
check-name-taken = Both { $first } and { $second } are called "{ $name }"; the first one counts.
check-name-taken-do = Leave the name to one of them.
check-members-without-group = { $who } has members but is no group.
check-members-without-group-do = Write kind: Group or take the members away.
check-cycle = { $who } is a member of itself.
check-cycle-do = Break the circle: take away one of the members or organisations.
check-journal-subject = The subject “{ $subject }” is neither in subjects.ron nor in the journal, yet records name it: { $words }. Papers show the bare id.
check-journal-subject-do = Put it back into subjects.ron, or say who it is now: in the program "!", the line about it, "m".
check-more = More problems of this file are not shown: { $n }.
check-journal-activity = There is no activity { $activity } in the plan, and the journal has { $words ->
        [one] { $words } record
       *[other] { $words } records
    } of it: no screen and no paper shows them.
check-journal-activity-do = Bring the activity back to plan.ron under its number; the records themselves are whole.
check-unknown-activity = There is no activity { $activity } in the plan.
check-unknown-activity-do = Correct meeting_activity or write None.
check-unknown-language = There is no language "{ $name }"; the language is chosen without it.
papers-not-opened = The meeting of { $date } was never opened, there are no papers.
papers-not-held = The meeting of { $date }: { $state }. There are no papers.
usage-dates = a date is written like 25.05.2023, 25.05, 2023-05-25 or in words: thu, tomorrow, may 25
usage-no-document-key = a document is known by a file name: 1 to 60 letters, digits and . - _ ~, without a space or /, not beginning with a dot and not plan
usage-no-role = a column may be one of: number, heading, title, responsible, executors, term, start, end, marked, result, other, skip; “-” keeps the suggestion
usage-no-number = a whole number is needed, like 4
usage-no-pair = NAME=VALUE is needed, like 12=до 15 мая
usage-no-format = there are ron, txt, md, html, docx, xlsx, csv, ics, json

cli-about-execution = How a document on control is carried out
cli-about-document = A document on control as a table: headings, activities, deadlines, results
cli-about-edition = What an edition of a document on control changed
cli-about-control = The documents on control
cli-help-execution-document = What the document is known by, like r-325
cli-help-execution-date = As of which day; today if not given
cli-help-execution-all = All documents
cli-help-document-document = What the document is known by, like r-503
cli-help-document-date = The day in the name of the file; today if not given
cli-help-document-all = All documents
cli-help-edition-date = The day from which the edition counts; without it the last one adopted
cli-help-edition-all = All editions that were adopted
cli-help-edition-document = The key of the document; may be left out
cli-help-control-date = As of which day; today if not given
cli-help-import-subjects = Who is meant by a name of the plan: a known subject (id or name), a new name, or - for nobody
cli-help-import-deadlines = How the deadline of a row of the file is read (12 or 12.2); its wording stays
cli-help-import-levels = What headings of a level are called, from the outermost: 1=Направление
cli-help-import-headings = Rows of the file that are headings, parted by commas
cli-help-import-activities = Rows of the file that are activities though they have a title alone, parted by commas
cli-help-import-text = Read the text of an order or a letter though the file has a table
cli-help-import-leave = Lines of the text that are no tasks, with commas
cli-help-import-take = Lines of the text that are tasks after all, with commas
