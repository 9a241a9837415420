"""The README keeps its word: its commands exist, its folders and cases are there."""

import re
from pathlib import Path

import pytest

from game.cli import parser
from game.places import scenario_ids

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(set(re.findall(r"`rogatory ([a-z]+)", README)))


def test_the_readme_has_one_command_that_installs_and_starts_and_one_that_installs_and_tests():
    lines = [line.strip() for line in README.splitlines() if line.startswith("    python3 -m venv")]
    assert len(lines) == 2
    assert lines[0].endswith("rogatory")
    assert lines[1].endswith("pytest")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_the_readme_names_exists(command):
    with pytest.raises(SystemExit) as stopped:
        parser().parse_args([command, "--help"])
    assert stopped.value.code == 0


def test_every_case_in_the_folder_is_named_in_the_readme():
    assert all(f"`{id}`" in README for id in scenario_ids(ROOT / "scenarios"))


def test_every_folder_the_readme_sends_people_to_has_what_it_promises():
    promised = re.findall(r"`([a-z/]+README\.md)`", README)
    assert promised
    assert [path for path in promised if not (ROOT / path).is_file()] == []
