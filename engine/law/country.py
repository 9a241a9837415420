"""Countries and territories: authorities, languages, treaties accepted with dates and reservations, rules of evidence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.law.dated import Dated, NoRuleYet, Rule
from engine.law.source import UNCERTAIN


@dataclass(frozen=True, slots=True)
class Acceptance:
    """When a country became bound by a treaty (proleptic ordinals); `until` = the last day, None = still bound."""

    treaty: str
    start: int
    until: int | None
    confidence: str
    link: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Reservation:
    """A declaration or reservation: to which treaty and article, with what effect, on which days, for which purposes.

    `article` is empty where it concerns no one article. `purposes`: None = every purpose of the treaty; none at all = it
    bites for nothing that a case can ask, and is only listed with the country.
    """

    treaty: str
    article: str
    effect: str
    start: int | None
    until: int | None
    confidence: str
    link: str | None
    purposes: tuple[str, ...] | None = None

    def bites(self, day: int, purpose: str | None = None) -> bool:
        """Is it in effect on this day (for this purpose)?"""
        meant = purpose is None or self.purposes is None or purpose in self.purposes
        return meant and (self.start is None or self.start <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class AdmissibilityRule:
    """One rule of the home court: if all its questions are answered yes, this is the ruling, by this source."""

    id: str
    asks: Mapping[str, Any]
    ruling: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory of the pack, under its name of today."""

    id: str
    name: str
    footnote: str | None
    group: str
    languages: tuple[str, ...]
    seat: str
    place: tuple[float, float] | None
    members: Mapping[str, int]
    accepts: Mapping[str, Acceptance]
    signed: Mapping[str, int | None]
    not_party: Mapping[str, str]
    reservations: tuple[Reservation, ...]
    rules: Mapping[str, Dated]
    national_law: Mapping[str, Rule]
    evidence: tuple[AdmissibilityRule, ...] = field(repr=False)

    def is_member(self, organisation: str, day: int) -> bool:
        """Is it a member of the organisation on this day?"""
        since = self.members.get(organisation)
        return since is not None and since <= day

    def rule(self, path: str, day: int) -> Rule | None:
        """What the country's rule says on a day; None = it has ceased. KeyError = the pack has no such rule."""
        return self.rules[path].on(day)

    def decides(self, path: str, day: int) -> Rule | None:
        """The rule if it may decide on this day: there is one, and it is not uncertain."""
        try:
            found = self.rules[path].on(day) if path in self.rules else None
        except NoRuleYet:
            return None
        return found if found is not None and found.confidence != UNCERTAIN else None

    def party_on(self, treaty: str, day: int) -> Acceptance | None:
        """The acceptance that binds it on this day, or None; an uncertain one binds nobody."""
        found = self.accepts.get(treaty)
        if found is None or found.start > day or (found.until is not None and day > found.until):
            return None
        return found if found.confidence != UNCERTAIN else None

    def languages_accepted(self, day: int) -> tuple[str, ...]:
        """Languages of requests that it accepts; empty = the pack does not know, so no request fails for it."""
        found = self.decides("central_authority.request_languages", day)
        return tuple(found.value) if found is not None and found.value else ()

    def languages_offered(self, day: int) -> tuple[str, ...]:
        """Languages that a form should offer for a request to this country, its own first."""
        path = "central_authority.request_languages"
        found = self.rules[path].on(day) if path in self.rules else None
        listed = tuple(found.value) if found is not None and found.value else ()
        return tuple(dict.fromkeys((*listed, *self.languages)))

    def wants_copy_to_ministry(self, day: int) -> bool:
        """Does it want a copy of a direct request at a ministry?"""
        found = self.decides("central_authority.copy_to_ministry", day)
        return found is not None and found.value is True

    def punishes(self, offences: tuple[str, ...], day: int) -> bool:
        """Does it punish at least one of the offences? Where the pack does not know, it is taken to."""
        return not offences or any(self._punishes(offence, day) for offence in offences)

    def _punishes(self, offence: str, day: int) -> bool:
        """Is it an offence there? No, where a rule that is sure says so (`value: false`), or where it has ceased."""
        path = f"offences.{offence}"
        if path not in self.rules:
            return True
        try:
            found = self.rules[path].on(day)
        except NoRuleYet:
            return True
        return found is not None and (found.value is not False or found.confidence == UNCERTAIN)

    def admissibility(self, day: int) -> tuple[AdmissibilityRule, ...]:
        """The rules of its courts on evidence, in the order in which they are asked."""
        return self.evidence
