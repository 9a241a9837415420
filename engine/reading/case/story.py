"""The story of a case: its beats with their choices, what is put off, and the endings."""

from collections.abc import Mapping

from engine.play.story_effects import deferred
from engine.reading.case.reader import CaseReader
from engine.reading.models import BeatFile, ChoiceFile
from engine.reading.verbs import Place
from engine.scenario import Beat, BeatChoice, Effects, Ending

PICTURES = ("harbour", "road", "office", "courthouse", "coast", "border", "shelter", "night")
"""The words under `picture`: the places that can be drawn, and the hour."""
LONGEST_LINE = 90
"""How long a line under `known` or `open` may be: it is read at a glance beside the choices."""


def beat(case: CaseReader, written: BeatFile, number: int) -> Beat:
    """One beat."""
    place: Place = ("beats", number)
    page(case, written, place)
    seats = (
        tuple(written.to)
        or tuple(dict.fromkeys(c.seat or case.written.seats[0] for c in written.choices))
        or tuple(case.written.seats)
    )
    for n, seat in enumerate(written.to):
        case.must_know(seat, case.written.seats, "seat", (*place, "to", n))
    choices = tuple(choice(case, c, (*place, "choices", n), seats) for n, c in enumerate(written.choices))
    ids = [c.id for c in choices]
    for n, id in enumerate(ids):
        if id in ids[:n]:
            case.wrong((*place, "choices", n, "id"), f"there are two choices {id!r} in beat {written.id!r}")
    default = None
    if written.default is not None:
        case.must_know(written.default.choice, ids, "choice", (*place, "default", "choice"))
        default = (
            written.default.choice,
            case.reader.days(written.default.after, (*place, "default", "after"), ""),
        )
    return Beat(written.id, written.title, written.text.strip(), case.must(written.when, (*place, "when")),
                case.condition(written.until, (*place, "until")), seats, choices,
                case.reader.effects(written.does, (*place, "does")), default,
                written.silent or not (written.text or choices), written.picture,
                tuple(written.known), tuple(written.open))  # fmt: skip


def page(case: CaseReader, written: BeatFile, place: Place) -> None:
    """Is there such a picture, and are `known` and `open` short and on a page where something is decided?"""
    for word in written.picture.split():
        case.must_know(word, PICTURES, "picture", (*place, "picture"))
    for key in ("known", "open"):
        for n, line in enumerate(getattr(written, key)):
            if not written.choices:
                case.wrong((*place, key, n), f"{key!r} is shown beside choices, and {written.id!r} has none")
            elif len(line) > LONGEST_LINE:
                case.wrong((*place, key, n), f"{len(line)} characters in one line of {key!r}",
                           f"at most {LONGEST_LINE}; make two of it")  # fmt: skip


def choice(case: CaseReader, written: ChoiceFile, place: Place, seats: tuple[str, ...]) -> BeatChoice:
    """One choice of a beat."""
    seat = written.seat or seats[0]
    if written.seat is not None:
        case.must_know(seat, case.written.seats, "seat", (*place, "seat"))
    case.source(written.source, (*place, "source"))
    return BeatChoice(written.id, written.text.strip(), seat, case.condition(written.when, (*place, "when")),
                      case.condition(written.possible, (*place, "possible")), written.why_not,
                      case.reader.effects(written.does, (*place, "does")), written.teaches.strip(), written.takes,
                      written.instrument, written.source, written.after.strip())  # fmt: skip


def put_off(case: CaseReader, beats: Mapping[str, Beat], begins: Effects) -> dict[str, Effects]:
    """Every `after` of the scenario by its name."""
    found = dict(deferred(begins, "begins"))
    for beat in beats.values():
        found.update(deferred(beat.does, beat.id))
        for choice in beat.choices:
            found.update(deferred(choice.does, f"{beat.id}/{choice.id}"))
    return found


def endings(case: CaseReader) -> tuple[Ending, ...]:
    """The endings, in written order."""
    return tuple(Ending(e.id, e.title, e.text.strip(), case.must(e.when, ("endings", n, "when")), e.at_once)
                 for n, e in enumerate(case.written.endings))  # fmt: skip
