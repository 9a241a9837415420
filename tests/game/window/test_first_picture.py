"""The window shows itself before everything is read; nothing that is pressed meanwhile is lost, and what is shown at the end is the same."""

import pygame
import pytest

from game.window import screenshot
from game.window.app import App
from game.window.screens.briefing import Briefing
from game.window.screens.picker import Picker
from tests.conftest import CASES, SCENARIOS


def key(code):
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, scancode=0, unicode="")


@pytest.fixture
def app(tmp_path):
    app = App((1366, 768))
    app.scenarios, app.saves = SCENARIOS, tmp_path
    app.reset(Picker(app))
    app.render()
    return app


def spoken(app):
    """Everything the screen says."""
    return [getattr(each, "text", "") or each.says for each in app.root.walk()]


def test_the_first_picture_names_the_cases_before_any_is_read(app):
    assert app.screen.cases == []
    assert [id for id in CASES if any(id in said for said in spoken(app))] == list(CASES)


def test_reading_goes_on_step_by_step_until_all_is_there(app):
    steps = 0
    while app.tick(0):
        app.render()
        steps += 1
    assert {s.id for s in app.screen.cases} >= set(CASES)
    assert steps >= len(CASES)
    assert app.screen.focus.startswith("first case ")


def test_a_key_pressed_while_cases_are_read_does_what_it_does_afterwards(app):
    app.feed(key(pygame.K_1))
    app.feed(key(pygame.K_RETURN))
    app.render()
    assert isinstance(app.screen, Briefing)
    assert app.sitting.scenario is not None
    app.sitting.close()


def test_a_case_named_at_the_start_does_not_wait_for_the_others(app):
    app.screen.begin(app, "first-contact", 1)
    assert [s.id for s in app.stack[0].cases] == ["first-contact"]
    app.sitting.close()


def test_the_picture_of_the_picker_shows_everything_read(tmp_path):
    from engine import load_scenario

    shown = screenshot.picture("picker", load_scenario(SCENARIOS, "first-contact"), SCENARIOS)
    assert shown.screen.waiting == []
    assert not any(shown.words("picker.reading") in said for said in spoken(shown))
