# Import of other people's plans: refusals, report, questions.
import-refused-empty = The file is empty. Check that it is the right one.
import-refused-too-large = The file is larger than { $limit } MB: no plan is. Save the plan's table alone to a file.
import-refused-bomb = The file unpacks to more than a plan can hold; reading was stopped. Save the plan's table alone to a file.
import-refused-doc = This is a document of old Word (DOC). Open it and save it as DOCX; with LibreOffice: soffice --headless --convert-to docx FILE
import-refused-rtf = This is an RTF file. Open it and save it as DOCX; with LibreOffice: soffice --headless --convert-to docx FILE
import-refused-pdf = This is a PDF: it holds no tables. Ask for the original (DOCX, XLSX) or copy the table into a text file.
import-refused-password = The file is protected by a password. Open it and save it without one.
import-refused-damaged = The file is damaged and does not open ({ $detail }). Get it again, or open it in an office program and save it anew.
import-refused-archive = This is an archive, not a document; it holds: { $holds }. Unpack it and name the plan's file.
import-refused-unknown = A file of an unknown kind: neither text nor document. DOCX, ODT, XLSX, XLS, ODS, HTML, CSV, TSV and text with a table are read.
import-refused-foreign = This is a { $what } file; plans are not read from it. DOCX, ODT, XLSX, XLS, ODS, HTML, CSV, TSV and text with a table are read: save the plan as one of these.
import-refused-no-table = There is no table of a plan in the file, and no task in its text. A plan is read from a table: activities are rows; deadlines and responsibles are columns. If it is an order or a letter, name the lines that are tasks: --take 12,15
import-refused-no-such-table =
    { $tables ->
        [0] There is no table { $wanted } in the file: it has no tables
        [1] There is no table { $wanted } in the file: it has one, number 1
       *[other] There is no table { $wanted } in the file: there are numbers 1 to { $tables }
    }
import-refused-no-plan =
    { $tables ->
        [one] The only table of the file does not look like a plan
       *[other] None of the file's { $tables } tables looks like a plan
    }: columns with the activity and with deadline or responsible are needed. Name the columns: --columns number,title,term,responsible; the table: --table N

import-role-number = number
import-role-heading = heading
import-role-title = activity
import-role-responsible = responsible
import-role-executors = executors
import-role-term = deadline
import-role-start = start
import-role-end = end
import-role-marked = mark of when
import-role-result = result
import-role-other = kept under its name
import-role-skip = not taken

import-file = File { $file }: { $format }
import-file-encoded = File { $file }: { $format }, encoding { $encoding }
import-document = Document { $key }: { $requisites }
import-sheet-taken = Sheet: “{ $name }”
import-tables-joined = The plan is put together from tables: { $tables }
import-table-left =
    { $rows ->
        [one] Table { $name } not taken ({ $rows } row): { $head }
       *[other] Table { $name } not taken ({ $rows } rows): { $head }
    }
import-columns = Columns:
import-column = { $head } → { $role }
import-no-head = (no name)
import-no-term = There is no column for the deadline
import-no-result = There is no column for the expected result
import-no-people = There is no column for the responsibles
import-one-people = There is one column of people: it is kept as the responsibles
import-no-headings = There are no headings: activities follow one another
import-activities =
    { $count ->
        [one] { $count } activity
       *[other] { $count } activities
    }
import-without-number =
    { $count ->
        [one] { $count } without a number in the source (counted in sequence)
       *[other] { $count } without a number in the source (counted in sequence)
    }

import-footnote = Footnote taken off the text: { $text }
import-corrections = Corrections accepted: { $inserted } inserted, { $deleted } deleted
import-hidden-text = Hidden text left out, places: { $count }
import-hidden-sheet = Hidden sheet “{ $name }” left out
import-hidden-rows = Sheet “{ $sheet }”: hidden rows left out: { $rows }
import-hidden-columns = Sheet “{ $sheet }”: hidden columns left out: { $columns }
import-typed-date = { $cell }: a date, written out as “{ $text }”
import-joined = Row { $row }: joined to “{ $text }”
import-number = Row { $row }: number { $to } brought back (“{ $from }” in the file)
import-edition-note = Row { $row }: a note on editions, no heading: { $text }
import-aside = Row { $row }: no activity: { $text }
import-marks = Deadlines made of the names of columns with marks: { $count }
import-repeated = Ditto marks replaced by the cell above: { $count }
import-beside-people = Deadlines parted from people in one cell: { $count }
import-no-mark = Row { $row }, column “{ $column }”: “{ $text }” is neither a mark nor a deadline; kept under the name of the column
import-start-and-end = Deadlines made of the columns of start and end: { $count }
import-read-with-year = Row { $row }: the deadline “{ $term }” has no year; by the day of the document it is read as “{ $reading }”
import-read-as-limit = Row { $row }: “{ $term }” is named as the deadline and is read as “{ $reading }”
import-read-with-heading = Row { $row }: the deadline “{ $term }” is read with its heading: { $reading }
import-empty-column = Column “{ $name }” is empty and not taken
import-other-column = Column “{ $name }” has no place in the plan: it is kept under its name
import-heading-cells = Headings with responsibles, deadlines or results of their own: { $count }
import-goal = Row { $row }: the goal of a heading, no activity: { $text }
import-hyphens = Words put together: { $words }
import-period-title-years = Which part of the years in the title is meant was not understood; the plan's period is all of them: { $first } to { $last }
import-period-deadlines = The title names no period; taken from the years the deadlines name: { $first } to { $last }
import-period-deadlines-and-date = The title names no period; taken from the years the deadlines name and that of the document: { $first } to { $last }
import-period-date = Neither title nor deadlines name a period; taken from the year of the document: { $first } to { $last }
import-period-nothing = No year is named anywhere; deadlines are read from the day of taking on control to the end of the next year: { $first } to { $last }
import-unread = Deadlines that are not read: { $count }
import-assumed = Deadlines whose reading assumes something: { $count }
import-place = row { $row }, { $name }: “{ $term }”
import-subjects = Subjects: { $same } known, { $new } new, { $like } like known ones

import-ask-shifted = Question: row { $row } is shifted; its cells were put under their columns: “{ $text }”
import-ask-heading = Question: row { $row } is taken for a heading, not an activity: “{ $text }”
import-ask-activity = Question: row { $row } is taken for an activity, not a heading: “{ $text }”
import-ask-several = Question: row { $row } has several matters in one cell; they were left together: “{ $text }”
import-ask-column = Question: column { $column } has no clear name and is taken by its cells as “{ $role }”
import-ask-table = Question: “{ $name }” looks like the same plan and is not taken
import-questions-open =
    { $count ->
        [one] { $count } question is open; nothing was written. Take the suggested answer: --yes; change it: { $options }
       *[other] { $count } questions are open; nothing was written. Take the suggested answers: --yes; change them: { $options }
    }
import-written =
    { $subjects ->
        [0] Document { $key } written: { $path }
       *[other] Document { $key } written: { $path }; new subjects: { $subjects }
    }
import-unchanged = Document { $key }: nothing changed.
import-another-edition = Document { $key } is on control already, and the file holds another edition of it; nothing was written. What it changes: planerka plan changes FILE --document { $key }; to adopt it: planerka plan adopt FILE --document { $key }. To take the file as a document of its own, name another key: --document
import-no-document = There is no document { $key }. There are: { $known }
new-made = Directory { $path } is ready: without the example, with an empty document. Next: planerka --state { $path } import FILE or planerka --state { $path }

prompt-import = The plan's file
prompt-import-help = Tab completes the name · DOCX, ODT, XLSX, XLS, ODS, HTML, CSV, TSV, text · nothing is written before you agree
import-step-tables = Tables
import-step-columns = Columns
import-step-rows = Headings and activities
import-step-people = People and deadlines
import-step-report = Report: Enter writes
import-step-help = Enter goes on; ← → take it for something else; Esc writes nothing
import-cannot-change = This line cannot be changed.
import-left = The import was left; nothing was written.

import-order-issuer = Issued by: { $text }
import-order-basis = Basis: { $text }
import-order-amends = Amends: { $text }
import-order-controller = Controlled by: { $text }
import-order-tasks =
    { $count ->
        [one] { $count } task; lines of the text (+ task, – no task, ⟨deadline⟩):
       *[other] { $count } tasks; lines of the text (+ task, – no task, ⟨deadline⟩):
    }
import-order-nobody = nobody is named
import-aside-control = control
import-aside-force = coming into force
import-aside-signing = done by signing
import-aside-telling = information
import-aside-decided = left out by decision
import-ask-no-number = Question: the document has no number; it is called by its date or heading
import-ask-no-date = Question: the document has no date; its days are counted from the day it is taken on control
import-ask-nobody = Question: line { $row }: nobody is named: “{ $text }”
import-ask-term-before = Question: line { $row }: the deadline “{ $term }” is before the date of the document
import-written-apart = Another document bears this number; this one is written apart as { $key }: { $path }. New subjects: { $subjects }
import-step-lines = Lines of the text
import-step-lines-help = ← → — task or not; Enter — on; Esc — write nothing
import-pasted = pasted text
import-subject-like = ? { $name }: looks like “{ $subject }”, taken for it
import-subject-same = = { $name }: is “{ $subject }”
import-subject-new = + { $name } ({ $kind })
import-subject-new-near = + { $name } ({ $kind }); nearest is “{ $near }”
import-subject-nobody = – { $name }: no subject, stays in the text
import-kind-organisation = organisation
import-kind-group = group
import-kind-position = post
import-kind-person = person
import-terms-head = Deadlines: { $unread } not read, { $assumed } with an assumption, { $corrected } corrected
import-term-unread = ? row { $row }, { $name }: “{ $term }” is not read
import-term-assumed = ~ row { $row }, { $name }: “{ $term }” is read as { $reading }
import-term-corrected = = row { $row }, { $name }: read “{ $term }” as “{ $reading }”
import-ask-alike = Question: “{ $name }” looks like the known subject { $subject } and was taken for it
import-as-new = A new document, known as { $key }
import-as-edition = An edition of the document “{ $name }”
import-level = Level { $depth } is called “{ $name }”: { $count } headings
import-no-such-row = { $option }: row { $row } will not do. There are rows { $rows }
import-no-rows = { $option }: row { $row } will not do, and the file has no other such rows. The report says what it has: --dry-run
import-no-such-column = --columns: { $named } columns are named, the table has { $count }
import-correct-no-name = The plan has no name “{ $name }”. The report has them: --dry-run
import-correct-no-row = The file has no activity in row { $row }. The report has the rows: --dry-run --json
import-correct-no-level = The plan has no level { $depth }; it has { $count }
import-correct-unread = Row { $row }: “{ $text }” is neither a date nor a deadline
prompt-import-level = Name of the level
prompt-import-level-help = what the document calls its headings of this level · empty: as suggested
prompt-import-name = Name of the subject
prompt-import-name-help = a new subject · “short — full” where there are two names · the name of a known one takes it
prompt-import-known = this is the known subject “{ $name }”
prompt-import-term = Read the deadline as
prompt-import-term-help = a date or a wording; empty: as the program reads it · the words of the plan stay
import-step-people-help = Enter — on; ← → — take otherwise; e — type; x — take away; Esc — write nothing
import-left-column = Column “{ $name }” is not taken
import-ask-parted = Question: in row { $row } several matters stand in one cell; they are taken as activities of their own ({ $parts }): “{ $text }”
import-reading = Reading { $file }… Esc stops it
import-convert-ask = { $file } is a document of an old kind. Have LibreOffice make a DOCX of it and read that? The file itself stays as it is.
import-convert-late = LibreOffice did not end within a minute; nothing was written. Open the file and save it as DOCX.
import-convert-nothing = LibreOffice could not convert the file; nothing was written. Open the file and save it as DOCX.
import-convert-io = LibreOffice did not start ({ $kind }); nothing was written. Open the file and save it as DOCX.
import-convert-none = LibreOffice is not on this machine. Open the file in an office program and save it as DOCX.
import-convert-offer = LibreOffice is here: add --convert, and the file is converted.
