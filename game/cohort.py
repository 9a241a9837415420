"""The group: what other finished plays of the same case came to, read from a folder of logs as cheaply as can be.

Of a finished log only its two ends are read, not the scenario it carries; what does not look like one is read whole.
What was read is kept by the stamp of its file.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from statistics import median
from typing import Any

from game import saves

LEAST = 3
"""With fewer other plays a median says nothing, and would show one player what another did."""
HEAD, TAIL = 2048, 4096
MOST_KEPT = 50_000
BEGINS = re.compile(rb'\{"header":\{"1":\{"format":%d,"kind":"%s",' % (saves.FORMAT, saves.KIND.encode()))
ENDS, GOES_ON = b'"result":{"1":', b'"result":{}}'
Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Finished:
    """What a finished play came to; `criteria` is empty in a log of an older version."""

    scenario: str
    mode: str
    score: int
    criteria: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Group:
    """The other finished plays of a case in one mode.

    Attributes:
        plays: how many there are. score: their median. criteria: the median of each criterion, where enough logs say it.
        damaged: logs of the folder that could not be read and were left out.
    """

    mode: str
    plays: int
    score: float
    criteria: Mapping[str, float]
    damaged: int


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
        """The plays of a case in a mode without one's own log; None while reading, and where there are too few."""
        own = but.resolve() if but is not None else None
        those = [each for path, each in self.found.items()
                 if each is not None and (each.scenario, each.mode) == (scenario, mode) and path != own]  # fmt: skip
        if self.waiting or len(those) < LEAST:
            return None
        return Group(mode, len(those), median(each.score for each in those), criteria_of(those), self.damaged)


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
    head, tail = ends_of(path, stamp[1])
    if BEGINS.match(head) and tail.endswith(GOES_ON):
        return None
    result = result_in(tail) if BEGINS.match(head) else None
    if result is not None:
        scenario, mode = word(b"scenario", head), word(b"mode", head)
        if scenario and mode:
            return told(scenario, mode, result)
    log = saves.read_log(path)
    if log.result is None:
        return None
    return told(str(log.header.get("scenario", "")), str(log.header.get("mode", "")), log.result)


def ends_of(path: Path, size: int) -> tuple[bytes, bytes]:
    """The beginning and the end of a file."""
    try:
        with open(path, "rb") as handle:
            head = handle.read(HEAD)
            handle.seek(max(0, size - TAIL))
            return head, handle.read(TAIL)
    except OSError as error:
        raise saves.DamagedLog(path, str(error)) from error


def word(name: bytes, head: bytes) -> str:
    """The plain word under a name in the beginning of a log; a quote inside a value is written with a stroke before it."""
    found = re.search(rb'[,{]"%s":"([\w-]+)"' % name, head)
    return found[1].decode() if found else ""


def result_in(tail: bytes) -> dict[str, Any] | None:
    """The result at the end of a log, if it stands there whole and is what was written."""
    begin = tail.rfind(ENDS)
    if begin < 0 or not tail.endswith(b"}}}"):
        return None
    try:
        result = json.loads(tail[begin + len(ENDS) : -2])
    except ValueError:
        return None
    return result if isinstance(result, dict) and result.get("hash") == saves.fingerprint(result) else None


def told(scenario: str, mode: str, result: Mapping[str, Any]) -> Finished | None:
    """What a result tells; None where it has no score."""
    score, criteria = result.get("score"), result.get("criteria", {})
    if type(score) is not int:
        return None
    points = criteria.items() if isinstance(criteria, dict) else ()
    return Finished(scenario, mode, score, {str(name): each for name, each in points if type(each) is int})
