"""What is drawn once and copied: large boxes look like small ones, texts weigh no more than they may, sheets lie where they are."""

import pygame
import pytest

from game.window import screenshot, stock
from game.window.brush import Brush
from game.window.stock import Texts, box_surface
from game.window.theme import load_theme
from game.window.widgets import Panel
from tests.conftest import SCENARIOS, case


@pytest.fixture(autouse=True)
def _fonts():
    pygame.font.init()


def test_a_shadow_is_as_faint_at_its_corners_as_along_its_sides():
    theme = load_theme("paper")
    for k in (1.0, 1.12, 1.5, 2.25):
        surface = pygame.Surface((400, 300))
        surface.fill(theme["desk"])
        Brush(surface, theme, k).box((20, 20, 120, 80), "shadow", None, 7)
        darkest = min(sum(surface.get_at((x, y))[:3]) for x in range(400) for y in range(300))
        assert darkest > sum(theme["desk"][:3]) - 80


@pytest.mark.parametrize("k", [1.0, 1.12, 1.5, 2.25])
def test_a_large_box_looks_like_one_that_is_drawn_whole(k):
    theme = load_theme("paper")
    surface = pygame.Surface((400, 300))
    surface.fill(theme["desk"])
    brush = Brush(surface, theme, k)
    brush.box((10, 10, 150, 90), "panel", "ctl", 6)
    rect = brush.real((10, 10, 150, 90))
    whole = pygame.Surface((400, 300))
    whole.fill(theme["desk"])
    whole.blit(box_surface(*rect.size, round(6 * k), theme["panel"], theme["ctl"], brush.line_width()), rect)
    off = pygame.mask.from_threshold(surface.convert(24), (0, 0, 0), (9, 9, 9), whole.convert(24))
    assert off.count() == surface.get_width() * surface.get_height()


def test_rendered_texts_never_weigh_more_than_they_may():
    texts = Texts(most=200_000)
    for number in range(400):
        texts.get(f"a line of text with the number {number}", "IBMPlexSans-Regular", 13, (0, 0, 0, 255))
        assert sum(stock.weight_of(each) for half in (texts.young, texts.old) for each in half.values()) <= 200_000


def test_a_text_in_use_is_rendered_once_however_many_others_come():
    texts = Texts(most=200_000)
    kept = texts.get("always there", "IBMPlexSans-Regular", 13, (0, 0, 0, 255))
    for number in range(400):
        texts.get(f"a line of text with the number {number}", "IBMPlexSans-Regular", 13, (0, 0, 0, 255))
        assert texts.get("always there", "IBMPlexSans-Regular", 13, (0, 0, 0, 255)) is kept


def test_the_ground_is_drawn_anew_when_a_sheet_has_moved():
    app = screenshot.picture("desk", case("budva-2009"), SCENARIOS, day=40)
    first = app.ground.kept
    app.render()
    assert app.ground.kept is first
    app.resize((1500, 900))
    app.render()
    sheet = next(each for each in app.root.walk() if isinstance(each, Panel))
    x, y, _, h = sheet.box
    assert app.ground.kept is not first
    assert app.ground.kept.get_at((round(x + 2), round(y + h / 2)))[:3] == app.theme[sheet.fill][:3]


def test_after_another_size_of_window_the_mouse_reaches_what_came_in_where_it_stands_now():
    app = screenshot.picture("desk", case("budva-2009"), SCENARIOS, day=40)
    app.resize((1920, 1000))
    app.render()
    mail = next(each for each in app.able() if each.key.startswith("mail "))
    x, y, w, h = mail.box
    assert mail.holds(x + w - 4, y + h / 2)
