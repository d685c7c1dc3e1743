# Screens: titles, hints, notices, errors.
title-start = Planerka
title-subjects = Responsible
title-on-control = Documents on control: { $n }
title-no-documents = No documents on control
title-plan = { $kind } { $date } № { $number }
title-meeting-open = Meeting of { $date } · № { $number }, draft
title-meeting-reopened = Meeting of { $date } · № { $number }, reopened after version { $version }
title-meeting-finished = Meeting of { $date } · № { $number }, approved, version { $version }
top-as-of = as of { $date }
top-as-of-meeting = as of the meeting on { $date }
top-present = present { $present } of { $members }
top-items = items { $done }/{ $total }
top-pace = { $minutes } min left · { $each } each
top-overtime = { $minutes } min over

start-which = Which meeting?
start-outside-plan = Today is { $today }, the plan runs from { $first } to { $last }. Choose a meeting; Enter opens the first one without minutes.
start-example = This is an example: a real plan for { $first } to { $last }, today is { $today }. A plan of your own: { $import }; Enter looks around in the example.
start-over = Today is { $today }, the documents ran until { $last }. Assignments stay under control. Closing report and carrying over: { $plan }, { $closing }; the next plan: { $import }.
start-files = Files (documents, journal, minutes) lie in { $directory }
start-open = the meeting is not finished, Enter goes on
start-finished = minutes № { $number }
start-not-held = not held: { $reason }
start-day-off = day off
start-today = today

agenda-title = Agenda
agenda-empty = No items: nothing is due or overdue. An item from the plan: i, another topic: t.
card-title = { $kind ->
    [point] Point { $item }
   *[activity] Activity { $item }
}
card-title-other = Item
card-title-branch = Part of the plan
card-term = Deadline:
card-due = Read as:
card-occurrence = occurrence { $n } of { $of }: { $span }
card-corrected = the reading was corrected by hand
card-unread = Could not be read: the deadline was not understood. Name a date with y in the plan.
card-missed = { $n ->
        [one] { $n } earlier occurrence is not closed
       *[other] { $n } earlier occurrences are not closed
    }
card-status = Mark:
card-trail = Trail:
card-result = Result:
card-responsible = Responsible subject:
card-executors = Executors:
card-entries = At this meeting
card-earlier = Under control from earlier meetings
card-who-due = { $who } · due { $due }
card-who-due-state = { $who } · due { $due } · { $state }
card-no-executor = no executor
card-extensions = { $n ->
        [one] moved once
       *[other] moved { $n } times
    }
card-branch-counts = Activities: { $all } · closed entirely: { $finished } · overdue: { $overdue } · occurrences due by this day: { $due } · of them done: { $done }

plan-title = Plan
plan-filter-direction = section { $n }
plan-filter-overdue = overdue
plan-filter-soon = due within a month
plan-filter-untouched = without marks
plan-filter-in-work = in progress
plan-filter-closed = done and cancelled
plan-nothing-fits = Nothing fits the filter; c clears it.

subjects-by-urgency = Who owes what · overdue first
subjects-by-load = Who owes what · busiest first
subjects-by-name = Who owes what · by name
subjects-overdue = overdue
subjects-this-week = this week
subjects-open = open
subjects-assignment = Assignment { $number }

prompt-entry = { $kind } · { $item }
prompt-entry-help = @executor · by 15.06 · !controller · #label · Tab changes the kind · Alt-2 @ · Alt-3 #
prompt-date-as-text = { $key } keeps it in the text
prompt-text-as-date = "{ $words }" is text, { $key } takes it as due { $date }
prompt-no-such-day = there is no such day, stays in the text: { $words }
prompt-stays = stays in the text: { $words }
entry-due = by { $due }
prompt-vote-help = “9 0 1”: for, against, abstained; or “unanimous”
prompt-opinion-help = @who and what: stands in the minutes as a dissenting opinion
prompt-private = Only you see it: it stays out of the minutes.
prompt-executors = executor: { $who }
prompt-due = due: { $due }
prompt-excuse = Why absent: { $who }
prompt-deputy = Who stands in for: { $who }
prompt-deputy-body = Who represents: { $who }
prompt-deputy-help = name, post; in the minutes: «за … – …»
prompt-deputy-body-help = name, post; in the minutes: «от … – …»
prompt-topic = A topic outside the plan
prompt-postpone-to = Postpone to which day
prompt-postpone-reason = Why it is postponed to { $to }
prompt-cancel-reason = Why it is cancelled
prompt-control-extend = Extend to
prompt-control-keep = Keep under control until
prompt-control-hear = Hear at the meeting of
prompt-control-reason = Reason
prompt-reopen-reason = Why the minutes are reopened
prompt-skip-reason = Why the meeting of { $date } is not held
prompt-move-reason = Why the meeting of { $date } moves to { $to }
prompt-reading = How to read the deadline of activity { $item }
prompt-minutes = Minutes for the item
prompt-guest = Who is invited
prompt-date-help = thu · +2thu · tomorrow · 15.06 · eom

assign-title = Assignment · { $item }
assign-executors = Who
assign-and-more = { $names } and { $n } more
assign-due = Due
assign-text = What
assign-default-text = Обеспечить результат: { $result }
assign-default-about = Present information { $about }
assign-default-topic = Present information on "{ $title }"
assign-help = Enter goes on and records · Tab adds another, next field · the first named is responsible
assign-load = { $open } open, { $week } this week
assign-new-person = + add a person or post: { $name }
assign-new-organisation = + add an organisation: { $name }

attendance-title = Attendance: { $present } of { $members }
attendance-guest = guest
attendance-help = a all present · x absent · e excused · Enter done

finish-title = Finish the meeting?
finish-number = Minutes № { $number }
finish-first-number = The first of { $year }; another first number is set in the settings: { $key }.
finish-number-early = Minutes № { $number }: the meeting of { $dates } is not finished and gets a later number
finish-present = Present { $present } of { $members }
finish-counts = Items: { $items } · marks: { $marks } · decisions: { $decisions } · assignments: { $assignments }
finish-holes = Missing: { $n }
finish-no-holes = Nothing is missing.
finish-help = Enter finishes and writes · e mends · Esc goes back
hole-chair = the minutes have no chair
hole-nobody-present = no member is marked as present
hole-place = the minutes name no place
hole-secretary = the minutes have no secretary
hole-post = { $who } has no post
hole-attendance = attendance is not recorded for everybody
hole-absent-speaker = { $item }: { $who }, who reports, is absent
hole-undecided = Assignment { $number } is due – no decision on its control
hole-unconsidered = { $item } not considered → next meeting: { $title }
hole-no-executor = { $item }: an assignment without an executor
hole-no-due = { $item }: an assignment without a due date

search-title = Search
search-title-agenda = An item from the plan for the agenda
search-title-commands = Commands
search-count = { $n ->
        [one] { $n } hit
       *[other] { $n } hits
    }
search-subject = subject

choice-left-aside = What was left aside
choice-assignment = Which assignment?
choice-control = Assignment { $number }: { $text }
choice-phrase = Ready phrase
control-choice-lift = Lift control
control-choice-reported = The executor reported it done
control-choice-extend = Extend to …
control-choice-keep = Keep under control until …
control-choice-hear = Hear …
control-choice-drop = Drop as no longer relevant …

phrase-noted = Информацию принять к сведению.
phrase-approve = Одобрить представленный проект.
phrase-continue = Продолжить работу в соответствии с планом.
phrase-report = Представить информацию об исполнении к следующему совещанию.
phrase-coordinate = Обеспечить координацию исполнителей.
phrase-publish = Разместить материалы на официальном сайте.

help-title = Keys · letters work in both keyboard layouts
confirm-title = Question
confirm-help = { $yes } yes · { $no } no
confirm-quit-open = The meeting of { $date } is not finished. Every mark is recorded, drafts of the papers stay. Leave?
confirm-undo-approval = The minutes № { $number } of { $date } are approved. Take the approval back as if it had not been? Changes to approved minutes are made with R: with a reason and a new version.

history-title = History, newest first
history-line = { $day }  { $what }
history-undone = { $day }  undone: { $what }
history-elsewhere = { $line } · { $writer }, { $day } { $time } by its clock
notice-clocks = Clocks differ: recorded { $there } on the computer { $writer }, here it is { $here }. The order of records does not hang on clocks; check the date.
history-empty = Nothing is recorded yet.

act-and-more = { $n ->
        [one] { $first } and { $n } more
       *[other] { $first } and { $n } more
    }
act-open-meeting = meeting of { $day } opened
act-finish-meeting = meeting of { $day } finished
act-reopen-meeting = minutes of { $day } reopened
act-skip-meeting = meeting of { $day } not held
act-attendance = { $who }: { $presence }
act-add-item = on the agenda: { $item }
act-drop-item = off the agenda: { $item }
act-move-item = item { $item } moved
act-set-item = time of { $item }
act-park = parked: { $item }
act-unpark = out of the parking lot: { $item }
act-mark = { $item } { $status }
act-entry = { $kind } on { $item }: { $text }
act-delete-entry = entry deleted: { $entry }
act-move-entry = entry moved: { $entry }
act-control = { $assignment }: { $control }
assignment-with-text = assignment { $number } “{ $text }”
act-identify = “{ $unknown }” is { $who } now
act-subject = subject added: { $who }
act-edition = edition of { $document } from { $date }
act-amend = a change of a document
act-reading = deadline of { $item } corrected

notice-unknown-key = { $keys } does nothing here. All keys: { $help }.
notice-not-here = This command has no effect here.
notice-paste-nowhere = Nowhere to paste: open an entry (n, v, e) and paste into it.
notice-read-only = Read-only: { $why }
notice-not-recorded = NOT RECORDED: { $why }
notice-papers-written = Written: { $minutes } and { $plan }
notice-papers-kept = The papers are written; what was edited by hand is kept: { $copies }
notice-papers-followed = Papers brought to what was approved: { $papers }
notice-papers-followed-copies = Papers brought to what was approved: { $papers }; what stood there is in { $copies }
notice-papers-failed = The papers were not written: { $why } Everything recorded is safe in the journal.
notice-undone = Undone: { $what }
notice-redone = Redone: { $what }
notice-nothing-to-undo = Nothing to undo.
notice-nothing-to-redo = Nothing to redo.
notice-meeting-opened = The meeting is open. Items: { $n }, left aside: { $aside }.
notice-meeting-continued = Going on where it was left.
notice-meeting-finished = The minutes are approved; R reopens them.
notice-meeting-locked = The minutes are approved and locked. R reopens them.
notice-draft-kept = Not recorded; what you typed comes back when you open it again.
notice-draft-back = You typed this before and did not record it.
notice-meeting-ended = The meeting is finished, minutes № { $number }.
notice-meeting-reopened = The minutes are open again; finishing makes a new version.
notice-meeting-skipped = The meeting of { $date } is on record as not held.
notice-meeting-moved = The meeting of { $date } is moved to { $to }.
notice-item-dropped = Off the agenda: { $item }
notice-item-parked = Parked: { $item }
notice-item-moved = Moved: { $item }
notice-item-added = On the agenda: { $item }
notice-item-set = Time of the item changed: { $item }
notice-nothing-aside = Everything with a reason is on the agenda already.
notice-nothing-to-mark = Nothing to mark here: choose an activity.
notice-marked = { $items }: { $status }
notice-no-members = No members are named: name them in the settings ({ $key }) or invite with { $invite }.
notice-attendance = { $who }: { $presence }
notice-attendance-known = Attendance is recorded for everybody.
notice-all-present = { $n ->
        [one] { $n } present
       *[other] { $n } present
    }
notice-subject-written = Recorded: { $who }
notice-guest = Guest: { $who }
notice-assignment-between = Given between meetings: there are no minutes of it to open.
notice-no-assignment = Nothing is under control here.
notice-control = Assignment { $number }: { $control }
notice-entry-written = { $kind } · { $item }: recorded
notice-entry-converted = Now: { $kind }
notice-entry-deleted = The entry is deleted; u brings it back.
notice-entry-moved = The entry is moved.
notice-reading-corrected = The deadline of { $item } is corrected; u brings the old reading back.
notice-assigned = { $item } → { $who }, by { $due }

error-empty = The text is empty: write at least a word.
error-unknown-executor = No such executor: { $name }. Choose from the list or add one with e.
error-vote = Not understood as a vote: “9 0 1” (for, against, abstained) or “unanimous”.
error-opinion = Whose opinion it is: begin with @name of one person.
error-due-in-the-past = The due date lies before the meeting.
error-no-executor = Name an executor: begin to type a name.
error-minutes = Minutes are a whole number from 1 to 600.
error-not-finished = Only approved minutes can be reopened.
error-meeting-exists = This meeting is on record already.
error-paste-cut = The paste was cut: { $n ->
        [one] { $n } character
       *[other] { $n } characters
    } found no room, the limit is { $limit }.
error-same-day = That is the same day: name another.
error-date-as-name = That looks like a date: it goes into the next field.
error-date = «{ $text }» is not a date. Try: thu, +2thu, tomorrow, 15.06, eom.
error-no-such-day = There is no such day: «{ $text }».
error-no-plan-due = The plan names no date: name one yourself.
date-past = already past
date-day-off = a day off
date-in-days = { $days ->
        [one] in { $days } day
       *[other] in { $days } days
    }
card-why = Why on the agenda:
title-meeting-short = { $date } № { $number }
title-assignments = Assignments
assignments-open = Under control
assignments-due = Due by { $day }
assignments-overdue = Overdue
assignments-reported = Reported done, not lifted
assignments-closed = Off control
assignments-all = All assignments
assignments-by-due = by due date
assignments-by-executor = by executor
assignments-by-number = by minutes
assignments-empty = Nothing here. An assignment is given at a meeting with e; s changes the filter.
assignments-card = Assignment
choice-since-last = Since the last meeting, { $date } · { $n }
choice-trail = Trail · { $item }
trail-mark = { $status } (point until { $point })
reader-versions = Version { $old } → version { $new }
versions-changed = { $point }: changed
versions-dropped = { $point }: dropped
versions-added = { $point }: added
search-title-identity = Who it is now
search-title-speaker = Speaker
news-status = { $status }, { $day }
news-status-happened = { $status }, marked { $day }
news-lifted = assignment { $number } off control { $day }
news-extended = assignment { $number } extended to { $to }
news-same-number = One number: minutes of { $other } and { $date }
news-same-number-do = No. { $number }; another: ! and m
news-held-twice = The meeting of { $date } was held on two computers
news-held-twice-do = version { $version }; anew: ! and m
news-reopened-twice = The minutes of { $date } were reopened on two computers
news-reopened-twice-do = { $reasons }; approve them
news-control-apart = Assignment { $number }, on another computer: { $other }
news-control-apart-do = holds: { $holds }
news-of-points = { $news } · points: { $n }
news-moved = moved to { $to }
news-overdue = was due { $due }
news-promised = assignment { $number }: promised by { $due }
news-promised-reported = assignment { $number }: reported done
notice-no-news = Nothing to tell since the last meeting.
notice-no-trail = Nothing was said of it yet.
notice-one-version = There is one version of the minutes, nothing to compare.
notice-speaker = { $item }: speaker { $who }
top-pace-behind = { $minutes } min left · { $each } each · { $lag } min behind
prompt-skip-date = Move the meeting of { $date } to which day (empty: not held)
prompt-dative = { $who } in the dative case, for the papers
prompt-speaker = speaks: { $who }
prompt-controller = controller: { $who }
notice-identified = “{ $unknown }” is { $who } now: everything recorded is theirs.
notice-dative = The dative form is recorded: { $who }
card-speaker = Speaker:
start-proposed = { $n ->
        [one] { $n } item to consider
       *[other] { $n } items to consider
    }
start-counting = items to consider: …
start-moved-to = moved to { $to }: { $reason }
agenda-assignment = it.{ $number }
card-moved-to = Postponed to:
phrase-lift = Снять с контроля поручение { $number }.
phrase-extend = Продлить срок поручения { $number } до …
notice-reloaded = Another program changed the state directory: the new state is shown.
notice-gone = What was read before is shown, what is new stays in memory until the file is back. { $why }
notice-not-reloaded = Another program changed the state directory, but it cannot be read: { $why }. The old state is shown.
card-assumed = the reading is assumed: { $why }; y corrects it
prompt-reading-help = a date or a wording: 15.06 · июнь 2023 г., май 2024 г. · empty: the program's own reading
prompt-reading-end = point { $n } of { $of }: until { $last }
prompt-reading-all = { $of ->
        [one] in place of { $of } point
       *[other] in place of { $of } points
    } – { $n }: { $windows }
error-reading = «{ $text }» is neither a date nor a deadline.
error-reading-before = Point { $n } begins on { $first } and cannot end before it. Other dates are written in words: май 2023 г., июнь 2024 г.
mark-assignment = assignment { $number }
mark-choice-assignments = Assignments
mark-choice-points = Control points
mark-choice-both = Both
mark-point-due = control point, due { $due }
choice-mark = “{ $mark }” – of what?
notice-happened = actually on { $day }
notice-mark-one-by-one = What is decided on assignments is marked one by one.
notice-section-edge = The edge of the section. The same key again moves it to “{ $section }”.
notice-nothing-changed = Nothing changed: it is so already.
notice-already-listed = On the agenda already: { $item }
prompt-done-on = Done on
prompt-done-on-help = the day it was really done: yesterday, Fri, 02.06
error-not-happened-yet = That day is still to come: nothing is done later than { $day }.
error-meeting-there = There is a meeting on { $date } already: choose another day.

find-label = Line:
find-help = number (1.2.4), count (3j) or words · Enter keeps · Esc goes back
find-nothing = no such line
find-found = { $place } of { $n } · ↑↓
top-narrowed = only “{ $words }”
notice-no-editor = The editor did not open: { $why }. Name one in the variable EDITOR.
search-title-asked = Who asks for it
notice-asked = { $item }: asked for by { $who }
notice-asked-no-more = { $item }: nobody asks any more
