"""What a seat may foresee of a choice: what it does at once and in the open, and nothing more."""

import pytest

from engine import Playthrough
from engine.play.foresight import foreseen
from engine.scenario import StoryEffect


@pytest.fixture
def world(budva):
    return Playthrough(budva, 1).world


def met(world):
    return next(id for id, person in world.people.items() if person.met and id in world.danger)


def hidden(world):
    return next(id for id, holding in world.items.items() if holding.status == "hidden")


def test_clocks_that_a_choice_moves_at_once_are_foreseen_with_their_way(world):
    does = (StoryEffect("alert", {"points": 40}), StoryEffect("danger", {"of": {met(world): -40}}))
    assert foreseen(world, does) == (("danger", -1), ("alert", 1))


def test_what_comes_later_or_by_chance_is_not_foreseen(world):
    alarm = (StoryEffect("alert", {"points": 40}),)
    assert foreseen(world, (StoryEffect("after", {"days": (1, 1, 1), "does": alarm}),)) == ()
    assert foreseen(world, (StoryEffect("chance", {"percent": 50, "does": alarm, "otherwise": (), "named": "x"}),)) == ()


def test_a_person_and_an_item_that_the_file_has_not_met_give_nothing_away(world):
    stranger = next(id for id, person in world.people.items() if not person.met)
    assert foreseen(world, (StoryEffect("danger", {"of": {stranger: 20}}),)) == ()
    assert foreseen(world, (StoryEffect("lose", {"items": (hidden(world),)}),)) == ()


def test_a_clock_that_goes_both_ways_is_left_out(world):
    does = (StoryEffect("relation", {"of": {"RS": 1, "BA": -1}}), StoryEffect("alert", {"points": -5}))
    assert foreseen(world, does) == (("alert", -1),)


def test_the_seat_sees_with_each_choice_what_it_may_foresee(budva):
    beats = {beat.id: beat for beat in Playthrough(budva, 1).view("investigator").beats}
    ways = {choice.id: dict(choice.foreseen) for choice in beats["jelena"].choices}
    assert ways["shelter"] == {"danger": -1, "trust": 1}
    assert ways["telephone"] == {"alert": 1}
