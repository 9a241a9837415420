"""Surfaces that are drawn once and copied after that: texts, the corners of boxes, icons, flags; all bounded."""

import io
from functools import lru_cache
from typing import Any

import pygame

from game.places import shipped
from game.window.measures import font

MOST_BYTES = 16_000_000
"""What the rendered texts may weigh together."""
DEEP = 4
"""Bytes a pixel."""
STRIP, NARROW, OPAQUE = (512, 32), 16, 255


class Texts:
    """Rendered texts in two halves: when the young half weighs its share it becomes the old one, and the old one goes.

    What is used again moves to the young half, so that what is on the screen stays.
    """

    def __init__(self, most: int = MOST_BYTES) -> None:
        self.young: dict[Any, pygame.Surface] = {}
        self.old: dict[Any, pygame.Surface] = {}
        self.most, self.weight = most, 0

    def get(self, text: str, family: str, pixels: int, colour: Any) -> pygame.Surface:
        """A line of text as a surface."""
        key = (text, family, pixels, colour)
        return self.young.get(key) or self.add(key)

    def add(self, key: tuple[str, str, int, Any]) -> pygame.Surface:
        """A line of text into the young half: from the old one, or rendered."""
        text, family, pixels, colour = key
        made = self.old.pop(key, None) or font(family, pixels).render(text, True, colour)
        self.weight += weight_of(made)
        if self.weight > self.most // 2:
            self.old, self.young, self.weight = self.young, {}, weight_of(made)
        self.young[key] = made
        return made

    def clear(self) -> None:
        """None of them."""
        self.young, self.old, self.weight = {}, {}, 0


def weight_of(surface: pygame.Surface) -> int:
    """How many bytes a surface takes."""
    return surface.get_width() * surface.get_height() * DEEP


TEXTS = Texts()


@lru_cache(maxsize=512)
def icon_surface(name: str, pixels: int, colour: tuple[int, int, int, int]) -> pygame.Surface | None:
    """An icon in a colour; None where the file is missing."""
    path = shipped("assets") / "icons" / f"{name}.svg"
    if not path.is_file():
        return None
    text = path.read_text("utf-8").replace("currentColor", "#{:02x}{:02x}{:02x}".format(*colour[:3]))
    return pygame.image.load_sized_svg(io.BytesIO(text.encode()), (pixels, pixels))


@lru_cache(maxsize=256)
def flag_surface(country: str, width: int, height: int, edge: tuple[int, int, int, int]) -> pygame.Surface | None:
    """A flag with a hairline round it; None where there is no file."""
    path = shipped("assets") / "flags" / f"{country.lower()}.png"
    if not path.is_file():
        return None
    made = pygame.transform.smoothscale(pygame.image.load(str(path)), (width, height))
    pygame.draw.rect(made, edge, made.get_rect(), 1)
    return made


@lru_cache(maxsize=1024)
def box_surface(width: int, height: int, radius: int, fill: Any, border: Any, line: int) -> pygame.Surface:
    """A rounded box, drawn large and made small."""
    large = 3
    surface = pygame.Surface((width * large, height * large), pygame.SRCALPHA)
    # Smoothing mixes the colour of what is transparent into the edge, so it has to be the edge's own.
    surface.fill((*(border if border is not None else fill)[:3], 0))
    area = surface.get_rect()
    if border is not None:
        pygame.draw.rect(surface, border, area, border_radius=radius * large)
        area = area.inflate(-2 * line * large, -2 * line * large)
    if fill is not None:
        pygame.draw.rect(surface, fill, area, border_radius=max(0, (radius - line) * large))
    elif border is not None:
        pygame.draw.rect(surface, (*border[:3], 0), area, border_radius=max(0, (radius - line) * large))
    made = pygame.transform.smoothscale(surface, (width, height))
    # Smoothing may darken by a few levels; what is straight has its colour exactly, here as in a large box.
    straight(made, made.get_rect(), max(radius, line), fill, border, line)
    return made


def straight(surface: pygame.Surface, rect: pygame.Rect, side: int, fill: Any, border: Any, line: int) -> None:
    """The straight pieces of a box between its corners: border and ground."""
    x, y, w, h = rect
    wide, tall = w - 2 * side, h - 2 * side
    if border is None:
        line = 0
    else:
        surface.fill(border, (x + side, y, wide, line))
        surface.fill(border, (x + side, y + h - line, wide, line))
        surface.fill(border, (x, y + side, line, tall))
        surface.fill(border, (x + w - line, y + side, line, tall))
    if fill is not None:
        flood(surface, fill, (x + side, y + line, wide, side - line))
        flood(surface, fill, (x + line, y + side, w - 2 * line, tall))
        flood(surface, fill, (x + side, y + h - side, wide, side - line))


def flood(surface: pygame.Surface, colour: tuple[int, int, int, int], rect: tuple[int, int, int, int]) -> None:
    """A plain rectangle. Copying a strip of the colour is faster than filling, except where it is narrow."""
    x, y, w, h = rect
    if w <= NARROW or colour[3] < OPAQUE:
        surface.fill(colour, rect)
        return
    made = strip(colour)
    for top in range(0, h, STRIP[1]):
        for left in range(0, w, STRIP[0]):
            surface.blit(made, (x + left, y + top), (0, 0, min(STRIP[0], w - left), min(STRIP[1], h - top)))


@lru_cache(maxsize=64)
def strip(colour: tuple[int, int, int, int]) -> pygame.Surface:
    """A piece of a colour to be copied."""
    made = pygame.Surface(STRIP)
    made.fill(colour)
    return made


@lru_cache(maxsize=1024)
def corners(side: int, radius: int, fill: Any, border: Any, line: int) -> tuple[pygame.Surface, ...]:
    """The four corners of a rounded box of any size: left and right above, left and right below."""
    whole = box_surface(2 * side, 2 * side, radius, fill, border, line)
    places = ((0, 0), (side, 0), (0, side), (side, side))
    return tuple(whole.subsurface((*place, side, side)).copy() for place in places)


@lru_cache(maxsize=64)
def veil(width: int, height: int, colour: tuple[int, int, int, int]) -> pygame.Surface:
    """A colour that lets through what is below."""
    made = pygame.Surface((max(0, width), max(0, height)), pygame.SRCALPHA)
    made.fill(colour)
    return made


def forget() -> None:
    """Throw away what is kept (another theme or scale)."""
    TEXTS.clear()
    for each in (icon_surface, flag_surface, box_surface, corners, strip, veil):
        each.cache_clear()
