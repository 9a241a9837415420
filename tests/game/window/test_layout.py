"""Rows, columns, grids, runs, openings and long lists; tips on the focus; modals that keep the focus."""

import time

import pygame
import pytest

from game.window.app import App, Screen
from game.window.brush import Brush
from game.window.screens.asking import Asking, Failure, Leaving, Passing
from game.window.screens.common import Notice, Sheet
from game.window.theme import load_theme
from game.window.widgets import Button, Card, Column, Flow, Grid, Growing, Rich, Row, Scroll, Space

THOUSANDS = 5000
IN_SIGHT = 40
"""More rows than this are never in sight at once."""


@pytest.fixture
def brush():
    pygame.display.init()
    pygame.font.init()
    return Brush(pygame.Surface((800, 600)), load_theme("paper"), 1.0)


def boxes(things):
    return [each.box for each in things]


# -- rows, columns, grids -----------------------------------------------------------------------------------------------


def test_a_row_gives_what_is_fixed_and_shares_what_is_left(brush):
    things = [Space(height=10) for _ in range(3)]
    Row(widths=(100, -1, -2), gap=10, children=things).place(brush, 0, 0, 420)
    assert [(x, w) for x, _, w, _ in boxes(things)] == [(0, 100), (110, 100), (220, 200)]


def test_what_grows_in_a_column_takes_the_height_that_is_left(brush):
    things = [Space(height=50), Growing(Space(height=10)), Space(height=30)]
    Column(gap=10, children=things).place(brush, 0, 0, 100, 400)
    assert [(y, h) for _, y, _, h in boxes(things)] == [(0, 50), (60, 300), (370, 30)]


@pytest.mark.parametrize(("width", "count", "own"), [(199, 1, 199), (407, 1, 300), (408, 2, 200), (616, 3, 200), (2000, 4, 300)])
def test_a_grid_has_as_many_columns_as_have_room_none_narrower_or_wider_than_it_may_be(brush, width, count, own):
    grid = Grid(least=200, most=300, across=4, children=[Space(height=10) for _ in range(6)])
    grid.place(brush, 0, 0, width)
    first = [each for each in grid.children if each.box[1] == 0]
    assert (len(first), first[0].box[2]) == (count, own)
    assert len({y for _, y, _, _ in boxes(grid.children)}) == -(-6 // count)


def test_the_things_of_one_line_of_an_even_grid_are_equally_high(brush):
    cards = [Card(body=Space(height=h), pad=0) for h in (40, 90, 30, 60)]
    grid = Grid(least=100, across=2, even=True, children=cards)
    assert grid.place(brush, 0, 0, 300) == 90 + 8 + 60
    assert [h for _, _, _, h in boxes(cards)] == [90, 90, 60, 60]


def test_a_run_begins_a_new_line_where_there_is_no_room_and_never_leaves_its_width(brush):
    buttons = [Button(text="Ministry of Justice") for _ in range(5)]
    run = Flow(children=buttons, between=2)
    high = run.place(brush, 20, 0, 330)
    assert [y for _, y, _, _ in boxes(buttons)] == [0, 0, 32, 32, 64]
    assert high == 94
    assert all(x >= 20 and x + w <= 350 for x, _, w, _ in boxes(buttons))


# -- openings and long lists --------------------------------------------------------------------------------------------


class Seen(Card):
    """A card that notes that it was painted."""

    painted = 0

    def paint(self, brush, focus, hover):
        type(self).painted += 1
        super().paint(brush, focus, hover)


class Long(Screen):
    """Thousands of letters."""

    def build(self, app, brush, w, h):
        rows = [Seen(key=f"row {n}", body=Rich(pieces=[("icon", ("mail", "ink")), ("label ink", f"Letter {n}")]), flat=True, press=lambda: None)
                for n in range(THOUSANDS)]  # fmt: skip
        return Scroll(key="letters", body=Column(gap=0, children=rows), at=self.scrolls)


@pytest.fixture(scope="module")
def long():
    app = App((1366, 768))
    app.reset(Long())
    app.render()
    return app


def press(app, *codes, mod=0):
    for code in codes:
        app.feed(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, scancode=0, unicode=""))
        app.render()


def test_of_a_list_of_thousands_only_what_is_in_sight_is_drawn(long):
    Seen.painted = 0
    long.render()
    assert 0 < Seen.painted < IN_SIGHT


def test_a_list_of_thousands_is_drawn_in_less_than_the_blink_of_an_eye(long):
    took = []
    for _ in range(5):
        start = time.perf_counter()
        long.render()
        took.append(time.perf_counter() - start)
    assert min(took) < 0.15


def test_the_focus_is_scrolled_into_sight_down_a_long_list(long):
    press(long, *[pygame.K_DOWN] * 30)
    assert long.screen.focus == "row 30"
    _, y, _, h = long.focused().box
    assert y >= 0 and y + h <= 768
    press(long, pygame.K_TAB, mod=pygame.KMOD_SHIFT)
    assert long.screen.focus == "row 29"


def test_a_page_down_moves_most_of_what_is_seen(long):
    long.screen.scrolls["letters"] = 0.0
    long.screen.focus = "row 0"
    long.render()
    press(long, pygame.K_PAGEDOWN)
    assert 0.5 * 768 < long.screen.scrolls["letters"] < 768


# -- tips and modals ----------------------------------------------------------------------------------------------------


class Two(Screen):
    """Two buttons, one with a tip."""

    def build(self, app, brush, w, h):
        return Column(pad=20, children=[Button(key="plain", text="Plain", press=lambda: None),
                                        Button(key="told", text="Told", tip="Article 4 asks for it.", enabled=False, press=lambda: None)])  # fmt: skip


def two():
    app = App((800, 600))
    app.reset(Two())
    app.render()
    return app


def tip_shown(app):
    """Is a tip drawn under the second button?"""
    x, y, _, h = next(each for each in app.able() if each.key == "told").box
    return app.surface.get_at((int(x) + 12, int(y + h) + 9))[:3] == app.theme["ink"][:3]


def test_a_tip_comes_with_the_focus_as_with_the_mouse_and_goes_with_it():
    app = two()
    assert not tip_shown(app)
    press(app, pygame.K_TAB)
    assert tip_shown(app)
    press(app, pygame.K_TAB)
    assert not tip_shown(app)
    app.feed(pygame.event.Event(pygame.MOUSEMOTION, pos=(40, 70), rel=(0, 0), buttons=(0, 0, 0)))
    app.render()
    assert tip_shown(app)


def test_what_is_barred_takes_the_focus_and_pressed_it_says_why():
    app = two()
    press(app, pygame.K_TAB, pygame.K_RETURN)
    assert app.toast == ["Article 4 asks for it."]


MODALS = {
    "leaving": Leaving,
    "asking": lambda: Asking("Send it?", "It cannot be called back.", "Send", lambda: None),
    "passing": lambda: Passing("judge", lambda: None),
    "failure": lambda: Failure("Nothing is lost."),
}


@pytest.mark.parametrize("name", MODALS)
def test_the_focus_stays_in_a_modal_and_comes_back_to_where_it_was(name):
    app = two()
    press(app, pygame.K_TAB)
    app.push(MODALS[name]())
    app.render()
    visited = set()
    for _ in range(6):
        visited.add(app.screen.focus)
        press(app, pygame.K_TAB)
    assert visited == {each.key for each in app.able()}
    assert not visited & {"plain", "told"}
    press(app, pygame.K_LEFT, pygame.K_UP, pygame.K_DOWN, pygame.K_RIGHT)
    assert app.screen.focus in visited
    press(app, pygame.K_ESCAPE)
    assert (type(app.screen), app.screen.focus) == (Two, "told")


@pytest.mark.parametrize("name", MODALS)
def test_a_press_beside_a_modal_presses_nothing(name):
    app = two()
    app.push(MODALS[name]())
    app.render()
    app.feed(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(4, 4)))
    app.render()
    assert len(app.stack) == 2


def ringed(app):
    """The things with a ring of the colour of the focus at both sides."""
    found = set()
    for each in app.able():
        x, y, w, h = each.box
        sides = [app.surface.get_at((round(at), round(y + h / 2)))[:3] for at in (x - 2, x + w + 1)]
        if sides == [app.theme["focus"][:3]] * 2:
            found.add(each.key)
    return found


def test_the_focus_ring_is_round_what_has_the_focus_and_nothing_else():
    app = two()
    assert ringed(app) == {"plain"}
    press(app, pygame.K_TAB)
    assert ringed(app) == {"told"}


def test_a_question_lies_over_what_it_is_asked_about_under_a_veil():
    app = two()
    x, y, w, _ = next(each for each in app.able() if each.key == "plain").box
    button, desk = (round(x + w / 2), round(y + 4)), (4, 590)
    app.push(MODALS["asking"]())
    app.render()
    seen = [app.surface.get_at(place)[:3] for place in (button, desk)]
    assert seen[0] != seen[1]
    assert all(sum(veiled) < sum(app.theme[token][:3]) / 2 + 100 for veiled, token in zip(seen, ("card", "desk"), strict=True))
    assert "plain" not in {each.key for each in app.root.walk()}


def test_nothing_of_a_seat_is_seen_while_the_laptop_is_passed():
    app = two()
    app.push(MODALS["passing"]())
    app.render()
    assert {app.surface.get_at((x, y))[:3] for x in range(0, 800, 7) for y in range(0, 160, 7)} == {app.theme["desk"][:3]}


class Told(Two):
    """A screen with room for a notice."""

    def build(self, app, brush, w, h):
        return Sheet(body=super().build(app, brush, w, h), notice=app.toast)


@pytest.mark.parametrize("code", [pygame.K_RETURN, pygame.K_SPACE, pygame.K_ESCAPE])
def test_a_notice_is_seen_until_a_key_takes_it_away_and_that_key_does_nothing_else(code):
    app = two()
    app.reset(Told())
    app.toast = [f"Letter {n} is on its way." for n in range(12)]
    app.render()
    notice = next(each for each in app.root.walk() if isinstance(each, Notice))
    x, y, _, _ = notice.box
    assert app.surface.get_at((int(x) + 6, int(y) + 6))[:3] == app.theme["pri"][:3]
    assert notice.body.children[-1].text.endswith("+3")
    press(app, code)
    assert (app.toast, len(app.stack)) == ([], 1)
    assert not any(isinstance(each, Notice) for each in app.root.walk())
