"""Reads calendars with another program's eyes (the packages icalendar and recurring_ical_events): python3 calendars.py FOLDER"""

import pathlib
import sys
from datetime import date

import icalendar
import recurring_ical_events

paths = sorted(pathlib.Path(sys.argv[1]).glob("*.ics"))
assert paths, "no calendars"
for path in paths:
    raw = path.read_bytes()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n")), f"{path.name}: a line is too long"
    assert b"\n" not in raw.replace(b"\r\n", b""), f"{path.name}: a line ends without CR"
    calendar = icalendar.Calendar.from_ical(raw)
    events = calendar.walk("VEVENT")
    assert not calendar.errors and not any(event.errors for event in events), f"{path.name}: properties are not understood"
    assert len({event["UID"] for event in events}) == len(events) > 0, f"{path.name}: a name is given twice"
    for event in events:
        day = event["DTSTART"].dt
        assert type(day) is date, f"{path.name}: {day} is no whole day"
        alone = icalendar.Calendar()
        alone.add_component(event)
        found = recurring_ical_events.of(alone).at(day)
        assert len(found) == 1, f"{path.name}: {event.get('RRULE')} does not begin on {day}"
print(f"{len(paths)} calendars are read")
