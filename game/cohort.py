"""The group: what other finished plays of the same case came to, read from a folder of logs.

A log counts when its chain of hashes holds: about a millisecond each. It is not played again, so the group is not proved,
and says so. Copies of one play count once, and plays of a bot or a written line not at all. What was read is kept by the
stamp of its file.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from statistics import median
from typing import Any

from game import saves

LEAST = 3
"""With fewer other plays a median says nothing, and would show one player what another did."""
MOST_KEPT = 50_000
DECIDED = ("day", "seat", "act", "on", "terms")
"""What of a row makes the play; the hour at which it was written, and the reason given, do not."""
Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Finished:
    """What a finished play came to; `criteria` is empty in a log of an older version.

    `chain` is the hash at the end of its decisions; `play` tells the player, the luck and the decisions, whatever was
    written around them. Two logs with one of these in common are copies.
    """

    scenario: str
    mode: str
    score: int
    chain: str
    play: str
    auto: bool = False
    criteria: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Group:
    """The other finished plays of a case in one mode.

    Attributes:
        plays: how many there are. score: their median. criteria: the median of each criterion, where enough logs say it.
        damaged: logs of the folder that could not be read, or whose chain is broken. aside: copies and plays of bots left out.
    """

    mode: str
    plays: int
    score: float
    criteria: Mapping[str, float]
    damaged: int
    aside: int = 0


class Cohort:
    """The logs of a folder, read one by one."""

    def __init__(self, folder: Path) -> None:
        self.found: dict[Path, Finished | None] = {}
        self.damaged = 0
        self.waiting = list(logs_in(folder))

    def reading(self) -> Iterator[int]:
        """Read the logs, one a step; answers how many are still to be read."""
        while self.waiting:
            path, stamp = self.waiting.pop()
            try:
                self.found[path] = finished(path, stamp)
            except saves.BadLog:
                self.damaged += 1
            yield len(self.waiting)

    def group(self, scenario: str, mode: str, but: Path | None = None) -> Group | None:
        """The plays of a case in a mode without one's own; None while reading, and where there are too few."""
        own = self.found.get(but.resolve()) if but is not None else None
        others = [each for path, each in sorted(self.found.items()) if each is not None
                  and (each.scenario, each.mode) == (scenario, mode) and (but is None or path != but.resolve())]  # fmt: skip
        those = counted(others, own)
        if self.waiting or len(those) < LEAST:
            return None
        return Group(mode, len(those), median(each.score for each in those), criteria_of(those), self.damaged, len(others) - len(those))


def counted(others: list[Finished], own: Finished | None) -> list[Finished]:
    """Those that somebody played, each play once, and one's own not at all."""
    seen, those = {own.chain, own.play} if own is not None else set(), []
    for each in others:
        if not each.auto and seen.isdisjoint((each.chain, each.play)):
            those.append(each)
            seen |= {each.chain, each.play}
    return those


def criteria_of(those: list[Finished]) -> dict[str, float]:
    """The median of each criterion that enough plays tell."""
    told: dict[str, list[int]] = {}
    for each in those:
        for criterion, points in each.criteria.items():
            told.setdefault(criterion, []).append(points)
    return {criterion: median(points) for criterion, points in told.items() if len(points) >= LEAST}


def group_beside(path: Path, scenario: str, mode: str) -> Group | None:
    """The group of a log: the other finished plays beside it, all read now."""
    cohort = Cohort(path.parent)
    for _ in cohort.reading():
        pass
    return cohort.group(scenario, mode, path)


def logs_in(folder: Path) -> Iterator[tuple[Path, Stamp]]:
    """The logs of a folder with the stamps of their files; none where there is no such folder."""
    try:
        entries = [each for each in os.scandir(folder.resolve()) if each.name.endswith(saves.SUFFIX)]
    except OSError:
        return
    for each in entries:
        try:
            stat = each.stat()
        except OSError:
            continue
        yield Path(each.path), (stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=MOST_KEPT)
def finished(path: Path, stamp: Stamp) -> Finished | None:
    """What a log came to, None while it goes on; raises a `BadLog`. `stamp` tells one state of the file from another."""
    log = saves.read_log(path)
    if log.result is None:
        return None
    if (broken := saves.check_chain(log)) is not None:
        raise saves.DamagedLog(path, broken[1])
    return told(log, log.result)


def told(log: saves.Log, result: Mapping[str, Any]) -> Finished | None:
    """What a log whose chain holds tells; None where its result has no score."""
    score, criteria, header = result.get("score"), result.get("criteria", {}), log.header
    if type(score) is not int:
        return None
    points = criteria.items() if isinstance(criteria, dict) else ()
    decided = [[row.get(name) for name in DECIDED] for row in log.rows]
    play = saves.fingerprint({"player": header.get("player"), "seed": header.get("seed"), "decided": decided})
    return Finished(str(header.get("scenario", "")), str(header.get("mode", "")), score, str(result.get("last", "")), play,
                    bool(header.get("auto")), {str(name): each for name, each in points if type(each) is int})  # fmt: skip
