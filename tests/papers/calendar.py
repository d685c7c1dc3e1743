"""Reads every calendar here, holds it to RFC 5545 and prints the days of meetings.ics."""
import datetime
import pathlib
import sys

try:
    import icalendar
    from dateutil.rrule import rrulestr
except ImportError:
    print("SKIP")
    sys.exit(0)

taken, days = set(), []
for path in sorted(pathlib.Path(".").glob("*.ics")):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    found = 0
    for component in calendar.walk():
        assert not component.errors, (path, component.errors)
        for name in component.required:
            assert name in component, (path, component.name, name)
        for name in component.singletons:
            assert not isinstance(component.get(name), list), (path, component.name, name)
        for name in component.exclusive:
            others = [other for other in component.exclusive if other in component]
            assert len(others) <= 1, (path, others)
        found += component.name in ("VEVENT", "VJOURNAL")
    assert found, path
    # What was read is written again as it was.
    assert icalendar.Calendar.from_ical(calendar.to_ical()) == calendar, path
    if path.stem != "meetings":
        continue
    for event in calendar.walk("VEVENT"):
        if "RECURRENCE-ID" in event:
            taken.add(event["RECURRENCE-ID"].dt)
        exceptions = event.get("EXDATE", [])
        for exception in exceptions if isinstance(exceptions, list) else [exceptions]:
            taken.update(one.dt for one in exception.dts)
    for event in calendar.walk("VEVENT"):
        start = event["DTSTART"].dt
        if "RRULE" in event:
            rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=start)
            days.extend(one.date() for one in rule if one not in taken)
        else:
            assert isinstance(start, datetime.datetime)
            days.append(start.date())
for day in sorted(days):
    print("day", day)
