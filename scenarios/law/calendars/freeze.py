"""Freeze the public holidays of every country of the pack as data: `python scenarios/law/calendars/freeze.py`.

Uses the library `holidays` (extra `test`). Running it twice with the same version gives the same bytes. The tables
travel inside logs, so a newer library never changes an old play. Bosnia and Herzegovina: state level only; Montenegro:
the public category (holidays by faith are not closures of the country).
"""

from datetime import date, timedelta
from hashlib import blake2b
from pathlib import Path

import holidays

YEARS = range(2005, 2033)
COUNTRIES = ("AL", "AT", "BA", "BG", "DE", "GR", "HR", "HU", "IT", "MD", "ME", "MK", "RO", "RS", "SI", "TR", "XK")
HERE = Path(__file__).parent


def table(country: str) -> dict[int, tuple[list[str], list[str], list[str]]]:
    """Per year: weekdays on which offices are closed, weekend days on which they work, days whose date is estimated."""
    found = {}
    calendar = holidays.country_holidays(country, years=YEARS, language="en_US")
    for year in YEARS:
        closed, opened, estimated = [], [], []
        day = date(year, 1, 1)
        while day.year == year:
            working = calendar.is_working_day(day)
            if day.weekday() < 5 and not working:
                closed.append(day.strftime("%m%d"))
                if "estimated" in calendar.get(day, ""):
                    estimated.append(day.strftime("%m%d"))
            elif day.weekday() >= 5 and working:
                opened.append(day.strftime("%m%d"))
            day += timedelta(days=1)
        found[year] = (closed, opened, estimated)
    return found


def write(country: str) -> None:
    """One file a country."""
    rows = table(country)
    body = ["closed:", *(f'  "{year}": "{" ".join(row[0])}"' for year, row in rows.items())]
    for number, name in ((1, "opened"), (2, "estimated")):
        lines = [f'  "{year}": "{" ".join(row[number])}"' for year, row in rows.items() if row[number]]
        body += [f"{name}:", *lines] if lines else [f"{name}: {{}}"]
    text = "\n".join(body) + "\n"
    head = [
        "# Frozen by freeze.py; do not edit by hand. Weekdays closed, weekend days worked, dates only estimated.",
        f"country: {country}",
        f"library: holidays {holidays.__version__}",
        f"digest: {blake2b(text.encode(), digest_size=8).hexdigest()}",
        f"first: {YEARS[0]}-01-01",
        f"last: {YEARS[-1]}-12-31",
    ]
    (HERE / f"{country.lower()}.yaml").write_text("\n".join(head) + "\n" + text, encoding="utf-8")


if __name__ == "__main__":
    for each in COUNTRIES:
        write(each)
