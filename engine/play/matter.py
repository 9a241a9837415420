"""A matter: one request seen with its world and its law. What guards and effects are asked of."""

from collections.abc import Iterable
from typing import Any

from engine.law import Basis, Country
from engine.luck import Spread
from engine.play.world import World
from engine.procedures import Procedure, Request
from engine.scenario import Item


class Matter:
    """One request with the world it travels through."""

    __slots__ = ("procedure", "request", "world")

    def __init__(self, world: World, request: Request) -> None:
        self.world = world
        self.request = request
        self.procedure: Procedure = world.scenario.procedures[request.procedure]

    @property
    def stage(self) -> str:
        """The stage the request is at; set only by the procedure's machine."""
        return self.request.stage

    @stage.setter
    def stage(self, name: str) -> None:
        self.request.stage = name

    @property
    def home(self) -> Country:
        """The requesting State."""
        return self.world.law.country(self.world.scenario.home)

    @property
    def requested(self) -> Country:
        """The requested State."""
        return self.world.law.country(self.request.country)

    def term(self, name: str, default: Any = None) -> Any:
        """What was filled in under this name."""
        value = self.request.terms.get(name)
        return default if value is None else value

    @property
    def channel(self) -> str | None:
        """The channel the paper travels by."""
        value = self.request.terms.get("channel")
        return value if isinstance(value, str) else None

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of evidence it is about."""
        known = self.world.scenario.items
        return tuple(known[id] for id in self.request.about if id in known)

    @property
    def person(self) -> str | None:
        """The person it is about, or None."""
        return next((id for id in self.request.about if id in self.world.scenario.people), None)

    @property
    def partners(self) -> tuple[str, ...]:
        """Every other country that takes part: the requested State and further members of a team."""
        others = [c for c in self.term("partners", ()) if c != self.request.country]
        return (self.request.country, *others)

    def bases(self, day: int | None = None) -> tuple[Basis, ...]:
        """Every basis for such a paper that binds home and the requested State, on the day given or today, best first."""
        world = self.world
        found = world.law.bases(
            world.scenario.home, self.request.country, self.procedure.purpose or "mla", day or world.today
        )
        term = next((term for term in self.procedure.terms if term.kind == "basis"), None)
        return tuple(basis for basis in found.binding if term is None or world.scenario.suits(term, basis.treaty))

    def supported(self) -> bool:
        """Does the organisation named as support bind home and every partner today?"""
        organisation, world = self.term("support", "none"), self.world
        return world.law.knows_treaty(organisation) and all(
            world.law.country(country).party_on(organisation, world.today) is not None
            for country in (world.scenario.home, *self.partners)
        )

    def chosen_bases(self) -> tuple[str, ...]:
        """The treaties the paper cites."""
        cited = self.term("basis", ())
        return (cited,) if isinstance(cited, str) else tuple(cited)

    def cited_in_force(self) -> tuple[Basis, ...]:
        """Those of the cited bases that bind both today."""
        cited = self.chosen_bases()
        return tuple(basis for basis in self.bases() if basis.treaty in cited)

    def holder(self, held_by: str) -> str:
        """The country on whose calendar a stage is counted."""
        return self.request.country if held_by.startswith("requested") else self.world.scenario.home

    def tell(self, kind: str, *, source: str | None = None, stops: bool = False, hidden: bool = False,
             seats: Iterable[str] | None = None, **told: Any) -> None:  # fmt: skip
        """Record an outcome about this request, for the seats that may know it."""
        who: Iterable[str] | None = () if hidden else seats
        self.world.tell(kind, self.request.id, *self.request.about, seats=who, source=source, stops=stops,
                        country=self.request.country, procedure=self.request.procedure, **told)  # fmt: skip

    def luck_key(self, *what: str) -> tuple[str, ...]:
        """The name of a draw: which instrument, whom, about what, the how-manieth attempt, and what for."""
        request = self.request
        return (request.procedure, request.country, "+".join(sorted(request.about)), str(request.attempt), *what)

    def delay(self, stage: str) -> tuple[Spread, str, bool] | None:
        """(min, typical, max), unit and whether it is this scenario's own, for a stage; None = no practice value."""
        for own in self.world.scenario.overrides:
            if (own.procedure == self.request.procedure and own.stage == stage
                    and own.country in (None, self.request.country) and own.channel in (None, self.channel)
                    and (not own.about or set(own.about) & set(self.request.about))):  # fmt: skip
                return own.days, own.unit, True
        contact = next((self.world.scenario.contacts[id] for id in self.request.about
                        if id in self.world.scenario.contacts), None)  # fmt: skip
        if contact is not None and contact.answers is not None and stage == "answer":
            return contact.answers, "calendar_days", True
        kind = self.slowest_kind()
        found = self.world.law.delays.find(self.request.procedure, stage, self.world.scenario.home,
                                           self.request.country, self.world.today, kind,
                                           contact.channel if contact else self.channel)  # fmt: skip
        return None if found is None else (found.values, found.unit, False)

    def slowest_kind(self) -> str | None:
        """Of the kinds of evidence asked for, the one that practice takes longest for."""
        kinds = sorted({item.kind for item in self.items})
        return max(kinds, key=lambda kind: self.world.law.delays.weight(kind)) if kinds else None
