"""Drawing: text, boxes, icons and flags in logical pixels; everything that costs is cached."""

from collections import OrderedDict
from functools import lru_cache
from typing import Any

import pygame

from game.places import shipped
from game.window.theme import ROLES, Theme

KEPT_TEXTS = 3000
ELLIPSIS = "…"
Box = tuple[float, float, float, float]


@lru_cache(maxsize=256)
def font(family: str, pixels: int) -> pygame.font.Font:
    """A font at a size in real pixels; the system's own where the file is missing."""
    path = shipped("assets") / "fonts" / f"{family}.ttf"
    return pygame.font.Font(str(path) if path.is_file() else None, pixels)


@lru_cache(maxsize=512)
def icon_surface(name: str, pixels: int, colour: tuple[int, int, int, int]) -> pygame.Surface | None:
    """An icon in a colour; None where the file is missing."""
    path = shipped("assets") / "icons" / f"{name}.svg"
    if not path.is_file():
        return None
    text = path.read_text("utf-8").replace("currentColor", "#{:02x}{:02x}{:02x}".format(*colour[:3]))
    import io

    return pygame.image.load_sized_svg(io.BytesIO(text.encode()), (pixels, pixels))


@lru_cache(maxsize=256)
def flag_surface(country: str, width: int, height: int) -> pygame.Surface | None:
    """A flag; None where there is no file."""
    path = shipped("assets") / "flags" / f"{country.lower()}.png"
    if not path.is_file():
        return None
    return pygame.transform.smoothscale(pygame.image.load(str(path)), (width, height))


@lru_cache(maxsize=512)
def box_surface(width: int, height: int, radius: int, fill: Any, border: Any, line: int) -> pygame.Surface:
    """A rounded box, drawn large and made small."""
    large = 3 if width * height < 400_000 else 2
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
    return pygame.transform.smoothscale(surface, (width, height))


class Texts:
    """Rendered texts, the least recently used thrown away first."""

    def __init__(self) -> None:
        self.kept: OrderedDict[Any, pygame.Surface] = OrderedDict()

    def get(self, text: str, family: str, pixels: int, colour: Any) -> pygame.Surface:
        """A line of text as a surface."""
        key = (text, family, pixels, colour)
        found = self.kept.get(key)
        if found is None:
            found = font(family, pixels).render(text, True, colour)
            self.kept[key] = found
            if len(self.kept) > KEPT_TEXTS:
                self.kept.popitem(last=False)
        else:
            self.kept.move_to_end(key)
        return found


TEXTS = Texts()
FLAGS = [True]


def show_flags(shown: bool) -> None:
    """Show flags, or the codes of States instead."""
    FLAGS[0] = shown


class Brush:
    """Draws on a surface; `k` is how many real pixels a logical one has. Notes every text it had to cut, for the tests."""

    def __init__(self, surface: pygame.Surface, theme: Theme, k: float) -> None:
        self.surface, self.theme, self.k = surface, theme, k
        self.overflows: list[tuple[str, Box]] = []
        self.path: set[int] = set()

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
        colour = self.theme[token]
        rect = self.real(box)
        if colour[3] == 255:
            self.surface.fill(colour, rect)
        else:
            veil = pygame.Surface(rect.size, pygame.SRCALPHA)
            veil.fill(colour)
            self.surface.blit(veil, rect)

    def box(
        self, box: Box, fill: str | None, border: str | None = None, radius: float = 6, line: int | None = None
    ) -> None:
        """A rounded box."""
        rect = self.real(box)
        if rect.w <= 0 or rect.h <= 0:
            return
        made = box_surface(
            rect.w,
            rect.h,
            min(round(radius * self.k), rect.h // 2, rect.w // 2),
            self.theme[fill] if fill else None,
            self.theme[border] if border else None,
            line or self.line_width(),
        )
        self.surface.blit(made, rect)

    def focus(self, box: Box, token: str = "focus", inside: bool = False, out: float = 3.0) -> None:
        """The focus ring: two pixels, outside its box (inside for rows)."""
        x, y, w, h = box
        out = -2.0 if inside else out
        self.box((x - out, y - out, w + 2 * out, h + 2 * out), None, token, 7, max(2, round(2 * self.k)))

    def line(self, x: float, y: float, w: float, token: str = "line") -> None:
        """A horizontal hairline."""
        self.surface.fill(
            self.theme[token], (round(x * self.k), round(y * self.k), round(w * self.k), self.line_width())
        )

    def upright(self, x: float, y: float, h: float, token: str = "line") -> None:
        """A vertical hairline."""
        self.surface.fill(
            self.theme[token], (round(x * self.k), round(y * self.k), self.line_width(), round(h * self.k))
        )

    def font(self, role: str) -> tuple[str, int, float]:
        """Family, real pixels, logical line height of a role."""
        family, size, height = ROLES[role]
        return family, max(8, round(size * self.k)), height

    def width(self, text: str, role: str) -> float:
        """How wide a line of text is."""
        family, pixels, _ = self.font(role)
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
        family, pixels, height = self.font(role)
        if width is not None:
            text = cut(text, family, pixels, int(width * self.k))
        made = TEXTS.get(text, family, pixels, self.theme[token])
        left = x * self.k
        if align == "right" and width is not None:
            left += width * self.k - made.get_width()
        elif align == "centre" and width is not None:
            left += (width * self.k - made.get_width()) / 2
        clip = self.surface.get_clip()
        if left < clip.left - 2 or left + made.get_width() > clip.right + 2:
            self.overflows.append((text, (left / self.k, y, made.get_width() / self.k, height)))
        self.surface.blit(made, (round(left), round(y * self.k + (height * self.k - made.get_height()) / 2)))
        return made.get_width() / self.k

    def lines(self, text: str, role: str, width: float) -> list[str]:
        """A text broken into lines of a width."""
        family, pixels, _ = self.font(role)
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
        made = icon_surface(name, max(8, round(size * self.k)), self.theme[token])
        if made is not None:
            self.surface.blit(made, (round(x * self.k), round(y * self.k)))

    def flag(self, x: float, y: float, country: str, height: float = 11) -> float:
        """A flag with a hairline round it, or the code of the State where codes are wanted; answers its width."""
        width = height * 4 / 3
        if not FLAGS[0]:
            return self.text(x, y + height / 2 - 7.5, country, "axis", "ink2")
        made = flag_surface(country, max(4, round(width * self.k)), max(3, round(height * self.k)))
        if made is None:
            return 0.0
        place = (round(x * self.k), round(y * self.k))
        self.surface.blit(made, place)
        pygame.draw.rect(self.surface, self.theme["line2"], (*place, *made.get_size()), 1)
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
    """Throw away what is cached (another theme or scale)."""
    TEXTS.kept.clear()
    for cached in (font, icon_surface, flag_surface, box_surface, width_of, cut, broken):
        cached.cache_clear()
