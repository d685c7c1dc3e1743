# Papers: what they are made by, and why they were not.
paper-minutes = minutes
paper-tactical-plan = tactical plan
paper-agenda = agenda
paper-changes = changes to the minutes
paper-extract = extract
paper-report = report
paper-card = card of an activity
papers-no-activity = The plan has no activity { $activity }. planerka plan show prints the numbers.
papers-not-available = The paper “{ $paper }” does not exist as { $format }. There are: { $formats }.
papers-writer = The paper was not made: { $why }.
papers-not-kept = The approved papers of the meeting of { $date } (version { $version }) are not there: the files were deleted or changed. planerka check says what to do.
papers-no-version = The minutes of { $date } have no version { $version }.
papers-redrawn = There is no file of the papers of { $date } (version { $version }), and an earlier program kept no digest: drawn anew from the journal and the settings of now.
papers-taken = The papers of { $date } (version { $version }) were approved by an earlier program: the contents are those of the file, the look is that of the settings of now.
papers-binary = { $format } is no text: it goes neither to a screen nor among others. Name a file or directory with -o.

templates-there = { $path } is there and differs; it was left as it is. For the embedded template name another directory.

fault-template-syntax = The template cannot be read ({ $detail }).
fault-template-no-template = It refers to a template that is not there ({ $detail }).
fault-template-unknown-name = It calls a filter, function or block nobody knows ({ $detail }).
fault-template-no-value = It prints a field the paper does not have ({ $detail }).
fault-template-endless = It does not come to an end: too many steps.
fault-template-too-large = It asks for more than any paper needs: of text, of indent or of memory.
fault-template-tag-too-long = A tag longer than { $detail }: divide it.
fault-template-other = It could not be filled ({ $detail }).
fault-template = The template will not do.
fault-template-do = The embedded template was used; fields and filters are in docs/templates.md.

# Writing papers from the screen.
action-choose-place = another directory
action-open-folder = open the folder
documents-place = Where to: { $place }
documents-place-usual = export/ of the state directory
documents-writing = { $done } of { $all } · { $key } stops
documents-writing-still = Papers are still being written. Wait for the end or stop it: Esc.
documents-stopped = Stopped. Files written: { $files } (each is whole): { $place }
documents-left = ; left as they were: { $count }
documents-differing = { $name } is there and differs
documents-differing-replace = replace it and others like it; the former ones go to backups
documents-differing-leave = leave the former ones, write the rest
documents-differing-stop = stop
documents-folder = The folder is being opened: { $place }
documents-folder-failed = The folder did not open ({ $why }). It is here: { $place }
documents-folder-no-desktop = there is no desktop here
documents-folder-none = it is not there yet
prompt-export-place = Directory for the papers
prompt-export-place-help = Empty: export/ of the state directory; “~” is the home directory.

paper-document = document on control as a table
paper-execution = execution of a document
paper-control = documents on control
papers-no-document = No document { $document } is on control. Which there are: planerka plan show
fault-letterhead-missing = There is no letterhead of that name in templates/.
fault-letterhead-missing-do = The paper was made without it. Put the file into templates/ or correct papers.letterhead in settings.ron.
fault-letterhead-not-docx = The letterhead cannot be read: it is no DOCX, or damaged.
fault-letterhead-not-docx-do = The paper was made without it. Save the letterhead as DOCX in Word or LibreOffice.
fault-letterhead-too-large = The letterhead is larger than any needs to be: 16 MB, unpacked 64 MB.
fault-letterhead-too-large-do = The paper was made without it. Make its pictures smaller.
fault-letterhead-active = The letterhead holds macros or controls.
fault-letterhead-active-do = The paper was made without it. Save it as DOCX without macros.
fault-letterhead-outside = The letterhead reaches outside: a linked picture or template.
fault-letterhead-outside-do = The paper was made without it. Put the picture into the letterhead, break the link to the template.
fault-letterhead-strict = The letterhead is in the strict form of Open XML.
fault-letterhead-strict-do = The paper was made without it. Save it as an ordinary DOCX.
fault-letterhead-marker = The place of the paper is marked wrongly: the mark must stand once, as a paragraph of its own, in no table and no frame.
fault-letterhead-marker-do = The paper was made without it. Move the mark, or take it out: the paper then goes to the end.
