"""Whether a window can be opened here: what reads its modules late, which displays there are, and what failed."""

import os
import sys
from typing import Any

from game.commands.saying import WrongUse
from game.places import program
from game.words import Words


def from_window(module: str) -> Any:
    """A module of the window, read late and quietly; complains when pygame-ce is not there."""
    from importlib import import_module

    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        return import_module(f"game.window.{module}")
    except ImportError as error:
        if (error.name or "pygame").partition(".")[0] != "pygame":
            raise
        raise WrongUse(
            f"pygame-ce, which draws the window, cannot be used ({error}). Install it with: pip install pygame-ce\n"
            f"Or play as text instead: {program()} play first-contact --text"
        ) from None


def no_display(words: Words) -> str:
    """There is no screen; how the text game is begun instead, with the program as it was started."""
    return words("window.no_display", program=program())


def display_there() -> bool:
    """Is there a screen to open a window on?"""
    if os.environ.get("SDL_VIDEODRIVER"):
        return True
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def ask_only_real_displays() -> None:
    """Let SDL try the displays that are named; left alone it would fall back to one that nobody sees, and wait for ever."""
    named = [driver for variable, driver in (("DISPLAY", "x11"), ("WAYLAND_DISPLAY", "wayland")) if os.environ.get(variable)]
    if named and sys.platform not in ("win32", "darwin"):
        os.environ.setdefault("SDL_VIDEODRIVER", ",".join(named))


def no_window_opened(error: RuntimeError) -> bool:
    """Was it the display that failed, before anything was shown?"""
    drawing = sys.modules.get("pygame")
    return drawing is not None and isinstance(error, drawing.error) and "available" in str(error)
