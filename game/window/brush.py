"""Drawing: text, boxes, icons and flags in logical pixels; everything that costs is kept in stock."""

from functools import lru_cache

import pygame

from game.window import measures, stock
from game.window.measures import broken, cut, width_of
from game.window.stock import TEXTS, box_surface, corners, flag_surface, flood, icon_surface, straight, veil
from game.window.theme import ROLES, Colour, Theme

WHOLE = 4000
"""A box of so many real pixels is copied whole; a larger one is put together from corners, edges and ground."""
SEEN = 4.0
"""So much of a shadow at most looks out from below what casts it, in logical pixels."""
Box = tuple[float, float, float, float]
FLAGS = [True]


def show_flags(shown: bool) -> None:
    """Show flags, or the codes of States instead."""
    FLAGS[0] = shown


class Brush:
    """Draws on a surface; `k` is how many real pixels a logical one has. Notes every text it had to cut, for the tests."""

    def __init__(self, surface: pygame.Surface, theme: Theme, k: float) -> None:
        self.surface, self.theme, self.k = surface, theme, k
        self.colours = theme.colours
        self.overflows: list[tuple[str, Box]] = []
        self.path: set[int] = set()
        self.laid: set[int] = set()

    def real(self, box: Box) -> pygame.Rect:
        """A logical box in real pixels, on whole pixels."""
        x, y, w, h = box
        left, top = round(x * self.k), round(y * self.k)
        return pygame.Rect(left, top, round((x + w) * self.k) - left, round((y + h) * self.k) - top)

    def line_width(self) -> int:
        """Hairlines stay one pixel until the scale is large."""
        return 1 if self.k <= 1.5 else 2

    def fill(self, box: Box, token: str) -> None:
        """A plain rectangle."""
        colour = self.colours[token]
        rect = self.real(box)
        if colour[3] == 255:
            flood(self.surface, colour, (rect.x, rect.y, rect.w, rect.h))
        else:
            self.surface.blit(veil(*rect.size, colour), rect)

    def box(
        self, box: Box, fill: str | None, border: str | None = None, radius: float = 6, line: int | None = None
    ) -> None:
        """A rounded box."""
        rect = self.real(box)
        if rect.w <= 0 or rect.h <= 0:
            return
        radius = min(round(radius * self.k), rect.h // 2, rect.w // 2)
        ground, edge = self.colours[fill] if fill else None, self.colours[border] if border else None
        line = line or self.line_width()
        side = max(radius, line) + 1
        if rect.w * rect.h <= WHOLE or min(rect.w, rect.h) < 2 * side:
            self.surface.blit(box_surface(rect.w, rect.h, radius, ground, edge, line), rect)
            return
        x, y, w, h = rect
        places = ((x, y), (x + w - side, y), (x, y + h - side), (x + w - side, y + h - side))
        self.surface.fblits(zip(corners(side, radius, ground, edge, line), places, strict=True))
        if ground is not None and ground[3] < 255:
            self.shade(rect, side, ground)
            return
        straight(self.surface, rect, side, ground, edge, line)

    def shade(self, rect: pygame.Rect, side: int, colour: Colour) -> None:
        """The straight pieces of a shadow; what casts it covers its top and its middle."""
        x, y, w, h = rect
        seen = min(side, round(SEEN * self.k))
        below, beside = veil(w - 2 * side, seen, colour), veil(seen, h - 2 * side, colour)
        self.surface.blit(below, (x + side, y + h - seen))
        self.surface.blit(beside, (x, y + side))
        self.surface.blit(beside, (x + w - seen, y + side))

    def focus(self, box: Box, token: str = "focus", inside: bool = False, out: float = 3.0) -> None:
        """The focus ring: two pixels, outside its box (inside for rows)."""
        x, y, w, h = box
        out = -2.0 if inside else out
        self.box((x - out, y - out, w + 2 * out, h + 2 * out), None, token, 7, max(2, round(2 * self.k)))

    def line(self, x: float, y: float, w: float, token: str = "line") -> None:
        """A horizontal hairline."""
        self.surface.fill(
            self.colours[token], (round(x * self.k), round(y * self.k), round(w * self.k), self.line_width())
        )

    def upright(self, x: float, y: float, h: float, token: str = "line") -> None:
        """A vertical hairline."""
        self.surface.fill(
            self.colours[token], (round(x * self.k), round(y * self.k), self.line_width(), round(h * self.k))
        )

    def font(self, role: str) -> tuple[str, int, float]:
        """Family, real pixels, logical line height of a role."""
        return face(role, self.k)

    def width(self, text: str, role: str) -> float:
        """How wide a line of text is."""
        family, pixels, _ = face(role, self.k)
        return width_of(text, family, pixels) / self.k

    def text(
        self,
        x: float,
        y: float,
        text: str,
        role: str = "body",
        token: str = "ink",
        width: float | None = None,
        align: str = "left",
    ) -> float:
        """A line of text in its line height; cut with an ellipsis where it is wider than it may be. Answers its width."""
        k = self.k
        family, pixels, height = face(role, k)
        if width is not None:
            text = cut(text, family, pixels, int(width * k))
        made = TEXTS.get(text, family, pixels, self.colours[token])
        wide, high = made.get_size()
        left = x * k
        if width is not None and align != "left":
            left += (width * k - wide) / (1 if align == "right" else 2)
        clip = self.surface.get_clip()
        if left < clip.left - 2 or left + wide > clip.right + 2:
            self.overflows.append((text, (left / k, y, wide / k, height)))
        self.surface.blit(made, (round(left), round(y * k + (height * k - high) / 2)))
        return wide / k

    def lines(self, text: str, role: str, width: float) -> list[str]:
        """A text broken into lines of a width."""
        family, pixels, _ = face(role, self.k)
        return broken(text, family, pixels, int(width * self.k))

    def paragraph(self, x: float, y: float, text: str, role: str, token: str, width: float) -> float:
        """A text over several lines; answers its height."""
        height = ROLES[role][2]
        found = self.lines(text, role, width)
        for number, each in enumerate(found):
            self.text(x, y + number * height, each, role, token)
        return len(found) * height

    def icon(self, x: float, y: float, name: str, size: float = 16, token: str = "ink") -> None:
        """An icon."""
        made = icon_surface(name, max(8, round(size * self.k)), self.colours[token])
        if made is not None:
            self.surface.blit(made, (round(x * self.k), round(y * self.k)))

    def flag(self, x: float, y: float, country: str, height: float = 11) -> float:
        """A flag with a hairline round it, or the code of the State where codes are wanted, or its last letter where it has none."""
        width = height * 4 / 3
        if not FLAGS[0]:
            return self.text(x, y + height / 2 - 7.5, country, "axis", "ink2")
        size = max(4, round(width * self.k)), max(3, round(height * self.k))
        made = flag_surface(country, *size, self.colours["line2"])
        if made is None:
            self.box((x, y, width, height), "sunken", "line2", 1)
            self.text(x, y + height / 2 - 7.5, country[-1:], "axis", "ink2", width, "centre")
            return width
        self.surface.blit(made, (round(x * self.k), round(y * self.k)))
        return width

    def cap_width(self, key: str) -> float:
        """How wide a key cap is."""
        return max(17.0, self.width(key, "axis") + 10)

    def cap(self, x: float, y: float, key: str, on_bar: bool = False) -> float:
        """A key cap; answers its width."""
        width = self.cap_width(key)
        self.box((x, y, width, 17), "barL" if on_bar else "sunken", "barB" if on_bar else "line2", 3)
        self.text(x, y + 1.5, key, "axis", "barT" if on_bar else "ink2", width, "centre")
        return width


@lru_cache(maxsize=512)
def face(role: str, k: float) -> tuple[str, int, float]:
    """Family, real pixels, logical line height of a role at a scale."""
    family, size, height = ROLES[role]
    return family, max(8, round(size * k)), height


def forget() -> None:
    """Throw away what is kept (another theme or scale)."""
    measures.forget()
    stock.forget()
