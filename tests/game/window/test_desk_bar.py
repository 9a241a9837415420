"""The bar of the desk and the tray: what they drop where there is no room, and what they never cut."""

from itertools import pairwise

import pytest

from game.window import screenshot
from game.window.desk_bar import METERS, DayBlock, DeskBar
from game.window.desk_widgets import Start
from game.window.widgets import Button
from tests.conftest import SCENARIOS, case

SIZES = [((640, 400), 100), ((960, 600), 100), ((1280, 720), 100), ((1366, 768), 100), ((1366, 768), 125), ((1366, 768), 150), ((1920, 1080), 100)]


def desk(size, scale=100):
    app = screenshot.picture("desk", case("budva-2009"), SCENARIOS, day=40, size=size, scale=scale)
    brush = app.render()
    return app, brush, next(each for each in app.root.walk() if isinstance(each, DeskBar))


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_the_bar_never_cuts_the_day_and_nothing_in_it_lies_over_anything_else(size, scale):
    app, brush, bar = desk(size, scale)
    day = next(each for each in bar.walk() if isinstance(each, DayBlock))
    assert max(brush.width(day.text, "label"), brush.width(day.brief, "second")) <= day.box[2] - 11
    edges = [(each.box[0], each.box[0] + each.box[2]) for each in bar.walk() if isinstance(each, Button)]
    assert all(one[1] <= other[0] for one, other in pairwise(edges))
    assert edges[-1][1] <= app.surface.get_width() / app.k


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)])
def test_at_usual_sizes_the_seat_the_meters_and_the_instruments_have_their_words(size):
    app, _, bar = desk(size)
    seat = next(each for each in bar.seats if each.kind == "bar_chosen")
    assert (bar.step < METERS, seat.bare) == (True, False)
    assert not any(each.bare for each in app.root.walk() if isinstance(each, Start))
