"""The words of a debrief, on the screen, printed and for programs: reasons given, omissions, what was not tried, what is not finished."""

import json
import re
from datetime import date
from html import unescape

import pytest

from engine import Decision, Playthrough, debrief, play_out, player
from game.cli import run
from game.pages.debrief import debrief_page, debrief_values
from game.pages.printed import Imprint, debrief_html
from game.pages.telling import UNCHECKED, Telling
from game.session import begin
from game.text.app import lines_of
from game.words import load_words
from tests.conftest import case

WHY = "Because he has not slept, <b>& nor have I</b>"


def played(id, line, what_ifs=False):
    """A written line of play that is over, its debrief and the words for it."""
    scenario = case(id)
    play = play_out(Playthrough(scenario, scenario.plays[line].seed), player(scenario, line, scenario.plays[line].seed))
    return debrief(play, what_ifs=what_ifs), play, Telling(scenario, load_words())


def lines(found, play, tell, part="all"):
    """The debrief as text, in one line."""
    return " ".join(" ".join(lines_of(debrief_page(found, play, tell, part))).split())


def printed(found, play, tell):
    """The printed page without its tags, in one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", debrief_html(found, play, tell, Imprint()))).split())


@pytest.fixture
def reasoned():
    """A play whose first decision was given a reason, with its debrief."""
    play = Playthrough(case("first-contact"), 2)
    play.decide(Decision("investigator", "choose", ("corridor", "safety"), {}, WHY))
    play_out(play, player(play.scenario, "textbook", 2))
    return debrief(play), play, Telling(play.scenario, load_words())


def test_the_reason_given_with_a_decision_stands_beside_it_in_text_print_and_values(reasoned):
    assert WHY in lines(*reasoned, "lessons") and WHY in lines(*reasoned, "timeline")
    assert WHY in lines(*reasoned, "regrets")
    assert printed(*reasoned).count(WHY) >= 2
    assert debrief_values(*reasoned)["decisions"][0]["rationale"] == WHY


def test_a_reason_is_told_once_a_day_in_the_timeline(reasoned):
    assert lines(*reasoned, "timeline").count(WHY) == 1


def test_a_log_read_step_by_step_tells_the_reason(tmp_path, capsys):
    session = begin(case("first-contact"), 2, tmp_path)
    session.decide(Decision("investigator", "choose", ("corridor", "safety"), {}, WHY))
    path = session.log.path
    session.close()

    assert run(["replay", str(path)]) == 0 and WHY in capsys.readouterr().out
    assert run(["replay", "--json", str(path)]) == 0
    assert json.loads(capsys.readouterr().out)[0]["rationale"] == WHY


def test_where_no_other_decision_was_tried_nothing_is_said_of_other_decisions():
    told, tried = played("first-contact", "informal-only"), played("first-contact", "informal-only", what_ifs=True)
    heading = load_words()("debrief.regrets")

    assert heading in lines(*tried) and heading in printed(*tried)
    assert heading not in lines(*told) and heading not in printed(*told)
    assert debrief_values(*told)["regrets"] is None and debrief_values(*told)["right"] is None
    assert debrief_values(*tried)["regrets"]


def test_what_was_left_open_is_told_with_its_day_in_text_print_and_values():
    found = played("budva-2009", "mla-for-everything")
    closed = found[2].words.date(date(2009, 10, 31).toordinal())

    assert f"{closed}: “A ticket to Durrës” closed, and nobody had decided." in lines(*found)
    assert "“A ticket to Durrës” closed" in printed(*found)
    assert {"undecided", "came_back", "lost"} == {each["kind"] for each in debrief_values(*found)["left_open"]}


def test_a_source_that_was_not_re_checked_carries_a_sign_and_the_sign_is_explained_once():
    found = played("budva-2009", "textbook")
    note = load_words()("debrief.unchecked", sign=UNCHECKED)

    for said in (lines(*found), printed(*found)):
        assert said.count(UNCHECKED) > 10
        assert said.count(note) == 1
        assert f"({load_words()('confidence.known')})" not in said


def test_a_play_that_is_not_over_is_said_to_be_so_before_its_score():
    play = Playthrough(case("first-contact"), 2)
    play.wait("investigator", "day")
    found = debrief(play, what_ifs=False), play, Telling(play.scenario, load_words())
    first = load_words()("debrief.unfinished", date=load_words().date(play.today))

    for said in (lines(*found), printed(*found)):
        assert first in said and said.index(first) < said.index("Score so far: 0 of 100")
        assert load_words()("debrief.score", score=0) not in said
    assert debrief_values(*found)["finished"] is False


def test_a_release_is_told_in_the_timeline_with_its_reason_and_its_rule():
    scenario = case("budva-2009")
    play, steps = Playthrough(scenario, 2), player(scenario, "textbook", 2)
    while not play.is_over:
        decision = steps.next(play)
        if decision is None or decision.on[1:] == ("send_papers",) or not play.decide(decision):
            play.wait("prosecutor", "day")
    said = lines(debrief(play, what_ifs=False), play, Telling(scenario, load_words()), "timeline")

    assert "Altin Rrapi is released: the 40 days of provisional arrest are over, and the papers have not come [ETS24 art. 16(4)" in said
