# The tour of the first start: five steps over the real screens.
tour-title = Tour · step { $step } of { $of }
tour-help = Do it, or { $next }: next step · Esc: no tour
tour-left = The tour is closed. To take it again: { $again }.
tour-open = Above are the days of meetings. Choose a day with the arrows and press { $open }: the agenda writes itself from the deadlines of the plan.
tour-attendance = Here are the agenda and the card of the chosen item. Begin with attendance: { $all } marks everybody present, { $attendance } goes name by name.
tour-mark = One key marks the item under the cursor: { $done } done, { $progress } in progress, { $risk } at risk. The cursor steps on by itself. Letters work in both keyboard layouts.
tour-undo = A mistake? { $undo } takes the last act back, { $redo } brings it again, after a restart too. Take the trial mark back.
tour-finish = When all is said, { $finish } ends the meeting: minutes and tactical plan are written by themselves. All keys: { $help }; all commands by name: { $palette }.
action-tour = tour
