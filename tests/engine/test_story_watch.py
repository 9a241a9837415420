"""What waits for a condition: it is asked seldom, and yet nothing that holds is overlooked."""

import pytest

from engine import BOTS, Decision, Playthrough, Refused, player
from engine.play.story import BEATS, LEAVING, PERISHING, POINTS, everything_watched
from tests.conftest import CASES, case

SEEDS = (1, 5)


def waits(world, kind, id):
    """Has what is waited for not happened yet?"""
    if kind == PERISHING:
        item = world.items[id]
        return item.gone is None and not item.until_decided and item.kept_until is None
    if kind == LEAVING:
        return id in world.beats and world.beats[id].state == "open"
    return id not in {BEATS: world.beats, POINTS: world.earned}.get(kind, ())


def overlooked(play):
    """Whatever is waited for and, asked afresh, holds."""
    watched = everything_watched(play.scenario)
    return [(kind, id) for kind, id, when in watched if waits(play.world, kind, id) and when.holds(play.world)]


@pytest.mark.parametrize("id", CASES)
@pytest.mark.parametrize("bot", BOTS)
def test_nothing_that_holds_is_overlooked(id, bot):
    scenario = case(id)
    for seed in SEEDS:
        play, who = Playthrough(scenario, seed), player(scenario, bot, seed)
        while not play.is_over:
            assert overlooked(play) == [], (seed, len(play.decisions))
            decision = who.next(play)
            if decision is None or decision.act == "wait" or isinstance(play.decide(decision), Refused):
                play.decide(Decision(play.seats[0], "wait", (), {"until": "day"}))


@pytest.mark.parametrize("id", CASES)
def test_a_ruling_that_was_kept_is_the_one_that_would_be_given_today(id):
    scenario = case(id)
    for bot in ("informal-only", "mla-for-everything", "random"):
        play, who = Playthrough(scenario, 4), player(scenario, bot, 4)
        while not play.is_over:
            kept = dict(play.world.rulings())
            play.world.forget_rulings()
            assert play.world.rulings() == kept
            play.decide(who.next(play))
