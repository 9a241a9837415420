"""Who may import whom: the table of `engine/README.md` as data, held against every import of the code."""

import ast
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

STONES = {"luck", "clock", "outcomes", "errors", "calendar"}
TO_PLAY = STONES | {"expressions", "law", "procedures", "scenario", "casefile"}
ENGINE = {
    **{stone: set() for stone in sorted(STONES)},
    "expressions": {"errors"},
    "law": {"calendar", "errors", "luck"},
    "procedures": {"calendar"},
    "scenario": {"expressions", "law", "procedures"},
    "casefile": {"law", "scenario"},
    "play": TO_PLAY,
    "reading": TO_PLAY | {"play"},
    "score": {"outcomes", "scenario"},
    "players": {"luck", "procedures", "scenario", "play"},
    "debrief": {"casefile", "outcomes", "scenario", "play", "score"},
}
SITTING = {"engine", "places", "words", "saves", "session", "cohort"}
GAME = {
    "places": set(),
    "words": {"engine", "places"},
    "saves": set(),
    "settings": set(),
    "session": {"engine", "saves"},
    "cohort": {"saves"},
    "pages": SITTING,
    "reference": {"engine", "words"},
    "checking": {"engine", "places", "words", "saves", "session"},
    "window": SITTING | {"pages", "settings"},
    "text": SITTING | {"pages"},
    "commands": SITTING | {"pages", "reference", "checking", "window", "text"},
    "cli": {"engine", "words", "saves", "commands"},
    "__main__": {"cli"},
}
"""Room -> the rooms it may import; each may import only from rows above it."""

MONOPOLIES = {
    "pygame": ("game/window/",),
    "tinydb": ("game/saves.py",),
    "transitions": ("engine/procedures/procedure.py",),
    "yaml": ("engine/reading/",),
    "pydantic": ("engine/reading/",),
}
NO_LUCK_NO_CLOCK_NO_WIRE = {"random", "secrets", "uuid", "time", "socket", "urllib", "http", "requests", "threading"}
WALL_CLOCK = {"now", "today", "utcnow", "fromtimestamp"}
DISK_OUTSIDE_READING = {"os", "io", "pathlib", "shutil", "tempfile", "sqlite3", "subprocess"}
SOURCES = sorted([*(ROOT / "engine").rglob("*.py"), *(ROOT / "game").rglob("*.py")])


def room_of(path):
    """The package and the room of a module: engine/law/treaty.py -> (engine, law)."""
    parts = Path(path).with_suffix("").parts
    return parts[0], "the door" if parts[1] == "__init__" else parts[1]


def imports(tree):
    """Every dotted name that a module imports, with its line: `from game import saves` is game.saves."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield ".", node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module in ("engine", "game"):
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module, node.lineno


def offences(path, text):
    """What a module does that the house forbids, as sentences."""
    tree = ast.parse(text)
    package, room = room_of(path)
    found = []
    for name, line in imports(tree):
        found += [f"{path}:{line}: {said}" for said in (*borders(package, room, name), *monopolies(path, name))]
    if package == "engine":
        found += [f"{path}:{line}: {said}" for said, line in asks_the_world(tree, path)]
    return found


def borders(package, room, name):
    """Does an import cross a border of the table?"""
    top, _, rest = name.partition(".")
    target = rest.partition(".")[0]
    if name == ".":
        yield "imports are written out in full"
    elif package == "engine" and top == "game":
        yield f"the engine may not know the game ({name})"
    elif package == "game" and top == "engine" and not through_the_door(rest):
        yield f"only the door of the engine is public, not {name}"
    elif package == top and room != "the door" and target != room:
        allowed = (ENGINE if package == "engine" else GAME).get(room, set())
        if target not in allowed:
            yield f"{room} may import {', '.join(sorted(allowed)) or 'nothing of ours'}; not {target or name}"
    elif package == "game" and top == "engine" and "engine" not in GAME.get(room, set()):
        yield f"{room} knows nothing of the engine"


def through_the_door(rest):
    """Is this a name of the public door?"""
    import engine

    return rest in engine.__all__ or rest == "VERSION"


def monopolies(path, name):
    """Is a library imported where it may not be?"""
    top = name.partition(".")[0]
    if top in MONOPOLIES and not path.startswith(MONOPOLIES[top]):
        yield f"{top} belongs to {', '.join(MONOPOLIES[top])}"
    if path.startswith("engine/"):
        if top in NO_LUCK_NO_CLOCK_NO_WIRE:
            yield f"the engine has no {top}"
        if top in DISK_OUTSIDE_READING and not path.startswith("engine/reading/"):
            yield f"only reading has a disk ({top})"


def asks_the_world(tree, path):
    """Where the engine looks at the wall clock, opens a file, or imports by a name made at run time."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in WALL_CLOCK and is_calendar_type(node.value):
            yield f"the engine does not look at the wall clock ({ast.unparse(node)})", node.lineno
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in ("__import__", "eval", "exec"):
                yield f"nothing is imported or run by a name made at run time ({node.func.id})", node.lineno
            elif node.func.id == "open" and not path.startswith("engine/reading/"):
                yield "only reading has a disk (open)", node.lineno


def is_calendar_type(node):
    """Is this `date`, `datetime` or `datetime.datetime`?"""
    return ast.unparse(node).rpartition(".")[2] in ("date", "datetime")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_its_room_may(path):
    assert offences(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) == []


def test_the_table_names_every_room_and_no_other():
    rooms = {room_of(path.relative_to(ROOT)) for path in SOURCES}

    assert {room for package, room in rooms if package == "engine"} - {"the door"} == set(ENGINE)
    assert {room for package, room in rooms if package == "game"} - {"the door"} == set(GAME)


@pytest.mark.parametrize("table", [ENGINE, GAME], ids=["engine", "game"])
def test_every_room_imports_only_from_rows_above_it(table):
    above = {"engine"}
    for room, allowed in table.items():
        assert allowed <= above, room
        above.add(room)


def test_no_play_room_knows_its_front_ends_and_they_do_not_know_each_other():
    assert "text" not in GAME["window"] and "window" not in GAME["text"]
    assert not {"window", "text"} & (GAME["pages"] | GAME["session"] | GAME["saves"])


def test_the_readme_of_the_engine_shows_the_same_table():
    readme = (ROOT / "engine" / "README.md").read_text(encoding="utf-8")
    shown, above = {}, set()
    for rooms, allowed in re.findall(r"^\| (`[^|]+) \| [^|]+ \| ([^|]+) \|$", readme, re.M):
        names = re.findall(r"\w+", rooms)
        words = set(re.findall(r"\w+", re.sub(r"\(.*?\)", "", allowed)))
        known = above if allowed == "all of the above" else set() if allowed == "nothing of ours" else words
        shown.update({name: set(known) for name in names})
        above |= set(names)

    assert shown == ENGINE


FORBIDDEN = [
    ("engine/law/treaty.py", "from engine.play.world import World", "law may import"),
    ("engine/law/treaty.py", "def f():\n    from engine.casefile import ledger", "law may import"),
    ("engine/calendar.py", "import engine.law", "calendar may import nothing of ours"),
    ("engine/score/marking.py", "from engine.play import world", "score may import"),
    ("engine/play/world.py", "from engine.debrief import debrief", "play may import"),
    ("engine/play/world.py", "from engine.reading.strict import read_yaml", "play may import"),
    ("engine/play/world.py", "from engine import Playthrough", "play may import"),
    ("engine/play/world.py", "from . import story", "written out in full"),
    ("engine/play/world.py", "import random", "no random"),
    ("engine/play/world.py", "from time import monotonic", "no time"),
    ("engine/play/world.py", "from datetime import date\nDAY = date.today()", "wall clock"),
    ("engine/play/world.py", "import datetime\nDAY = datetime.datetime.now()", "wall clock"),
    ("engine/play/world.py", "import pygame", "pygame belongs to game/window/"),
    ("engine/play/world.py", "import tinydb", "tinydb belongs to game/saves.py"),
    ("engine/play/world.py", "from transitions.core import Machine", "transitions belongs to"),
    ("engine/play/world.py", "from pathlib import Path", "only reading has a disk"),
    ("engine/play/world.py", "import game.words", "may not know the game"),
    ("engine/expressions/reading.py", "eval('1')", "made at run time"),
    ("game/words.py", "import yaml", "yaml belongs to engine/reading/"),
    ("game/session.py", "from tinydb import TinyDB", "tinydb belongs to"),
    ("game/session.py", "from engine.play.world import World", "only the door"),
    ("game/session.py", "from engine import reading", "only the door"),
    ("game/saves.py", "from engine import Playthrough", "saves knows nothing of the engine"),
    ("game/pages/desk.py", "from game.window.theme import load_theme", "pages may import"),
    ("game/pages/desk.py", "from game import text", "pages may import"),
    ("game/window/app.py", "from game.text.app import TextGame", "window may import"),
    ("game/text/app.py", "import game.window", "text may import"),
    ("game/commands/logs.py", "from game.cli import run", "commands may import"),
    ("game/cli.py", "from game.window.app import play_window", "cli may import"),
]


@pytest.mark.parametrize(("path", "text", "said"), FORBIDDEN, ids=[f"{path} {text}" for path, text, _ in FORBIDDEN])
def test_a_forbidden_line_is_found(path, text, said):
    found = offences(path, text)

    assert len(found) == 1 and said in found[0], found
