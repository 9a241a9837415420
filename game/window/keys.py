"""Keys by name: the letter on the cap, digits, named keys, arrows."""

from typing import Any

import pygame

LETTERS = {getattr(pygame, f"K_{letter}"): letter for letter in "abcdefghijklmnopqrstuvwxyz"}
SCANCODES = {getattr(pygame, f"KSCAN_{letter.upper()}"): letter for letter in "abcdefghijklmnopqrstuvwxyz"}
NAMED = {
    pygame.K_SPACE: "space",
    pygame.K_PERIOD: ".",
    pygame.K_QUESTION: "?",
    pygame.K_F1: "f1",
    pygame.K_F2: "f2",
    pygame.K_F3: "f3",
    pygame.K_F4: "f4",
    pygame.K_F9: "f9",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
}
BY_PLACE = {pygame.KSCAN_PERIOD: ".", pygame.KSCAN_SLASH: "/"}
"""Where another alphabet stands on these keys, their place counts."""
BEYOND_ASCII = 0x80
PRESS = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
UNFOLD = (*PRESS, pygame.K_DOWN)
ARROWS = {pygame.K_LEFT: "left", pygame.K_RIGHT: "right", pygame.K_UP: "up", pygame.K_DOWN: "down"}


def name_of(event: Any) -> str:
    """The name of a key: its letter, also where another layout gives it another letter; digits; named keys."""
    control = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
    if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER):
        return "ctrl enter" if control else ""
    if control:
        return "/" if letter_of(event) == "f" else ""
    if sign := sign_of(event):
        return sign
    if pygame.K_0 <= event.key <= pygame.K_9:
        return chr(event.key)
    if event.key in NAMED:
        return NAMED[event.key]
    letter = letter_of(event)
    return f"shift {letter}" if letter and event.mod & pygame.KMOD_SHIFT else letter


def sign_of(event: Any) -> str:
    """The full stop, the slash and the question mark, wherever the layout has them.

    The question mark is Shift with the slash, or, in most of Europe, Shift with the key behind the nought.
    """
    scancode, shift = getattr(event, "scancode", 0), bool(event.mod & pygame.KMOD_SHIFT)
    if event.key == pygame.K_SLASH or (shift and scancode == pygame.KSCAN_MINUS and event.key != pygame.K_MINUS):
        return "?" if shift else "/"
    return BY_PLACE.get(scancode, "") if event.key >= BEYOND_ASCII and not shift else ""


def letter_of(event: Any) -> str:
    """The letter of a key, also where another layout gives it another letter."""
    return LETTERS.get(event.key) or SCANCODES.get(getattr(event, "scancode", 0), "")
