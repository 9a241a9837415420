"""What is being written: a text with a caret, a selection, undo, and what a dead key has begun; the clipboard."""

import unicodedata
from dataclasses import dataclass, field

import pygame

MOST_UNDO = 200
JOINERS = ("\u200d", "\ufe0f")
"""Characters that hold others together."""


@dataclass
class Writing:
    """What is being written: text, caret, the other end of the selection, and how to go back.

    `preview` is what a dead key or an input method has begun and not yet put; `within` is its own caret. `typed` is where
    the last letter was typed, `column` the one the caret keeps to from line to line; -1 = none.
    """

    text: str = ""
    caret: int = 0
    mark: int = 0
    preview: str = ""
    within: int = 0
    typed: int = -1
    column: int = -1
    past: list[tuple[str, int]] = field(default_factory=list)
    future: list[tuple[str, int]] = field(default_factory=list)

    @property
    def selection(self) -> tuple[int, int]:
        """From, to."""
        return min(self.caret, self.mark), max(self.caret, self.mark)

    @property
    def seen(self) -> str:
        """The text as it would be if what is begun were put."""
        if not self.preview:
            return self.text
        start, end = self.selection
        return self.text[:start] + self.preview + self.text[end:]

    @property
    def shown_caret(self) -> int:
        """Where the caret stands in what is shown."""
        return self.selection[0] + self.within if self.preview else self.caret

    def begin(self, text: str, within: int) -> None:
        """A character is begun, gone on with, or (with no text) given up."""
        self.preview, self.within = text, max(0, min(len(text), within))

    def put(self, text: str) -> None:
        """Replace the selection by a text; letters typed one after the other are one step back."""
        self.preview = ""
        start, end = self.selection
        goes_on = start == end == self.typed and len(text) == 1 and not text.isspace()
        if not goes_on or not self.past:
            self.past = [*self.past[-MOST_UNDO:], (self.text, self.caret)]
        self.future = []
        self.text = self.text[:start] + text + self.text[end:]
        self.caret = self.mark = start + len(text)
        self.typed, self.column = self.caret if len(text) == 1 else -1, -1

    def go(self, place: int, selecting: bool) -> None:
        """Move the caret."""
        self.caret, self.typed, self.column = max(0, min(len(self.text), place)), -1, -1
        if not selecting:
            self.mark = self.caret

    def beside(self, forward: bool) -> int:
        """The place on the other side of the next character, with the accents that stand on it."""
        place, step = self.caret, 1 if forward else -1
        while 0 <= place + step <= len(self.text):
            place += step
            if not self.inside(place):
                break
        return max(0, min(len(self.text), place))

    def inside(self, place: int) -> bool:
        """Does a place lie inside a character that is written with several?"""
        if not 0 < place < len(self.text):
            return False
        before, after = self.text[place - 1], self.text[place]
        return bool(unicodedata.combining(after)) or after in JOINERS or before == JOINERS[0]

    def erase(self, forward: bool, whole_word: bool = False) -> None:
        """Delete the selection, or a character, or a word."""
        if self.caret == self.mark:
            self.mark = self.word(forward) if whole_word else self.beside(forward)
        if self.caret != self.mark:
            self.put("")

    def back(self) -> None:
        """Undo."""
        if self.past:
            self.future.append((self.text, self.caret))
            self.stand(*self.past.pop())

    def again(self) -> None:
        """Redo."""
        if self.future:
            self.past.append((self.text, self.caret))
            self.stand(*self.future.pop())

    def stand(self, text: str, caret: int) -> None:
        """As it was."""
        self.text, self.caret, self.mark, self.typed, self.column = text, caret, caret, -1, -1

    def word(self, forward: bool) -> int:
        """Forward, the end of the next word; back, the beginning of the last one."""
        place, step = self.caret, 1 if forward else -1
        in_word = False
        while place + min(0, step) >= 0 and place + max(0, step) <= len(self.text):
            letter = self.text[place if forward else place - 1]
            if in_word and letter.isspace():
                break
            in_word = in_word or not letter.isspace()
            place += step
        return place


def clipboard(text: str | None = None) -> str:
    """Put a text on the clipboard, or take what is there; a system without one is no error."""
    try:
        if text is not None:
            pygame.scrap.put_text(text)
            return text
        return pygame.scrap.get_text() or ""
    except (pygame.error, NotImplementedError, AttributeError):
        return text or ""
