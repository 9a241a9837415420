"""From a scenario's YAML to a Scenario: read, checked, then resolved in a second pass; every mistake at once."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from pydantic import ValidationError

from engine.errors import ContentError, Unreadable
from engine.play.effects import known_effects
from engine.procedures import Procedure
from engine.reading.case.cast import contact, count, item, person
from engine.reading.case.files import Files, content_digest, read_scenario_file, scenario_files
from engine.reading.case.marking import rules
from engine.reading.case.plays import play
from engine.reading.case.reader import CaseReader
from engine.reading.case.story import beat, endings, put_off
from engine.reading.case.whole import check_whole
from engine.reading.law.book import lawbook_from_files, procedure_documents
from engine.reading.law.pack import pack_countries
from engine.reading.models import OverrideFile, ProcedureFile
from engine.reading.places import from_pydantic, suggest
from engine.reading.procedures import TableReader
from engine.reading.strict import Document
from engine.reading.verbs import Place
from engine.scenario import Drift, Message, Override, Scenario

LAW = "law"
NO_PACKS: Mapping[str, Collection[str]] = {}


def load_scenario(folder: Path, id: str) -> Scenario:
    """The scenario of this id in a scenarios folder; raises `Unreadable` with every mistake in it."""
    return scenario_from_files(scenario_files(folder, id), id, pack_countries(folder))


def check_scenario(folder: Path, id: str) -> list[ContentError]:
    """Everything that is wrong with a scenario or probably not meant: mistakes and warnings."""
    try:
        return everything_read(scenario_files(folder, id), id, pack_countries(folder))[1]
    except Unreadable as error:
        return list(error.errors)


def scenario_from_files(files: Files, id: str, packs: Mapping[str, Collection[str]] = NO_PACKS) -> Scenario:
    """The scenario from its files (a folder's, or those inside a log); `packs`: the law packs it might
    have named, with the countries each of them has."""
    scenario, errors = everything_read(files, id, packs)
    serious = [error for error in errors if error.level == "error"]
    if serious:
        raise Unreadable(tuple(serious))
    return scenario


def everything_read(files: Files, id: str, packs: Mapping[str, Collection[str]]) -> tuple[Scenario, list[ContentError]]:
    """The scenario, sound or not, with every mistake and warning; raises `Unreadable` where nothing can be made of it."""
    document, written, errors = read_scenario_file(files, id)
    if written is None:
        raise Unreadable(tuple(errors))
    if not any(name.startswith(f"{written.law}/treaties/") for name in files):
        raise Unreadable((*errors, no_such_law(document, written.law, packs)))
    law = lawbook_from_files(files, written.law)
    procedures = read_procedures(procedure_documents(files, written.law, errors), errors)
    return compiled(CaseReader(document, written, law, procedures, errors, packs.get(written.law, ())), files), errors


def no_such_law(document: Document, law: str, packs: Iterable[str]) -> ContentError:
    """That a case names a law pack that is not there."""
    if law == LAW:
        return ContentError(document.file, None, None, "", "no folder 'law' stands beside this case", None, "error", "law")
    close, known = suggest(law, packs), ", ".join(packs)
    fix = f"did you mean {close!r}?" if close else f"law packs beside this case: {known}" if known else None
    return ContentError(document.file, *document.place(("law",)), "law", f"there is no law pack {law!r}", fix, "error", "law")


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


def compiled(case: CaseReader, files: Files) -> Scenario:
    """The whole scenario; mistakes are in `errors`."""
    w = case.written
    beats = {each.id: beat(case, each, number) for number, each in enumerate(w.beats)}
    begins = case.reader.effects(w.begins, ("begins",))
    whole = Scenario(
        id=w.id, title=w.title, language=w.language, home=w.home, countries=tuple(w.countries),
        start=w.start.toordinal(), deadline=w.deadline.toordinal(), minutes=w.minutes, level=w.level,
        seats=tuple(w.seats), briefing=w.briefing, aims=tuple(w.aims), instruments=instruments(case),
        weights={str(name): points for name, points in w.weights.items()}, alert=Drift(w.alert.start), quiet_week=w.alert.quiet_week,
        proof=(w.proof.strength, w.proof.sources),
        people={id: person(case, id) for id in w.people}, items={id: item(case, id, i) for id, i in w.evidence.items()},
        contacts={id: contact(case, id) for id in w.contacts}, counts={id: count(case, id) for id in w.counts},
        beats=beats, endings=endings(case), rules=rules(case),
        messages=tuple(Message(m.id, case.must(m.when, ("messages", n, "when")), m.text.strip()) for n, m in enumerate(w.messages)),
        plays={id: play(case, id) for id in w.plays}, overrides=overrides(case),
        flags=tuple(sorted(case.reader.flags_set)), deferred=put_off(case, beats, begins),
        closes=case.must(w.closes, ("closes",)), begins=begins, law=case.law, procedures=dict(case.procedures),
        digest=content_digest(files), files=files, notes=w.notes,
    )  # fmt: skip
    check_whole(case)
    return whole


def overrides(case: CaseReader) -> tuple[Override, ...]:
    """The durations this scenario fixes."""
    found = []
    for n, o in enumerate(case.written.durations):
        place: Place = ("durations", n)
        case.must_know(o.procedure, case.procedures, "procedure", (*place, "procedure"))
        check_override(case, o, place)
        if o.days != sorted(o.days):
            case.wrong((*place, "days"), f"expected [min, typical, max] in rising order, not {o.days}")
        found.append(
            Override(
                o.procedure, o.with_, o.channel, o.stage, (o.days[0], o.days[1], o.days[2]), o.unit, tuple(o.about)
            )
        )
    return tuple(found)


def check_override(case: CaseReader, o: OverrideFile, place: Place) -> None:
    """Does a duration name a stage that its procedure waits in, a country, a channel and items that there are?"""
    procedure = case.procedures.get(o.procedure)
    if procedure is not None:
        case.must_know(o.stage, delays_of(procedure), f"delay of {o.procedure}", (*place, "stage"))
    if o.with_ is not None:
        case.country(o.with_, (*place, "with"))
    if o.channel is not None:
        case.must_know(o.channel, case.law.channels, "channel", (*place, "channel"))
    for number, each in enumerate(o.about):
        case.must_know(each, case.reader.domains.get("subject") or (), "item, person or contact", (*place, "about", number))


def delays_of(procedure: Procedure) -> set[str]:
    """The delays that papers of a procedure run into: those of its stages, and until each item is secured abroad."""
    stages = procedure.stages.values()
    secures = any(known_effects()["secure_items"] in stage.does for stage in stages)
    return {stage.takes for stage in stages if stage.takes is not None} | ({"securing"} if secures else set())


def instruments(case: CaseReader) -> tuple[str, ...]:
    """The instruments on the desk: those written, and no other."""
    for number, name in enumerate(case.written.instruments):
        case.must_know(name, case.procedures, "instrument", ("instruments", number))
    return tuple(name for name in case.written.instruments if name in case.procedures)
