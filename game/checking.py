"""`rogatory check`: every mistake in scenarios, law files and logs, all at once, each with its place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path

from engine import ContentError, Unreadable, check_law_pack, check_one_law_file, read_yaml
from engine import check_scenario as check_of_case
from game import saves
from game.places import scenario_ids
from game.session import verify
from game.words import load_words

LAW_KEYS = ("accepts", "articles", "between", "stages", "admissibility", "uses", "closed", "training_parameter", "takes_from")


@dataclass(slots=True)
class Findings:
    """How many files were read, every mistake in them and what is probably not meant, and the paths that lead nowhere.

    A warning is no mistake, and a path that leads nowhere is wrong use.
    """

    read: int = 0
    errors: list[ContentError] = field(default_factory=list)
    warnings: list[ContentError] = field(default_factory=list)
    nowhere: list[str] = field(default_factory=list)

    def add(self, errors: Iterable[ContentError], root: Path | None = None) -> None:
        """Note mistakes once; those of a folder's files are shown with the path from where one stands."""
        for error in errors:
            said = (
                error
                if root is None or not (root / error.file).exists()
                else replace(error, file=str(root / error.file))
            )
            among = self.errors if said.level == "error" else self.warnings
            if said not in among:
                among.append(said)

    def counted(self) -> str:
        """How much was read and found, in words."""
        found = [f"{self.read} read", numbered(len(self.errors), "mistake")]
        return ", ".join([*found, numbered(len(self.warnings), "warning")] if self.warnings else found)


def numbered(number: int, what: str) -> str:
    """So many of something."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def check_paths(paths: Sequence[str], scenarios: Path) -> Findings:
    """Check what the paths name; without paths, every scenario and the whole law pack."""
    found = Findings()
    for name in paths or [str(scenarios)]:
        path = Path(name)
        if not path.exists() and (scenarios / name / "scenario.yaml").is_file():
            path = scenarios / name
        check_path(path, found, scenarios)
    return found


def check_path(path: Path, found: Findings, scenarios: Path) -> None:
    """Check one path: a log, a scenario, a law file, or a folder of them."""
    if not path.exists():
        near = [
            *(path.parent.iterdir() if path.parent.is_dir() else ()),
            *(scenarios / id for id in scenario_ids(scenarios)),
        ]
        close = get_close_matches(path.name, sorted({each.name for each in near}), 1)
        found.nowhere.append(
            f"there is no file, folder or case {str(path)!r}" + (f"; did you mean {close[0]!r}?" if close else "")
        )
    elif path.is_dir():
        check_folder(path, found, scenarios)
    elif path.name.endswith((saves.SUFFIX, ".json")):
        check_log(path, found)
    elif path.suffix in (".yaml", ".yml"):
        check_file(path, found)
    else:
        found.nowhere.append(f"{str(path)!r} is neither a scenario or law file (.yaml) nor a log ({saves.SUFFIX})")


def check_folder(path: Path, found: Findings, scenarios: Path) -> None:
    """A scenario's folder, a law folder, or a folder of scenarios or logs."""
    if (path / "scenario.yaml").is_file():
        return check_scenario(path / "scenario.yaml", found)
    if (path / "treaties").is_dir():
        return check_law(path, found)
    packs = sorted(each.parent for each in path.glob("*/treaties") if each.is_dir())
    for pack in packs:
        check_law(pack, found)
    inside = sorted({*path.glob("*.yaml"), *path.glob("*/scenario.yaml"), *path.glob(f"*{saves.SUFFIX}")})
    for each in inside:
        check_path(each, found, scenarios)
    if not inside and not packs:
        missing = "no scenario.yaml, no law and no log is in this folder"
        found.add([ContentError(str(path), None, None, "", missing, "a case is a folder with a scenario.yaml")])
    return None


def check_file(path: Path, found: Findings) -> None:
    """A YAML file: one of the law pack by its folder or its keys, one that a scenario includes, else a scenario."""
    if path.name != "scenario.yaml" and (path.parent / "scenario.yaml").is_file():
        check_scenario(path.parent / "scenario.yaml", found)
    elif pack_of(path) is not None or looks_like_law(path):
        check_law_file(path, found)
    else:
        check_scenario(path, found)


def pack_of(path: Path) -> Path | None:
    """The law folder a file stands in."""
    return next((folder for folder in list(path.resolve().parents)[:3] if (folder / "treaties").is_dir()), None)


def looks_like_law(path: Path) -> bool:
    """Does a file outside any pack look like a country, a treaty or a procedure rather than a scenario?"""
    try:
        tree = read_yaml(path).tree
    except Unreadable:
        return False
    return isinstance(tree, dict) and any(key in tree for key in LAW_KEYS)


def check_law_file(path: Path, found: Findings) -> None:
    """One law file: with the pack around it where there is one, so that references count too."""
    found.read += 1
    pack = pack_of(path)
    if pack is None:
        return found.add(check_one_law_file(path))
    own = str(Path(pack.name) / path.resolve().relative_to(pack))
    return found.add(replace(error, file=str(path)) for error in check_law_pack(pack) if error.file == own)


def check_law(folder: Path, found: Findings) -> None:
    """The whole law pack."""
    found.read += 1
    folder = folder if folder.name not in ("", "..") else folder.resolve()
    found.add(check_law_pack(folder), folder.parent)


def check_scenario(path: Path, found: Findings) -> None:
    """One scenario with the law it stands on."""
    found.read += 1
    path = path if path.parent.name else path.resolve()
    in_folder = path.name == "scenario.yaml"
    folder, id = (path.parent.parent, path.parent.name) if in_folder else (path.parent, path.stem)
    found.add(check_of_case(folder, id), folder)


def check_log(path: Path, found: Findings) -> None:
    """One log: can it be read, is its chain whole, does it play to the same end?"""
    found.read += 1
    words = load_words()
    try:
        proof = verify(path)
    except saves.BadLog as error:
        said = words(error.key, path=path.name, why=error.why)
        return found.add([ContentError(str(path), None, None, "", said, None, "error", "log")])
    if proof.row is not None:
        said = words(f"verify.{proof.why}")
        found.add([ContentError(str(path), None, None, f"row {proof.row}", said, None, "error", "log")])
    return None
