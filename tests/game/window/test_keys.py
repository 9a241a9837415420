"""Shortcuts by the letter, by the place of the key on another alphabet, and the signs of the keyboards of the region."""

import pygame
import pytest

from game.window.keys import letter_of, name_of

SHIFT, CTRL = pygame.KMOD_SHIFT, pygame.KMOD_CTRL
# Serbian Cyrillic: the letters on the places of the Latin alphabet.
CYRILLIC = {"a": "а", "b": "б", "c": "ц", "e": "е", "f": "ф", "h": "х", "i": "и", "j": "ј", "l": "л", "m": "м", "n": "н", "p": "п", "r": "р", "t": "т",
            "w": "њ", "x": "џ", "k": "к"}  # fmt: skip


def key(code, mod=0, scancode=0):
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, scancode=scancode, unicode="")


def place(letter):
    return getattr(pygame, f"KSCAN_{letter.upper()}")


@pytest.mark.parametrize("letter", CYRILLIC)
def test_every_shortcut_is_found_on_a_cyrillic_layout(letter):
    made = ord(CYRILLIC[letter])
    assert name_of(key(made, scancode=place(letter))) == letter
    assert name_of(key(made, SHIFT, place(letter))) == f"shift {letter}"
    assert letter_of(key(made, CTRL, place(letter))) == letter


def test_a_latin_layout_goes_by_its_letter_and_not_by_the_place():
    assert name_of(key(pygame.K_z, scancode=pygame.KSCAN_Y)) == "z"


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (key(pygame.K_PERIOD, scancode=pygame.KSCAN_PERIOD), "."),
        (key(ord("ю"), scancode=pygame.KSCAN_PERIOD), "."),
        (key(pygame.K_SLASH, scancode=pygame.KSCAN_SLASH), "/"),
        (key(pygame.K_SLASH, SHIFT, pygame.KSCAN_SLASH), "?"),
        (key(pygame.K_QUOTE, SHIFT, pygame.KSCAN_MINUS), "?"),
        (key(pygame.K_f, CTRL, pygame.KSCAN_F), "/"),
        (key(ord("ф"), CTRL, pygame.KSCAN_F), "/"),
        (key(pygame.K_MINUS, SHIFT, pygame.KSCAN_MINUS), ""),
        (key(pygame.K_LEFT, scancode=pygame.KSCAN_LEFT), ""),
    ],
    ids=["stop", "stop russian", "find", "help", "help serbian", "find by ctrl", "find by ctrl cyrillic", "underscore", "arrow"],
)
def test_stop_find_and_help_are_where_the_layout_has_them(event, name):
    assert name_of(event) == name
