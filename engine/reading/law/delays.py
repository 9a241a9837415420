"""The delays of a pack and the days on which its offices work."""

from collections.abc import Mapping
from datetime import date

from engine.calendar import Calendar
from engine.law import Country, Delay, EvidenceKind, Practice
from engine.law.practice import DelayRow, PairGroup
from engine.reading.law import models as m
from engine.reading.law.reader import PackReader


def practice(pack: PackReader, countries: Mapping[str, Country], kinds: Mapping[str, EvidenceKind]) -> Practice | None:
    """The table of delays."""
    written = pack.model("delays.yaml", m.PracticeFile)
    if written is None:
        return None
    rows = {}
    for procedure, table in written.rows.items():
        for number, row in enumerate(table):
            if row.days != sorted(row.days):
                pack.wrong(
                    "delays.yaml",
                    ("rows", procedure, number, "days"),
                    f"expected [min, typical, max] in rising order, not {row.days}",
                )
        rows[procedure] = tuple(
            DelayRow(r.stage, r.kind, r.group, tuple(r.routes), Delay((r.days[0], r.days[1], r.days[2]), r.unit))
            for r in table
        )
    groups = tuple(PairGroup(g.id, g.with_, tuple(g.partners), g.both_in, g.one_in) for g in written.groups)
    return Practice(rows, groups, {id: c.members for id, c in countries.items()}, written.factors, written.odds,
                    (written.vacation.start, written.vacation.to), tuple(written.vacation.stages),
                    {id: kind.delay for id, kind in kinds.items()}, tuple(written.order),
                    {figure.says: figure.source for figure in written.figures})  # fmt: skip


def calendar(pack: PackReader, name: str, c: m.CalendarFile) -> Calendar:
    """The working-day calendar of a country."""
    closed, opened, estimated = (
        days(pack, name, part, getattr(c, part)) for part in ("closed", "opened", "estimated")
    )
    return Calendar(c.country, c.first.toordinal(), c.last.toordinal(), closed, opened, estimated)


def days(pack: PackReader, name: str, part: str, table: Mapping[str, str]) -> list[int]:
    """The days of a frozen table: a year, and its days as month and day in four figures."""
    found = []
    for year, row in table.items():
        for day in row.split():
            try:
                found.append(date.fromisoformat(f"{year}-{day[:2]}-{day[2:]}").toordinal())
            except ValueError:
                pack.wrong(name, (part, year), f"there is no day {day!r} in {year}", "month and day, such as 0101")
    return found
