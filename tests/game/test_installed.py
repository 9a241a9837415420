"""The game away from its checkout: what a wheel carries, and that it plays from there."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from game import places
from tests.conftest import CASES, ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
SHIPPED = ("scenarios", "assets")
LEFT_BEHIND = shutil.ignore_patterns(".*", "saves", "tests", "build", "dist", "*.egg-info", "__pycache__")


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder with the game as a wheel unpacks it, built from a copy of the checkout."""
    place = tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT, place / "source", ignore=LEFT_BEHIND)
    built = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(place), str(place / "source")],
        capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    if built.returncode:
        pytest.skip(f"no wheel can be built here: {built.stderr.strip().splitlines()[-1]}")
    with zipfile.ZipFile(next(place.glob("*.whl"))) as wheel:
        wheel.extractall(place / "site")
    return place / "site"


@pytest.fixture
def rogatory(installed, tmp_path):
    """The installed command, run from a folder that has nothing to do with it by a user with a home of their own."""
    away = tmp_path / "away"
    away.mkdir()
    home = {"HOME": str(tmp_path / "home"), "XDG_DATA_HOME": str(tmp_path / "home" / "share"), "APPDATA": str(tmp_path / "home")}

    def call(*words, typed=""):
        done = subprocess.run([sys.executable, "-m", "game", *words], input=typed, capture_output=True, encoding="utf-8",
                              timeout=120, cwd=away, env={**os.environ, **home, "PYTHONPATH": str(installed)})  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return call


def logs_below(folder):
    """The logs somewhere below a folder."""
    return sorted(folder.rglob("*.rogatory.json"))


def test_every_folder_of_code_is_on_the_list_of_what_is_installed():
    code = {".".join(path.parent.relative_to(ROOT).parts) for name in ("engine", "game") for path in (ROOT / name).rglob("*.py")}
    assert {name for name in PROJECT["packages"] if not name.startswith("game.shipped.")} == code


@pytest.mark.parametrize("name", SHIPPED)
def test_every_file_the_game_reads_is_of_a_kind_that_is_installed(name):
    folder = ROOT / name
    taken = {path for pattern in PROJECT["package-data"][f"game.shipped.{name}"] for path in folder.glob(pattern)}
    there = {path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")}
    assert {str(path) for path in there - taken} == set()


def test_a_wheel_carries_what_the_checkout_has_and_nothing_of_saves_and_tests(installed):
    for name in SHIPPED:
        own, shipped = ROOT / name, installed / "game" / "shipped" / name
        there = {path.relative_to(own) for path in own.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")}
        assert {path.relative_to(shipped) for path in shipped.rglob("*") if path.is_file()} == there
    tops = {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")}
    assert tops == {"engine", "game"}


def test_an_installed_game_lists_its_cases_and_knows_its_law(rogatory):
    assert [case["id"] for case in json.loads(rogatory("list", "--json"))] == CASES
    assert json.loads(rogatory("law", "ME", "RS", "--for", "mla", "--on", "2009-10-01", "--json"))["bases"]
    assert "0 mistakes" in rogatory("check")


def test_an_installed_game_keeps_logs_in_the_users_folder_and_finds_them_again(rogatory, installed, tmp_path):
    path = Path(rogatory("play", "first-contact", "--auto", "textbook").splitlines()[-1])
    assert logs_below(tmp_path / "home") == [path]
    assert "proved" in rogatory("verify", path.name)
    assert "Debrief" in rogatory("debrief", path.name)
    assert "Saved" in rogatory("play", "first-contact", "--text", typed="1\n")
    assert len(logs_below(tmp_path / "home")) == 2 and logs_below(installed) == []


def test_an_installed_game_takes_other_folders_when_they_are_named(rogatory, tmp_path):
    shutil.copytree(ROOT / "scenarios" / "law", tmp_path / "cases" / "law")
    shutil.copytree(ROOT / "scenarios" / "first-contact", tmp_path / "cases" / "first-contact")
    there = ("--scenarios", str(tmp_path / "cases"))

    assert [case["id"] for case in json.loads(rogatory("list", "--json", *there))] == ["first-contact"]
    assert rogatory("check", str(tmp_path / "cases")) == "2 read, 0 mistakes\n"
    rogatory("play", "first-contact", "--auto", "textbook", "--saves", str(tmp_path / "logs"), *there)
    assert len(logs_below(tmp_path / "logs")) == 1


def test_an_installed_game_draws_its_screens(rogatory, tmp_path):
    picture = tmp_path / "desk.png"
    assert rogatory("screenshot", "desk", "-o", str(picture)).strip() == str(picture)
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(("system", "variables", "folder"), [
    ("linux", {"XDG_DATA_HOME": None}, ".local/share/rogatory"),
    ("linux", {"XDG_DATA_HOME": ""}, ".local/share/rogatory"),
    ("linux", {"XDG_DATA_HOME": "{home}/kept"}, "kept/rogatory"),
    ("darwin", {}, "Library/Application Support/Rogatory"),
    ("win32", {"APPDATA": "{home}/Roaming"}, "Roaming/Rogatory"),
])  # fmt: skip
def test_the_users_folder_follows_the_customs_of_the_system(monkeypatch, tmp_path, system, variables, folder):
    monkeypatch.setattr(places.sys, "platform", system)
    monkeypatch.setattr(places.Path, "home", lambda: tmp_path)
    for name, value in variables.items():
        monkeypatch.delenv(name, raising=False) if value is None else monkeypatch.setenv(name, value.format(home=tmp_path))

    assert places.user_folder() == tmp_path / folder


def test_a_checkout_keeps_logs_beside_the_code():
    assert places.in_checkout()
    assert places.saves_folder() == ROOT / "saves"
