"""A text field with a caret: one line or many, with selection, clipboard, undo, and whatever the keyboard can type."""

from dataclasses import dataclass, field
from typing import Any

import pygame

from game.window.brush import Box, Brush
from game.window.keys import letter_of
from game.window.widgets import Widget
from game.window.writing import Writing, clipboard

MOST_ROWS = 8
"""A field that is written full grows to so many lines."""
LINE = 18.0


@dataclass
class Field(Widget):
    """A field to write in; `rows` lines high."""

    writing: Writing = field(default_factory=Writing)
    rows: int = 1
    hint: str = ""
    token: str = "ctl"

    def __post_init__(self) -> None:
        self.caret_box: Box = (0.0, 0.0, 0.0, 0.0)

    @property
    def takes_focus(self) -> bool:
        """Always."""
        return True

    @property
    def says(self) -> str:
        """What is written."""
        return self.writing.text or self.hint

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """So many lines; more when more is written, up to a limit."""
        self.box = (x, y, w, 0)
        self.shown = max(self.rows, min(MOST_ROWS, len(self.laid(brush)))) if self.rows > 1 else 1
        self.box = (x, y, w, self.shown * LINE + 12)
        return self.box[3]

    def top_line(self, lines: list[tuple[int, str]]) -> tuple[int, int]:
        """The line of the caret, and the first line that is seen."""
        here = max(n for n, (start, _) in enumerate(lines) if start <= self.writing.shown_caret)
        return here, max(0, here - self.shown + 1)

    def point(self, brush: Brush, x: float, y: float, selecting: bool) -> None:
        """The caret to where the mouse points; what was begun is given up."""
        self.writing.begin("", 0)
        lines = self.laid(brush)
        first = self.top_line(lines)[1]
        number = max(0, min(len(lines) - 1, first + int((y - self.box[1] - 6) // LINE)))
        start, row = lines[number]
        left = x - self.box[0] - 9
        near = min(range(end_of(lines, number) - start + 1), key=lambda n: abs(brush.width(row[:n], "body") - left))
        place = start + near
        while self.writing.inside(place):
            place += 1
        self.writing.go(place, selecting)

    def laid(self, brush: Brush) -> list[tuple[int, str]]:
        """Its lines, with the place in the text at which each begins."""
        found, start = [], 0
        for paragraph in self.writing.seen.split("\n"):
            row_start, row = start, ""
            for character in paragraph:
                if row and brush.width(row + character, "body") > self.box[2] - 18:
                    cut = row.rfind(" ") + 1 or len(row)
                    found.append((row_start, row[:cut]))
                    row_start, row = row_start + cut, row[cut:]
                row += character
            found.append((row_start, row))
            start += len(paragraph) + 1
        return found

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Box, selection, text, caret."""
        brush.box(self.box, "card", self.token, 5)
        x, y, w, _ = self.box
        lines = self.laid(brush)
        here, first = self.top_line(lines)
        for number, (start, row) in enumerate(lines[first : first + self.shown]):
            top = y + 6 + LINE * number
            if focus == self.key and not self.writing.preview:
                self.paint_between(brush, start, row, top, self.writing.selection, "sel")
            brush.text(x + 9, top, row, "body", "ink", w - 14)
            if focus == self.key and self.writing.preview:
                self.paint_begun(brush, start, row, top)
            if focus == self.key and first + number == here:
                self.paint_caret(brush, start, row, top)
        if not self.writing.seen and self.hint:
            brush.text(x + 9, y + 6, self.hint, "body", "ink3", w - 14)
        if focus == self.key:
            brush.focus(self.box)

    def paint_between(
        self, brush: Brush, start: int, row: str, top: float, places: tuple[int, int], token: str
    ) -> None:
        """A ground under the part of a line between two places of the text."""
        one, two = max(places[0], start) - start, min(places[1], start + len(row)) - start
        if two > one:
            left, wide = brush.width(row[:one], "body"), brush.width(row[one:two], "body")
            brush.fill((self.box[0] + 9 + left, top, wide, LINE), token)

    def paint_begun(self, brush: Brush, start: int, row: str, top: float) -> None:
        """A line under what a dead key or an input method has begun."""
        begun = self.writing.selection[0]
        one, two = max(begun, start) - start, min(begun + len(self.writing.preview), start + len(row)) - start
        if two > one:
            left = self.box[0] + 9 + brush.width(row[:one], "body")
            brush.line(left, top + LINE - 2, brush.width(row[one:two], "body"), "ink")

    def paint_caret(self, brush: Brush, start: int, row: str, top: float) -> None:
        """The caret; where it is, an input method opens its window."""
        left = self.box[0] + 9 + brush.width(row[: self.writing.shown_caret - start], "body")
        brush.upright(left, top + 2, 14, "ink")
        self.caret_box = (left, top, 2.0, LINE)

    def key_down(self, event: Any, brush: Brush) -> bool:
        """A key for the field; False = it is not one of its keys."""
        mods, key, w = event.mod, event.key, self.writing
        if w.preview and key != pygame.K_TAB:
            if key == pygame.K_ESCAPE:
                w.begin("", 0)
            return True  # these keys go on with what is begun
        command, shift = mods & (pygame.KMOD_CTRL | pygame.KMOD_META), bool(mods & pygame.KMOD_SHIFT)
        if command:
            return self.command(event, shift)
        if key in (pygame.K_LEFT, pygame.K_RIGHT):
            w.go(w.beside(key == pygame.K_RIGHT), shift)
        elif key in (pygame.K_HOME, pygame.K_END, pygame.K_UP, pygame.K_DOWN):
            return self.move(key, shift, brush)
        elif key in (pygame.K_BACKSPACE, pygame.K_DELETE):
            w.erase(key == pygame.K_DELETE)
        elif key in (pygame.K_RETURN, pygame.K_KP_ENTER) and self.rows > 1:
            w.put("\n")
        else:
            return False
        return True

    def move(self, key: int, shift: bool, brush: Brush) -> bool:
        """Along and between lines; False at the first and last line, so that the focus can move on."""
        w, lines = self.writing, self.laid(brush)
        here = max(n for n, (start, _) in enumerate(lines) if start <= w.caret)
        start = lines[here][0]
        if key in (pygame.K_HOME, pygame.K_END):
            w.go(end_of(lines, here) if key == pygame.K_END else start, shift)
            return True
        there = here + (1 if key == pygame.K_DOWN else -1)
        if not 0 <= there < len(lines):
            return False
        column = w.column if w.column >= 0 else w.caret - start
        w.go(min(lines[there][0] + column, end_of(lines, there)), shift)
        w.column = column
        return True

    def command(self, event: Any, shift: bool) -> bool:
        """Ctrl or Command with a letter, by the letter or by its place on the keyboard."""
        w, key, letter = self.writing, event.key, letter_of(event)
        if letter == "a":
            w.mark, w.caret = 0, len(w.text)
        elif letter in ("c", "x"):
            start, end = w.selection
            clipboard(w.text[start:end])
            if letter == "x" and start < end:
                w.put("")
        elif letter == "v":
            text = clipboard().replace("\r\n", "\n").replace("\0", "")
            w.put(text if self.rows > 1 else text.replace("\n", " "))
        elif letter == "z":
            (w.again if shift else w.back)()
        elif letter == "y":
            w.again()
        elif key in (pygame.K_LEFT, pygame.K_RIGHT):
            w.go(w.word(key == pygame.K_RIGHT), shift)
        elif key in (pygame.K_HOME, pygame.K_END):
            w.go(len(w.text) if key == pygame.K_END else 0, shift)
        elif key in (pygame.K_BACKSPACE, pygame.K_DELETE):
            w.erase(key == pygame.K_DELETE, whole_word=True)
        else:
            return False
        return True


def end_of(lines: list[tuple[int, str]], number: int) -> int:
    """The last place of a line; where it was broken for want of room, the one before the break, as that is the next line's."""
    start, row = lines[number]
    end = start + len(row)
    broken = number + 1 < len(lines) and lines[number + 1][0] == end
    return end - 1 if broken and row else end


class Listening:
    """What is asked of the keyboard: text only where it can be written, shown at the caret; else only keys.

    An input method that listens everywhere would take the letters that are shortcuts.
    """

    def __init__(self) -> None:
        self.to: Writing | None = None
        self.on: bool | None = None

    def follow(self, focused: Widget | None, brush: Brush, wanted: bool = False) -> None:
        """The focus is here now; `wanted` = text is asked for though no field has it."""
        writing = focused.writing if isinstance(focused, Field) else None
        on = wanted or writing is not None
        if writing is not self.to and self.to is not None:
            self.to.begin("", 0)
        if isinstance(focused, Field):
            pygame.key.set_text_input_rect(brush.real(focused.caret_box))
        if on != self.on or (on and writing is not self.to):
            pygame.key.stop_text_input()
            if on:
                pygame.key.start_text_input()
        self.to, self.on = writing, on
