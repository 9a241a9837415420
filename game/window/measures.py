"""Measures of text in real pixels: how wide it is, what fits, where it breaks. Each is worked out once."""

from functools import lru_cache

import pygame

from game.places import shipped

ELLIPSIS = "…"


@lru_cache(maxsize=256)
def font(family: str, pixels: int) -> pygame.font.Font:
    """A font at a size in real pixels; the system's own where the file is missing."""
    path = shipped("assets") / "fonts" / f"{family}.ttf"
    return pygame.font.Font(str(path) if path.is_file() else None, pixels)


@lru_cache(maxsize=20000)
def width_of(text: str, family: str, pixels: int) -> int:
    """The width of a text in real pixels."""
    return font(family, pixels).size(text)[0]


@lru_cache(maxsize=8000)
def cut(text: str, family: str, pixels: int, width: int) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    if width_of(text, family, pixels) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(text[:middle].rstrip() + ELLIPSIS, family, pixels) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS


@lru_cache(maxsize=4000)
def broken(text: str, family: str, pixels: int, width: int) -> list[str]:
    """A text broken at spaces; a word wider than the line is broken inside."""
    found: list[str] = []
    for paragraph in text.split("\n"):
        row = ""
        for word in paragraph.split(" "):
            while width_of(word, family, pixels) > width and len(word) > 1:
                fits = next((n for n in range(len(word) - 1, 0, -1) if width_of(word[:n], family, pixels) <= width), 1)
                if row:
                    found.append(row)
                    row = ""
                found.append(word[:fits])
                word = word[fits:]
            wider = f"{row} {word}" if row else word
            if width_of(wider, family, pixels) <= width:
                row = wider
            else:
                found.append(row)
                row = word
        found.append(row)
    return found


def forget() -> None:
    """Throw away what was measured (another scale, other fonts)."""
    for each in (font, width_of, cut, broken):
        each.cache_clear()
