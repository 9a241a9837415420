"""What is wrong with a pack of law as a whole: what it takes, what rests on no source, what it draws, how sure it is."""

from collections.abc import Mapping

from engine.law import INVENTED, LawBook, Treaty, UnknownSource
from engine.reading.law import models as m
from engine.reading.law.pack import PACK_FILE, TAKEABLE, confidences
from engine.reading.law.reader import PackReader
from engine.reading.strict import Path_


def check_whole(pack: PackReader, book: LawBook, written: Mapping[str, m.CountryFile],
                shared: Mapping[str, list[m.AdmissibilityFile]], grounds: Mapping[str, str]) -> None:  # fmt: skip
    """What can only be seen from the whole book."""
    check_sources(pack, book, written, shared, grounds)
    check_pack(pack, book)
    check_confidence(pack, book.pack.invented)


def check_takes(pack: PackReader) -> None:
    """Does a pack take what can be taken?"""
    for number, name in enumerate(pack.written.takes if pack.written is not None else ()):
        pack.must_know(PACK_FILE, ("takes", number), name, TAKEABLE, "file that can be taken")


def check_uses(pack: PackReader, written: Mapping[str, m.TreatyFile], treaties: Mapping[str, Treaty]) -> None:
    """Is every treaty that another needs or replaces one of the pack?"""
    for name, instrument in written.items():
        for purpose, use in instrument.uses.items():
            if use.needs is not None:
                pack.must_know(name, ("uses", purpose, "needs"), use.needs, treaties, "treaty")
            for number, old in enumerate(use.replaces):
                pack.must_know(name, ("uses", purpose, "replaces", number), old, treaties, "treaty")


def check_sources(pack: PackReader, book: LawBook, written: Mapping[str, m.CountryFile],
                  shared: Mapping[str, list[m.AdmissibilityFile]], grounds: Mapping[str, str]) -> None:  # fmt: skip
    """Does every rule of evidence and every ground rest on a source that exists and may decide?"""
    lists = [(name, ("admissibility",), country.admissibility) for name, country in written.items()]
    lists += [("admissibility.yaml", (group,), rules) for group, rules in shared.items()]
    for name, place, rules in lists:
        for number, rule in enumerate(rules):
            if rule.source is not None:
                check_source(pack, book, name, (*place, number, "source"), rule.source, f"rule {rule.id!r}")
    for ground, reference in grounds.items():
        if not reference.startswith("COUNTRY "):
            check_source(pack, book, "grounds.yaml", (ground,), reference, f"ground {ground!r}")
    for id, offence in book.offences.items():
        check_source(pack, book, "offences.yaml", (id, "source"), offence.source, f"offence {id!r}")


def check_source(pack: PackReader, book: LawBook, name: str, path: Path_, reference: str, what: str) -> None:
    """Does the source exist, and may it decide? What a taken file cites by way of the pack file is asked there, once."""
    stands, taken = pack.written.cites.values() if pack.written is not None else (), not pack.is_own(name)
    if reference in stands and taken:
        return
    try:
        found = book.source(reference)
    except UnknownSource as error:
        fix = f"name what stands for it under cites: in {pack.id}/{PACK_FILE}" if taken else error.fix
        pack.wrong(name, path, f"{what}: {error}", fix)
        return
    if found.confidence == "uncertain":
        pack.wrong(name, path, f"{what} rests on {reference!r}, which is uncertain and may not decide")


def check_pack(pack: PackReader, book: LawBook) -> None:
    """Does a pack draw its own countries, and have what it says stands for a source?"""
    if pack.written is None:
        return
    drawing = pack.written.drawing
    for country in book.countries if drawing is not None else ():
        if drawing is not None and country not in drawing.outlines:
            pack.wrong(PACK_FILE, ("drawing", "outlines"), f"{country!r} has no outline on the map")
        elif drawing is not None and drawing.names.get(country) != book.country(country).name:
            pack.wrong(PACK_FILE, ("drawing", "names", country), f"{country!r} is called {book.country(country).name!r}")
    for reference, own in pack.written.cites.items():
        check_source(pack, book, PACK_FILE, ("cites", reference), own, f"what stands for {reference!r}")


def check_confidence(pack: PackReader, invented: bool) -> None:
    """Is every fact of an invented pack called invented, and none of a real one?"""
    for name, document in pack.documents.items():
        if pack.is_own(name) and (invented or INVENTED.encode() in pack.files[pack.path(name)]):
            for place, word in confidences(document.tree):
                if (word == INVENTED) is not invented:
                    fix = "write invented" if invented else "sourced, known or uncertain"
                    kind = "an invented" if invented else "a real"
                    pack.wrong(name, place, f"a fact of {kind} pack is not {word!r}", fix)
