# Papers: what they are made by, and why they were not.
paper-minutes = minutes
paper-tactical-plan = tactical plan
paper-agenda = agenda
paper-extract = extract
paper-report = report
paper-card = card of an activity
papers-no-activity = The plan has no activity { $activity }. planerka plan show prints the numbers.
papers-not-available = The paper “{ $paper }” does not exist as { $format }. There are: { $formats }.
papers-writer = The paper was not made: { $why }.
papers-binary = { $format } is no text: it goes neither to a screen nor among others. Name a file or directory with -o.
papers-template-used = { $template } Files written: { $files }.

templates-there = { $path } is there and differs; it was left as it is. For the embedded template name another directory.

fault-template-syntax = The template cannot be read ({ $detail }).
fault-template-no-template = It refers to a template that is not there ({ $detail }).
fault-template-unknown-name = It calls a filter, function or block nobody knows ({ $detail }).
fault-template-no-value = It prints a field the paper does not have ({ $detail }).
fault-template-endless = It does not come to an end: too many steps.
fault-template-other = It could not be filled ({ $detail }).
fault-template = The template will not do.
fault-template-do = The embedded template was used; fields and filters are in docs/templates.md.
