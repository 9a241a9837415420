"""Segmented choices: one of a few, by arrows, Enter and mouse; many options of a paper unfold from a field."""

import pygame
import pytest

from game.window import screenshot
from game.window.app import App, Screen
from game.window.dropdown import DropDown
from game.window.screens import paper_form
from game.window.segments import BarSegments, Segments
from game.window.widgets import Column
from tests.conftest import SCENARIOS, case

WAYS = [("direct", "Direct"), ("ministry", "Ministry to ministry"), ("diplomatic", "Diplomatic channel")]


class Ways(Screen):
    """One segmented choice, in a column of a width."""

    def __init__(self, kind=Segments, wide=700.0):
        super().__init__()
        self.kind, self.wide, self.chosen = kind, wide, "direct"

    def build(self, app, brush, w, h):
        self.choice = self.kind(key="channel", name="Channel", options=WAYS, chosen=self.chosen, pick=lambda v: setattr(self, "chosen", v))
        return Column(pad=(w - self.wide) / 2, children=[self.choice])


def opened(kind=Segments, wide=700.0):
    app = App((800, 600))
    app.reset(Ways(kind, wide))
    app.render()
    return app


def press(app, *codes):
    for code in codes:
        app.feed(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, scancode=0, unicode=""))
        app.render()


@pytest.mark.parametrize("kind", [Segments, BarSegments])
def test_left_and_right_take_the_way_beside_and_enter_the_next_one(kind):
    app = opened(kind)
    press(app, pygame.K_RIGHT, pygame.K_RIGHT)
    assert app.screen.chosen == "diplomatic"
    press(app, pygame.K_LEFT)
    assert app.screen.chosen == "ministry"
    press(app, pygame.K_RETURN, pygame.K_RETURN)
    assert app.screen.chosen == "direct"


@pytest.mark.parametrize("wide", [700.0, 180.0])
def test_the_mouse_takes_the_way_under_it(wide):
    app = opened(wide=wide)
    for number, (value, _) in reversed(list(enumerate(WAYS))):
        x, y, w = app.screen.choice.cells[number]
        app.feed(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(round(x + w / 2), round(y + 10))))
        app.render()
        assert app.screen.chosen == value


def test_a_choice_says_its_name_what_is_taken_and_what_else_there_is():
    assert opened().screen.choice.says == "Channel: Direct. (Ministry to ministry, Diplomatic channel)"


def test_the_ways_of_a_line_stand_in_one_frame_with_a_hairline_between_those_that_are_not_taken():
    app = opened()
    cells, theme = app.screen.choice.cells, app.theme

    def at(x):
        return app.surface.get_at((round(x), round(cells[0][1]) + 6))[:3]

    assert at(cells[2][0]) == theme["ctl"][:3]
    assert at(cells[1][0]) != theme["ctl"][:3]
    assert at(cells[0][0] + 6) == theme["pri"][:3]
    assert at(cells[2][0] + 6) == theme["card"][:3]


def composer():
    app = screenshot.picture("composer", case("budva-2009"), SCENARIOS)
    app.screen.focus = "language 0"
    app.render()
    return app


def test_a_paper_with_many_languages_unfolds_them_from_a_field(monkeypatch):
    monkeypatch.setattr(paper_form, "SIDE_BY_SIDE", 2)
    app = composer()
    field = app.focused()
    assert isinstance(field, DropDown)
    assert field.says.endswith(app.words("form.none"))
    press(app, pygame.K_RETURN, pygame.K_DOWN, pygame.K_RETURN)
    assert app.screen.terms["language"] == "en"
    assert app.focused().says.startswith(f"{app.words('term.language')}: English (2 / 3)")


def test_a_paper_with_few_languages_shows_them_side_by_side():
    app = composer()
    assert not isinstance(app.focused(), DropDown)
    press(app, pygame.K_RETURN)
    assert app.screen.terms["language"] == "sr"
