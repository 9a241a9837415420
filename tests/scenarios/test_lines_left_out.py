"""A line of play that `--auto` plays says which of its steps were never taken, and why."""

import json

import pytest

from game.cli import run
from tests.conftest import ROOT, SCENARIOS

SOUND = (ROOT / "tests" / "broken" / "quiet-farm.yaml").read_text(encoding="utf-8")
LETTER = "{choose: court.indict, day: 55}"
NEVER = {
    "a beat that did not come up": (
        {"when: day >= 15": "when: day >= 900", "closes: flag(charged)": "closes: day > 30"}, "choose court.indict: court never came up",
    ),
    "a day after the end": ({"day: 55": "day: 900", '{choose: court.indict, when: "proved(C1, S1)"}': "{file: E1, day: 900}"},
                            "choose court.indict: the play was over before its day 900"),
    "a condition that never held": ({LETTER: "{file: E2, when: held(E1) and not held(E1)}"}, "file E2: its condition never held"),
    "a paper that there never was": ({LETTER: "{step: supplement, of: mla-IT-3}"}, "step supplement of mla-IT-3: there never was a paper mla-IT-3"),
    "a paper that was never there": ({LETTER: "{step: supplement, of: mla-IT-1, day: 1}", "closes: flag(charged)": "closes: day > 3"},
                                     "step supplement of mla-IT-1: the paper was never where that can be done"),
    "a refusal at the desk": ({LETTER: "{file: E2}"}, "file E2: There is no police copy of this to put before the court."),
}  # fmt: skip


@pytest.fixture()
def folder(tmp_path):
    """A folder with the law, and a case to be written."""
    (tmp_path / "law").symlink_to(SCENARIOS / "law", target_is_directory=True)
    (tmp_path / "quiet-farm").mkdir()
    return tmp_path


def played(folder, changes, capsys, *words):
    """What playing the line of the changed case prints, and what it complains of."""
    text = SOUND
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (folder / "quiet-farm" / "scenario.yaml").write_text(text, encoding="utf-8")
    where = ["--scenarios", str(folder), "--saves", str(folder / "saves")]
    assert run(["play", "quiet-farm", "--auto", "textbook", *where, *words]) == 0
    told = capsys.readouterr()
    return told.out, told.err


@pytest.mark.parametrize(("changes", "says"), NEVER.values(), ids=NEVER)
def test_a_step_that_was_never_taken_is_named_with_the_reason(folder, capsys, changes, says):
    _, said = played(folder, changes, capsys)

    assert says in said
    assert said.startswith("step ") and " never became possible: " in said


@pytest.mark.parametrize("changes", [{}, {LETTER: "{step: supplement, of: mla-IT-1}"}], ids=["whole", "but for a supplement that was not needed"])
def test_a_line_that_was_taken_whole_complains_of_nothing(folder, capsys, changes):
    printed, said = played(folder, changes, capsys)

    assert "ending proved" in printed
    assert said == ""


def test_the_steps_left_out_are_among_the_values_too(folder, capsys):
    printed, _ = played(folder, {LETTER: "{file: E2}"}, capsys, "--json")

    assert [line.split(":")[0] for line in json.loads(printed)["left_out"]] == ["step 4 never became possible"]


DAILY = {LETTER: "{file: E2, when: day > 900}", 'when: "proved(C1, S1)"}': 'when: "proved(C1, S1) and day > 50"}'}
"""A line that looks every day whether its condition holds."""


def test_days_on_which_nothing_happened_are_one_line_of_the_replay(folder, capsys):
    played(folder, DAILY, capsys, "-o", str(folder / "x.rogatory.json"))
    assert run(["replay", str(folder / "x.rogatory.json"), "--json"]) == 0
    steps = json.loads(capsys.readouterr().out)
    idle = [step for step in steps if step["act"] == "wait" and not step["followed"]]

    assert run(["replay", str(folder / "x.rogatory.json")]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if not line.startswith("   ")]

    assert len(idle) > 30
    assert len(lines) < len(steps) - len(idle) + 10
    assert any(line.endswith(" times)") and ": Wait " in line for line in lines)
    assert lines[-1].startswith(f"{len(steps)}. ")
