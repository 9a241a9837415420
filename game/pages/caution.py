"""What is asked once before a decision is taken: of an act that cannot be taken back, and of a wait in which something is lost."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine import Decision, Playthrough, SeatView
from game.pages.days import WEEK, date_line
from game.pages.telling import Telling

ENDING = ("withdraw", "close", "release")
"""Steps that end a paper for good and have no form in which they are thought over."""
STOPS = ("usual", "may_end", "must_end")
"""The days ahead at which something is expected to happen."""
SOON = len(WEEK)
"""How far a wait without a date is looked into while nothing is expected (calendar days)."""


@dataclass(frozen=True, slots=True)
class Caution:
    """A question before a decision: the title, what there is to know, the words that say yes; `about` = what it was asked of."""

    title: str
    lines: tuple[str, ...]
    question: str
    yes: str
    about: frozenset[str]


def caution(play: Playthrough, view: SeatView, decision: Decision, mode: str, tell: Telling) -> Caution | None:
    """What is asked before a decision; None where nothing is."""
    if decision.act == "wait":
        return waiting(view, str(decision.terms.get("until", "")), tell) if mode == "practice" else None
    if decision.act == "file":
        return filing(play, decision, mode, tell)
    if decision.act == "step" and decision.on[1] in ENDING:
        return final(tell.decision(decision), (), tell)
    return None


def final(what: str, lines: tuple[str, ...], tell: Telling) -> Caution:
    """An act that cannot be taken back; it is asked every time."""
    words = tell.words
    return Caution(words("caution.final"), lines, words("caution.sure"), what, frozenset())


def filing(play: Playthrough, decision: Decision, mode: str, tell: Telling) -> Caution:
    """A police copy before the court: in practice with what will follow by the rule of the home court."""
    words, (item,) = tell.words, decision.on
    if mode != "practice":
        return final(tell.decision(decision), (), tell)
    found = play.if_filed(item)
    rule = f" [{tell.cite(found.source)}]" if found.source else ""
    said = words("caution.file", item=tell.name(item), verdict=words(f"verdict.{found.verdict}"), rule=rule)
    return final(tell.decision(decision), (said,), tell)


def waiting(view: SeatView, until: str, tell: Telling) -> Caution | None:
    """A wait beyond the last day of something, or beyond the day on which an open decision takes itself."""
    words, found = tell.words, dict(falls(view, last_day(view, until), tell))
    if not found:
        return None
    lines = (words("caution.unless"), *found.values()) if until == "something" else tuple(found.values())
    about = frozenset(f"{until == 'something'} {each}" for each in found)
    return Caution(words("caution.wait"), lines, words("caution.beyond"), words("caution.wait_on"), about)


def last_day(view: SeatView, until: str) -> int:
    """The day a wait leads to; without a date, the first on which something is expected anyway."""
    if until == "day":
        return view.today + 1
    if until == "something":
        ahead = [each.day for each in view.dates if each.kind in STOPS and each.day > view.today]
        return min(ahead, default=view.today + SOON)
    return date.fromisoformat(until).toordinal()


def falls(view: SeatView, last: int, tell: Telling) -> Iterator[tuple[str, str]]:
    """What falls in the days up to this one: what it was about, and its words."""
    words = tell.words
    for each in view.dates:
        if each.kind == "perishes" and each.day < last:
            yield f"{each.about} {each.day}", words("desk.gone_after", item=tell.name(each.about), date=words.date(each.day))
        if each.kind == "must_end" and each.day <= last:
            yield f"{each.about} {each.day}", f"{words.date(each.day)}: {date_line(each.kind, each.about, tell)}"
    for beat in view.beats:
        if beat.by is not None and beat.by <= last and beat.choices:
            yield f"{beat.id} {beat.by}", words("caution.undecided", beat=beat.title or beat.id, date=words.date(beat.by))
