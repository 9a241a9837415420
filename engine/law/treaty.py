"""Treaties and the small tables of the law: what an instrument is good for, never who is party to it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Use:
    """What an instrument gives for one purpose: articles, channels, its place among others of its family.

    `supporting` = it yields to any other basis of the same purpose and is then listed after them (UNTOC art. 18(7)).
    `after` and `until` limit the days on which this use is open. `needs` = another treaty that must bind the two as well.
    `replaces` = treaties whose corresponding provisions give way to it where it binds both.
    """

    articles: tuple[str, ...]
    channels: tuple[str, ...] = ()
    place: int = 50
    supporting: bool = False
    needs: str | None = None
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Treaty:
    """An instrument: its content. Dates are proleptic ordinals.

    Attributes:
        family: eu, bilateral, coe, un, police or agency.
        uses: purpose -> what it gives. numbers: typed figures of its articles. articles: number -> text.
        begins: general entry into force, None = not yet. ends: last day it applied, None = still applies.
    """

    id: str
    title: str
    short: str
    reference: str
    family: str
    uses: Mapping[str, Use]
    numbers: Mapping[str, int]
    articles: Mapping[str, str]
    begins: int | None
    ends: int | None
    opened: int | None
    dates_confidence: str
    articles_confidence: str
    uncertain_articles: tuple[str, ...]
    link: str | None
    checked: str

    def article(self, number: str) -> str | None:
        """The text of an article: exactly this number, or the nearest paragraph of it."""
        if number in self.articles:
            return number
        stem = number.split("(")[0]
        for own in self.articles:
            if own == stem or own.split("(")[0] == stem or stem in own.replace(" ", "").split("-"):
                return own
        return self._in_range(stem)

    def _in_range(self, stem: str) -> str | None:
        for own in self.articles:
            first, dash, last = own.partition("-")
            if dash and stem.isdigit() and first.isdigit() and last.isdigit() and int(first) <= int(stem) <= int(last):
                return own
        return None


@dataclass(frozen=True, slots=True)
class Bilateral:
    """A treaty between two countries.

    Attributes:
        between: the two. signed, applies: proleptic ordinals or None. sure: may its day of application decide?
        nationals: offences for which own nationals are surrendered; empty = it does not open that door.
        not_before: a day before which it was surely not in force, where the exact day is uncertain.
    """

    treaty: Treaty
    between: frozenset[str]
    signed: int | None
    applies: int | None
    sure: bool
    nationals: tuple[str, ...]
    nationals_text: str
    not_before: int | None = None


@dataclass(frozen=True, slots=True)
class Offence:
    """An offence of the pack: elements proved per suspect (`each`) and for the count (`once`)."""

    id: str
    title: str
    each: tuple[str, ...]
    once: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Formality:
    """Something a home court may want to see on evidence: code, short title, sentence for the letter."""

    code: str
    title: str
    says: str
    confidence: str


@dataclass(frozen=True, slots=True)
class EvidenceKind:
    """A kind of evidence: under which heading practice counts its delays; can it be preserved as stored data?

    `given`: it comes from a person's own words or work, so a measure at home cannot order it.
    """

    id: str
    title: str
    delay: str
    stored_data: bool
    given: bool = False
