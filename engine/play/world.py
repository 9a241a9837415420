"""The world on one day: the case file, the requests, the clock, the people. The only mutable thing in the engine."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from json import JSONEncoder
from typing import Any

from engine.calendar import Calendar
from engine.casefile.evidence import HELD, HIDDEN, KNOWN, LEAD, RANK, Holding, Provenance
from engine.casefile.ledger import EXCLUDED, Proof, Ruling, proof, rule_item
from engine.clock import Clock
from engine.law import AdmissibilityRule
from engine.luck import Luck
from engine.outcomes import Outcome, Value
from engine.procedures import Request
from engine.scenario import Item, Scenario

TOP = 100
"""The end of the scales of alertness, danger and trust (points)."""
RELATION = 3
"""Trust between home and another country runs from -3 to +3."""

WRITTEN_OUT = JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, check_circular=False).encode
"""Plain values in the one way that is the same everywhere and always."""


class Whereabouts:
    """Where a person is today: truly, as believed at home, and in whose custody.

    `custody` is the country that holds the person, None = free; `fled` and `safe` are the days these became so.
    `tried_for` are the counts a surrendered person may be tried for, None = no such limit (speciality).
    """

    __slots__ = ("at", "believed", "custody", "fled", "held_since", "met", "safe", "surrendered", "tried_for")

    def __init__(self, at: str | None, believed: str | None, met: bool) -> None:
        self.at, self.believed, self.met = at, believed, met
        self.custody: str | None = None
        self.held_since: int | None = None
        self.fled: int | None = None
        self.safe: int | None = None
        self.surrendered: int | None = None
        self.tried_for: tuple[str, ...] | None = None

    def state(self) -> list[Any]:
        """Plain values, for the digest."""
        return [getattr(self, name) for name in self.__slots__]


@dataclass(slots=True)
class OpenBeat:
    """A beat that has come up: since when, and what became of it (`open`, `done`, `gone`).

    `day` is that of its choice; `closed`, the day on which it went undecided, is for the debrief and no part of the digest.
    """

    since: int
    state: str
    choice: str | None = None
    day: int | None = None
    closed: int | None = None


class World:
    """How things stand `today`, a proleptic ordinal. Changed only by `engine.play.course`; lives and dies in a Playthrough."""

    def __init__(self, scenario: Scenario, seed: int) -> None:
        self.scenario = scenario
        self.law = scenario.law
        self.luck = Luck(seed)
        self.clock = Clock()
        self.today = scenario.start
        self.flags: dict[str, int] = {}
        self.alert = scenario.alert.start
        self.quiet_since = scenario.start
        self.danger = {id: person.danger.start for id, person in scenario.people.items() if person.role == "victim"}
        self.trust = {id: person.trust for id, person in scenario.people.items() if person.role == "victim"}
        self.relation = dict.fromkeys(scenario.countries, 0)
        self.own_case: dict[str, int] = {}
        self.people = {id: Whereabouts(p.at, p.believed, not p.hidden) for id, p in scenario.people.items()}
        self.items = {id: Holding(item.starts, scenario.start) for id, item in scenario.items.items()}
        self.contacts = {id for id, contact in scenario.contacts.items() if contact.open}
        self.requests: dict[str, Request] = {}
        self.busy_until: dict[str, int] = {}
        self.beats: dict[str, OpenBeat] = {}
        self.stopped_drift: set[str] = set()
        self.indicted: tuple[tuple[str, ...], tuple[str, ...]] | None = None
        self.indicted_on: int | None = None
        self.ending: str | None = None
        self.earned: dict[str, tuple[int, int]] = {}
        self.outcomes: list[Outcome] = []
        self.because = 0
        self.dirty: set[str] = set()
        self.touched: list[str] = []
        self._rulings: dict[str, Ruling] = {}
        self._to_rule: set[str] = set(self.items)
        self._proofs: dict[tuple[str, str, str | None], Proof] = {}
        self._calendars: dict[str, Calendar] = {}
        home = self.law.country(scenario.home)
        self.evidence_rules: tuple[AdmissibilityRule, ...] = home.admissibility(scenario.start)

    # -- time -----------------------------------------------------------------------------------------------------

    @property
    def day(self) -> int:
        """Days since the start: 0 on the first day."""
        return self.today - self.scenario.start

    @property
    def is_over(self) -> bool:
        """Has the play ended?"""
        return self.ending is not None

    def calendar(self, country: str) -> Calendar:
        """The working-day calendar of a country."""
        if country not in self._calendars:
            self._calendars[country] = self.law.calendar(country)
        return self._calendars[country]

    # -- telling --------------------------------------------------------------------------------------------------

    def tell(self, kind: str, *about: str, seats: Iterable[str] | None = None, source: str | None = None,
             stops: bool = False, **told: Value) -> None:  # fmt: skip
        """Record what followed; `seats` None = every seat of the scenario, empty = nobody before the debrief."""
        seen = self.scenario.seats if seats is None else tuple(seats)
        self.outcomes.append(
            Outcome(
                self.today, kind, about, tuple(told.items()), self.because, source, seen, stops and bool(seen)
            )
        )

    def touch(self, *topics: str) -> None:
        """Remember that conditions about these topics (`flags`), or about one of a topic (`flags told`), may have changed."""
        self.dirty.update(topics)
        self.touched += topics

    # -- the case file --------------------------------------------------------------------------------------------

    def raise_status(self, item: str, status: str) -> bool:
        """Raise what the home side has of an item; False when it already had as much."""
        holding = self.items[item]
        if RANK[status] <= RANK[holding.status]:
            return False
        holding.status, holding.since = status, self.today
        self._changed(item)
        return True

    def add_copy(self, item: str, copy: Provenance) -> None:
        """Put a copy of an item into the file."""
        self.items[item].copies.append(copy)
        self.raise_status(item, KNOWN if copy.police else HELD)
        self._changed(item)

    def _changed(self, item: str) -> None:
        self._to_rule.add(item)
        self.touch(f"items {item}", "ledger")

    def forget_rulings(self) -> None:
        """The ledger has to be asked again: something it rests on has changed."""
        self._to_rule.update(self.items)
        self.touch("items", "ledger")

    def rulings(self) -> Mapping[str, Ruling]:
        """The home court's answer on every item, today."""
        if self._to_rule:
            self._rulings, self._proofs = self._rule(), {}
        return self._rulings

    def _rule(self) -> dict[str, Ruling]:
        """The rulings with those given anew that the changed items, or items found through them, call for."""
        found: dict[str, Ruling] = {}
        changed, self._to_rule = self._to_rule, set()
        for id, item in self.scenario.items.items():
            if id in changed or not changed.isdisjoint(item.made_from):
                changed.add(id)
                tainted = any(root in found and found[root].verdict == EXCLUDED for root in item.made_from)
                found[id] = rule_item(item, self.items[id], self.evidence_rules, tainted, self._purposes(item))
            else:
                found[id] = self._rulings[id]
        return found

    def ruling_if_filed(self, id: str) -> Ruling:
        """What the home court would answer on an item if the police copy of it were put before it today."""
        item = self.scenario.items[id]
        tainted = any(self.rulings()[root].verdict == EXCLUDED for root in item.made_from)
        return rule_item(item, self.items[id].filed(), self.evidence_rules, tainted, self._purposes(item))

    def _purposes(self, item: Item) -> tuple[str, ...]:
        """What the item would be used to prove: the offences it bears on, else all that are charged."""
        counts = self.scenario.counts
        bearing = {counts[id].offence for id in item.proves}
        return tuple(sorted(bearing or {count.offence for count in counts.values()}))

    def verdict(self, item: str) -> str:
        """The home court's answer on one item: admitted, weighed, excluded, intelligence, not_held, lost or hidden."""
        return self.rulings()[item].verdict

    def available(self, item: str) -> bool:
        """Can the item still be had where it lies?"""
        return self.items[item].gone is None

    def proof(self, count: str, element: str, suspect: str | None) -> Proof:
        """How far an element of a count is proved."""
        rulings, asked = self.rulings(), (count, element, suspect)
        if asked not in self._proofs:
            self._proofs[asked] = proof(rulings, self.scenario.items, count, element, suspect)
        return self._proofs[asked]

    def proved_element(self, count: str, element: str, suspect: str | None) -> bool:
        """Is the element proved (against the suspect, where it is proved per suspect)?"""
        charged = self.scenario.counts[count]
        whom = suspect if element in charged.each else None
        if element in charged.each and suspect is None:
            return any(self.proof(count, element, s).reaches(*self.scenario.proof) for s in charged.against)
        return self.proof(count, element, whom).reaches(*self.scenario.proof)

    def may_be_tried(self, suspect: str, count: str) -> bool:
        """Does speciality leave this count open: was the suspect surrendered for it, or not surrendered at all?"""
        granted = self.people[suspect].tried_for
        return granted is None or count in granted

    def beyond_speciality(self, suspect: str) -> tuple[str, ...]:
        """The counts against a surrendered person for which the person may not be tried without consent."""
        counts = self.scenario.counts.items()
        return tuple(id for id, count in counts if suspect in count.against and not self.may_be_tried(suspect, id))

    def proved(self, count: str, suspect: str | None = None) -> bool:
        """Is the count proved against the suspect (None: against anybody it is brought against)?"""
        charged = self.scenario.counts[count]
        if charged.follows and not any(self.proved(other, None) for other in charged.follows):
            return False
        if not all(self.proved_element(count, element, None) for element in charged.once):
            return False
        whom = charged.against if suspect is None else (suspect,)
        return any(all(self.proved_element(count, element, s) for element in charged.each) for s in whom)

    # -- clocks ---------------------------------------------------------------------------------------------------

    def alarm(self, points: int) -> None:
        """Move the alertness of the network by so many points (0-100)."""
        self.alert = max(0, min(TOP, self.alert + points))
        if points > 0:
            self.quiet_since = self.today
        self.touch("alert")

    def endanger(self, victim: str, points: int) -> None:
        """Move the danger to a victim by so many points (0-100)."""
        self.danger[victim] = max(0, min(TOP, self.danger[victim] + points))
        self.touch(f"danger {victim}")

    def reassure(self, victim: str, points: int) -> None:
        """Move a victim's trust by so many points (0-100)."""
        self.trust[victim] = max(0, min(TOP, self.trust[victim] + points))
        self.touch(f"trust {victim}")

    def relate(self, country: str, points: int) -> None:
        """Move the trust between home and a country (-3 to +3)."""
        if country in self.relation:
            self.relation[country] = max(-RELATION, min(RELATION, self.relation[country] + points))
            self.touch(f"relation {country}")

    def flag(self, name: str) -> None:
        """Set a flag of the story, with today as its day."""
        self.flags.setdefault(name, self.today)
        self.touch(f"flags {name}")

    # -- proof of state -------------------------------------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        """Everything that distinguishes this world, as plain values."""
        return {
            "today": self.today, "agenda": sorted(self.clock.agenda), "flags": self.flags, "alert": self.alert,
            "danger": self.danger, "trust": self.trust, "relation": self.relation, "own_case": self.own_case,
            "people": {id: where.state() for id, where in self.people.items()},
            "items": {id: holding.state() for id, holding in self.items.items()},
            "contacts": sorted(self.contacts), "busy": self.busy_until, "drift": sorted(self.stopped_drift),
            "requests": {id: request.state() for id, request in self.requests.items()},
            "beats": {id: [b.since, b.state, b.choice, b.day] for id, b in self.beats.items()},
            "indicted": self.indicted, "ending": self.ending, "earned": self.earned, "outcomes": len(self.outcomes),
        }  # fmt: skip

    def digest(self) -> str:
        """A fingerprint of the whole world: equal digests, equal worlds."""
        return blake2b(WRITTEN_OUT(self.state()).encode(), digest_size=16).hexdigest()


__all__ = ["HELD", "HIDDEN", "KNOWN", "LEAD", "OpenBeat", "Whereabouts", "World"]
