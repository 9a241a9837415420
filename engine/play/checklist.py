"""What a paper still lacks before it is sent: the checklist of the desk, and the reason why papers come back."""

from collections.abc import Callable
from dataclasses import dataclass

from engine.play.matter import Matter
from engine.play.world import World
from engine.procedures import Request

Check = Callable[[Matter], str | None]
OK, MISSING, OPTIONAL = "ok", "missing", "optional"


@dataclass(frozen=True, slots=True)
class Point:
    """One line of the checklist: its key in the words, its state (ok, missing, optional) and the rule behind it.

    `done`, `of`: of what is counted (formalities), how many are there and how many are wanted; None = nothing is.
    """

    key: str
    state: str
    source: str | None = None
    done: int | None = None
    of: int | None = None


def checklist(matter: Matter) -> tuple[Point, ...]:
    """Every point of the checklist that the procedure's terms give occasion to."""
    asked = {term.name: term for term in matter.procedure.terms}
    points: list[Point] = []
    for name, term in asked.items():
        found = CHECKS.get(name)
        if found is not None:
            state = found(matter)
            if state is not None:
                points.append(Point(name, state, term.source, *COUNTS.get(name, uncounted)(matter)))
    return tuple(points)


def gaps(matter: Matter) -> tuple[str, ...]:
    """The points that a careful receiving lawyer would miss."""
    return tuple(point.key for point in checklist(matter) if point.state == MISSING)


def _basis(matter: Matter) -> str | None:
    return OK if matter.cited_in_force() else MISSING


def _urgency_reason(matter: Matter) -> str | None:
    if matter.term("urgent") is not True:
        return None
    return OK if matter.term("urgency_reason") else MISSING


def _offence_stated(matter: Matter) -> str | None:
    if not any(item.coercive for item in matter.items):
        return OK if matter.term("offence_stated") else OPTIONAL
    return OK if matter.term("offence_stated") else MISSING


def _said(name: str) -> Check:
    def ask(matter: Matter) -> str | None:
        return OK if matter.term(name) else MISSING

    return ask


def _copy_to_ministry(matter: Matter) -> str | None:
    if matter.channel != "direct":
        return None
    wanted = matter.home.wants_copy_to_ministry(matter.world.today) or matter.requested.wants_copy_to_ministry(
        matter.world.today
    )
    if not wanted:
        return OK if matter.term("copy_to_ministry") else OPTIONAL
    return OK if matter.term("copy_to_ministry") else MISSING


def _formalities(matter: Matter) -> str | None:
    done, of = formalities_asked(matter)
    return OK if done == of else OPTIONAL


def formalities_asked(matter: Matter) -> tuple[int, int]:
    """Of the formalities that the home court wants to see with these items, how many are asked for, and of how many."""
    wanted = {code for item in matter.items for code in item.formalities}
    return len(wanted & set(matter.term("formalities", ()))), len(wanted)


def uncounted(matter: Matter) -> tuple[int | None, int | None]:
    """Of a point that is there or is not, nothing is counted."""
    return None, None


def _channel(matter: Matter) -> str | None:
    from engine.play.guards.letters import channel_not_allowed

    return MISSING if channel_not_allowed(matter) else OK


def _language(matter: Matter) -> str | None:
    accepted, written = matter.requested.languages_accepted(matter.world.today), matter.term("language")
    if not accepted:
        return OK if written else OPTIONAL
    return OK if written in accepted else MISSING


def _support(matter: Matter) -> str | None:
    if matter.term("support", "none") == "none":
        return OPTIONAL
    return OK if matter.supported() else MISSING


CHECKS = {
    "basis": _basis, "channel": _channel, "language": _language, "formalities": _formalities,
    "urgency_reason": _urgency_reason, "offence_stated": _offence_stated, "link_stated": _said("link_stated"),
    "specific": _said("specific"), "copy_to_ministry": _copy_to_ministry,
    "evidence_clause": _said("evidence_clause"), "purpose_stated": _said("purpose_stated"),
    "handling_stated": _said("handling_stated"), "support": _support,
}  # fmt: skip


COUNTS: dict[str, Callable[[Matter], tuple[int | None, int | None]]] = {"formalities": formalities_asked}
"""The points of which several are wanted, and how these are counted."""


def preview(world: World, procedure: str, country: str, about: tuple[str, ...], terms: dict[str, object]) -> Matter:
    """The matter as it would be if the paper were sent today: for the checklist and the expected days, never kept."""
    begins = world.scenario.procedures[procedure].begins
    same = set(about)
    attempt = sum(
        1 for r in world.requests.values() if r.procedure == procedure and r.country == country and set(r.about) == same
    )  # fmt: skip
    return Matter(
        world, Request("preview", procedure, country, about, dict(terms), begins, world.today, "", attempt, 0)
    )
