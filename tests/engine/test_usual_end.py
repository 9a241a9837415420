"""The usual end of a stage: what the desk says of a paper under way, and that it gives nothing of the draw away."""

import pytest

from engine import Decision, Playthrough


def begun(play, *countries):
    """The letters begun today, one to each of these countries, as the prosecutor sees them."""
    for country in countries:
        items = tuple(item.id for item in play.view("prosecutor").items if item.country == country)[:1]
        told = play.decide(Decision("prosecutor", "start", ("mla", country, *items), {"items": items, "basis": ("ETS30",)}))
        assert isinstance(told, tuple), told
    return [request for request in play.view("prosecutor").requests if request.procedure == "mla"]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_letters_begun_on_one_day_wait_for_the_desk_one_after_the_other(budva, seed):
    play = Playthrough(budva, seed)
    letters = begun(play, "RS", "RS", "RS", "RS", "RS")
    home = play.world.calendar(budva.home)

    for waiting, before in zip(letters[1:], letters, strict=False):
        free = play.world.requests[before.id].due
        assert waiting.usual_until == home.add_working_days(free, waiting.spread[1])
        assert waiting.usual_until > before.usual_until


@pytest.mark.parametrize("seed", range(1, 9))
def test_what_a_free_desk_takes_for_a_letter_is_said_alike_whatever_was_drawn(budva, seed):
    play = Playthrough(budva, seed)
    (letter,) = begun(play, "RS")

    assert letter.usual_until == play.world.calendar(budva.home).add_working_days(play.today, letter.spread[1])


def test_a_day_shifted_back_and_forth_is_the_same_working_day(budva):
    home = budva.law.calendar(budva.home)
    day = home.next_working_day(budva.start)

    for count in range(30):
        assert home.shifted(home.shifted(day, count), -count) == day


def measured(play):
    """A measure at home, the first that can be begun, as the prosecutor sees it."""
    choice = next(c for c in play.choices("prosecutor") if c.possible and c.decision.act == "start" and c.decision.on[0] == "measure")
    play.decide(choice.decision)
    return next(request for request in play.view("prosecutor").requests if request.procedure == "measure")


def at_home(budva, seed):
    """The flagship, with everything of its file known to exist."""
    play = Playthrough(budva, seed)
    for item in play.scenario.items:
        play.world.raise_status(item, "lead")
    return play


@pytest.mark.parametrize("seed", range(1, 9))
def test_of_a_letter_and_a_measure_on_one_desk_the_one_begun_first_is_said_to_leave_it_first(budva, seed):
    play = at_home(budva, seed)
    begun(play, "RS")
    measured(play)
    letter, measure = (next(r for r in play.view("prosecutor").requests if r.procedure == each) for each in ("mla", "measure"))
    assert letter.usual_until < measure.usual_until

    other = at_home(budva, seed)
    first, (second,) = measured(other), begun(other, "RS")
    assert first.usual_until < second.usual_until


@pytest.mark.parametrize("seed", range(1, 9))
def test_nothing_that_waits_for_a_taken_desk_is_late_before_the_desk_is_free_for_it(budva, seed):
    play = at_home(budva, seed)
    begun(play, "RS", "RS", "RS", "RS", "RS")
    free = play.view("prosecutor").busy_until
    measure = measured(play)
    assert measure.usual_until > free
    while play.today < free and play.ending is None:
        play.decide(Decision("prosecutor", "wait", (), {"until": "day"}))
        now = next(request for request in play.view("prosecutor").requests if request.id == measure.id)
        assert now.usual_until == measure.usual_until >= play.today
