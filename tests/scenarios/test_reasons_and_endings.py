"""What the shipped cases say of a play is true of it: limits of days are named, and no ending denies what the file holds."""

import re

import pytest

from engine import Decision, Playthrough, play_out, player
from tests.conftest import ROOT, case

LIMIT = re.compile(r"\bday <=? (\d+)")
NAMED = re.compile(r"\bday \d+|\b(first|eighteenth|fortieth) day|\b(three|five|nine|eleven) days")


def played(id, line):
    """A written line of play under its own seed."""
    return play_out(Playthrough(case(id), case(id).plays[line].seed), player(case(id), line, case(id).plays[line].seed))


RULE = re.compile(r"- {id: ([\w-]+), criterion: .*? when: (.*?), because: (.*), source: ")


@pytest.mark.parametrize("file", ["first-contact/scenario.yaml", "budva-2009/court.yaml"])
def test_a_reason_for_points_names_the_day_by_which_they_had_to_be_earned(file):
    rules = [found.groups() for line in (ROOT / "scenarios" / file).read_text("utf-8").splitlines() if (found := RULE.search(line))]
    limited = [(id, because) for id, when, because in rules if LIMIT.search(when)]
    silent = [id for id, because in limited if not NAMED.search(because)]

    assert len(limited) > 5
    assert silent == []


def test_where_nobody_indicts_the_ending_does_not_say_that_the_records_are_gone_while_they_lie_in_the_file():
    play = played("first-contact", "no-court")

    assert play.world.verdict("E3") == "admitted"
    assert play.ending == "no-court"


def test_the_operator_has_no_data_only_where_the_calls_are_lost():
    play = played("first-contact", "jit-first")

    assert play.ending == "time"
    assert play.world.verdict("E3") == "lost"


def open_beats(play):
    """The beats on the table."""
    return {id for id, state in play.world.beats.items() if state.state == "open"}


def budva_on_day(day, *decisions):
    """The flagship on a day, after these decisions of the second day."""
    play = Playthrough(case("budva-2009"), 1)
    play.wait("prosecutor", "2009-10-01")
    for decision in decisions:
        assert not hasattr(play.decide(decision), "why"), decision
    while play.world.day < day:
        play.wait("prosecutor", "day")
    return play


LETTER = Decision("prosecutor", "start", ("mla", "RS", "E4"), {
    "items": ("E4",), "basis": ("ETS30",), "channel": "ministries", "language": "sr", "specific": True})  # fmt: skip


def test_nobody_is_asked_on_which_law_the_message_to_serbia_rests_once_a_letter_is_on_its_way():
    assert "which-law" in open_beats(budva_on_day(2))
    assert "which-law" not in open_beats(budva_on_day(2, LETTER))


def test_a_letter_that_is_on_its_way_is_not_written_a_second_time_in_the_week_of_letters():
    play = budva_on_day(7, LETTER)
    play.decide(Decision("prosecutor", "choose", ("requests-week", "five-doors")))

    asked = [item for paper in play.world.requests.values() if paper.country == "RS" for item in paper.about]
    assert sorted(asked) == ["E4", "E5", "E6"]


def test_who_has_told_everything_on_the_first_day_is_asked_to_come_again_not_for_the_first_time():
    play = Playthrough(case("first-contact"), 1)
    play.decide(Decision("investigator", "choose", ("corridor", "statement")))
    while play.world.day < 11:
        play.wait("investigator", "day")

    assert "once-more" in open_beats(play)
    assert "ready-to-talk" not in play.world.beats
