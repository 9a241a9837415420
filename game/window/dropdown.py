"""A drop-down: a field with the choice and a chevron; pressed, a list over the page."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pygame

from game.window.brush import Brush
from game.window.keys import SCANCODES
from game.window.layers import Layer, Unfolds, beside, room, sheet
from game.window.widgets import HIT, Widget

HEIGHT, PAD, MOST_ROWS = 32.0, 4.0, 9.5
FLAG, CHECK, CHEVRON = 22.0, 24.0, 30.0
FORGETS_MS = 1000
"""Letters typed further apart than this begin a word anew."""
STEPS = {pygame.K_UP: -1, pygame.K_DOWN: 1, pygame.K_PAGEUP: -8, pygame.K_PAGEDOWN: 8}


@dataclass
class DropDown(Unfolds, Widget):
    """`options` are (value, words); `pick` is told the value that was chosen; `flags` = the values are codes of States; `fills` = it takes
    all the width there is; `hint` stands where nothing is chosen yet.
    """

    name: str = ""
    options: Sequence[tuple[str, str]] = ()
    chosen: str = ""
    pick: Callable[[str], None] | None = None
    flags: bool = False
    fills: bool = False
    hint: str = ""

    def __post_init__(self) -> None:
        if self.press is None:
            self.press = lambda: None

    @property
    def says(self) -> str:
        """Its name, what is chosen, out of how many; why it cannot be opened."""
        words = self.words_of(self.chosen)
        place = f"{words} ({self.place_of(self.chosen) + 1} / {len(self.options)})" if words else self.hint
        told = f"{self.name}: {place}"
        return ". ".join(each for each in (told, self.tip) if each)

    def words_of(self, value: str) -> str:
        """The words of an option."""
        return dict(self.options).get(value, "")

    def place_of(self, value: str) -> int:
        """Which option it is; the first where it is none."""
        return next((n for n, (each, _) in enumerate(self.options) if each == value), 0)

    def natural(self, brush: Brush) -> float:
        """As wide as its widest option."""
        wide = max((brush.width(words, "body") for _, words in self.options), default=60.0)
        return wide + 12 + CHEVRON + (FLAG if self.flags else 0)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """As wide as its options, where there is room; or all there is."""
        self.box = (x, y, w if self.fills else min(w, self.natural(brush) + CHECK), HEIGHT)
        return HEIGHT

    def arrow(self, direction: str) -> bool:
        """Left and right take the option beside without opening it."""
        begun = bool(self.words_of(self.chosen))
        here = self.place_of(self.chosen) + (1 if direction == "right" else -1) if begun else 0
        if direction in ("left", "right") and self.pick is not None and 0 <= here < len(self.options):
            self.pick(self.options[here][0])
        return direction in ("left", "right")

    def layer(self) -> Layer | None:
        """The list."""
        return Options(self) if self.options else None

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Box, flag, choice, chevron (a lock where it is barred)."""
        x, y, w, h = self.box
        fill = "sunken" if not self.enabled else "hov" if hover == self.key else "card"
        brush.box(self.box, fill, "ctl" if self.enabled else "line", 5)
        at = x + 10
        if self.flags:
            brush.flag(at, y + (h - 11) / 2, self.chosen)
            at += FLAG
        token = "ink" if self.enabled else "ink3"
        words = self.words_of(self.chosen)
        brush.text(at, y + (h - 18) / 2, words or self.hint, "body", token if words else "ink3", x + w - CHEVRON - at)
        brush.icon(
            x + w - 24,
            y + (h - 15) / 2,
            "chevron-down" if self.enabled else "lock",
            15,
            "ink2" if self.enabled else "ink3",
        )
        if focus == self.key:
            brush.focus(self.box)


class Options(Layer):
    """The options of a drop-down, with a cursor; letters go to the option that begins with them."""

    of: DropDown

    def __init__(self, of: DropDown) -> None:
        super().__init__(of)
        self.cursor, self.top, self.seen = of.place_of(of.chosen), 0.0, 1.0
        self.letters, self.when, self.scancode = "", 0, 0

    @property
    def says(self) -> str:
        """The option under the cursor."""
        return f"{self.of.options[self.cursor][1]} ({self.cursor + 1} / {len(self.of.options)})"

    @property
    def furthest(self) -> float:
        """How far it can be scrolled, in rows."""
        return max(0.0, len(self.of.options) - self.seen)

    def place(self, brush: Brush, w: float, h: float) -> None:
        """As many rows as there is room for; the last one is cut in half where there are more."""
        self.cursor = min(self.cursor, len(self.of.options) - 1)
        count = len(self.of.options)
        fit = (room(self.of.box, h) - 2 * PAD) / HIT
        self.seen = float(count) if count <= min(fit, MOST_ROWS) else max(1.0, int(min(fit, MOST_ROWS) - 0.5) + 0.5)
        wide = max(self.of.box[2], self.of.natural(brush) + CHECK)
        first = not self.box[2]
        self.box = beside(self.of.box, wide, self.seen * HIT + 2 * PAD, w, h)
        if first:
            self.show()

    def show(self) -> None:
        """Scroll so far that the cursor is seen."""
        self.top = min(max(self.top, self.cursor + 1 - self.seen), float(self.cursor), self.furthest)

    def go(self, number: int) -> None:
        """The cursor to an option."""
        self.cursor = max(0, min(len(self.of.options) - 1, number))
        self.show()

    def take(self) -> None:
        """Choose the option under the cursor."""
        if self.of.pick is not None:
            self.of.pick(self.of.options[self.cursor][0])

    def key(self, event: Any) -> bool:
        """Arrows and pages move the cursor, Enter and Space take the option under it."""
        self.scancode = getattr(event, "scancode", 0)
        if event.key in STEPS:
            self.go(self.cursor + STEPS[event.key])
        elif event.key in (pygame.K_HOME, pygame.K_END):
            self.go(0 if event.key == pygame.K_HOME else len(self.of.options) - 1)
        elif event.key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE):
            self.take()
            return False
        return True

    def typed(self, text: str) -> None:
        """To the next option that begins with what is typed, by the letters or by their places on the keyboard."""
        now = pygame.time.get_ticks()
        before = self.letters if now - self.when < FORGETS_MS else ""
        for letter in (plain(text), SCANCODES.get(self.scancode, "")):
            found = self.beginning(before + letter)
            if letter.strip() and found is not None:
                self.letters, self.when = before + letter, now
                self.go(found)
                return

    def beginning(self, letters: str) -> int | None:
        """The option that begins with these letters: this one or the next; the same letter again goes on to the next."""
        again = len(set(letters)) == 1
        start = self.cursor + (1 if again else 0)
        order = [(start + n) % len(self.of.options) for n in range(len(self.of.options))]
        wanted = letters[:1] if again else letters
        return next((n for n in order if plain(self.of.options[n][1]).startswith(wanted)), None)

    def row_at(self, y: float) -> int:
        """The option at a height."""
        return max(0, min(len(self.of.options) - 1, int((y - self.box[1] - PAD) / HIT + self.top)))

    def pressed(self, x: float, y: float) -> bool:
        """The option under the mouse is chosen."""
        self.cursor = self.row_at(y)
        self.take()
        return False

    def over(self, x: float, y: float) -> None:
        """The cursor follows the mouse."""
        if self.holds(x, y):
            self.cursor = self.row_at(y)

    def wheel(self, by: float) -> None:
        """Row by row."""
        self.top = max(0.0, min(self.furthest, self.top - by))

    def paint(self, brush: Brush) -> None:
        """The rows that are seen, and a bar where there are more."""
        sheet(brush, self.box)
        x, y, w, h = self.box
        before = brush.surface.get_clip()
        brush.surface.set_clip(brush.real((x + 1, y + 1, w - 2, h - 2)).clip(before))
        self.top = max(0.0, min(self.top, self.furthest))
        first = int(self.top)
        for number in range(first, min(len(self.of.options), first + int(self.seen) + 2)):
            self.paint_row(brush, number, y + PAD + (number - self.top) * HIT)
        brush.surface.set_clip(before)
        if self.furthest:
            count = len(self.of.options)
            brush.box((x + w - 7, y + 3 + (h - 6) * self.top / count, 4, (h - 6) * self.seen / count), "line2", None, 2)

    def paint_row(self, brush: Brush, number: int, top: float) -> None:
        """Check, flag, words; the cursor as a selected row."""
        x, _, w, _ = self.box
        value, words = self.of.options[number]
        chosen, row = value == self.of.chosen, (x + 1, top, w - 2, HIT)
        if number == self.cursor:
            brush.fill(row, "sel")
            brush.fill((x + 1, top, 3, HIT), "pri")
        if chosen:
            brush.icon(x + 9, top + (HIT - 13) / 2, "check", 13, "ink")
        at = x + 10 + CHECK
        if self.of.flags:
            brush.flag(at - 4, top + (HIT - 11) / 2, value)
            at += FLAG - 4
        brush.text(at, top + (HIT - 18) / 2, words, "label" if chosen else "body", "ink", x + w - 12 - at)


def plain(text: str) -> str:
    """Small letters without what stands on them, so that S finds Š."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
