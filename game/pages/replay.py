"""A log, step by step: every decision with what followed."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from engine import Playthrough, scenario_from_files
from game.pages.telling import Telling
from game.saves import Log
from game.session import decision_of, take_row
from game.words import Words


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
            *(f"   - {text}" for text in said),
        ]
        yield (
            {
                "n": row["n"],
                "day": row["day"],
                "seat": row["seat"],
                "decision": what,
                "followed": said,
                "digest": row["digest"],
            },
            lines,
        )
