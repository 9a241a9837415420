"""Write the public holidays of the invented countries: `python scenarios/invented/calendars/freeze.py`.

Every holiday is the first of some month, for sixty years: round, and nothing to keep up to date. A weekend is a weekend.
"""

from datetime import date
from hashlib import blake2b
from pathlib import Path

YEARS = range(2000, 2061)
MONTHS = {"XU": (1, 5, 10), "XD": (1, 5, 7), "XT": (1, 5, 8), "XM": (1, 3, 9), "XF": (1, 4, 11)}
HERE = Path(__file__).parent


def closed(country: str, year: int) -> str:
    """The weekdays of a year on which offices are closed: month and day."""
    days = (date(year, month, 1) for month in MONTHS[country])
    return " ".join(day.strftime("%m%d") for day in days if day.weekday() < 5)


def write(country: str) -> None:
    """One file a country."""
    rows = [f'  "{year}": "{closed(country, year)}"' for year in YEARS]
    text = "\n".join(["closed:", *rows, "opened: {}", "estimated: {}"]) + "\n"
    head = [
        "# Written by freeze.py; do not edit by hand. Weekdays on which offices are closed. Invented.",
        f"country: {country}",
        "library: invented pack",
        f"digest: {blake2b(text.encode(), digest_size=8).hexdigest()}",
        f"first: {YEARS[0]}-01-01",
        f"last: {YEARS[-1]}-12-31",
    ]
    (HERE / f"{country.lower()}.yaml").write_text("\n".join(head) + "\n" + text, encoding="utf-8")


if __name__ == "__main__":
    for each in MONTHS:
        write(each)
