"""The debrief's replays: luck and skill, a play as it stood, and how the evidence grew under the ledger's rulings."""

import pytest

from engine import (
    Playthrough,
    alternatives,
    as_it_stood,
    debrief,
    items_behind,
    mark,
    play_out,
    player,
    same_decisions,
    span,
)
from engine.debrief.luck import OtherLuck, under
from tests.conftest import case

LINES = [("first-contact", "textbook"), ("budva-2009", "textbook"), ("budva-2009", "mla-for-everything")]


def played(id, line):
    """A play of a written line that is over."""
    scenario = case(id)
    seed = scenario.plays[line].seed
    return play_out(Playthrough(scenario, seed), player(scenario, line, seed))


@pytest.fixture(params=LINES, ids=" ".join)
def play(request):
    """A play that is over."""
    return played(*request.param)


def test_under_its_own_seed_the_same_decisions_lead_to_the_same_score(play):
    again = under(play, play.seed)

    assert (again.score, again.ending) == (mark(play.scenario, play.world.earned).score, play.ending)
    assert (again.later, again.left_out) == (0, 0)


def test_other_luck_is_always_the_same_other_luck_and_never_its_own(play):
    first, second = tuple(same_decisions(play, 5)), tuple(same_decisions(play, 5))

    assert first == second
    assert play.seed not in {each.seed for each in first}
    assert len({each.seed for each in first}) == 5


def test_a_decision_that_other_luck_delays_is_taken_later_and_that_is_said():
    tried = tuple(same_decisions(played("budva-2009", "textbook"), 10))

    assert any(each.later for each in tried)
    assert len({each.score for each in tried}) > 1


def test_a_decision_that_never_becomes_possible_is_left_out_and_counted():
    play = played("first-contact", "textbook")
    number, twice = next((n, d) for n, d in enumerate(play.decisions) if d.act == "choose")
    play.decisions.insert(number + 1, twice)
    play.days.insert(number + 1, play.days[number])

    assert under(play, play.seed).left_out == 1


def test_the_range_says_how_many_scored_less_and_how_many_more():
    tried = [OtherLuck(n, score, "", 0, n % 2) for n, score in enumerate((10, 20, 20, 30, 40))]

    found = span(20, tried)

    assert (found.low, found.quarter, found.median, found.three_quarters, found.high) == (10, 20, 20, 30, 40)
    assert (found.below, found.same, found.above, found.changed) == (1, 2, 2, 2)
    assert span(20, ()) is None


def test_a_play_as_it_stood_has_its_own_past_and_no_future(play):
    digests = []
    again = Playthrough(play.scenario, play.seed)
    for decision in play.decisions:
        again.decide(decision)
        digests.append(again.digest())

    for number in (1, len(digests) // 2, len(digests)):
        day = ([*play.days[1:], play.today])[number - 1]
        assert as_it_stood(play, number, day).digest() == digests[number - 1]


def test_in_the_middle_of_a_wait_a_play_stands_at_the_evening_that_is_asked_for(play):
    waits = [
        (n, a, b) for n, (a, b) in enumerate(zip(play.days, [*play.days[1:], play.today], strict=True), 1) if b > a + 1
    ]
    number, before, after = waits[0]

    assert as_it_stood(play, number, before + 1).today == before + 1
    assert as_it_stood(play, number, after + 50).today == after


def test_the_evidence_that_counts_is_what_the_ledger_would_admit(play):
    growth = debrief(play, what_ifs=False).growth
    rulings = [ruling.verdict for ruling in play.world.rulings().values()]

    assert growth[0][:2] == (play.scenario.start, growth[0].admitted)
    assert growth[-1].admitted == rulings.count("admitted")
    assert growth[-1].weighed == rulings.count("weighed")
    assert growth[-1].held == sum(1 for holding in play.world.items.values() if holding.status == "held")
    assert [each.day for each in growth] == sorted({each.day for each in growth})


def test_an_alternative_says_in_which_criteria_it_differs():
    play = played("budva-2009", "mla-for-everything")
    for regret in alternatives(play):
        assert sum(points for _, points in regret.criteria) == regret.points


def test_the_items_behind_a_point_are_those_its_rule_asks_about():
    assert items_behind(case("first-contact"), "FC-A1") == ("E3",)
    assert items_behind(case("first-contact"), "FC-V3") == ()
    assert items_behind(case("first-contact"), "no-such-rule") == ()
