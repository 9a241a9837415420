"""`rogatory check`: every mistake in scenarios, law files and logs, all at once, each with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from engine import ContentError, Unreadable, check_one_law_file, load_lawbook, load_scenario, read_yaml
from game import saves

LAW_PARTS = ("countries", "treaties", "bilateral", "calendars", "procedures", "law")


@dataclass(slots=True)
class Findings:
    """How many files were read, and every mistake in them."""

    read: int = 0
    errors: list[ContentError] = field(default_factory=list)


def check_paths(paths: Sequence[str], scenarios: Path) -> Findings:
    """Check what the paths name; without paths, every scenario and the whole law pack."""
    found = Findings()
    if not paths:
        check_law(scenarios / "law", found)
        for path in every_scenario(scenarios):
            check_scenario(path, found)
        return found
    for name in paths:
        check_path(Path(name), found)
    return found


def check_path(path: Path, found: Findings) -> None:
    """Check one path: a log, a scenario, a law file, or a folder of them."""
    if not path.exists():
        found.errors.append(ContentError(str(path), None, None, "", "there is no such file or folder"))
    elif path.is_dir():
        check_folder(path, found)
    elif path.name.endswith((saves.SUFFIX, ".json")):
        check_log(path, found)
    elif path.suffix in (".yaml", ".yml"):
        check_file(path, found)
    else:
        found.errors.append(
            ContentError(str(path), None, None, "", "neither a scenario (.yaml) nor a log (.rogatory.json)")
        )


def check_folder(path: Path, found: Findings) -> None:
    """A scenario's folder, a law folder, or a folder of scenarios or logs."""
    if (path / "scenario.yaml").is_file():
        check_scenario(path / "scenario.yaml", found)
    elif (path / "treaties").is_dir():
        check_law(path, found)
    else:
        inside = sorted({*path.glob("*.yaml"), *path.glob("*/scenario.yaml"), *path.glob(f"*{saves.SUFFIX}")})
        if (path / "law" / "treaties").is_dir():
            check_law(path / "law", found)
        for each in inside:
            check_path(each, found)


def every_scenario(folder: Path) -> Iterator[Path]:
    """The scenarios of a folder."""
    yield from sorted({*folder.glob("*/scenario.yaml"), *folder.glob("*.yaml")})


def check_file(path: Path, found: Findings) -> None:
    """A YAML file: one of the law pack by its folder or its keys, else a scenario."""
    try:
        tree = read_yaml(path).tree
    except Unreadable as error:
        found.read += 1
        found.errors.extend(error.errors)
        return
    if path.parent.name in LAW_PARTS or (isinstance(tree, dict) and is_law(tree)):
        check_law_file(path, found)
    else:
        check_scenario(path, found)


def is_law(tree: dict[str, object]) -> bool:
    """Does a tree look like a country, a treaty or a procedure rather than a scenario?"""
    return any(key in tree for key in ("accepts", "articles", "between", "stages", "admissibility", "uses"))


def check_law_file(path: Path, found: Findings) -> None:
    """One law file against its model."""
    found.read += 1
    found.errors.extend(check_one_law_file(path))


def check_law(folder: Path, found: Findings) -> None:
    """The whole law pack."""
    found.read += 1
    try:
        load_lawbook(folder)
    except Unreadable as error:
        found.errors.extend(error.errors)


def check_scenario(path: Path, found: Findings) -> None:
    """One scenario with the law it stands on."""
    found.read += 1
    in_folder = path.name == "scenario.yaml"
    folder, id = (path.parent.parent, path.parent.name) if in_folder else (path.parent, path.stem)
    try:
        load_scenario(folder, id)
    except Unreadable as error:
        found.errors.extend(error.errors)


def check_log(path: Path, found: Findings) -> None:
    """One log: can it be read, is its chain whole?"""
    found.read += 1
    try:
        log = saves.read_log(path)
    except saves.BadLog as error:
        found.errors.append(
            ContentError(str(path), None, None, "", f"{type(error).__name__}: {error.why}", None, "error", "log")
        )
        return
    broken = saves.check_chain(log)
    if broken is not None:
        found.errors.append(ContentError(str(path), None, None, f"row {broken[0]}", broken[1], None, "error", "log"))
