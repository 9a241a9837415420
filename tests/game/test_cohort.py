"""The group of a play: the median of the other finished logs of the same case and mode, read cheaply and honestly."""

import json

import pytest

from engine import Decision
from game import saves
from game.cohort import Cohort, group_beside
from game.session import begin, verify


def finished_log(scenario, folder, score, mode="practice", player="", auto=""):
    """A log that says it ended with a score, of a player of its own where none is named."""
    session = begin(scenario, 1, folder, mode=mode, player=player or f"K{score}", auto=auto)
    session.decide(Decision(session.play.seats[0], "wait", (), {"until": "day"}))
    session.log.finish({"ending": "x", "score": score, "criteria": {"victims": score // 10}, "finished": "2026-01-01"})
    path = session.log.path
    session.close()
    return path


@pytest.fixture
def folder(tmp_path, first_contact):
    """Four finished plays in practice, two assessed, one that goes on."""
    for score in (20, 40, 60, 90):
        finished_log(first_contact, tmp_path, score)
    for score in (10, 15):
        finished_log(first_contact, tmp_path, score, "assessed")
    begin(first_contact, 1, tmp_path).close()
    return tmp_path


def group(folder, mode="practice", but=None):
    """The group in a folder, all of it read."""
    found = Cohort(folder)
    assert list(found.reading())[-1] == 0
    return found.group("first-contact", mode, but)


def test_the_median_is_that_of_the_finished_plays_of_the_same_mode(folder):
    found = group(folder)

    assert (found.plays, found.score, found.criteria["victims"], found.damaged) == (4, 50, 5, 0)


def test_ones_own_play_is_not_in_its_group(folder):
    own = max(folder.glob("*.json"), key=lambda path: (saves.read_log(path).result or {}).get("score", 0))

    assert group(folder, but=own).score == 40


def test_fewer_than_three_other_plays_are_no_group(folder):
    assert group(folder, "assessed") is None
    assert Cohort(folder).group("another-case", "practice") is None


def test_while_logs_are_still_to_be_read_there_is_no_median(folder):
    found = Cohort(folder)
    next(found.reading())

    assert found.group("first-contact", "practice") is None


def test_damaged_logs_are_left_out_and_counted(folder):
    (folder / "cut.rogatory.json").write_bytes(next(folder.glob("*.json")).read_bytes()[:-90])
    (folder / "empty.rogatory.json").write_bytes(b"")
    (folder / "letter.rogatory.json").write_text("Dear colleague", encoding="utf-8")

    assert (group(folder).plays, group(folder).damaged) == (4, 3)


def log_of(folder, score):
    """The log that says it came to a score."""
    return next(path for path in folder.glob("*.json") if (saves.read_log(path).result or {}).get("score") == score)


@pytest.mark.parametrize(("was", "now"), [(b'"score":90', b'"score":99'), (b'"act":"wait"', b'"act":"file"'), (b'"seed":1', b'"seed":2')])
def test_a_log_that_was_changed_by_hand_is_left_out_and_counted(folder, was, now):
    path = log_of(folder, 90)
    raw = path.read_bytes()
    path.write_bytes(raw.replace(was, now))

    assert path.read_bytes() != raw
    assert (group(folder).plays, group(folder).damaged) == (3, 1)


def test_a_copy_of_a_log_counts_once(folder):
    (folder / "again.rogatory.json").write_bytes(log_of(folder, 90).read_bytes())

    assert (group(folder).plays, group(folder).score, group(folder).aside) == (4, 50, 1)


def test_a_copy_of_ones_own_log_is_not_in_its_group(folder):
    own = log_of(folder, 90)
    (folder / "again.rogatory.json").write_bytes(own.read_bytes())

    assert (group(folder, but=own).plays, group(folder, but=own).aside) == (3, 1)


def test_the_same_decisions_of_the_same_player_under_the_same_luck_count_once(folder, first_contact):
    finished_log(first_contact, folder, 90, player="K90")

    assert (group(folder).plays, group(folder).aside) == (4, 1)


def test_what_a_bot_played_is_not_in_the_group(folder, first_contact):
    finished_log(first_contact, folder, 99, player="K99", auto="textbook")

    assert (group(folder).plays, group(folder).aside) == (4, 1)


def test_a_log_of_another_shape_is_read_too(folder):
    path = next(path for path in folder.glob("*.json") if (saves.read_log(path).result or {}).get("score") == 20)
    path.write_text(json.dumps(json.loads(path.read_bytes()), indent=1), encoding="utf-8")

    assert group(folder).plays == 4


def test_a_file_that_has_changed_is_read_again(folder, first_contact):
    assert group(folder).plays == 4
    finished_log(first_contact, folder, 70)

    assert group(folder).plays == 5


def test_a_players_name_cannot_pretend_another_mode(first_contact, tmp_path):
    for score in (1, 2, 3):
        finished_log(first_contact, tmp_path, score, player=f'{score}","mode":"assessed')

    assert group(tmp_path).plays == 3


def test_the_group_of_a_log_is_what_lies_beside_it(folder):
    own = sorted(folder.glob("*.json"))[0]

    assert group_beside(own, "first-contact", "practice").plays in (3, 4)
    assert group_beside(folder / "nowhere" / "x.rogatory.json", "first-contact", "practice") is None


def test_a_result_that_lies_about_a_criterion_does_not_hold(first_contact, tmp_path):
    session = begin(first_contact, 1, tmp_path)
    while not session.play.is_over:
        session.decide(Decision(session.play.seats[0], "wait", (), {"until": "something"}))
    path, result = session.log.path, dict(saves.read_log(session.log.path).result)
    assert verify(path).digest == session.play.digest()

    session.log.finish({**result, "criteria": {**result["criteria"], "victims": 20}})
    session.close()

    assert verify(path).why == "result"
