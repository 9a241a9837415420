"""Soft cues, made on the spot; off until somebody wants them. No sound card is no error, and no cue is the only signal."""

import math
from array import array
from functools import cache
from typing import Any

import pygame

RATE = 22050
LOUD = 5200
CUES = {"mail": (660, 880), "returned": (520, 390), "due": (740, 740), "held": (523, 659, 784), "over": (392, 523)}
"""The notes of each cue, in hertz, one after the other."""


def wave(notes: tuple[int, ...]) -> "array[int]":
    """Notes with a soft beginning and a long end, 16 bits, one channel."""
    made, each = array("h"), RATE // 7
    for note in notes:
        for n in range(each):
            shape = min(1.0, n / 300) * math.exp(-4.0 * n / each)
            made.append(int(LOUD * shape * math.sin(2 * math.pi * note * n / RATE)))
    return made


@cache
def voice() -> Any:
    """The mixer, opened once; None where there is none."""
    try:
        pygame.mixer.init(RATE, -16, 1)
    except pygame.error:
        return None
    return pygame.mixer


@cache
def cue(name: str) -> Any:
    """A cue ready to be played, or None."""
    mixer = voice()
    return mixer.Sound(buffer=wave(CUES[name])) if mixer is not None else None


def play_cue(name: str) -> bool:
    """Play a cue; answers whether it could be done."""
    found = cue(name)
    if found is None:
        return False
    try:
        found.play()
    except pygame.error:
        return False
    return True


def cue_for(kinds: set[str]) -> str:
    """Which cue goes with what followed, the most pressing first."""
    for kind, name in (("returned", "returned"), ("refused", "returned"), ("ended", "over"), ("item_held", "held"), ("beat", "due")):
        if kind in kinds:
            return name
    return "mail" if kinds else ""
