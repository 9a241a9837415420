"""From `scenarios/law/` to a LawBook: read, then references resolved; every mistake at once."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from engine.calendar import Calendar
from engine.casefile.questions import ASKABLE
from engine.errors import ContentError, Unreadable
from engine.law import (
    INVENTED,
    Acceptance,
    AdmissibilityRule,
    Bilateral,
    Country,
    Dated,
    Delay,
    EvidenceKind,
    Formality,
    LawBook,
    Offence,
    Practice,
    Reservation,
    Rule,
    Source,
    Treaty,
    UnknownSource,
    Use,
)  # fmt: skip
from engine.law.pack import REAL
from engine.law.practice import DelayRow, PairGroup
from engine.reading import law_models as m
from engine.reading.law_pack import (
    PACK_FILE,
    PROCEDURES,
    TAKEABLE,
    Files,
    confidences,
    law_files,
    law_in,
    pack_of,
    procedures_in,
    recited,
    takings,
)
from engine.reading.places import from_pydantic, suggest
from engine.reading.strict import Document, Path_, read_yaml

Model = TypeVar("Model", bound=BaseModel)
KEPT_IN = {"treaty": "treaties/", "shared list": "admissibility.yaml", "country": "countries/"}


def load_lawbook(folder: Path, countries: Iterable[str] | None = None) -> LawBook:
    """The law book of a folder, for some countries or for all; raises `Unreadable` with every mistake."""
    return lawbook_from_files(law_files(folder, countries), folder.name)


def lawbook_from_files(files: Files, pack: str = REAL.id) -> LawBook:
    """The law book of a pack from its files (a folder's, or those inside a log)."""
    return _lawbook(tuple(sorted(law_in(files, pack).items())), pack)


@lru_cache(maxsize=8)
def _lawbook(files: tuple[tuple[str, bytes], ...], pack: str) -> LawBook:
    return PackReader(dict(files), pack).book()


class PackReader:
    """Reads one pack; collects every mistake."""

    def __init__(self, files: Files, pack: str) -> None:
        self.files, self.pack = files, pack
        self.errors: list[ContentError] = []
        self.documents: dict[str, Document] = {}
        self.unread: set[str] = set()
        self.source, self.takes = takings(files.get(f"{pack}/{PACK_FILE}"))
        self.written: m.PackFile | None = None
        if f"{pack}/{PACK_FILE}" in files:
            self.written = self.model(PACK_FILE, m.PackFile)

    def path(self, name: str) -> str:
        """Where a file of the pack stands: in its own folder, or in that of the pack it is taken from."""
        own, taken = f"{self.pack}/{name}", f"{self.source}/{name}"
        return taken if own not in self.files and name.removesuffix(".yaml") in self.takes else own

    def read(self, name: str) -> Document | None:
        """One file of the pack, or None when it cannot be read."""
        path = self.path(name)
        if path not in self.files:
            self.unread.add(name)
            self.errors.append(ContentError(path, None, None, "", "this file of the law pack is missing"))
            return None
        try:
            found = read_yaml(path, self.files[path])
        except Unreadable as error:
            self.unread.add(name)
            self.errors.extend(error.errors)
            return None
        own = path.startswith(f"{self.pack}/")
        self.documents[name] = found if own else recited(found, self.written, name.removesuffix(".yaml"))
        return self.documents[name]

    def model(self, name: str, model: type[Model]) -> Model | None:
        """One file as a model."""
        document = self.read(name)
        if document is None:
            return None
        try:
            return model.model_validate(document.tree)
        except ValidationError as error:
            self.unread.add(name)
            self.errors.extend(from_pydantic(document, error, model))
            return None

    def table(self, name: str, model: type[Model]) -> dict[str, Model]:
        """One file as a mapping of models."""
        document = self.read(f"{name}.yaml")
        if document is None:
            return {}
        try:
            return TypeAdapter(dict[str, model]).validate_python(document.tree)  # type: ignore[valid-type]
        except ValidationError as error:
            self.errors.extend(from_pydantic(document, error, model))
            return {}

    def words(self, name: str) -> dict[str, str]:
        """One file as a mapping of words."""
        document = self.read(f"{name}.yaml")
        if document is None:
            return {}
        if not isinstance(document.tree, dict):
            self.wrong(f"{name}.yaml", (), "expected a mapping of ids to words", None)
            return {}
        return {str(key): str(value) for key, value in document.tree.items()}

    def wrong(self, name: str, path: Path_, problem: str, fix: str | None = None) -> None:
        """Note a mistake."""
        line, column = self.documents[name].place(path)
        self.errors.append(
            ContentError(self.path(name), line, column, ".".join(map(str, path)), problem, fix, "error", "law")
        )

    def book(self) -> LawBook:
        """The whole book; raises `Unreadable` when anything is wrong. What is wrong with the pack file comes first."""
        self.check_takes()
        if self.errors:
            raise Unreadable(tuple(self.errors))
        instruments = self.every("treaties", m.TreatyFile)
        treaties = {t.id: t for t in map(treaty, instruments.values())}
        self.check_uses(instruments, treaties)
        bilaterals = tuple(bilateral(b) for b in self.every("treaties/bilateral", m.BilateralFile).values())
        written = self.every("countries", m.CountryFile)
        shared = self.shared_rules()
        countries = {c.id: self.country(name, c, shared, treaties) for name, c in written.items()}
        offences = {
            id: Offence(id, o.title, tuple(o.each), tuple(o.once), o.source)
            for id, o in self.table("offences", m.OffenceFile).items()
        }
        kinds = {
            id: EvidenceKind(id, k.title, k.delay, k.stored_data, k.given)
            for id, k in self.table("evidence_kinds", m.KindFile).items()
        }
        formalities = {
            id: Formality(id, f.title, f.says, f.confidence)
            for id, f in self.table("formalities", m.FormalityFile).items()
        }
        lessons = {
            id: Source(f"practice {id}", "Practice", lesson.says, lesson.confidence, lesson.source, "")
            for id, lesson in self.table("practice", m.LessonFile).items()
        }
        channels, grounds = self.words("channels"), self.words("grounds")
        practice = self.practice(countries, kinds)
        calendars = {c.country: self.calendar(name, c) for name, c in self.every("calendars", m.CalendarFile).items()}
        if self.errors or practice is None:
            raise Unreadable(tuple(self.errors))
        book = LawBook(countries=countries, treaties=treaties, bilaterals=bilaterals, offences=offences,
                       formalities=formalities, evidence_kinds=kinds, lessons=lessons, channels=channels,
                       grounds=grounds, calendars=calendars, practice=practice, digest=digest(self.files, self.pack),
                       pack=pack_of(self.written, self.pack))  # fmt: skip
        self.check_sources(book, written, shared, grounds)
        self.check_pack(book)
        self.check_confidence(book.pack.invented)
        if self.errors:
            raise Unreadable(tuple(self.errors))
        return book

    def check_uses(self, written: Mapping[str, m.TreatyFile], treaties: Mapping[str, Treaty]) -> None:
        """Is every treaty that another needs or replaces one of the pack?"""
        for name, instrument in written.items():
            for purpose, use in instrument.uses.items():
                if use.needs is not None:
                    self.must_know(name, ("uses", purpose, "needs"), use.needs, treaties, "treaty")
                for number, old in enumerate(use.replaces):
                    self.must_know(name, ("uses", purpose, "replaces", number), old, treaties, "treaty")

    def every(self, part: str, model: type[Model]) -> dict[str, Model]:
        """Every file of a folder of the pack, by its name."""
        found = {}
        for path in sorted(self.files):
            name = path.removeprefix(f"{self.pack}/")
            if name != path and name.startswith(f"{part}/") and "/" not in name[len(part) + 1 :]:
                one = self.model(name, model)
                if one is not None:
                    found[name] = one
        return found

    def shared_rules(self) -> dict[str, list[m.AdmissibilityFile]]:
        """The shared lists of rules of evidence."""
        document = self.read("admissibility.yaml")
        if document is None:
            return {}
        try:
            shared = TypeAdapter(dict[str, list[m.AdmissibilityFile]]).validate_python(document.tree)
        except ValidationError as error:
            self.unread.add("admissibility.yaml")
            self.errors.extend(from_pydantic(document, error, m.AdmissibilityFile))
            return {}
        for group, rules in shared.items():
            self.check_rules("admissibility.yaml", (group,), rules, shared)
        return shared

    def country(self, name: str, c: m.CountryFile, shared: Mapping[str, list[m.AdmissibilityFile]],
                treaties: Mapping[str, Treaty]) -> Country:  # fmt: skip
        """One country, its references to treaties checked."""
        for part in ("accepts", "signed", "not_party"):
            for id in getattr(c, part):
                self.must_know(name, (part, id), id, treaties, "treaty")
        for number, reservation in enumerate(c.reservations):
            where = ("reservations", number)
            self.must_know(name, (*where, "treaty"), reservation.treaty, treaties, "treaty")
            uses = treaties[reservation.treaty].uses if reservation.treaty in treaties else ()
            for n, purpose in enumerate((reservation.purposes or ()) if uses else ()):
                self.must_know(name, (*where, "for", n), purpose, uses, f"purpose of {reservation.treaty}")
        rules = {f"{group}.{rule}": Dated(f"{group}.{rule}", tuple(rule_of(f"{group}.{rule}", each) for each in values))
                 for group, named in c.rules.items() for rule, values in named.items()}  # fmt: skip
        national = {purpose: Rule(f"national_law.{purpose}", tuple(n.channels), n.says, ordinal(n.start), n.confidence,
                                  n.source, None, n.checked.isoformat()) for purpose, n in c.national_law.items()}  # fmt: skip
        place = (c.place[0], c.place[1]) if c.place else None
        return Country(
            c.id, c.name, c.footnote or self.footnote(), c.group, tuple(c.languages), c.seat, place,
            self.members(c),
            {id: Acceptance(id, a.in_force.toordinal(), last(a.until), a.confidence, a.source, a.note) for id, a in c.accepts.items()},
            {id: last(day) for id, day in c.signed.items()}, dict(c.not_party),
            tuple(reserved(r) for r in c.reservations),
            rules, national, tuple(self.evidence(name, c.admissibility, shared)),
        )  # fmt: skip

    def must_know(self, name: str, path: Path_, value: str, known: Iterable[str], what: str) -> None:
        """Is this one of the known ids? Where a file of such ids could not be read, nobody can say."""
        if any(each.startswith(KEPT_IN[what]) for each in self.unread if what in KEPT_IN):
            return
        known = list(known)
        if value not in known:
            close = suggest(value, known)
            self.wrong(name, path, f"there is no {what} {value!r}", f"did you mean {close!r}?" if close else None)

    def footnote(self) -> str | None:
        """What the pack says under every name of its countries."""
        return self.written.says if self.written is not None and self.written.invented else None

    def members(self, c: m.CountryFile) -> dict[str, int]:
        """Since when a country is a member of what; a pack's own organisation counts as its like in the files taken."""
        alike = self.written.counts_as if self.written is not None else {}
        since = {organisation: ordinal(day) for organisation, day in c.members.items()}
        return since | {alike[organisation]: day for organisation, day in since.items() if organisation in alike}

    def evidence(self, name: str, rules: list[m.AdmissibilityFile],
                 shared: Mapping[str, list[m.AdmissibilityFile]]) -> Iterable[AdmissibilityRule]:  # fmt: skip
        """The rules of evidence of a country, shared lists taken in."""
        self.check_rules(name, ("admissibility",), rules, shared)
        for rule in taken_in(rules, shared, set()):
            if rule.id is not None and rule.ruling is not None and rule.source is not None:
                yield AdmissibilityRule(rule.id, rule.asks, rule.ruling, rule.source, "")

    def check_rules(self, name: str, place: Path_, rules: list[m.AdmissibilityFile],
                    shared: Mapping[str, list[m.AdmissibilityFile]]) -> None:  # fmt: skip
        """Are the rules of one list whole, and do they ask what can be answered?"""
        for number, rule in enumerate(rules):
            here = (*place, number)
            if rule.extends is not None:
                self.must_know(name, (*here, "extends"), rule.extends, shared, "shared list")
                continue
            for question in rule.asks:
                self.must_know(name, (*here, "if", question), question, ASKABLE, "question of admissibility")
            if rule.id is None or rule.ruling is None or rule.source is None:
                self.wrong(name, here, "a rule needs an id, a ruling and a source")

    def practice(self, countries: Mapping[str, Country], kinds: Mapping[str, EvidenceKind]) -> Practice | None:
        """The table of delays."""
        written = self.model("delays.yaml", m.PracticeFile)
        if written is None:
            return None
        rows = {}
        for procedure, table in written.rows.items():
            for number, row in enumerate(table):
                if row.days != sorted(row.days):
                    self.wrong(
                        "delays.yaml",
                        ("rows", procedure, number, "days"),
                        f"expected [min, typical, max] in rising order, not {row.days}",
                    )
            rows[procedure] = tuple(
                DelayRow(r.stage, r.kind, r.group, tuple(r.routes), Delay((r.days[0], r.days[1], r.days[2]), r.unit))
                for r in table
            )
        groups = tuple(PairGroup(g.id, g.with_, tuple(g.partners), g.both_in, g.one_in) for g in written.groups)
        return Practice(rows, groups, {id: c.members for id, c in countries.items()}, written.factors, written.odds,
                        (written.vacation.start, written.vacation.to), tuple(written.vacation.stages),
                        {id: kind.delay for id, kind in kinds.items()}, tuple(written.order),
                        {figure.says: figure.source for figure in written.figures})  # fmt: skip

    def calendar(self, name: str, c: m.CalendarFile) -> Calendar:
        """The working-day calendar of a country."""
        closed, opened, estimated = (
            self.days(name, part, getattr(c, part)) for part in ("closed", "opened", "estimated")
        )
        return Calendar(c.country, c.first.toordinal(), c.last.toordinal(), closed, opened, estimated)

    def days(self, name: str, part: str, table: Mapping[str, str]) -> list[int]:
        """The days of a frozen table: a year, and its days as month and day in four figures."""
        found = []
        for year, row in table.items():
            for day in row.split():
                try:
                    found.append(date.fromisoformat(f"{year}-{day[:2]}-{day[2:]}").toordinal())
                except ValueError:
                    self.wrong(name, (part, year), f"there is no day {day!r} in {year}", "month and day, such as 0101")
        return found

    def check_sources(self, book: LawBook, written: Mapping[str, m.CountryFile],
                      shared: Mapping[str, list[m.AdmissibilityFile]], grounds: Mapping[str, str]) -> None:  # fmt: skip
        """Does every rule of evidence and every ground rest on a source that exists and may decide?"""
        lists = [(name, ("admissibility",), country.admissibility) for name, country in written.items()]
        lists += [("admissibility.yaml", (group,), rules) for group, rules in shared.items()]
        for name, place, rules in lists:
            for number, rule in enumerate(rules):
                if rule.source is not None:
                    self.check_source(book, name, (*place, number, "source"), rule.source, f"rule {rule.id!r}")
        for ground, reference in grounds.items():
            if not reference.startswith("COUNTRY "):
                self.check_source(book, "grounds.yaml", (ground,), reference, f"ground {ground!r}")
        for id, offence in book.offences.items():
            self.check_source(book, "offences.yaml", (id, "source"), offence.source, f"offence {id!r}")

    def check_takes(self) -> None:
        """Does a pack take what can be taken?"""
        for number, name in enumerate(self.written.takes if self.written is not None else ()):
            self.must_know(PACK_FILE, ("takes", number), name, TAKEABLE, "file that can be taken")

    def check_pack(self, book: LawBook) -> None:
        """Does a pack draw its own countries, and have what it says stands for a source?"""
        if self.written is None:
            return
        drawing = self.written.drawing
        for country in book.countries if drawing is not None else ():
            if drawing is not None and country not in drawing.outlines:
                self.wrong(PACK_FILE, ("drawing", "outlines"), f"{country!r} has no outline on the map")
            elif drawing is not None and drawing.names.get(country) != book.country(country).name:
                self.wrong(PACK_FILE, ("drawing", "names", country), f"{country!r} is called {book.country(country).name!r}")
        for reference, own in self.written.cites.items():
            self.check_source(book, PACK_FILE, ("cites", reference), own, f"what stands for {reference!r}")

    def check_confidence(self, invented: bool) -> None:
        """Is every fact of an invented pack called invented, and none of a real one?"""
        for name, document in self.documents.items():
            path = self.path(name)
            if path.startswith(f"{self.pack}/") and (invented or INVENTED.encode() in self.files[path]):
                for place, word in confidences(document.tree):
                    if (word == INVENTED) is not invented:
                        fix = "write invented" if invented else "sourced, known or uncertain"
                        kind = "an invented" if invented else "a real"
                        self.wrong(name, place, f"a fact of {kind} pack is not {word!r}", fix)

    def check_source(self, book: LawBook, name: str, path: Path_, reference: str, what: str) -> None:
        """Does the source exist, and may it decide? What a taken file cites by way of the pack file is asked there, once."""
        stands = self.written.cites.values() if self.written is not None else ()
        if reference in stands and not self.path(name).startswith(f"{self.pack}/"):
            return
        try:
            found = book.source(reference)
        except UnknownSource as error:
            self.wrong(name, path, f"{what}: {error}", error.fix)
            return
        if found.confidence == "uncertain":
            self.wrong(name, path, f"{what} rests on {reference!r}, which is uncertain and may not decide")


def taken_in(rules: list[m.AdmissibilityFile], shared: Mapping[str, list[m.AdmissibilityFile]],
             open_: set[str]) -> Iterable[m.AdmissibilityFile]:  # fmt: skip
    """The rules with the shared lists in their places; a list inside itself counts once."""
    for rule in rules:
        if rule.extends is None:
            yield rule
        elif rule.extends not in open_:
            yield from taken_in(shared.get(rule.extends, []), shared, open_ | {rule.extends})


def ordinal(day: date | None) -> int:
    """The first day of a value; open = the beginning."""
    return 0 if day is None else day.toordinal()


def last(day: date | None) -> int | None:
    """A day as an ordinal, or None."""
    return None if day is None else day.toordinal()


def rule_of(path: str, written: m.RuleFileLaw) -> Rule:
    """One value of a dated rule."""
    value = tuple(written.value) if isinstance(written.value, list) else written.value
    return Rule(path, value, written.says, ordinal(written.start), written.confidence, written.source, written.note,
                written.checked.isoformat(), written.ended)  # fmt: skip


def uses(written: Mapping[str, m.UseFile]) -> dict[str, Use]:
    """What an instrument gives, by purpose."""
    return {
        purpose: Use(tuple(u.articles), tuple(u.channels), u.place, u.supporting, u.needs, tuple(u.replaces))
        for purpose, u in written.items()
    }


def reserved(r: m.ReservationFile) -> Reservation:
    """A declaration or reservation."""
    purposes = None if r.purposes is None else tuple(r.purposes)
    return Reservation(r.treaty, r.article or "", r.effect, last(r.start), last(r.until), r.confidence, r.source, purposes)


def treaty(t: m.TreatyFile) -> Treaty:
    """An instrument."""
    return Treaty(t.id, t.title, t.short, t.reference, t.family, uses(t.uses), dict(t.numbers), dict(t.articles),
                  last(t.begins), last(t.ends), last(t.opened), t.confidence.dates, t.confidence.articles,
                  tuple(t.uncertain_articles), t.source, t.checked.isoformat())  # fmt: skip


def bilateral(b: m.BilateralFile) -> Bilateral:
    """A treaty between two countries."""
    own = Treaty(b.id, b.title, b.id, b.subject, "bilateral", uses(b.uses), {}, {}, last(b.applies_from), None,
                 last(b.signed), b.confidence.applies_from, b.confidence.applies_from, (), b.source, b.checked.isoformat())  # fmt: skip
    return Bilateral(own, frozenset(b.between), last(b.signed), last(b.applies_from),
                     b.confidence.applies_from != "uncertain", tuple(b.nationals), b.nationals_text,
                     last(b.not_before))  # fmt: skip


def digest(files: Files, pack: str) -> str:
    """A fingerprint of the pack."""
    sink = blake2b(digest_size=16)
    for name, data in sorted((name.removeprefix(f"{pack}/"), data) for name, data in files.items()):
        sink.update(name.encode() + b"\0" + data + b"\0")
    return sink.hexdigest()


def procedure_documents(files: Files, pack: str, errors: list[ContentError]) -> Iterator[Document]:
    """The procedures of a pack among the files of a bundle, in its own words."""
    reader = PackReader(law_in(files, pack), pack)
    for name in procedures_in(files, pack):
        try:
            document = read_yaml(name, files[name])
        except Unreadable as error:
            errors.extend(error.errors)
            continue
        yield document if name.startswith(f"{pack}/") else recited(document, reader.written, PROCEDURES)
