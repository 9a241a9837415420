"""The files of a law pack, its own and those it takes from another one, and what the files taken say in its words."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from engine.errors import Unreadable
from engine.law.pack import REAL, Drawing, LawPack
from engine.reading.law.models import DrawingFile, PackFile
from engine.reading.strict import Document, Path_, read_yaml

PACK_FILE, PROCEDURES = "pack.yaml", "procedures"
TABLES = ("formalities", "offences", "evidence_kinds", "practice", "channels", "grounds", "admissibility", "delays")
TAKEABLE = (*TABLES, PROCEDURES)
Files = Mapping[str, bytes]


def law_packs(folder: Path) -> list[str]:
    """The law packs of a scenarios folder."""
    return sorted(path.parent.name for path in folder.glob("*/treaties"))


def pack_countries(folder: Path) -> dict[str, tuple[str, ...]]:
    """The countries of each law pack of a scenarios folder, also those whose files are not read."""
    return {id: tuple(sorted(path.stem.upper() for path in (folder / id / "countries").glob("*.yaml"))) for id in law_packs(folder)}


def law_files(folder: Path, countries: Iterable[str] | None = None) -> dict[str, bytes]:
    """The files of a pack that a set of countries needs (None = all), its own and those it takes: `pack/path` -> bytes."""
    wanted = None if countries is None else {country.lower() for country in countries}
    own = [PACK_FILE, *(f"{name}.yaml" for name in TABLES)]
    paths = [folder / name for name in own if (folder / name).is_file()]
    for part in ("countries", "calendars"):
        paths += [path for path in sorted((folder / part).glob("*.yaml")) if wanted is None or path.stem in wanted]
    paths += [*sorted((folder / "treaties").glob("*.yaml")), *bilaterals(folder, wanted)]
    return {**taken_files(folder), **{f"{folder.name}/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in paths}}


def bilaterals(folder: Path, wanted: set[str] | None) -> Iterator[Path]:
    """The treaties of two that a set of countries needs, and those whose name does not say between whom they are."""
    known = {path.stem for path in (folder / "countries").glob("*.yaml")}
    for path in sorted((folder / "treaties" / "bilateral").glob("*.yaml")):
        names = path.stem.split("-")
        if wanted is None or set(names[:2]) <= wanted or names[0] not in known:
            yield path


def procedure_files(folder: Path) -> dict[str, bytes]:
    """The procedures of a pack, its own and those it takes."""
    own = {f"{folder.name}/{PROCEDURES}/{path.name}": path.read_bytes() for path in sorted((folder / PROCEDURES).glob("*.yaml"))}
    source, takes = sources(folder)
    return {**(procedure_files(source) if source is not None and PROCEDURES in takes else {}), **own}


def taken_files(folder: Path) -> dict[str, bytes]:
    """The tables that a pack takes from another one."""
    source, takes = sources(folder)
    paths = [source / f"{name}.yaml" for name in TABLES if name in takes] if source is not None else []
    return {f"{path.parent.name}/{path.name}": path.read_bytes() for path in paths if path.is_file()}


def sources(folder: Path) -> tuple[Path | None, list[str]]:
    """The pack from which a pack takes files, and which."""
    path = folder / PACK_FILE
    source, takes = takings(path.read_bytes() if path.is_file() else None)
    return (folder.parent / source if source else None), takes


def takings(written: bytes | None) -> tuple[str, list[str]]:
    """What a pack file takes, and from which pack; one that cannot be read takes nothing (its reading says why)."""
    try:
        tree = read_yaml(PACK_FILE, written).tree if written is not None else {}
    except Unreadable:
        return "", []
    source, takes = (tree.get("takes_from"), tree.get("takes")) if isinstance(tree, dict) else (None, None)
    if not isinstance(source, str) or not isinstance(takes, list):
        return "", []
    return source, [str(name) for name in takes]


def law_in(files: Files, pack: str) -> dict[str, bytes]:
    """The files of a pack's law among those of a bundle, its procedures left out."""
    heads = {pack, takings(files.get(f"{pack}/{PACK_FILE}"))[0]}
    split = ((name, *name.split("/")[:2]) for name in files if "/" in name)
    return {name: files[name] for name, head, part in split if head in heads and part != PROCEDURES}


def procedures_in(files: Files, pack: str) -> list[str]:
    """The procedures of a pack among the files of a bundle."""
    heads = {pack, takings(files.get(f"{pack}/{PACK_FILE}"))[0]}
    return [name for name in sorted(files) if name.split("/")[0] in heads and name.split("/")[1:2] == [PROCEDURES]]


def recited(document: Document, written: PackFile | None, name: str) -> Document:
    """A file that was taken, in the pack's words: what it leaves out is gone, what it cites is what stands for it here."""
    if written is None:
        return document
    if isinstance(document.tree, dict):
        for key in written.leaves_out.get(name, ()):
            document.tree.pop(key, None)
    document.tree = in_own_words(document.tree, written.cites)
    return document


def in_own_words(tree: Any, cites: Mapping[str, str]) -> Any:
    """Every reference replaced: by the whole of it, else by its treaty alone."""
    if isinstance(tree, dict):
        return {key: in_own_words(value, cites) for key, value in tree.items()}
    if isinstance(tree, list):
        return [in_own_words(value, cites) for value in tree]
    if not isinstance(tree, str):
        return tree
    head, _, rest = tree.partition(" ")
    return cites.get(tree, cites[head] if head in cites and rest.startswith("art") else tree)


def pack_of(written: PackFile | None, id: str) -> LawPack:
    """The pack as the law book knows it."""
    if written is None:
        return REAL if id == REAL.id else LawPack(id)
    return LawPack(written.id, written.title, written.says, written.invented, dict(written.words), drawing_of(written.drawing))


def drawing_of(written: DrawingFile | None) -> Drawing | None:
    """The map of a pack."""
    if written is None:
        return None
    outlines = {owner: tuple(tuple((x, y) for x, y in ring) for ring in rings) for owner, rings in written.outlines.items()}
    labels, seas = ({name: (x, y) for name, (x, y) in spots.items()} for spots in (written.labels, written.seas))
    return Drawing(written.unit_km, outlines, dict(written.names), labels, seas)


def confidences(tree: Any, path: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    """Every word of confidence in a file, with its place."""
    if isinstance(tree, list):
        for number, value in enumerate(tree):
            yield from confidences(value, (*path, number))
    elif isinstance(tree, dict):
        for key, value in tree.items():
            here = (*path, key)
            if key != "confidence":
                yield from confidences(value, here)
            elif isinstance(value, dict):
                yield from (((*here, each), str(word)) for each, word in value.items())
            else:
                yield here, str(value)
