"""Keys by name: the letter on the cap, digits, named keys, arrows."""

from typing import Any

import pygame

LETTERS = {getattr(pygame, f"K_{letter}"): letter for letter in "abcdefghijklmnopqrstuvwxyz"}
SCANCODES = {getattr(pygame, f"KSCAN_{letter.upper()}"): letter for letter in "abcdefghijklmnopqrstuvwxyz"}
NAMED = {
    pygame.K_SPACE: "space",
    pygame.K_PERIOD: ".",
    pygame.K_SLASH: "/",
    pygame.K_QUESTION: "?",
    pygame.K_F1: "f1",
    pygame.K_F2: "f2",
    pygame.K_F3: "f3",
    pygame.K_F4: "f4",
    pygame.K_F9: "f9",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
}
PRESS = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
UNFOLD = (*PRESS, pygame.K_DOWN)
ARROWS = {pygame.K_LEFT: "left", pygame.K_RIGHT: "right", pygame.K_UP: "up", pygame.K_DOWN: "down"}


def name_of(event: Any) -> str:
    """The name of a key: its letter, also where another layout gives it another letter; digits; named keys."""
    control = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
    if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER):
        return "ctrl enter" if control else ""
    if control:
        return ""
    if pygame.K_0 <= event.key <= pygame.K_9:
        return chr(event.key)
    if event.key in NAMED:
        return NAMED[event.key]
    letter = letter_of(event)
    return f"shift {letter}" if letter and event.mod & pygame.KMOD_SHIFT else letter


def letter_of(event: Any) -> str:
    """The letter of a key, also where another layout gives it another letter."""
    return LETTERS.get(event.key) or SCANCODES.get(getattr(event, "scancode", 0), "")
