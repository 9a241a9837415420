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
