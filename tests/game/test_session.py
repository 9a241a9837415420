"""A sitting: row first, picture afterwards; resume, replay and verify are the same thing."""

import json

import pytest

from engine import Decision, Refused, player
from game import saves, session


def play_some(sitting, decisions=12, name="textbook"):
    """Let a written line play some decisions."""
    who = player(sitting.scenario, name, 1)
    for _ in range(decisions):
        if sitting.play.is_over:
            break
        sitting.decide(who.next(sitting.play))


@pytest.fixture()
def finished(first_contact, tmp_path):
    """The log of a play to the end."""
    with session.sitting(session.begin(first_contact, 2, tmp_path)) as sitting:
        play_some(sitting, 500)
    return sitting


def test_the_row_is_there_before_anybody_is_told(first_contact, tmp_path):
    with session.sitting(session.begin(first_contact, 2, tmp_path)) as sitting:
        seen = []
        sitting.listeners.append(lambda: seen.append(len(saves.read_log(sitting.log.path).rows)))
        play_some(sitting, 5)
    assert seen == [1, 2, 3, 4, 5]


def test_a_play_goes_on_where_it_was_left(first_contact, tmp_path):
    with session.sitting(session.begin(first_contact, 2, tmp_path)) as sitting:
        play_some(sitting)
        digest, path = sitting.play.digest(), sitting.log.path
    with session.sitting(session.resume(path)) as again:
        assert again.play.digest() == digest
        assert len(again.play.decisions) == 12


def test_a_refused_decision_is_not_in_the_log(first_contact, tmp_path):
    with session.sitting(session.begin(first_contact, 2, tmp_path)) as sitting:
        assert isinstance(sitting.decide(Decision("judge", "wait")), Refused)
        assert saves.read_log(sitting.log.path).rows == []


def test_a_decision_that_cannot_be_saved_is_taken_back(first_contact, tmp_path, monkeypatch):
    with session.sitting(session.begin(first_contact, 2, tmp_path)) as sitting:
        play_some(sitting, 3)
        before = sitting.play.digest()

        def fail(row):
            raise saves.NotSaved(sitting.log.path, "no space left")

        monkeypatch.setattr(sitting.log, "append", fail)
        with pytest.raises(saves.NotSaved):
            sitting.play.seats and sitting.decide(Decision("investigator", "wait", (), {"until": "day"}))
        assert sitting.play.digest() == before
        monkeypatch.undo()
        play_some(sitting, 2)
    assert session.verify(sitting.play and next(tmp_path.glob("*.rogatory.json"))).row is None


def test_a_finished_log_proves_itself(finished, tmp_path):
    found = session.verify(next(tmp_path.glob("*.rogatory.json")))
    assert (found.row, found.score) == (None, 100)


def test_a_log_opens_without_the_scenario_it_was_played_on(finished, tmp_path, first_contact):
    log = saves.read_log(next(tmp_path.glob("*.rogatory.json")))
    assert session.replay_log(log).scenario.digest == first_contact.digest
    assert set(log.content()) == set(first_contact.files)


def reforged(path, edit):
    """Change rows and make the chain whole again, as somebody who knows the format would."""
    tables = json.loads(path.read_text("utf-8"))
    rows = [tables["decisions"][n] for n in sorted(tables["decisions"], key=int)]
    edit(rows)
    last = tables["header"]["1"]["hash"]
    for number, row in enumerate(rows, 1):
        row |= {"n": number, "prev": last}
        row["hash"] = last = saves.fingerprint(row)
    tables["decisions"] = {str(row["n"]): row for row in rows}
    if tables["result"]:
        tables["result"]["1"] |= {"rows": len(rows), "last": last}
        tables["result"]["1"]["hash"] = saves.fingerprint(tables["result"]["1"])
    path.write_text(json.dumps(tables), "utf-8")


def swap_choice(rows):
    """Another choice than the one taken, in the same row."""
    row = next(r for r in rows if r["on"] == ["corridor", "safety"])
    row["on"] = ["corridor", "statement"]


@pytest.mark.parametrize(("edit", "bad"), [(swap_choice, 1), (lambda rows: rows.pop(4), 5)])
def test_a_log_whose_chain_was_mended_is_caught_by_playing_it_again(finished, tmp_path, edit, bad):
    path = next(tmp_path.glob("*.rogatory.json"))
    reforged(path, edit)
    assert saves.check_chain(saves.read_log(path)) is None
    assert session.verify(path).row == bad


def test_a_score_that_was_written_in_is_caught(finished, tmp_path):
    path = next(tmp_path.glob("*.rogatory.json"))
    tables = json.loads(path.read_text("utf-8"))
    tables["result"]["1"]["score"] = 99
    tables["result"]["1"]["hash"] = saves.fingerprint(tables["result"]["1"])
    path.write_text(json.dumps(tables), "utf-8")
    assert session.verify(path).why == "result"


def test_going_back_in_practice_leaves_a_trace_and_a_log_that_holds(first_contact, tmp_path):
    with session.sitting(session.begin(first_contact, 2, tmp_path)) as sitting:
        play_some(sitting, 8)
        sitting.rewind(3)
        play_some(sitting, 2)
        path = sitting.log.path
    assert session.verify(path).row is None
    assert saves.read_log(path).header["rewound"][0]["to"] == 3
