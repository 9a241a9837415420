"""The admissibility ledger: what the home court would say to each item, by which rule.

The rules are the home country's (`admissibility` in its file); this module only knows the closed list of questions
such a rule may ask of a copy.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from engine.casefile.evidence import HELD, KNOWN, LEAD, Holding, Provenance
from engine.law import AdmissibilityRule
from engine.scenario import Item

ADMITTED, WEIGHED, EXCLUDED, INTELLIGENCE, NOT_HELD, LOST = (
    "admitted", "weighed", "excluded", "intelligence", "not_held", "lost",
)  # fmt: skip
ORDER = {ADMITTED: 4, WEIGHED: 3, EXCLUDED: 2, INTELLIGENCE: 1}


@dataclass(frozen=True, slots=True)
class Ruling:
    """The home court's answer on one item, with the rule it rests on.

    `halves` is the strength it adds to an element, in half points: full when admitted, half when weighed or partial.
    """

    item: str
    verdict: str
    halves: int = 0
    rule: str | None = None
    source: str | None = None
    lacks: tuple[str, ...] = ()
    copy: Provenance | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A copy of an item as it would be offered to the court."""

    item: Item
    copy: Provenance
    tainted: bool
    purposes: tuple[str, ...]

    def lacks(self, wanted: Iterable[str]) -> tuple[str, ...]:
        """Which of these formalities does the item need and the copy not have?"""
        return tuple(code for code in wanted if code in self.item.formalities and code not in self.copy.formalities)


Question = Callable[[Offer, Any], bool]

QUESTIONS: Mapping[str, Question] = {
    "police_information": lambda offer, asked: (offer.copy.police and not offer.copy.consent) is asked,
    "no_consent": lambda offer, asked: (offer.copy.police and not offer.copy.consent) is asked,
    "filed": lambda offer, asked: offer.copy.filed is asked,
    "coercive": lambda offer, asked: offer.item.coercive is asked,
    "lacks": lambda offer, asked: bool(offer.lacks(asked)),
    "flaw": lambda offer, asked: any(flaw in offer.copy.flaws for flaw in asked),
    "derived": lambda offer, asked: offer.tainted is asked,
    "outside_purpose": lambda offer, asked: (
        bool(offer.copy.limits) and not set(offer.purposes) <= set(offer.copy.limits)
    ) is asked,
    "basis_void": lambda offer, asked: offer.copy.void is asked,
    "unlawful_where_gathered": lambda offer, asked: ("unlawful" in offer.copy.flaws) is asked,
    "kind": lambda offer, asked: offer.item.kind in asked,
    "way": lambda offer, asked: offer.copy.way in asked,
    "abroad": lambda offer, asked: (offer.copy.way not in ("home", "story")) is asked,
}  # fmt: skip
"""The closed list of questions a rule of admissibility may ask."""


def rule_copy(offer: Offer, rules: Iterable[AdmissibilityRule]) -> Ruling:
    """The answer on one copy: the first rule whose questions are all answered yes; admitted when none is."""
    for rule in rules:
        if all(QUESTIONS[name](offer, asked) for name, asked in rule.asks.items()):
            lacks = offer.lacks(rule.asks.get("lacks", ()))
            return Ruling(
                offer.item.id, rule.ruling, halves(offer, rule.ruling), rule.id, rule.source, lacks, offer.copy
            )
    return Ruling(offer.item.id, ADMITTED, halves(offer, ADMITTED), None, None, (), offer.copy)


def halves(offer: Offer, verdict: str) -> int:
    """The strength a copy adds, in half points."""
    if verdict == ADMITTED:
        return offer.item.strength * (1 if offer.copy.partial else 2)
    return offer.item.strength if verdict == WEIGHED else 0


def rule_item(item: Item, holding: Holding, rules: Iterable[AdmissibilityRule], tainted: bool,
              purposes: tuple[str, ...]) -> Ruling:  # fmt: skip
    """The answer on an item: that on its best copy. Flaws of one copy do not pass to another."""
    rulings = [rule_copy(Offer(item, copy, tainted, purposes), rules) for copy in holding.copies]
    if rulings:
        return max(rulings, key=lambda ruling: (ORDER[ruling.verdict], ruling.halves))
    if holding.gone is not None:
        return Ruling(item.id, LOST)
    if holding.status == KNOWN:
        return Ruling(item.id, INTELLIGENCE)
    return Ruling(item.id, NOT_HELD if holding.status in (LEAD, HELD) else "hidden")


@dataclass(frozen=True, slots=True)
class Proof:
    """How far one element of a count is proved against one suspect (or for the count): half points and sources."""

    halves: int
    sources: int
    items: tuple[str, ...]

    def reaches(self, strength: int, sources: int) -> bool:
        """Is it proved: at least this strength (whole points) from at least so many independent sources?"""
        return self.halves >= 2 * strength and self.sources >= sources


def proof(rulings: Mapping[str, Ruling], items: Mapping[str, Item], count: str, element: str,
          suspect: str | None) -> Proof:  # fmt: skip
    """What the admitted and weighed items together prove of an element; `suspect` None = a fact of the count."""
    total, origins, used = 0, set(), []
    for id, ruling in rulings.items():
        if ruling.halves and bears_on(items[id], count, element, suspect):
            total += ruling.halves
            origins.add(items[id].origin)
            used.append(id)
    return Proof(total, len(origins), tuple(used))


def bears_on(item: Item, count: str, element: str, suspect: str | None) -> bool:
    """Does the item say anything about this element (against this suspect)?"""
    against = item.proves.get(count, {}).get(element)
    return against is not None and (suspect is None or not against or suspect in against)
