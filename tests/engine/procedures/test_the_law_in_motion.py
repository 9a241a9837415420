"""What the law makes of papers: provisional arrest, release and arrest again, postponement."""

from datetime import date

import pytest

from engine import Decision, Playthrough, play_out, player
from engine.play.effects import known_effects
from engine.play.guards import known_guards
from engine.play.matter import Matter
from tests.conftest import case

PAPERS = Decision("prosecutor", "step", ("extradition-IT-1", "send_papers"))
ARRESTED, MAY_END, MUST_END = date(2009, 10, 24), date(2009, 11, 11), date(2009, 12, 3)


def until_the_arrest():
    """The textbook line of the flagship, up to the day on which the host is arrested in Bari."""
    scenario = case("budva-2009")
    seed = scenario.plays["textbook"].seed
    whole = play_out(Playthrough(scenario, seed), player(scenario, "textbook", seed))
    play = Playthrough(scenario, seed)
    for decision in whole.decisions:
        if decision.on[1:] == ("send_papers",):
            return play, decision.terms
        play.decide(decision)
    raise AssertionError("the textbook line sends no papers")


def wait_until(play, day):
    """Let days pass until a day, whatever happens on the way."""
    while play.today < day.toordinal() and play.ending is None:
        play.decide(Decision("investigator", "wait", (), {"until": day.isoformat()}))


def days_of(play, kind, about):
    """The days on which something was told about a paper or a person."""
    return [date.fromordinal(o.day) for o in play.outcomes if o.kind == kind and about in o.about]


def test_without_papers_the_arrest_may_end_after_18_days_and_ends_after_40():
    play, _ = until_the_arrest()
    wait_until(play, date(2009, 12, 10))
    assert days_of(play, "arrested", "S4") == [ARRESTED]
    assert days_of(play, "may_end", "extradition-IT-1") == [MAY_END]
    assert days_of(play, "released", "S4") == [date.fromordinal(MUST_END.toordinal() + 1)]


def test_papers_that_have_arrived_close_the_door_of_the_eighteenth_day():
    play, terms = until_the_arrest()
    play.decide(Decision("prosecutor", "step", PAPERS.on, terms))
    wait_until(play, date(2009, 12, 10))
    assert days_of(play, "papers_arrived", "extradition-IT-1") < [MAY_END]
    assert not days_of(play, "may_end", "extradition-IT-1")


def test_release_does_not_bar_arrest_again_when_the_papers_come_late():
    play, terms = until_the_arrest()
    wait_until(play, date(2009, 12, 5))
    play.decide(Decision("prosecutor", "step", PAPERS.on, terms))
    wait_until(play, date(2009, 12, 17))
    play.world.people["S4"].at = "IT"
    wait_until(play, date(2010, 2, 1))
    first, again = days_of(play, "arrested", "S4")
    assert (first, again > MUST_END) == (ARRESTED, True)
    assert "rearrested" in [stage for stage, _ in play.world.requests["extradition-IT-1"].history]


def test_who_was_released_and_has_gone_home_is_not_surrendered():
    play, terms = until_the_arrest()
    wait_until(play, date(2009, 12, 5))
    assert play.world.people["S4"].at == "AL"
    play.decide(Decision("prosecutor", "step", PAPERS.on, terms))
    wait_until(play, date(2010, 2, 1))
    assert days_of(play, "arrested", "S4") == [ARRESTED]
    assert play.world.requests["extradition-IT-1"].stage == "not_found"


@pytest.mark.parametrize("procedure", ["mla", "eio"])
def test_a_request_is_put_off_only_where_the_requested_state_has_its_own_case(procedure):
    way = known_guards()["own_case_in_the_way"]
    step = next(s for s in case("budva-2009").procedures[procedure].steps if s.to == "postponed")
    assert step.origin == ("examination",)
    assert way in step.conditions


def test_about_one_request_in_ten_is_put_off_for_a_case_of_their_own_and_says_why():
    scenario, put_off = case("budva-2009"), 0
    for seed in range(200):
        play = Playthrough(scenario, seed)
        play.decide(Decision("investigator", "choose", ("coffee", "this-week")))
        matter = Matter(play.world, letter(play))
        assert not known_guards()["own_case_in_the_way"](matter)
        play.world.own_case["RS"] = play.world.today
        put_off += known_guards()["own_case_in_the_way"](matter)
    assert 5 <= put_off <= 40
    known_effects()["tell_postponed"](matter)
    assert (play.outcomes[-1].kind, play.outcomes[-1].source) == ("postponed", "UNTOC art. 18(25)")


def letter(play):
    """A letter of request to Serbia, as it is begun."""
    play.decide(Decision("prosecutor", "start", ("mla", "RS", "E4"), {"basis": ("ETS30",), "items": ("E4",), "language": "sr"}))
    return play.world.requests["mla-RS-1"]
