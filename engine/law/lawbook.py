"""The law book: which bases bind two countries for a purpose on a day, best first, and which almost do."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TypeVar

from engine.calendar import Calendar
from engine.law.country import Country, Reservation
from engine.law.dated import period
from engine.law.pack import REAL, LawPack
from engine.law.practice import Practice
from engine.law.source import SOURCED, UNCERTAIN, Source, UnknownSource, weakest
from engine.law.treaty import Bilateral, EvidenceKind, Formality, Offence, Treaty, Use

T = TypeVar("T")
PURPOSES = ("mla", "extradition", "jit", "preservation", "police", "transfer", "spontaneous", "victim")
FAMILIES = ("eu", "bilateral", "coe", "police", "un", "agency")
"""Best first: EU between members, a bilateral treaty on that very subject, Council of Europe, regional police, UN."""
NATIONAL = "national-law"


@dataclass(frozen=True, slots=True)
class Basis:
    """A basis that binds both on the day.

    Attributes:
        treaty: id, or `national-law`. articles: for this purpose. in_force: (country, first day) pairs.
        channels: by which a request may travel. supporting: may be cited, but another basis leads.
        reservations: those of the two that are in effect for this purpose. confidence: the least sure of what it rests on.
    """

    treaty: str
    title: str
    articles: tuple[str, ...]
    in_force: tuple[tuple[str, int], ...]
    channels: tuple[str, ...]
    supporting: bool
    reservations: tuple[tuple[str, Reservation], ...]
    confidence: str
    source: Source
    numbers: tuple[tuple[str, int], ...] = ()

    def number(self, name: str) -> int | None:
        """A figure of the treaty (days, months, years: see its name), or None."""
        return dict(self.numbers).get(name)

    @property
    def declared(self) -> tuple[tuple[tuple[str, ...], Reservation], ...]:
        """What was declared, with those who did: what both did in the same words stands once, as sure as the less sure of it."""
        said: dict[tuple[str, str], tuple[tuple[str, ...], Reservation]] = {}
        for who, made in self.reservations:
            others, first = said.get((made.article, made.effect), ((), made))
            sure = weakest((first.confidence, made.confidence))
            said[made.article, made.effect] = ((*others, who), replace(first, confidence=sure))
        return tuple(said.values())

    @property
    def reference(self) -> str:
        """How it is cited for this purpose."""
        if self.treaty == NATIONAL:
            return self.source.reference
        return f"{self.treaty} art. {self.articles[0]}" if self.articles else self.treaty


@dataclass(frozen=True, slots=True)
class Almost:
    """A basis that does not apply but for one thing: why, for whom, from which day it will, and what stands in its place."""

    treaty: str
    why: str
    who: str | None
    start: int | None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Bases:
    """The answer of the law book."""

    binding: tuple[Basis, ...]
    almost: tuple[Almost, ...]


class LawBook:
    """The law of the pack, immutable."""

    def __init__(self, *, countries: Mapping[str, Country], treaties: Mapping[str, Treaty],
                 bilaterals: tuple[Bilateral, ...], offences: Mapping[str, Offence],
                 formalities: Mapping[str, Formality], evidence_kinds: Mapping[str, EvidenceKind],
                 lessons: Mapping[str, Source], channels: Mapping[str, str], grounds: Mapping[str, str],
                 calendars: Mapping[str, Calendar], practice: Practice, digest: str, pack: LawPack = REAL) -> None:  # fmt: skip
        self.countries, self.treaties, self.bilaterals = countries, treaties, bilaterals
        self.offences, self.formalities, self.evidence_kinds = offences, formalities, evidence_kinds
        self.lessons, self.channels, self.delays, self.digest = lessons, channels, practice, digest
        self._grounds, self._calendars, self.pack = grounds, calendars, pack
        self._turning = turning_days(countries.values(), treaties.values(), bilaterals)
        self._bases: dict[tuple[str, str, str, int], Bases] = {}

    def country(self, id: str) -> Country:
        """The country of this id."""
        return self.countries[id]

    def calendar(self, country: str) -> Calendar:
        """The working-day calendar of a country."""
        return self._calendars[country]

    # -- bases ------------------------------------------------------------------------------------------------------

    def bases(self, requesting: str, requested: str, purpose: str, day: int) -> Bases:
        """Every basis binding both for the purpose on the day, best first, and those that almost do."""
        key = (requesting, requested, purpose, bisect_right(self._turning, day))
        if key not in self._bases:
            self._bases[key] = self._find(requesting, requested, purpose, day)
        return self._bases[key]

    def _find(self, requesting: str, requested: str, purpose: str, day: int) -> Bases:
        binding: list[tuple[tuple[int, int], Basis]] = []
        almost: list[Almost] = []
        for treaty, use, owner in self._uses(requesting, requested, purpose):
            missing = self._missing(treaty, use, owner, requesting, requested, day)
            if missing is None:
                rank = (FAMILIES.index(treaty.family), use.place)
                binding.append((rank, self._basis(treaty, use, owner, requesting, requested, purpose, day)))
            else:
                almost.append(missing)
        instead = self._instead((basis.treaty for _, basis in binding), purpose)
        almost.extend(Almost(b.treaty, "replaced", None, None, instead[b.treaty]) for _, b in binding if b.treaty in instead)
        binding = [(rank, basis) for rank, basis in binding if basis.treaty not in instead]
        found = [basis for _, basis in sorted(binding, key=lambda pair: (pair[1].supporting, pair[0], pair[1].treaty))]
        if found and all(basis.supporting for basis in found):
            found = [leading(basis) for basis in found]
        found.extend(self._national(requested, purpose, day))
        return Bases(
            tuple(found), tuple(sorted(almost, key=lambda each: (each.start is None, each.start or 0, each.treaty)))
        )

    def _instead(self, treaties: Iterable[str], purpose: str) -> dict[str, str]:
        """Of treaties that bind two States: which gives way, for the purpose, to which other."""
        return {
            old: new for new in treaties if new in self.treaties and purpose in self.treaties[new].uses
            for old in self.treaties[new].uses[purpose].replaces
        }  # fmt: skip

    def _uses(self, first: str, second: str, purpose: str) -> Iterator[tuple[Treaty, Use, Bilateral | None]]:
        for treaty in self.treaties.values():
            if purpose in treaty.uses:
                yield treaty, treaty.uses[purpose], None
        for bilateral in self.bilaterals:
            if bilateral.between == {first, second} and purpose in bilateral.treaty.uses:
                yield bilateral.treaty, bilateral.treaty.uses[purpose], bilateral

    def _missing(
        self, treaty: Treaty, use: Use, owner: Bilateral | None, first: str, second: str, day: int
    ) -> Almost | None:
        """The one thing for which the treaty does not bind the two, or None."""
        if treaty.ends is not None and day >= treaty.ends:
            return Almost(treaty.id, "ceased", None, treaty.ends)
        if owner is not None:
            return missing_bilateral(owner, day)
        begun = treaty.begins is not None and treaty.begins <= day
        if not begun and (treaty.opened is None or day < treaty.opened):
            return Almost(treaty.id, "not_yet_concluded", None, treaty.begins)
        missing = [each for c in (first, second) if (each := self.missing_party(treaty, c, day)) is not None]
        if not begun:
            missing.insert(0 if treaty.begins else len(missing), Almost(treaty.id, "not_in_force_yet", None, treaty.begins))
        if missing:
            # A State that is not bound at all says more than one that will be later.
            return max(missing, key=lambda each: (each.start is None, each.start or 0))
        if use.needs is not None and any(self.country(c).party_on(use.needs, day) is None for c in (first, second)):
            return Almost(treaty.id, "needs_other_treaty", None, None)
        return None

    def missing_party(self, treaty: Treaty, country: str, day: int) -> Almost | None:
        """Why the treaty does not bind this country on the day, or None."""
        own = self.country(country)
        accepted = own.accepts.get(treaty.id)
        if own.party_on(treaty.id, day) is not None:
            return None
        if accepted is not None and accepted.confidence == UNCERTAIN:
            return Almost(treaty.id, "uncertain", country, None)
        if accepted is not None and accepted.until is not None and day > accepted.until:
            return Almost(treaty.id, "ceased", country, accepted.until)
        if accepted is not None:
            return Almost(treaty.id, "not_in_force_yet", country, accepted.start)
        if treaty.id in own.signed and (own.signed[treaty.id] or 0) <= day:
            return Almost(treaty.id, "signed_only", country, None)
        outside = treaty.family == "agency" or (treaty.family == "eu" and not own.is_member("EU", day))
        return Almost(treaty.id, "not_a_member" if outside else "not_a_party", country, None)

    def _basis(self, treaty: Treaty, use: Use, owner: Bilateral | None, first: str, second: str, purpose: str,
               day: int) -> Basis:  # fmt: skip
        """The treaty as a basis between the two."""
        sure: tuple[str, ...]
        if owner is not None:
            since = tuple((c, owner.applies or 0) for c in (first, second))
            sure = (treaty.dates_confidence,)
        else:
            accepted = [self.country(c).accepts[treaty.id] for c in (first, second)]
            since = tuple((c, a.start) for c, a in zip((first, second), accepted, strict=True))
            sure = tuple(a.confidence for a in accepted)
        reservations = tuple((c, r) for c in (first, second) for r in self.country(c).reservations
                             if r.treaty == treaty.id and r.bites(day, purpose))  # fmt: skip
        link = Source(
            treaty.id,
            treaty.title,
            treaty.reference,
            weakest((*sure, treaty.articles_confidence)),
            treaty.link,
            treaty.checked,
        )
        return Basis(treaty.id, treaty.title, use.articles, since, use.channels, use.supporting, reservations,
                     link.confidence, link, tuple(sorted(treaty.numbers.items())))  # fmt: skip

    def _national(self, requested: str, purpose: str, day: int) -> Iterator[Basis]:
        """National law or reciprocity of the requested State, where it is an answer."""
        rule = self.country(requested).national_law.get(purpose)
        if rule is None or rule.start > day or rule.confidence == UNCERTAIN:
            return
        source = Source(
            f"{requested} national_law.{purpose}",
            self.country(requested).name,
            rule.says,
            rule.confidence,
            rule.link,
            rule.checked,
        )
        yield Basis(
            NATIONAL,
            rule.says,
            (),
            ((requested, 0),),  # its own law needs no entry into force for two; the year of the act stands in its title
            tuple(rule.value or ()),
            False,
            (),
            rule.confidence,
            source,
        )

    def membership_channels(self, purpose: str) -> frozenset[str]:
        """Channels that only members of some treaty or organisation have."""
        return frozenset(
            channel
            for treaty in self.treaties.values()
            if purpose in treaty.uses
            for channel in treaty.uses[purpose].channels
        )

    # -- persons ----------------------------------------------------------------------------------------------------

    def surrenders_national(self, requested: str, requesting: str, offences: tuple[str, ...], day: int) -> bool:
        """Does the requested State surrender its own national to this State for one of these offences, on this day?"""
        found = self.bases(requesting, requested, "extradition", day).binding
        if any(basis.treaty in self.treaties and self.treaties[basis.treaty].family == "eu" for basis in found):
            return True
        # The special treaty prevails over a declaration of refusal made to the general one (lex specialis).
        return any(b.between == {requested, requesting} and b.sure and b.applies is not None and b.applies <= day
                   and set(offences) & set(b.nationals) for b in self.bilaterals)  # fmt: skip

    def extraditable(self, offences: tuple[str, ...], first: str, second: str, day: int) -> bool:
        """Is one of the offences punishable in both by the maximum the extradition treaties ask for?"""
        least = min(
            (
                t.numbers["min_max_penalty_months"]
                for t in self.treaties.values()
                if "min_max_penalty_months" in t.numbers
            ),
            default=0,
        )
        return any(all(self.most_months(c, offence, day) >= least for c in (first, second)) for offence in offences)

    def most_months(self, country: str, offence: str, day: int) -> int:
        """The maximum penalty for an offence in months; where the pack does not know, no threshold stands in the way."""
        rule = self.country(country).decides(f"offences.{offence}", day)
        value = rule.value if rule is not None else None
        if value is False:
            return 0
        return int(value) if isinstance(value, int) and not isinstance(value, bool) else 10**6

    def provisional_arrest(self, country: str, day: int) -> tuple[int, int]:
        """Calendar days after which a provisional arrest may, and must, end without the papers."""
        for treaty in self.treaties.values():
            if "provisional_arrest_max_days" in treaty.numbers:
                return treaty.numbers["provisional_arrest_may_end_days"], treaty.numbers["provisional_arrest_max_days"]
        raise LookupError("the pack has no treaty with days of provisional arrest")

    def period(self, country: str | None, treaty: str) -> str | None:
        """The year or month from which a country is bound, where the source gives no day."""
        accepted = self.country(country).accepts.get(treaty) if country else None
        return period(accepted.note) if accepted else None

    def knows_treaty(self, id: str) -> bool:
        """Is this a treaty of the pack (in force or not), or national law?"""
        return id == NATIONAL or id in self.treaties or any(each.treaty.id == id for each in self.bilaterals)

    # -- sources ----------------------------------------------------------------------------------------------------

    def treaty_reference(self, treaty: str, purpose: str) -> str | None:
        """How a treaty is cited for a purpose, or None when the pack does not have it."""
        found = self.treaties.get(treaty) or next((b.treaty for b in self.bilaterals if b.treaty.id == treaty), None)
        if found is None:
            return None
        use = found.uses.get(purpose)
        return f"{treaty} art. {use.articles[0]}" if use is not None and use.articles else treaty

    def ground_source(self, ground: str, country: str) -> str | None:
        """The source of a ground of refusal or a rule of procedure, for a country."""
        reference = self._grounds.get(ground)
        if reference is None:
            return None
        path = reference.removeprefix("COUNTRY ")
        if path != reference:
            return f"{country} {path}" if path in self.country(country).rules else None
        return reference

    def source(self, reference: str, day: int | None = None) -> Source:
        """The source behind a reference, as it stood on a day (None = the latest); `UnknownSource` when the pack has none."""
        head, _, rest = reference.partition(" ")
        if head == "practice":
            return self._look_up(self.lessons, rest, reference)
        if head == "formality":
            found = self._look_up(dict(self.formalities), rest, reference)
            return Source(reference, found.title, found.says, found.confidence, None, "")
        if head == "offence":
            offence = self._look_up(self.offences, rest, reference)
            return self.source(offence.source)
        if head in self.countries:
            return self._country_source(head, rest, reference, day)
        return self._treaty_source(head, rest, reference)

    def _look_up(self, table: Mapping[str, T], key: str, reference: str) -> T:
        if key not in table:
            close = get_close_matches(key, list(table), 1)
            raise UnknownSource(
                reference, "the pack has no such source", f"did you mean {close[0]!r}?" if close else None
            )
        return table[key]

    def _country_source(self, country: str, path: str, reference: str, day: int | None) -> Source:
        own = self.country(country)
        if path.startswith("national_law."):
            rule = self._look_up(own.national_law, path.removeprefix("national_law."), reference)
        else:
            rule = self._look_up(own.rules, path, reference).nearest(day)
        return Source(reference, own.name, rule.says, rule.confidence, rule.link, rule.checked)

    def _treaty_source(self, id: str, rest: str, reference: str) -> Source:
        every = {**self.treaties, **{b.treaty.id: b.treaty for b in self.bilaterals}}
        treaty = self._look_up(every, id, reference)
        if not rest:
            return Source(reference, treaty.title, treaty.title, treaty.dates_confidence, treaty.link, treaty.checked)
        texts, sure = [], []
        for number in rest.removeprefix("arts.").removeprefix("art.").split(","):
            own = treaty.article(number.strip())
            if own is None:
                close = get_close_matches(number.strip(), list(treaty.articles), 1, 0.3)
                raise UnknownSource(reference, f"{id} has no article {number.strip()!r} in the pack",
                                    f"did you mean {close[0]!r}?" if close else None)  # fmt: skip
            texts.append(treaty.articles[own])
            sure.append(UNCERTAIN if own in treaty.uncertain_articles else treaty.articles_confidence)
        return Source(reference, treaty.title, " ".join(texts), weakest(tuple(sure)), treaty.link, treaty.checked)


def turning_days(countries: Iterable[Country], treaties: Iterable[Treaty], bilaterals: Iterable[Bilateral]) -> list[int]:
    """Every day on which a basis begins or ceases to bind anybody: between two of them the answers are the same."""
    days: set[int | None] = set()
    for treaty in (*treaties, *(bilateral.treaty for bilateral in bilaterals)):
        days.update((treaty.opened, treaty.begins, treaty.ends))
    for bilateral in bilaterals:
        days.update((bilateral.signed, bilateral.not_before, bilateral.applies))
    for country in countries:
        days.update((*country.signed.values(), *country.members.values(), *(r.start for r in country.national_law.values())))
        spans = [(each.start, each.until) for each in country.accepts.values()]
        for start, until in (*spans, *((each.start, each.until) for each in country.reservations)):
            days.update((start, None if until is None else until + 1))
    return sorted(day for day in days if day is not None)


def missing_bilateral(owner: Bilateral, day: int) -> Almost | None:
    """Why a bilateral treaty does not bind on the day, or None."""
    if owner.signed is not None and day < owner.signed:
        return Almost(owner.treaty.id, "not_yet_concluded", None, owner.applies if owner.sure else owner.not_before)
    if owner.signed is not None and owner.not_before is not None and day < owner.not_before:
        return Almost(owner.treaty.id, "signed_only", None, None)
    if owner.applies is None or not owner.sure:
        return Almost(owner.treaty.id, "uncertain", None, owner.not_before)
    if day < owner.applies:
        return Almost(owner.treaty.id, "signed_only", None, owner.applies)
    return None


def leading(basis: Basis) -> Basis:
    """A supporting basis where nothing else binds: it leads."""
    from dataclasses import replace

    return replace(basis, supporting=False)


__all__ = ["FAMILIES", "NATIONAL", "PURPOSES", "SOURCED", "Almost", "Bases", "Basis", "LawBook"]
