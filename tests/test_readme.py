"""The README keeps its word: its commands do what it says, its folders and cases are there."""

import re
import tomllib
from io import StringIO
from pathlib import Path

import pytest

from game.cli import COMMANDS as KNOWN
from game.cli import run
from game.places import scenario_ids

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PRINTED = re.findall(r"^\| `rogatory ([^`]+)` \|", README, re.M)
"""The commands of the table, as printed."""


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A desk with a log on it, and what the README's capitals stand for there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", StringIO())
    assert run(["play", "first-contact", "--auto", "textbook", "-o", "old.rogatory.json"]) == 0
    return {"CASE": "first-contact", "PATH": str(ROOT / "scenarios" / "first-contact"), "LOG": "old.rogatory.json"}


def test_the_readme_has_one_command_that_installs_and_starts_and_one_that_installs_and_tests():
    lines = [line.strip() for line in README.splitlines() if line.startswith("    python3 -m venv")]
    assert len(lines) == 2
    assert lines[0].endswith("rogatory")
    assert lines[1].endswith("pytest")


@pytest.mark.parametrize("printed", PRINTED)
def test_every_command_of_the_table_is_fine_as_printed(printed, desk, capsys):
    if "-o LOG" in printed:
        desk["LOG"] = "new.rogatory.json"

    assert run([desk.get(word, word) for word in printed.split()]) == 0

    said = capsys.readouterr()
    assert said.out and said.err == ""


def test_no_command_is_missing_from_the_readme():
    assert {printed.split()[0] for printed in PRINTED} == set(KNOWN) - {"window"}


def test_the_pythons_of_the_readme_are_those_of_the_project():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest = re.search(r"Python (3\.\d+) to 3\.\d+ with pip", README)
    assert project["requires-python"] == f">={oldest[1]}"


def test_every_case_in_the_folder_is_named_in_the_readme():
    assert all(f"`{id}`" in README for id in scenario_ids(ROOT / "scenarios"))


def test_every_folder_the_readme_sends_people_to_has_what_it_promises():
    promised = re.findall(r"`([a-z/]+README\.md)`", README)
    assert promised
    assert [path for path in promised if not (ROOT / path).is_file()] == []
