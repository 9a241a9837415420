"""Quiet pictures over the pages of the story: places, weather, paper; never a person. Drawn by code, kept once drawn."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import sin
from random import Random
from zlib import crc32

import pygame

from game.window.brush import Box, Brush
from game.window.theme import Theme, load_theme
from game.words import Words

WIDE, HIGH = 640.0, 212.0
"""The plate every motif is drawn on; it is cut to the place it gets."""
FINE = 2
SEAT_MOTIFS = {"investigator": "road", "prosecutor": "office", "judge": "courthouse", "coordinator": "shelter"}
NIGHT = "night"
Points = Sequence[tuple[float, float]]


class Plate:
    """A plate to draw on, in its own units; in high contrast every shape is an outline."""

    def __init__(self, theme: Theme, width: int, height: int, night: bool, seed: int) -> None:
        self.surface = pygame.Surface((width * FINE, height * FINE))
        self.theme, self.night, self.dice = theme, night, Random(seed)
        self.k = max(width / WIDE, height / HIGH) * FINE
        self.dx, self.dy = (width * FINE - WIDE * self.k) / 2, height * FINE - HIGH * self.k
        self.outlined = theme.name == "contrast"

    def colour(self, tone: str) -> tuple[int, int, int, int]:
        """A tone of the hour."""
        return self.theme[f"{'night' if self.night else 'day'}{tone}"]

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the plate lies on the surface."""
        return self.dx + x * self.k, self.dy + y * self.k

    def shape(self, points: Points, tone: str) -> None:
        """A filled shape."""
        real = [self.at(x, y) for x, y in points]
        pygame.draw.polygon(self.surface, self.colour(tone), real)
        if self.outlined:
            pygame.draw.polygon(self.surface, self.theme["sceneLine"], real, max(2, round(self.k)))

    def box(self, x: float, y: float, w: float, h: float, tone: str) -> None:
        """A filled rectangle."""
        self.shape([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], tone)

    def ground(self, y: float, tone: str) -> None:
        """Everything below a height, to the edges of any cut."""
        self.box(-WIDE, y, 3 * WIDE, 2 * HIGH, tone)

    def disc(self, x: float, y: float, r: float, tone: str) -> None:
        """A filled circle."""
        pygame.draw.circle(self.surface, self.colour(tone), self.at(x, y), r * self.k)
        if self.outlined and r > 3:
            pygame.draw.circle(self.surface, self.theme["sceneLine"], self.at(x, y), r * self.k, max(2, round(self.k)))

    def line(self, x1: float, y1: float, x2: float, y2: float, tone: str, wide: float = 1.2) -> None:
        """A stroke."""
        colour = self.theme["sceneLine"] if self.outlined else self.colour(tone)
        pygame.draw.line(self.surface, colour, self.at(x1, y1), self.at(x2, y2), max(1, round(wide * self.k)))

    def ridge(self, base: float, rise: float, tone: str, length: float = 70.0) -> None:
        """A line of hills, with the ground below it."""
        shift = self.dice.uniform(0, 6)
        xs = [n * 8.0 - 160 for n in range(121)]
        waves = [
            (x, base - rise * (0.5 + 0.3 * sin(x / length + shift) + 0.2 * sin(x / length * 2.3 + shift))) for x in xs
        ]
        self.shape([*waves, (xs[-1], 2 * HIGH), (xs[0], 2 * HIGH)], tone)

    def dashes(self, y: float, step: float, tone: str, rise: float = 0.0) -> None:
        """A broken line from edge to edge."""
        x = -160.0
        while x < WIDE + 160:
            self.line(x, y - rise * x / WIDE, x + step * 0.55, y - rise * (x + step * 0.55) / WIDE, tone, 1.4)
            x += step


def sky(p: Plate) -> None:
    """Three bands of sky with what is in it: stars and a moon, or a pale sun and clouds."""
    p.surface.fill(p.colour("Sky"))
    if not p.outlined:
        p.ground(HIGH * 0.28, "Sky2")
        p.ground(HIGH * 0.5, "Sky3")
    if p.night:
        for _ in range(34):
            p.disc(p.dice.uniform(-100, WIDE + 100), p.dice.uniform(0, HIGH * 0.4), p.dice.choice((0.6, 0.9)), "Light")
        p.disc(520, 34, 15, "Light")
        p.disc(527, 29, 13, "Sky")
        return
    p.disc(p.dice.uniform(420, 540), 52, 17, "Light")
    for _ in range(3):
        x, y = p.dice.uniform(20, 560), p.dice.uniform(24, 74)
        for shift, wide, high in ((0, 74, 6), (14, 46, -1)):
            p.box(x + shift, y - high, wide, 6, "Cloud")


def water(p: Plate, y: float) -> None:
    """Open water with a few strokes of light."""
    p.ground(y, "Water")
    for _ in range(26):
        x, below = p.dice.uniform(-60, WIDE + 40), p.dice.uniform(y + 5, HIGH - 6)
        p.line(x, below, x + p.dice.uniform(10, 34), below, "Sky3", 0.9)


def lights(p: Plate, y: float, left: float, right: float, count: int) -> None:
    """Lit windows far away, at night with their reflection."""
    for _ in range(count):
        x, up = p.dice.uniform(left, right), p.dice.uniform(0, 9)
        p.disc(x, y - up, 1.2, "Light" if p.night else "Wall")


def house(p: Plate, x: float, y: float, w: float, h: float) -> None:
    """A house with a roof and two windows, standing on y."""
    p.box(x, y - h, w, h, "Wall")
    p.shape([(x - 3, y - h), (x + w / 2, y - h - w * 0.36), (x + w + 3, y - h)], "Roof")
    for n in (0.2, 0.6):
        p.box(x + w * n, y - h * 0.7, w * 0.2, h * 0.28, "Light" if p.night else "Pane")


def lamp(p: Plate, x: float, y: float, h: float = 44) -> None:
    """A street lamp."""
    p.line(x, y, x, y - h, "Dark", 1.8)
    p.line(x, y - h, x + 9, y - h, "Dark", 1.8)
    p.disc(x + 9, y - h + 2, 2.6, "Light")


def harbour(p: Plate) -> None:
    """A ferry at the quay."""
    sky(p)
    p.ridge(118, 52, "Far")
    p.ridge(128, 26, "Mid", 46)
    lights(p, 122, 30, 250, 20)
    water(p, 128)
    p.shape([(250, 150), (560, 150), (536, 178), (276, 178)], "Dark")
    p.box(296, 128, 226, 22, "Wall")
    p.box(330, 110, 150, 18, "Wall")
    p.box(356, 88, 26, 22, "Roof")
    for n in range(12):
        p.box(306 + 18 * n, 134, 9, 6, "Light" if p.night else "Pane")
    p.ground(184, "Near")
    for x in (40, 150, 590):
        p.box(x, 176, 9, 10, "Dark")
    lamp(p, 96, 186, 62)
    lamp(p, 224, 186, 62)


def road(p: Plate) -> None:
    """A road in the hills, with a coach far from its start."""
    sky(p)
    p.ridge(142, 46, "Far", 88)
    p.ridge(158, 34, "Mid", 60)
    lights(p, 160, 290, 560, 40)
    p.ridge(186, 10, "Near", 190)
    p.ground(184, "Near")
    p.dashes(199, 20, "Mid", 3)
    p.shape([(158, 182), (210, 176), (210, 196), (158, 188)], "Beam")
    p.box(112, 174, 46, 16, "Dark")
    for n in range(4):
        p.box(117 + 10 * n, 177, 7, 5, "Mid")
    for x in (122, 148):
        p.disc(x, 191, 3.4, "Dark")
    p.disc(158, 186, 1.6, "Light")


def office(p: Plate) -> None:
    """A desk with papers under a lamp, a window behind it."""
    p.surface.fill(p.colour("Wall2"))
    p.box(214, 18, 212, 104, "Sky")
    p.shape([(214, 104), (272, 84), (330, 98), (392, 80), (426, 92), (426, 122), (214, 122)], "Far")
    lights(p, 114, 222, 418, 12)
    for x in (214, 317, 422):
        p.box(x, 18, 5, 104, "Dark")
    for n in range(7):
        p.box(470 + 15 * n, 60 - 3 * (n % 3), 12, 52 + 3 * (n % 3), ("Roof", "Mid", "Far")[n % 3])
    p.box(462, 112, 126, 5, "Dark")
    p.ground(152, "Wood")
    for x, y, tilt in ((196, 168, -6), (250, 160, 4), (318, 172, -3), (400, 164, 8)):
        p.shape([(x, y), (x + 58, y + tilt * 0.5), (x + 66, y + 26), (x + 4, y + 28)], "Paper")
        for n in range(3):
            p.line(x + 10, y + 6 + 6 * n, x + 46, y + 6 + 6 * n + tilt * 0.3, "Far", 0.9)
    p.box(58, 140, 74, 12, "Roof")
    p.box(62, 130, 68, 10, "Paper")
    p.box(56, 121, 72, 9, "Mid")
    p.line(160, 152, 160, 96, "Dark", 2.6)
    p.shape([(140, 98), (180, 98), (172, 78), (148, 78)], "Light")


def courthouse(p: Plate) -> None:
    """A front with columns over a flight of steps."""
    sky(p)
    p.ridge(150, 44, "Far", 96)
    p.ground(178, "Near")
    p.box(182, 84, 276, 90, "Wall")
    p.shape([(168, 84), (320, 38), (472, 84)], "Roof")
    p.shape([(212, 78), (320, 47), (428, 78)], "Wall")
    p.box(172, 84, 296, 9, "Wall2")
    for n in range(7):
        p.box(194 + 38.5 * n, 93, 13, 72, "Wall2")
        if n < 6:
            p.box(213 + 38.5 * n, 112, 14, 36, "Light" if p.night and n in (1, 4) else "Pane")
    for n in range(4):
        p.box(172 - 8 * n, 165 + 6 * n, 296 + 16 * n, 6, "Wall" if n % 2 else "Wall2")
    for x in (104, 540):
        p.box(x - 2, 142, 5, 40, "Dark")
        p.disc(x, 130, 21, "Mid")
    lamp(p, 60, 186, 58)


def coast(p: Plate) -> None:
    """A bay with a small town below the hills."""
    sky(p)
    p.ridge(132, 78, "Far", 104)
    p.ridge(140, 40, "Mid", 66)
    for x, y, w, h in (
        (72, 142, 30, 18),
        (110, 140, 24, 24),
        (140, 144, 34, 17),
        (182, 142, 22, 28),
        (212, 144, 30, 16),
    ):
        house(p, x, y, w, h)
    water(p, 144)
    for x, y in ((392, 170), (486, 158)):
        p.shape([(x, y), (x + 40, y), (x + 32, y + 9), (x + 7, y + 9)], "Dark")
        p.line(x + 19, y, x + 19, y - 30, "Dark", 1.4)
        p.shape([(x + 21, y - 28), (x + 21, y - 4), (x + 35, y - 4)], "Paper")
    p.shape([(-160, 190), (90, 182), (240, 204), (330, 230), (-160, 240)], "Near")


def border(p: Plate) -> None:
    """A post on a road: booth, barrier, a roof over the lanes."""
    sky(p)
    p.ridge(134, 66, "Far", 78)
    p.ridge(152, 30, "Mid", 52)
    p.ground(172, "Near")
    p.dashes(196, 34, "Mid")
    p.box(196, 78, 300, 12, "Dark")
    for x in (216, 340, 470):
        p.box(x, 90, 7, 84, "Dark")
    p.box(240, 114, 62, 60, "Wall")
    p.box(248, 122, 46, 24, "Light" if p.night else "Pane")
    p.box(232, 108, 78, 7, "Roof")
    p.box(372, 146, 9, 30, "Dark")
    p.shape([(376, 150), (376, 144), (566, 138), (566, 143)], "Paper")
    for n in range(4):
        x = 398 + 44 * n
        p.shape(
            [(x, 149.4 - 1.4 * n), (x, 143.3 - 1.4 * n), (x + 20, 142.7 - 1.4 * n), (x + 20, 148.8 - 1.4 * n)], "Mark"
        )
    lamp(p, 130, 174, 78)
    lamp(p, 580, 174, 70)


def shelter(p: Plate) -> None:
    """A quiet room: a window, a table with two cups, two chairs."""
    p.surface.fill(p.colour("Wall2"))
    p.box(244, 24, 152, 92, "Sky")
    p.shape([(244, 98), (290, 82), (344, 94), (396, 78), (396, 116), (244, 116)], "Far")
    p.box(318, 24, 4, 92, "Dark")
    p.shape([(230, 18), (268, 18), (256, 122), (230, 126)], "Cloud")
    p.shape([(410, 18), (372, 18), (384, 122), (410, 126)], "Cloud")
    p.ground(172, "Wood")
    for x, way in ((196, 1), (444, -1)):
        p.line(x, 104, x, 192, "Dark", 4)
        p.box(min(x, x + 44 * way), 146, 44, 6, "Roof")
        p.box(x - 3, 106, 6, 34, "Roof")
        p.line(x + 42 * way, 152, x + 42 * way, 192, "Dark", 4)
    p.box(268, 140, 104, 6, "Wood2")
    p.line(320, 146, 320, 190, "Dark", 5)
    p.line(298, 191, 342, 191, "Dark", 4)
    for x in (290, 338):
        p.box(x, 131, 11, 9, "Paper")
    p.box(532, 146, 30, 28, "Roof")
    for dx, dy in ((0, -34), (-16, -24), (16, -26), (-8, -44), (9, -46)):
        p.line(547, 146, 547 + dx, 146 + dy, "Mid", 2)
        p.disc(547 + dx, 146 + dy, 6, "Mid")
    p.line(96, 190, 96, 92, "Dark", 2.6)
    p.shape([(74, 96), (118, 96), (108, 68), (84, 68)], "Light")


MOTIFS: dict[str, Callable[[Plate], None]] = {
    "harbour": harbour,
    "road": road,
    "office": office,
    "courthouse": courthouse,
    "coast": coast,
    "border": border,
    "shelter": shelter,
}


def motif_for(picture: str, title: str, text: str, seat: str, words: Words) -> tuple[str, bool]:
    """Which motif stands over a beat, and whether it is night: what the author wrote, else what it speaks of, else its seat."""
    told = f"{title} {title} {text}".lower()
    asked = picture.split()
    night = NIGHT in asked or (not asked and count(told, words(f"scene.{NIGHT}")) > 0)
    written = next((each for each in asked if each in MOTIFS), "")
    spoken = max(MOTIFS, key=lambda name: count(told, words(f"scene.{name}")))
    if written:
        return written, night
    if count(told, words(f"scene.{spoken}")):
        return spoken, night
    return SEAT_MOTIFS.get(seat, "office"), night


def count(told: str, listed: str) -> int:
    """How often a text uses the words of a list."""
    bare = "".join(letter if letter.isalnum() else " " for letter in told).split()
    return sum(bare.count(each.strip()) for each in listed.split(","))


@lru_cache(maxsize=16)
def drawn(motif: str, night: bool, theme: str, width: int, height: int, about: str) -> pygame.Surface:
    """A motif at a size in real pixels."""
    plate = Plate(load_theme(theme), width, height, night, crc32(about.encode()))
    MOTIFS[motif](plate)
    return pygame.transform.smoothscale(plate.surface, (width, height))


def draw_scene(brush: Brush, box: Box, motif: str, night: bool, about: str) -> None:
    """A motif in its place, with a hairline below it."""
    rect = brush.real(box)
    if rect.w > 0 and rect.h > 0:
        brush.surface.blit(drawn(motif, night, brush.theme.name, rect.w, rect.h, about), rect)
        brush.line(box[0], box[1] + box[3] - 1, box[2], "line2")
