"""What every part of a case is read with: what its words may name, and the list of mistakes."""

from collections.abc import Collection, Iterable, Mapping

from engine.errors import ContentError
from engine.expressions import Condition, Domains
from engine.law import LawBook, UnknownSource
from engine.play.questions import vocabulary
from engine.procedures import Procedure
from engine.reading.models import CountFile, ScenarioFile
from engine.reading.places import suggest
from engine.reading.strict import Document
from engine.reading.verbs import EffectReader, Place

UNLAWFUL = "unlawful"
"""The flaw that has a question of its own: the item was taken against the law of the place."""


class CaseReader:
    """One case read against its own ids and the law it stands on; collects every mistake."""

    def __init__(self, document: Document, written: ScenarioFile, law: LawBook, procedures: Mapping[str, Procedure],
                 errors: list[ContentError], pack: Collection[str] = ()) -> None:  # fmt: skip
        self.document, self.written, self.law = document, written, law
        self.pack = tuple(sorted(pack or law.countries))
        self.countries, self.said = {written.home, *written.countries}, set[tuple[str, str]]()
        if not self.countries <= set(self.pack):
            # One that the pack has not was surely meant to be one of those that the case goes on to name.
            self.countries |= set(self.pack)
        self.procedures, self.errors = procedures, errors
        self.reader = EffectReader(document, vocabulary(), self.domains(), errors)

    def domains(self) -> Domains:
        """Every id a condition or effect may name."""
        w = self.written
        stages = {stage for procedure in self.procedures.values() for stage in procedure.stages}
        elements = {e for id in w.counts for e in self.elements(id)}
        people = {role: {id for id, p in w.people.items() if p.role == role} for role in ("suspect", "victim")}
        return Domains({
            "evidence": set(w.evidence), "person": set(w.people), "victim": people["victim"],
            "suspect": people["suspect"], "country": self.countries, "flag": None,
            "beat": {beat.id for beat in w.beats}, "choice": {f"{b.id}.{c.id}" for b in w.beats for c in b.choices},
            "contact": set(w.contacts), "procedure": set(self.procedures), "stage": stages, "seat": set(w.seats),
            "channel": {c.channel for c in w.contacts.values()} | {"direct", "ministries", "diplomatic", "interpol"},
            "count": set(w.counts), "element": elements, "rule": {rule.id for rule in w.score},
            "ending": {ending.id for ending in w.endings}, "subject": set(w.evidence) | set(w.people) | set(w.contacts),
            "formality": set(self.law.formalities), "treaty": set(self.law.treaties), "number": None, "text": None,
            "way": set(self.law.channels), "flaw": self.flaws(),
        })  # fmt: skip

    def flaws(self) -> set[str] | None:
        """The flaws that the home country's rules of evidence ask about; None = nobody can say."""
        home = self.law.countries.get(self.written.home)
        if home is None:
            return None
        return {flaw for rule in home.admissibility(self.written.start.toordinal()) for flaw in rule.asks.get("flaw", ())} | {UNLAWFUL}

    def elements(self, count: str) -> tuple[str, ...]:
        """The elements of a count: those written, or those of the offence in the law pack."""
        written: CountFile = self.written.counts[count]
        if written.elements is not None:
            return tuple(written.elements)
        offence = self.law.offences.get(written.offence)
        return () if offence is None else (*offence.each, *offence.once)

    def wrong(
        self, place: Place, problem: str, fix: str | None = None, code: str = "scenario", level: str = "error"
    ) -> None:
        """Note a mistake."""
        line, column = self.document.place(place)
        where = ".".join(map(str, place))
        file = self.document.file_of(place)
        self.errors.append(ContentError(file, line, column, where, problem, fix, level, code))

    def warn(self, place: Place, problem: str, code: str) -> None:
        """Note what is probably not meant, unless the author says it is."""
        if code not in self.written.allow:
            self.wrong(place, problem, f"if it is meant, write allow: {{{code}: the reason}}", code, "warning")

    def must_know(self, value: str, known: Iterable[str], what: str, place: Place) -> None:
        """Is this one of the known ids?"""
        known = list(known)
        if value not in known:
            close = suggest(value, known)
            self.wrong(place, f"there is no {what} {value!r}", f"did you mean {close!r}?" if close else
                       f"known: {', '.join(sorted(known)[:12]) or 'none'}")  # fmt: skip

    def country(self, value: str, place: Place) -> None:
        """Is this one of the countries of the case? One that is not is said once, however often it is written."""
        if value not in self.countries and self.first("country", value):
            known = f"known: {', '.join(sorted(self.countries))}"
            here = "add it to 'countries'" if value in self.pack else None
            self.wrong(place, f"there is no country {value!r} in this case", "; ".join(filter(None, (known, here))))

    def on_the_desk(self, procedure: str, place: Place) -> None:
        """Does the desk of the case offer this instrument? Said once of each; not at all where one of those offered is misspelt."""
        offered = self.written.instruments
        if procedure not in offered and set(offered) <= set(self.procedures) and self.first("instrument", procedure):
            self.wrong(place, f"the desk of this case does not offer {procedure!r}", f"add {procedure} to 'instruments'")

    def first(self, what: str, value: str) -> bool:
        """Is this the first time that something is said of it?"""
        new = (what, value) not in self.said
        self.said.add((what, value))
        return new

    def source(self, reference: str | None, place: Place) -> None:
        """Does the source stand in the law pack, and may it decide?"""
        if reference is None:
            return
        try:
            found = self.law.source(reference)
        except UnknownSource as error:
            self.wrong(place, str(error), error.fix, "source")
            return
        if found.confidence == "uncertain":
            self.wrong(place, f"{reference!r} is uncertain: it may be shown, but never decide", None, "source")

    def condition(self, source: str | bool | None, place: Place) -> Condition | None:
        """A condition, or None when none is written."""
        return None if source is None else self.reader.condition(source, place)

    def must(self, source: str | bool, place: Place) -> Condition:
        """A condition that has to be there."""
        return self.reader.condition(source, place)
