"""A log, step by step: every decision with what followed."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from engine import Playthrough, scenario_from_files
from game.pages.telling import Telling
from game.saves import Log
from game.session import decision_of, take_row
from game.words import Words

Told = tuple[dict[str, Any], list[str]]
"""A decision with what followed: as plain values and as lines."""


def folded(steps: Iterable[Told], words: Words) -> Iterator[list[str]]:
    """The lines of each decision; waits one after the other in which nothing happened are one line."""
    for idle, group in groupby(steps, lambda step: idle_as(step[0])):
        rows = list(group)
        if idle is None or len(rows) == 1:
            yield from (lines for _, lines in rows)
            continue
        first, last = rows[0][0], rows[-1][0]
        days = {name: words.date(date.fromisoformat(row["day"]).toordinal()) for name, row in (("start", first), ("end", last))}
        yield [words("replay.folded", first=first["n"], last=last["n"], seat=words(f"seat.{first['seat']}"), what=first["decision"],
                     count=len(rows), **days)]  # fmt: skip


def idle_as(row: dict[str, Any]) -> tuple[str, str] | None:
    """Who waited, and for what, where nothing came of it and nothing was written down; None = something is to be told."""
    return (row["seat"], row["decision"]) if row["act"] == "wait" and not row["followed"] and not row.get("rationale") else None


def step_through(log: Log, words: Words, upto: int | None = None) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Every decision of a log with what followed: as plain values and as lines."""
    scenario = scenario_from_files(log.content(), str(log.header["scenario"]))
    play, tell = Playthrough(scenario, int(log.header["seed"])), Telling(scenario, words)
    for row in log.rows[:upto]:
        followed = take_row(play, row)
        said = [tell.outcome(each) for each in followed if each.kind != "stage"]
        what = tell.decision(decision_of(row))
        lines = [
            f"{row['n']}. {words.date(date.fromisoformat(row['day']).toordinal())}, {words('seat.' + row['seat'])}: {what}",
            *([f"   {words('debrief.rationale', text=row['rationale'])}"] if row.get("rationale") else []),
            *(f"   - {text}" for text in said),
        ]
        yield (
            {
                "n": row["n"],
                "day": row["day"],
                "seat": row["seat"],
                "act": row["act"],
                "decision": what,
                "rationale": row.get("rationale", ""),
                "followed": said,
                "digest": row["digest"],
            },
            lines,
        )
