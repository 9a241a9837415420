"""Every screen looks as it did when somebody last looked at it, three times over."""

import pygame
import pytest

from tests.game.window.golden import FOLDER, SCREENS, SHARE, differs, drawn


@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_is_the_golden_image(name):
    golden = pygame.image.load(FOLDER / f"{name}.png")
    assert differs(drawn(name), golden) <= SHARE, f"python -m tests.game.window.golden {name}, then look at it"


def test_three_runs_give_one_picture():
    first, second, third = (pygame.image.tobytes(drawn("desk"), "RGB") for _ in range(3))
    assert first == second == third


def test_the_comparison_can_fail():
    one = pygame.Surface((100, 100))
    other = one.copy()
    assert differs(one, other) == 0
    other.fill((2, 2, 2), (0, 0, 10, 10))
    assert differs(one, other) == 0
    other.fill((9, 0, 0), (0, 0, 10, 10))
    assert differs(one, other) == pytest.approx(0.01)
