# The hall: what everybody sees.
hall-title = Meeting
hall-open = Meeting { $date } · no. { $number }
hall-finished = Meeting { $date } is over · minutes no. { $number }
hall-progress = { $done } of { $total } dealt with
hall-next-meeting = The next meeting is on { $date } at { $time }
hall-next = Next: { $name }
hall-no-items = The agenda has no items yet.
hall-control = Assignment { $number }: { $control }
hall-due = by { $due }
hall-who = Carried out by: { $who }
hall-term = Due: { $term }
