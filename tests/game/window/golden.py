"""Golden images: what each screen of the flagship looks like. `python -m tests.game.window.golden` makes them anew; look at the difference."""

import os
import sys
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from game.window import screenshot
from tests.conftest import SCENARIOS, case

FOLDER = Path(__file__).parent / "golden"
SCREENS = {
    "picker": ("picker", "paper", 100), "desk": ("desk", "paper", 100), "composer": ("composer", "paper", 100),
    "evidence": ("evidence", "paper", 100), "story": ("story", "paper", 100), "request": ("request", "paper", 100),
    "debrief": ("debrief", "paper", 100), "settings": ("settings", "paper", 100), "rulebook": ("rulebook", "paper", 100),
    "desk-contrast-125": ("desk", "contrast", 125), "evidence-contrast": ("evidence", "contrast", 100), "story-150": ("story", "paper", 150),
}  # fmt: skip
DAY = {"desk": 40, "evidence": 50}
LEVELS, SHARE = 2, 0.001
"""A pixel may differ by so many levels in each channel; more than that, only so large a share of all pixels."""


def drawn(name):
    """A screen as it is drawn now."""
    pygame.transform.set_smoothscale_backend("GENERIC")
    screen, theme, scale = SCREENS[name]
    app = screenshot.picture(screen, case("budva-2009"), SCENARIOS, day=DAY.get(screen), theme=theme, scale=scale)
    return app.surface


def differs(one, other):
    """Which share of the pixels of two pictures differs by more than the levels allowed."""
    if one.get_size() != other.get_size():
        return 1.0
    mask = pygame.mask.from_threshold(one.convert(24), (0, 0, 0), (LEVELS + 1, LEVELS + 1, LEVELS + 1), other.convert(24))
    return 1.0 - mask.count() / (one.get_width() * one.get_height())


def main():
    """Draw them all."""
    FOLDER.mkdir(exist_ok=True)
    for name in sys.argv[1:] or SCREENS:
        pygame.image.save(drawn(name), FOLDER / f"{name}.png")
        print(FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
