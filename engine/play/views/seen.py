"""What a seat may see, as frozen records: its day, its story, its file, its papers, its dates."""

from dataclasses import dataclass
from typing import Any

from engine.outcomes import Outcome


@dataclass(frozen=True, slots=True)
class BeatView:
    """A beat on the table of this seat; `known` and `open` = what whoever decides knows, and does not know."""

    id: str
    title: str
    text: str
    since: int
    by: int | None
    choices: tuple["ChoiceView", ...]
    seats: tuple[str, ...] = ()
    picture: str = ""
    known: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A choice of a beat; `mine` = this seat may take it; `foreseen` = which clocks it openly moves, up (1) or down (-1)."""

    id: str
    text: str
    seat: str
    mine: bool
    possible: bool
    why_not: str
    instrument: str
    takes: int
    source: str | None
    foreseen: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person as the file has it: where believed, in whose custody, how much in danger (0-5 lamps, victims only).

    `beyond` = the counts against a surrendered person that speciality does not leave open.
    """

    id: str
    role: str
    name: str
    title: str
    nationality: tuple[str, ...]
    believed: str | None
    custody: str | None
    held_since: int | None
    fled: bool
    safe: bool
    danger: int | None
    trust: int | None
    wants: str
    refuses: str
    needs: str
    child: bool
    beyond: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item the file knows of: status, ruling of the home court, what keeps it and until when; `halves` = what it adds today."""

    id: str
    title: str
    country: str
    kind: str
    coercive: bool
    status: str
    verdict: str
    tells: str
    strength: int
    proves: tuple[tuple[str, str, tuple[str, ...]], ...]
    formalities: tuple[str, ...]
    rule: str | None
    source: str | None
    lacks: tuple[str, ...]
    perishes: int | None
    kept_until: int | None
    lost: bool
    police_copy: bool
    filed: bool
    requests: tuple[str, ...]
    halves: int = 0


@dataclass(frozen=True, slots=True)
class RequestView:
    """A paper on its way: where it is, who holds it, how long that usually takes and why.

    `ahead` = the stages it usually still goes through (stage, first day, last day); `latest` = nine in ten are back by then.
    """

    id: str
    procedure: str
    instrument: str
    country: str
    about: tuple[str, ...]
    stage: str
    held_by: str
    since: int
    usual_until: int | None
    ended: bool
    good: bool
    history: tuple[tuple[str, int], ...]
    terms: tuple[tuple[str, Any], ...]
    spread: tuple[int, int, int] | None
    unit: str
    own: bool
    factors: tuple[tuple[str, int], ...]
    returned_for: tuple[str, ...]
    ground: str | None
    source: str | None
    acts: tuple[str, ...]
    may_end: int | None
    must_end: int | None
    ahead: tuple[tuple[str, int, int], ...] = ()
    latest: int | None = None


@dataclass(frozen=True, slots=True)
class ProofView:
    """How far an element is proved: half points admitted, half points possible if every open request succeeds.

    `sources` and `possible_sources` are independent ones: items of one origin count once.
    """

    count: str
    element: str
    suspect: str | None
    halves: int
    possible: int
    sources: int
    proved: bool
    items: tuple[str, ...]
    possible_sources: int = 0


@dataclass(frozen=True, slots=True)
class ContactView:
    """Somebody abroad who can be asked without a letter."""

    id: str
    name: str
    post: str
    country: str
    channel: str
    help: int


@dataclass(frozen=True, slots=True)
class DateView:
    """A day that matters: what for, about what."""

    day: int
    kind: str
    about: str


@dataclass(frozen=True, slots=True)
class SeatView:
    """Everything one seat may know today."""

    seat: str
    seats: tuple[str, ...]
    scenario: str
    title: str
    home: str
    countries: tuple[str, ...]
    today: int
    day: int
    start: int
    deadline: int
    is_over: bool
    ending: str | None
    alert: int
    inbox: tuple[Outcome, ...]
    beats: tuple[BeatView, ...]
    people: tuple[PersonView, ...]
    items: tuple[ItemView, ...]
    requests: tuple[RequestView, ...]
    contacts: tuple[ContactView, ...]
    proofs: tuple[ProofView, ...]
    dates: tuple[DateView, ...]
    relations: tuple[tuple[str, int], ...]
    partner_cases: tuple[str, ...]
    busy_until: int | None
    phase: str
    decisions: int
    elsewhere: tuple[tuple[str, int], ...] = ()
