"""What lies before a seat is worked out seldom, and yet is what somebody would be offered who had never asked."""

import pytest

from engine import BOTS, Decision, Playthrough, Refused, player
from engine.play.guards import GUARDS, READS
from engine.play.offers import Table
from tests.conftest import CASES, case

SEEDS = (1, 5)


def plain(choices):
    return [(c.key, dict(c.decision.terms), c.possible, c.why_not, c.terms, c.instrument, c.takes) for c in choices]


def check_every_seat(play):
    for seat in play.seats:
        assert plain(play.choices(seat)) == plain(Table(play.world, seat).choices(play.world)), (seat, len(play.decisions))


@pytest.mark.parametrize("id", CASES)
@pytest.mark.parametrize("bot", BOTS)
def test_an_offer_that_was_kept_is_the_one_that_would_be_made_now(id, bot):
    scenario = case(id)
    for seed in SEEDS:
        play, who = Playthrough(scenario, seed), player(scenario, bot, seed)
        while not play.is_over:
            check_every_seat(play)
            decision = who.next(play)
            if decision is None or isinstance(play.decide(decision), Refused):
                play.decide(Decision(play.seats[0], "wait", (), {"until": "day"}))


def test_offers_to_members_of_the_union_are_kept_as_truly(danube):
    play, who = Playthrough(danube, 3), player(danube, "random", 3)
    while not play.is_over:
        check_every_seat(play)
        play.decide(who.next(play))


def test_as_long_as_nothing_has_changed_the_offer_is_the_very_same(first_contact):
    play = Playthrough(first_contact, 1)

    assert play.choices("prosecutor") is play.choices("prosecutor")


@pytest.mark.parametrize("id", CASES)
def test_every_question_asked_at_the_click_says_what_it_depends_on(id):
    """Otherwise its choices would be worked out at every glance."""
    procedures = case(id).procedures.values()
    asked = {name for p in procedures for name, _ in (*p.possible, *(each for step in p.steps for each in step.possible))}

    assert asked <= {name for name, guard in GUARDS.items() if guard in READS}


def test_what_is_still_wanted_from_a_country_is_known_not_held_and_not_known_to_be_lost(budva):
    play, who = Playthrough(budva, 2), player(budva, "mla-for-everything", 2)
    while not play.is_over:
        for country in (budva.home, *budva.countries):
            seen = tuple(i.id for i in play.items() if i.country == country and i.status != "held" and not i.lost)
            assert play.still_wanted(country) == seen
        play.decide(who.next(play))
