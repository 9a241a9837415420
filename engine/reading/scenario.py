"""From a scenario's YAML to a Scenario: read, checked, then resolved in a second pass; every mistake at once."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from engine.errors import ContentError, Unreadable
from engine.expressions import Condition, Domains
from engine.law import LawBook, UnknownSource
from engine.play.questions import vocabulary
from engine.play.story_effects import deferred
from engine.procedures import Procedure
from engine.reading.law import lawbook_from_files, procedure_documents
from engine.reading.law_pack import law_files, law_packs, procedure_files
from engine.reading.models import (
    BeatFile,
    ChoiceFile,
    CountFile,
    DriftFile,
    IntentionFile,
    ItemFile,
    ProcedureFile,
    RuleFile,
    ScenarioFile,
)
from engine.reading.places import fields_at, from_pydantic, suggest
from engine.reading.procedures import TableReader
from engine.reading.strict import Document, read_yaml
from engine.reading.verbs import EffectReader, Place
from engine.scenario import (
    Beat,
    BeatChoice,
    Contact,
    Count,
    Drift,
    Effects,
    Ending,
    Intention,
    Item,
    Message,
    Override,
    Person,
    Play,
    Scenario,
    ScoreRule,
)  # fmt: skip

SCENARIO_FILE = "scenario.yaml"
LAW = "law"
PICTURES = ("harbour", "road", "office", "courthouse", "coast", "border", "shelter", "night")
"""The words under `picture`: the places that can be drawn, and the hour."""
LONGEST_LINE = 90
"""How long a line under `known` or `open` may be: it is read at a glance beside the choices."""
Files = Mapping[str, bytes]
"""What a play stands on: path relative to the scenarios folder -> bytes. This travels inside a log."""


def scenario_files(folder: Path, id: str) -> dict[str, bytes]:
    """The files of a scenario and of the law it stands on, without looking into the law of other countries."""
    files: dict[str, bytes] = {}
    single = folder / f"{id}.yaml"
    if single.is_file():
        files[single.name] = single.read_bytes()
    for path in sorted((folder / id).glob("*.yaml")):
        files[f"{id}/{path.name}"] = path.read_bytes()
    for path in sorted((folder / "shared").glob("*.yaml")):
        files[f"shared/{path.name}"] = path.read_bytes()
    _, written, _ = read_scenario_file(files, id)
    if written is not None and (folder / written.law).is_dir():
        countries = {written.home, *written.countries, *(c for p in written.people.values() for c in p.nationality)}
        files |= law_files(folder / written.law, sorted(countries)) | procedure_files(folder / written.law)
    return files


def load_scenario(folder: Path, id: str) -> Scenario:
    """The scenario of this id in a scenarios folder; raises `Unreadable` with every mistake in it."""
    return scenario_from_files(scenario_files(folder, id), id, law_packs(folder))


def scenario_from_files(files: Files, id: str, packs: Iterable[str] = ()) -> Scenario:
    """The scenario from its files (a folder's, or those inside a log); `packs` are the law packs it might have named."""
    document, written, errors = read_scenario_file(files, id)
    if written is None:
        raise Unreadable(tuple(errors))
    if not any(name.startswith(f"{written.law}/treaties/") for name in files):
        raise Unreadable((*errors, no_such_law(document, written.law, packs)))
    law = lawbook_from_files(files, written.law)
    procedures = read_procedures(procedure_documents(files, written.law, errors), errors)
    scenario = Compiler(document, written, law, procedures, errors, files).scenario()
    serious = [error for error in errors if error.level == "error"]
    if serious:
        raise Unreadable(tuple(serious))
    return scenario


def no_such_law(document: Document, law: str, packs: Iterable[str]) -> ContentError:
    """That a case names a law pack that is not there."""
    if law == LAW:
        return ContentError(document.file, None, None, "", "no folder 'law' stands beside this case", None, "error", "law")
    close, known = suggest(law, packs), ", ".join(packs)
    fix = f"did you mean {close!r}?" if close else f"law packs beside this case: {known}" if known else None
    return ContentError(document.file, *document.place(("law",)), "law", f"there is no law pack {law!r}", fix, "error", "law")


def read_scenario_file(files: Files, id: str) -> tuple[Document, ScenarioFile | None, list[ContentError]]:
    """The scenario file as a document and, if it has the right keys, as a model."""
    name = f"{id}/{SCENARIO_FILE}" if f"{id}/{SCENARIO_FILE}" in files else f"{id}.yaml"
    if name not in files:
        missing = ContentError(name, None, None, id, "there is no such scenario", None, "error", "missing")
        raise Unreadable((missing,))
    document = read_yaml(name, files[name])
    errors = include_files(document, files, id)
    try:
        return document, ScenarioFile.model_validate(document.tree), errors
    except ValidationError as error:
        errors = [*errors, *from_pydantic(document, error, ScenarioFile)]
    return document, mended(document.tree), errors


NUMBERS = ("int_", "bool_", "float_", "greater_than", "less_than")


def mended(tree: Any) -> ScenarioFile | None:
    """The scenario as it was surely meant, so that the rest of it is checked in the same reading; None = not so sure."""
    whole = deepcopy(tree)
    try:
        return ScenarioFile.model_validate(whole)
    except ValidationError as error:
        for complaint in error.errors(include_url=False):
            number = complaint["type"].startswith(NUMBERS) and complaint["loc"][0] != "weights"
            if complaint["type"] == "extra_forbidden" or number:
                mend(whole, complaint["loc"])
    try:
        return ScenarioFile.model_validate(whole)
    except ValidationError:
        return None


def mend(tree: Any, loc: tuple[Any, ...]) -> None:
    """Take one value out of a tree; a misspelt key gets the name it was meant to have."""
    *path, last = loc
    for part in path:
        if not (isinstance(tree, dict) and part in tree) and not (isinstance(tree, list) and isinstance(part, int)):
            return
        tree = tree[part]
    if isinstance(tree, dict) and last in tree:
        value, known = tree.pop(last), fields_at(ScenarioFile, tuple(path))
        close = suggest(str(last), known)
        if last not in known and close is not None:
            tree.setdefault(close, value)


def include_files(document: Document, files: Files, id: str) -> list[ContentError]:
    """Add the keys of the files under `include:`, from the scenario's own folder or from `shared/`."""
    errors: list[ContentError] = []
    wanted = document.tree.get("include") if isinstance(document.tree, dict) else None
    for number, name in enumerate(wanted if isinstance(wanted, list) else ()):
        line, column = document.place(("include", number))
        known = {path.removeprefix(f"{id}/"): path for path in files if path.startswith((f"{id}/", "shared/"))}
        if name not in known or known[name] == document.file:
            close = suggest(str(name), known)
            fix = f"did you mean {close!r}?" if close else "a file beside scenario.yaml, or shared/NAME.yaml"
            errors.append(ContentError(document.file, line, column, f"include.{number}", f"there is no file {name!r}",
                                       fix, "error", "include"))  # fmt: skip
            continue
        part = read_yaml(known[name], files[known[name]])
        if not isinstance(part.tree, dict):
            errors.append(ContentError(part.file, 1, 1, "", "an included file holds keys, such as beats:", None,
                                       "error", "include"))  # fmt: skip
            continue
        for place in document.include(part):
            line, column = part.place(place)
            dotted = ".".join(map(str, place))
            errors.append(ContentError(part.file, line, column, dotted, f"{dotted!r} is already written elsewhere",
                                       f"see {document.file_of(place)}", "error", "duplicate"))  # fmt: skip
    return errors


def read_procedures(documents: Iterable[Document], errors: list[ContentError]) -> dict[str, Procedure]:
    """Every procedure of the law pack."""
    found: dict[str, Procedure] = {}
    for document in documents:
        try:
            written = ProcedureFile.model_validate(document.tree)
        except ValidationError as error:
            errors.extend(from_pydantic(document, error, ProcedureFile))
            continue
        procedure = TableReader(document, errors).procedure(written)
        if procedure is not None:
            found[procedure.id] = procedure
    return found


def named_countries(w: ScenarioFile) -> Iterable[tuple[Place, str]]:
    """Every country that a scenario names outside its effects, with the place."""
    yield ("home",), w.home
    yield from ((("countries", n), country) for n, country in enumerate(w.countries))
    for id, person in w.people.items():
        yield from ((("people", id, "nationality", n), country) for n, country in enumerate(person.nationality))


def content_digest(files: Files) -> str:
    """A fingerprint of the files a play stands on."""
    sink = blake2b(digest_size=16)
    for name in sorted(files):
        sink.update(name.encode() + b"\0" + files[name] + b"\0")
    return sink.hexdigest()


class Compiler:
    """Resolves one scenario against its own ids and the law; collects every mistake."""

    def __init__(self, document: Document, written: ScenarioFile, law: LawBook, procedures: Mapping[str, Procedure],
                 errors: list[ContentError], files: Files) -> None:  # fmt: skip
        self.document, self.written, self.law = document, written, law
        self.procedures, self.errors, self.files = procedures, errors, files
        self.reader = EffectReader(document, vocabulary(), self.domains(), errors)

    def domains(self) -> Domains:
        """Every id a condition or effect may name."""
        w = self.written
        stages = {stage for procedure in self.procedures.values() for stage in procedure.stages}
        elements = {e for id in w.counts for e in self.elements(id)}
        people = {role: {id for id, p in w.people.items() if p.role == role} for role in ("suspect", "victim")}
        return Domains({
            "evidence": set(w.evidence), "person": set(w.people), "victim": people["victim"],
            "suspect": people["suspect"], "country": {w.home, *w.countries}, "flag": None,
            "beat": {beat.id for beat in w.beats}, "choice": {f"{b.id}.{c.id}" for b in w.beats for c in b.choices},
            "contact": set(w.contacts), "procedure": set(self.procedures), "stage": stages, "seat": set(w.seats),
            "channel": {c.channel for c in w.contacts.values()} | {"direct", "ministries", "diplomatic", "interpol"},
            "count": set(w.counts), "element": elements, "rule": {rule.id for rule in w.score},
            "ending": {ending.id for ending in w.endings}, "subject": set(w.evidence) | set(w.people) | set(w.contacts),
            "formality": set(self.law.formalities), "treaty": set(self.law.treaties), "number": None, "text": None,
        })  # fmt: skip

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

    def must_know(self, value: str, known: Iterable[str], what: str, place: Place) -> None:
        """Is this one of the known ids?"""
        known = list(known)
        if value not in known:
            close = suggest(value, known)
            self.wrong(place, f"there is no {what} {value!r}", f"did you mean {close!r}?" if close else
                       f"known: {', '.join(sorted(known)[:12]) or 'none'}")  # fmt: skip

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

    def scenario(self) -> Scenario:
        """The whole scenario; mistakes are in `errors`."""
        w = self.written
        beats = {beat.id: self.beat(beat, number) for number, beat in enumerate(w.beats)}
        begins = self.reader.effects(w.begins, ("begins",))
        compiled = Scenario(
            id=w.id, title=w.title, language=w.language, home=w.home, countries=tuple(w.countries),
            start=w.start.toordinal(), deadline=w.deadline.toordinal(), minutes=w.minutes, level=w.level,
            seats=tuple(w.seats), briefing=w.briefing, aims=tuple(w.aims), instruments=self.instruments(),
            weights={str(name): points for name, points in w.weights.items()}, alert=Drift(w.alert.start), quiet_week=w.alert.quiet_week,
            proof=(w.proof.strength, w.proof.sources),
            people={id: self.person(id) for id in w.people}, items={id: self.item(id, i) for id, i in w.evidence.items()},
            contacts={id: self.contact(id) for id in w.contacts}, counts={id: self.count(id) for id in w.counts},
            beats=beats, endings=self.endings(), rules=self.rules(),
            messages=tuple(Message(m.id, self.must(m.when, ("messages", n, "when")), m.text.strip()) for n, m in enumerate(w.messages)),
            plays={id: self.play(id) for id in w.plays}, overrides=self.overrides(),
            flags=tuple(sorted(self.reader.flags_set)), deferred=self.put_off(beats, begins),
            closes=self.must(w.closes, ("closes",)), begins=begins, law=self.law, procedures=dict(self.procedures),
            digest=content_digest(self.files), files=self.files, notes=w.notes,
        )  # fmt: skip
        self.check_whole(compiled)
        return compiled

    def put_off(self, beats: Mapping[str, Beat], begins: Effects) -> dict[str, Effects]:
        """Every `after` of the scenario by its name."""
        found = dict(deferred(begins, "begins"))
        for beat in beats.values():
            found.update(deferred(beat.does, beat.id))
            for choice in beat.choices:
                found.update(deferred(choice.does, f"{beat.id}/{choice.id}"))
        return found

    def instruments(self) -> tuple[str, ...]:
        """The instruments on the desk: those written, or every procedure of the pack."""
        for number, name in enumerate(self.written.instruments):
            self.must_know(name, self.procedures, "instrument", ("instruments", number))
        return tuple(name for name in self.written.instruments if name in self.procedures)

    def drift(self, written: DriftFile | None, place: Place) -> Drift:
        """A clock."""
        if written is None:
            return Drift(0)
        return Drift(written.start, written.a_day, self.condition(written.condition, (*place, "while")))

    def person(self, id: str) -> Person:
        """Somebody in the case."""
        p, place = self.written.people[id], ("people", id)
        at = p.at or self.written.home
        return Person(id, p.role, p.name, p.title, tuple(p.nationality), at, p.believed or at, p.hidden,
                      self.drift(p.danger, (*place, "danger")), p.trust, p.wants, p.refuses, p.needs, p.child)  # fmt: skip

    def item(self, id: str, written: ItemFile) -> Item:
        """An item of evidence."""
        place: Place = ("evidence", id)
        self.must_know(written.kind, self.law.evidence_kinds, "kind of evidence", (*place, "kind"))
        self.must_know(written.country, (self.written.home, *self.written.countries), "country", (*place, "in"))
        for number, code in enumerate(written.formalities):
            self.must_know(code, self.law.formalities, "formality", (*place, "formalities", number))
        for number, root in enumerate(written.made_from):
            self.must_know(root, self.written.evidence, "evidence", (*place, "made_from", number))
        perishes = written.perishes.toordinal() if written.perishes else None
        if perishes is not None and perishes < self.written.start.toordinal():
            self.wrong(
                (*place, "perishes"), f"{id} perishes on {written.perishes}, before the scenario starts", "wrong year?"
            )
        return Item(id, written.title, written.country, written.kind, written.coercive, perishes,
                    self.condition(written.perishes_when, (*place, "perishes_when")), self.proves(id, written),
                    written.strength, tuple(written.formalities), written.origin or id, written.starts,
                    written.tells.strip(), tuple(written.made_from))  # fmt: skip

    def proves(self, id: str, written: ItemFile) -> dict[str, dict[str, tuple[str, ...]]]:
        """What an item proves: count -> element -> suspects."""
        found: dict[str, dict[str, tuple[str, ...]]] = {}
        for count, elements in written.proves.items():
            place: Place = ("evidence", id, "proves", count)
            self.must_know(count, self.written.counts, "count", place)
            if count not in self.written.counts:
                continue
            pairs = dict.fromkeys(elements) if isinstance(elements, list) else elements
            for element, suspects in pairs.items():
                self.must_know(element, self.elements(count), "element", place)
                for number, suspect in enumerate(suspects or ()):
                    self.must_know(suspect, self.written.people, "person", (*place, element, number))
                found.setdefault(count, {})[element] = tuple(suspects or ())
        return found

    def contact(self, id: str) -> Contact:
        """Somebody abroad who can be asked."""
        c, place = self.written.contacts[id], ("contacts", id)
        self.must_know(c.country, (self.written.home, *self.written.countries), "country", (*place, "in"))
        self.must_know(c.channel, self.law.channels, "channel", (*place, "channel"))
        for number, item in enumerate(c.gives or ()):
            self.must_know(item, self.written.evidence, "evidence", (*place, "gives", number))
        answers = (c.answers[0], c.answers[1], c.answers[2]) if c.answers else None
        return Contact(id, c.name, c.post, c.country, c.channel, answers, c.open, c.help, c.leaks,
                       None if c.gives is None else tuple(c.gives))  # fmt: skip

    def count(self, id: str) -> Count:
        """An offence charged."""
        c, place = self.written.counts[id], ("counts", id)
        self.must_know(c.offence, self.law.offences, "offence", (*place, "offence"))
        offence = self.law.offences.get(c.offence)
        each = offence.each if offence else ()
        for number, suspect in enumerate(c.against):
            self.must_know(suspect, self.written.people, "person", (*place, "against", number))
        for number, other in enumerate(c.follows):
            self.must_know(other, self.written.counts, "count", (*place, "follows", number))
        elements = self.elements(id)
        return Count(id, c.title, c.offence, tuple(e for e in elements if e in each),
                     tuple(e for e in elements if e not in each), tuple(c.against), tuple(c.follows))  # fmt: skip

    def beat(self, written: BeatFile, number: int) -> Beat:
        """One beat."""
        place: Place = ("beats", number)
        self.page(written, place)
        seats = (
            tuple(written.to)
            or tuple(dict.fromkeys(c.seat or self.written.seats[0] for c in written.choices))
            or tuple(self.written.seats)
        )
        for n, seat in enumerate(written.to):
            self.must_know(seat, self.written.seats, "seat", (*place, "to", n))
        choices = tuple(self.choice(c, (*place, "choices", n), seats) for n, c in enumerate(written.choices))
        ids = [c.id for c in choices]
        for n, id in enumerate(ids):
            if id in ids[:n]:
                self.wrong((*place, "choices", n, "id"), f"there are two choices {id!r} in beat {written.id!r}")
        default = None
        if written.default is not None:
            self.must_know(written.default.choice, ids, "choice", (*place, "default", "choice"))
            default = (
                written.default.choice,
                self.reader.days(written.default.after, (*place, "default", "after"), ""),
            )
        return Beat(written.id, written.title, written.text.strip(), self.must(written.when, (*place, "when")),
                    self.condition(written.until, (*place, "until")), seats, choices,
                    self.reader.effects(written.does, (*place, "does")), default,
                    written.silent or not (written.text or choices), written.picture,
                    tuple(written.known), tuple(written.open))  # fmt: skip

    def page(self, written: BeatFile, place: Place) -> None:
        """Is there such a picture, and are `known` and `open` short and on a page where something is decided?"""
        for word in written.picture.split():
            self.must_know(word, PICTURES, "picture", (*place, "picture"))
        for key in ("known", "open"):
            for n, line in enumerate(getattr(written, key)):
                if not written.choices:
                    self.wrong((*place, key, n), f"{key!r} is shown beside choices, and {written.id!r} has none")
                elif len(line) > LONGEST_LINE:
                    self.wrong((*place, key, n), f"{len(line)} characters in one line of {key!r}",
                               f"at most {LONGEST_LINE}; make two of it")  # fmt: skip

    def choice(self, written: ChoiceFile, place: Place, seats: tuple[str, ...]) -> BeatChoice:
        """One choice of a beat."""
        seat = written.seat or seats[0]
        if written.seat is not None:
            self.must_know(seat, self.written.seats, "seat", (*place, "seat"))
        self.source(written.source, (*place, "source"))
        return BeatChoice(written.id, written.text.strip(), seat, self.condition(written.when, (*place, "when")),
                          self.condition(written.possible, (*place, "possible")), written.why_not,
                          self.reader.effects(written.does, (*place, "does")), written.teaches.strip(), written.takes,
                          written.instrument, written.source, written.after.strip())  # fmt: skip

    def endings(self) -> tuple[Ending, ...]:
        """The endings, in written order."""
        return tuple(Ending(e.id, e.title, e.text.strip(), self.must(e.when, ("endings", n, "when")), e.at_once)
                     for n, e in enumerate(self.written.endings))  # fmt: skip

    def rules(self) -> tuple[ScoreRule, ...]:
        """The rules of the score."""
        found = []
        for n, rule in enumerate(self.written.score):
            self.source(rule.source, ("score", n, "source"))
            found.append(ScoreRule(rule.id, rule.criterion, rule.points, self.must(rule.when, ("score", n, "when")),
                                   rule.because.strip(), rule.source, rule.at_end, rule.instead_of))  # fmt: skip
            if rule.instead_of is not None:
                self.lesser(rule, ("score", n, "instead_of"))
        return tuple(found)

    def lesser(self, rule: RuleFile, place: Place) -> None:
        """Does a lesser variant name a rule of its own criterion that gives more and is itself no variant?"""
        known = {each.id: each for each in self.written.score}
        self.must_know(str(rule.instead_of), known, "rule", place)
        full = known.get(str(rule.instead_of))
        if full is None:
            return
        if full.criterion != rule.criterion:
            self.wrong(place, f"{full.id!r} gives points of {full.criterion}, not of {rule.criterion}")
        elif full.points <= rule.points or rule.points <= 0:
            self.wrong(place, f"a lesser variant gives points, but fewer than {full.id!r} ({full.points})")
        elif full.instead_of is not None:
            self.wrong(place, f"{full.id!r} is itself a lesser variant", f"name {full.instead_of!r}")

    def overrides(self) -> tuple[Override, ...]:
        """The durations this scenario fixes."""
        found = []
        for n, o in enumerate(self.written.durations):
            place: Place = ("durations", n)
            self.must_know(o.procedure, self.procedures, "procedure", (*place, "procedure"))
            if o.days != sorted(o.days):
                self.wrong((*place, "days"), f"expected [min, typical, max] in rising order, not {o.days}")
            found.append(
                Override(
                    o.procedure, o.with_, o.channel, o.stage, (o.days[0], o.days[1], o.days[2]), o.unit, tuple(o.about)
                )
            )
        return tuple(found)

    def play(self, id: str) -> Play:
        """A line of play."""
        p = self.written.plays[id]
        steps = tuple(self.intention(s, ("plays", id, "steps", n)) for n, s in enumerate(p.steps))
        return Play(id, p.title, p.bot, p.seed, steps, p.expect.model_dump(exclude_none=True))

    def intention(self, s: IntentionFile, place: Place) -> Intention:
        """One step of a line of play."""
        given = [name for name in ("choose", "start", "step", "file") if getattr(s, name) is not None]
        if len(given) != 1:
            self.wrong(place, f"expected exactly one of choose, start, step, file; found {', '.join(given) or 'none'}")
            return Intention("wait", (), {}, None, None, None)
        terms = {key: tuple(v) if isinstance(v, list) else v for key, v in s.terms.items()}
        on: tuple[str, ...]
        if s.choose is not None:
            self.must_know(s.choose, self.reader.domains.get("choice") or (), "choice", (*place, "choose"))
            beat, _, which = s.choose.partition(".")
            on = (beat, which)
        elif s.start is not None:
            self.must_know(s.start, self.procedures, "procedure", (*place, "start"))
            on = (s.start, s.with_ or self.written.home, *s.about)
        elif s.step is not None:
            on = (s.of or f"proceedings-{self.written.home}-1", s.step)
        else:
            self.must_know(str(s.file), self.written.evidence, "evidence", (*place, "file"))
            on = (str(s.file),)
        return Intention(given[0], on, terms, s.seat, self.condition(s.when, (*place, "when")), s.day)

    def check_whole(self, scenario: Scenario) -> None:
        """What can only be seen from the whole."""
        w = self.written
        self.law_known(w)
        total = sum(w.weights.values())
        if total != 100:
            shown = ", ".join(f"{name} {points}" for name, points in w.weights.items())
            self.wrong(
                ("weights",), f"weights add up to {total}, not 100 ({shown})", f"{abs(100 - total)} to give or take"
            )
        if w.deadline <= w.start:
            self.wrong(("deadline",), f"the deadline {w.deadline} is not after the start {w.start}")
        if w.id != self.folder_id():
            self.wrong(
                ("id",),
                f"the case calls itself {w.id!r}, but its folder or file is {self.folder_id()!r}",
                "one name for both",
            )
        for n, ending in enumerate(w.endings[:-1]):
            if ending.when in (True, "true"):
                self.wrong(
                    ("endings", n, "when"), f"{ending.id!r} always holds, so nothing can come after it", "write it last"
                )
        self.check_flags()
        self.check_twice([b.id for b in w.beats], "beats", "beat")
        self.check_twice([e.id for e in w.endings], "endings", "ending")
        self.check_twice([r.id for r in w.score], "score", "rule")

    def folder_id(self) -> str:
        """The name under which the case is asked for."""
        head, _, name = self.document.file.rpartition("/")
        return head if name == SCENARIO_FILE else name.removesuffix(".yaml")

    def law_known(self, w: ScenarioFile) -> None:
        """Does the law pack have every country?"""
        for place, country in named_countries(w):
            self.must_know(country, self.law.countries, "country", place)

    def check_flags(self) -> None:
        """Is every flag that a condition asks for set somewhere? Where an effect could not be read, nobody can say."""
        if self.reader.unread:
            return
        known, said = self.reader.flags_set, set[str]()
        for place, condition in self.conditions():
            for name, args in condition.asks:
                for flag in args if name == "flag" else ():
                    if flag not in known and flag not in said:
                        said.add(flag)
                        close = suggest(flag, known)
                        self.wrong(
                            place,
                            f"no choice and no beat ever sets the flag {flag!r}",
                            f"did you mean {close!r}?" if close else None,
                        )

    def conditions(self) -> Iterable[tuple[Place, Condition]]:
        """Every condition of the scenario that may ask for a flag, with its place."""
        w = self.written
        quiet = EffectReader(self.document, self.reader.vocabulary, self.reader.domains, [])
        for n, beat in enumerate(w.beats):
            yield ("beats", n, "when"), quiet.condition(beat.when, ("beats", n, "when"))
            for m, choice in enumerate(beat.choices):
                for key in ("when", "possible"):
                    source = getattr(choice, key)
                    if source is not None:
                        place: Place = ("beats", n, "choices", m, key)
                        yield place, quiet.condition(source, place)
        for section, whens in (("endings", [e.when for e in w.endings]), ("score", [r.when for r in w.score]),
                               ("messages", [m.when for m in w.messages])):  # fmt: skip
            for n, when in enumerate(whens):
                yield (section, n, "when"), quiet.condition(when, (section, n, "when"))

    def check_twice(self, ids: list[str], section: str, what: str) -> None:
        """Is no id used twice?"""
        for n, id in enumerate(ids):
            if id in ids[:n]:
                self.wrong(
                    (section, n, "id"), f"there are two of {what} {id!r}; the first is number {ids.index(id) + 1}"
                )
