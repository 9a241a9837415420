"""From `scenarios/law/` to a LawBook: read, then references resolved; every mistake at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from engine.errors import ContentError, Unreadable
from engine.law import EvidenceKind, Formality, LawBook, Offence, Source, Treaty
from engine.law.pack import REAL
from engine.reading.law import models as m
from engine.reading.law.country import country, shared_rules
from engine.reading.law.delays import calendar, practice
from engine.reading.law.pack import PROCEDURES, Files, law_files, law_in, pack_of, procedures_in, recited
from engine.reading.law.reader import PackReader
from engine.reading.law.records import bilateral, formality, kind, lesson, offence, treaty
from engine.reading.law.whole import check_takes, check_uses, check_whole
from engine.reading.strict import Document, read_yaml


def load_lawbook(folder: Path, countries: Iterable[str] | None = None) -> LawBook:
    """The law book of a folder, for some countries or for all; raises `Unreadable` with every mistake."""
    return lawbook_from_files(law_files(folder, countries), folder.name)


def lawbook_from_files(files: Files, pack: str = REAL.id) -> LawBook:
    """The law book of a pack from its files (a folder's, or those inside a log)."""
    return _lawbook(tuple(sorted(law_in(files, pack).items())), pack)


@lru_cache(maxsize=8)
def _lawbook(files: tuple[tuple[str, bytes], ...], pack: str) -> LawBook:
    return book(PackReader(dict(files), pack))


def book(pack: PackReader) -> LawBook:
    """The whole book; raises `Unreadable` when anything is wrong. What is wrong with the pack file comes first."""
    check_takes(pack)
    must_be_sound(pack)
    found = treaties(pack)
    bilaterals = tuple(bilateral(b) for b in pack.every("treaties/bilateral", m.BilateralFile).values())
    written, shared = pack.every("countries", m.CountryFile), shared_rules(pack)
    countries = {c.id: country(pack, name, c, shared, found) for name, c in written.items()}
    lists = Lists.read(pack)
    channels, grounds = pack.words("channels"), pack.words("grounds")
    delays = practice(pack, countries, lists.kinds)
    calendars = {c.country: calendar(pack, name, c) for name, c in pack.every("calendars", m.CalendarFile).items()}
    if pack.errors or delays is None:
        raise Unreadable(tuple(pack.errors))
    whole = LawBook(countries=countries, treaties=found, bilaterals=bilaterals, offences=lists.offences,
                    formalities=lists.formalities, evidence_kinds=lists.kinds, lessons=lists.lessons, channels=channels,
                    grounds=grounds, calendars=calendars, practice=delays, digest=digest(pack.files, pack.id),
                    pack=pack_of(pack.written, pack.id))  # fmt: skip
    check_whole(pack, whole, written, shared, grounds)
    must_be_sound(pack)
    return whole


def must_be_sound(pack: PackReader) -> None:
    """Raises `Unreadable` when a mistake was noted."""
    if pack.errors:
        raise Unreadable(tuple(pack.errors))


def treaties(pack: PackReader) -> dict[str, Treaty]:
    """The instruments of the pack, by their ids."""
    written = pack.every("treaties", m.TreatyFile)
    found = {t.id: t for t in map(treaty, written.values())}
    check_uses(pack, written, found)
    return found


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a pack that name things once for all countries."""

    offences: dict[str, Offence]
    kinds: dict[str, EvidenceKind]
    formalities: dict[str, Formality]
    lessons: dict[str, Source]

    @classmethod
    def read(cls, pack: PackReader) -> "Lists":
        """Those of a pack."""
        return cls(
            {id: offence(id, o) for id, o in pack.table("offences", m.OffenceFile).items()},
            {id: kind(id, k) for id, k in pack.table("evidence_kinds", m.KindFile).items()},
            {id: formality(id, f) for id, f in pack.table("formalities", m.FormalityFile).items()},
            {id: lesson(id, each) for id, each in pack.table("practice", m.LessonFile).items()},
        )


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
