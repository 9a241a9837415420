"""Where things are: in a checkout the project's own folders, installed the package's copies and the user's data folder."""

import os
import shlex
import shutil
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent


def in_checkout() -> bool:
    """Does the game run from a checkout (trainers edit `scenarios/`, logs go to `saves/`)?"""
    return (CHECKOUT / "pyproject.toml").is_file() and (CHECKOUT / "scenarios").is_dir()


def shipped(name: str) -> Path:
    """A folder that comes with the game: `scenarios` or `assets`."""
    return CHECKOUT / name if in_checkout() else PACKAGE / "shipped" / name


def scenarios_folder(named: str | None = None) -> Path:
    """The folder of scenarios: the one named, else the one that comes with the game."""
    return Path(named).expanduser() if named else shipped("scenarios")


def scenario_ids(folder: Path) -> list[str]:
    """The ids of the scenarios in a folder."""
    folders = {path.parent.name for path in folder.glob("*/scenario.yaml")}
    return sorted(folders | {path.stem for path in folder.glob("*.yaml")})


def saves_folder(named: str | None = None) -> Path:
    """The folder for logs: the one named, else the checkout's, else the user's data folder."""
    if named:
        return Path(named).expanduser()
    return CHECKOUT / "saves" if in_checkout() else user_folder() / "saves"


def user_folder() -> Path:
    """The user's data folder of this game, by the customs of the system."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming") / "Rogatory"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Rogatory"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "rogatory"


def program() -> str:
    """How the person starts this program: as it was started now, by its bare name where that finds the same."""
    started = sys.argv[0] if sys.argv else ""
    if Path(started).stem == "rogatory":
        return bare(started)
    return f"{bare(sys.executable)} -m game"


def bare(path: str) -> str:
    """The name of a program where the system finds it by its name alone, else its path as it is; in quotes where it needs them."""
    name = Path(path).name
    found = shutil.which(name)
    return name if found and os.path.realpath(found) == os.path.realpath(path) else shlex.quote(path)
