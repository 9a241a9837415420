"""What is asked before a decision: of what cannot be taken back, and of a wait in which something is lost."""

from datetime import date

import pytest

from engine import Decision, Playthrough
from game.pages.caution import caution
from game.pages.telling import Telling
from game.words import load_words
from tests.conftest import case


@pytest.fixture
def play():
    return Playthrough(case("first-contact"), 2)


def asked(play, decision, mode="practice"):
    """The question before a decision."""
    return caution(play, play.view(decision.seat), decision, mode, Telling(play.scenario, load_words()))


def wait(until):
    """A wait of the police."""
    return Decision("investigator", "wait", (), {"until": until})


def with_police_copy():
    """A play in which the police have told something, and what they told."""
    play = Playthrough(case("budva-2009"), 1)
    scenario = play.scenario
    from engine import player

    who = player(scenario, "informal-only", 1)
    while not play.is_over:
        found = [c.decision for c in play.choices("investigator") if c.decision.act == "file"]
        if found:
            return play, found[0]
        play.decide(who.next(play))
    raise AssertionError("no police copy in this line of play")


@pytest.mark.parametrize(("until", "named"), [("2024-03-15", 0), ("2024-03-16", 1), ("2024-03-26", 2), ("day", 0), ("something", 0)])
def test_a_wait_names_what_is_gone_before_it_ends(play, until, named):
    found = asked(play, wait(until))
    assert (len(found.lines) if found else 0) == named


def test_a_wait_for_whatever_happens_names_what_is_gone_within_the_week(play):
    play.decide(wait("2024-03-10"))
    while play.today < date(2024, 3, 10).toordinal():
        play.decide(wait("2024-03-10"))
    found = asked(play, wait("something"))
    assert any("E4 " in line and "Fri 15 Mar 2024" in line for line in found.lines)
    assert found.lines[0] == "Unless something happens before"


def test_an_assessed_play_is_warned_of_no_wait(play):
    assert asked(play, wait("2024-05-01"), "assessed") is None


def test_a_police_copy_before_the_court_is_asked_with_the_ruling_and_its_rule():
    play, decision = with_police_copy()
    before = play.digest()
    found = asked(play, decision)
    assert "would be excluded" in found.lines[0]
    assert "Montenegro, police information as evidence" in found.lines[0]
    assert play.digest() == before


def test_the_ruling_foretold_is_the_ruling_given():
    play, decision = with_police_copy()
    foretold = play.if_filed(decision.on[0]).verdict
    play.decide(decision)
    given = next(i for i in play.view("investigator").items if i.id == decision.on[0]).verdict
    assert foretold == given == "excluded"


def test_an_assessed_play_asks_of_a_police_copy_without_a_hint():
    play, decision = with_police_copy()
    found = asked(play, decision, "assessed")
    assert found.lines == ()
    assert found.title == "This cannot be undone"
