"""What the engine reads, from a disk or from bytes. The models of files are made when the first file is read, not before:
they take longer than everything else, and a window has something to show meanwhile.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.errors import ContentError
    from engine.law import LawBook
    from engine.scenario import Scenario


def load_lawbook(folder: Path, countries: Iterable[str] | None = None) -> "LawBook":
    """The law book of a folder, for some countries or for all; raises `Unreadable` with every mistake."""
    from engine.reading.law import book

    return book.load_lawbook(folder, countries)


def law_packs(folder: Path) -> list[str]:
    """The law packs of a scenarios folder."""
    from engine.reading.law import pack

    return pack.law_packs(folder)


def check_one_law_file(path: Path) -> list["ContentError"]:
    """Every mistake in one file of law, by itself."""
    from engine.reading.law import check

    return check.check_one(path)


def check_law_pack(folder: Path) -> list["ContentError"]:
    """Every mistake in a law pack."""
    from engine.reading.law import check

    return check.check_pack(folder)


def check_scenario(folder: Path, id: str) -> list["ContentError"]:
    """Every mistake in a scenario, and what is probably not meant."""
    from engine.reading import scenario

    return scenario.check_scenario(folder, id)


def load_scenario(folder: Path, id: str) -> "Scenario":
    """The scenario of this id in a scenarios folder; raises `Unreadable` with every mistake in it."""
    from engine.reading import scenario

    return scenario.load_scenario(folder, id)


def scenario_files(folder: Path, id: str) -> dict[str, bytes]:
    """The files of a scenario and of the law it stands on."""
    from engine.reading.case import files

    return files.scenario_files(folder, id)


def scenario_from_files(files: Mapping[str, bytes], id: str) -> "Scenario":
    """The scenario from its files (a folder's, or those inside a log)."""
    from engine.reading import scenario

    return scenario.scenario_from_files(files, id)
